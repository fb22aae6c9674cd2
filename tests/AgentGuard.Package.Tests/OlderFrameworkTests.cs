namespace AgentGuard.Package.Tests;

/// <summary>Libraries for .NET Framework and netstandard2.0, whose language is C# 7.3 unless they say otherwise.</summary>
[Collection(PackageCollection.Name)]
public sealed class OlderFrameworkTests(PackedPackage package, OlderFrameworkTests.Project project) : IClassFixture<OlderFrameworkTests.Project>
{
    [Fact]
    public void With_their_own_language_version_statements_guard_and_attributes_say_why_they_do_not()
    {
        var build = project.In(package).Build("Exports").Succeeded();
        Assert.Equal(["Exports.cs:9 AG0105"], Workspace.Diagnostics(build.Output));
        Assert.Contains("the language version is 7.3, and C# 11 is needed", build.Output);
    }

    [Fact]
    public void With_the_language_of_today_attributes_are_enforced_in_them()
    {
        var workspace = project.In(package);
        Assert.Empty(Workspace.Diagnostics(workspace.Build("Program", "-p:LangVersion=latest").Succeeded().Output));
        Directory.CreateDirectory(workspace.PathOf("exports"));

        foreach (var way in new[] { "attribute", "statement" })
        {
            var blocked = Run("Production", way).Failed();
            Assert.Contains("DestructiveOperationBlockedException", blocked.Output);
            Assert.True(Directory.Exists(workspace.PathOf("exports")));
        }

        Run("Development", "attribute").Succeeded();
        Assert.False(Directory.Exists(workspace.PathOf("exports")));

        CommandResult Run(string environment, string way) => workspace.Run("dotnet", [("DOTNET_ENVIRONMENT", environment)], workspace.PathOf("Program/bin/Debug/net10.0/Program.dll"), way);
    }

    /// <summary>A library for both, and a program that uses it.</summary>
    public sealed class Project
    {
        private Workspace? _workspace;

        internal Workspace In(PackedPackage package)
        {
            if (_workspace is not null) return _workspace;
            var workspace = package.CreateWorkspace("Older");
            Directory.CreateDirectory(workspace.PathOf("Exports"));
            Directory.CreateDirectory(workspace.PathOf("Program"));
            workspace.Write("Exports/Exports.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFrameworks>netstandard2.0;net472</TargetFrameworks>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="AgentGuard.Analyzers" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """);
            workspace.Write("Exports/Exports.cs", """
                using System.IO;
                using AgentGuard;

                namespace Demo
                {
                    public static class Exports
                    {
                        [RequiresEnvironment("Development")]
                        public static void Remove(string path) => Directory.Delete(path, true);

                        public static void RemoveByStatement(string path)
                        {
                            Guard.RequireEnvironment("Development");
                            Directory.Delete(path, true);
                        }
                    }
                }
                """);
            workspace.Write("Program/Program.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../Exports/Exports.csproj" />
                  </ItemGroup>
                </Project>
                """);
            workspace.Write("Program/Program.cs", """
                if (args[0] == "attribute") Demo.Exports.Remove("exports");
                else Demo.Exports.RemoveByStatement("exports");
                """);
            return _workspace = workspace;
        }
    }
}
