using System.IO.Compression;
using System.Xml.Linq;

namespace AgentGuard.Package.Tests;

/// <summary>The package for hosts, in a project that has nothing else of ours.</summary>
[Collection(PackageCollection.Name)]
public sealed class HostingTests(PackedPackage package)
{
    [Fact]
    public void The_package_brings_the_other_one_with_everything_in_it()
    {
        using var zip = ZipFile.OpenRead(package.HostingFile);
        var files = zip.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("_rels/") && !name.StartsWith("package/") && name != "[Content_Types].xml");
        Assert.Equal(
        [
            "AgentGuard.Hosting.nuspec",
            "LICENSE",
            "README.md",
            "icon.png",
            "lib/net8.0/AgentGuard.Hosting.dll",
            "lib/net8.0/AgentGuard.Hosting.xml",
            "lib/netstandard2.0/AgentGuard.Hosting.dll",
            "lib/netstandard2.0/AgentGuard.Hosting.xml",
        ], files.Order(StringComparer.Ordinal));

        using var stream = zip.GetEntry("AgentGuard.Hosting.nuspec")!.Open();
        var dependencies = XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "dependency").ToList();
        Assert.Equal(
            ["AgentGuard.Analyzers", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
            dependencies.Select(dependency => dependency.Attribute("id")!.Value).Distinct());
        Assert.All(dependencies.Take(1), ours => Assert.Equal((package.Version, "All"), (ours.Attribute("version")!.Value, ours.Attribute("include")?.Value)));
    }

    [Fact]
    public void A_host_is_guarded_by_its_own_environment()
    {
        var demo = package.CreateWorkspace("Hosted");
        demo.Write("Hosted.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AgentGuard.Hosting" Version="{package.Version}" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="{DemoProject.EFCoreVersion}" />
              </ItemGroup>
            </Project>
            """);
        demo.Write("Program.cs", """
            using AgentGuard;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddAgentGuard();
            using var host = builder.Build();
            await host.StartAsync();
            Exports.Remove("exports");
            Console.WriteLine("done");

            public static class Exports
            {
                [RequiresEnvironment("Development")]
                public static void Remove(string path) => Directory.Delete(path, true);

                public static void RemoveUnguarded(string path) => Directory.Delete(path, true);
            }
            """);
        Assert.Equal(["Program.cs:17 AG0004"], Workspace.Diagnostics(demo.Build().Succeeded().Output));
        Directory.CreateDirectory(demo.PathOf("exports"));
        File.WriteAllText(demo.PathOf("exports/cars.csv"), "1;2;3");

        var blocked = Run("Production").Failed();
        Assert.Contains("DestructiveOperationBlockedException", blocked.Output);
        Assert.Contains("the environment is 'Production' (set by the host)", blocked.Output);
        Assert.Contains("warn: AgentGuard", blocked.Output);
        Assert.Equal("1;2;3", File.ReadAllText(demo.PathOf("exports/cars.csv")));

        Assert.Contains("done", Run("Development").Succeeded().Output);
        Assert.False(Directory.Exists(demo.PathOf("exports")));

        CommandResult Run(string environment) => demo.Run("dotnet", [], demo.PathOf("bin/Debug/net10.0/Hosted.dll"), "--environment", environment);
    }
}
