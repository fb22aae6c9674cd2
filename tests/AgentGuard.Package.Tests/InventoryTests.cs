namespace AgentGuard.Package.Tests;

/// <summary>Which files a build with <c>AgentGuardInventory=true</c> writes.</summary>
[Collection(PackageCollection.Name)]
public sealed class InventoryTests(PackedPackage package)
{
    private const string Inventory = "-p:AgentGuardInventory=true";

    [Fact]
    public void Each_framework_has_its_own()
    {
        var workspace = package.CreateWorkspace("Frameworks");
        workspace.Write("Frameworks.csproj", Project("<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>"));
        workspace.Write("Exports.cs", """
            public static class Exports
            {
                public static void Remove(string path) => System.IO.Directory.Delete(path, true);
            #if NET
                public static void RemoveToo(string path) => System.IO.Directory.Delete(path, true);
            #endif
            }
            """);
        workspace.Build(Inventory).Succeeded();

        Assert.Equal(["AgentGuard.Inventory.net10.0.json", "AgentGuard.Inventory.netstandard2.0.json"], Written(workspace));
        Assert.DoesNotContain("RemoveToo", File.ReadAllText(workspace.PathOf("AgentGuard.Inventory.netstandard2.0.json")));
        Assert.Contains("RemoveToo", File.ReadAllText(workspace.PathOf("AgentGuard.Inventory.net10.0.json")));
    }

    [Fact]
    public void Visual_Basic_has_none_and_builds()
    {
        var workspace = package.CreateWorkspace("Basic");
        workspace.Write("Basic.vbproj", Project("<TargetFramework>net10.0</TargetFramework>"));
        workspace.Write("Module.vb", "Public Module Demo\nEnd Module\n");
        Assert.DoesNotContain("AG0", workspace.Build(Inventory).Succeeded().Output);
        Assert.Empty(Written(workspace));
    }

    private static IEnumerable<string?> Written(Workspace workspace) => Directory.GetFiles(workspace.Folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private string Project(string framework) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {framework}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AgentGuard.Analyzers" Version="{package.Version}" />
          </ItemGroup>
        </Project>
        """;
}
