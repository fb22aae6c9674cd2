using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace AgentGuard.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void The_package_holds_exactly_these_files()
    {
        using var zip = ZipFile.OpenRead(package.File);
        var files = zip.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/") && !name.StartsWith("package/") && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
        [
            "AgentGuard.Analyzers.nuspec",
            "LICENSE",
            "README.md",
            "analyzers/dotnet/roslyn4.14/cs/AgentGuard.Analyzers.CodeFixes.dll",
            "analyzers/dotnet/roslyn4.14/cs/AgentGuard.Analyzers.dll",
            "analyzers/dotnet/roslyn4.14/cs/AgentGuard.Generators.dll",
            "analyzers/dotnet/roslyn4.8/cs/AgentGuard.Analyzers.CodeFixes.dll",
            "analyzers/dotnet/roslyn4.8/cs/AgentGuard.Analyzers.dll",
            "build/AgentGuard.Analyzers.props",
            "build/AgentGuard.Analyzers.targets",
            "buildTransitive/AgentGuard.Analyzers.props",
            "buildTransitive/AgentGuard.Analyzers.targets",
            "configuration/audit.globalconfig",
            "configuration/recommended.globalconfig",
            "configuration/strict.globalconfig",
            "configuration/tests.globalconfig",
            "icon.png",
            "lib/net8.0/AgentGuard.dll",
            "lib/net8.0/AgentGuard.xml",
            "lib/netstandard2.0/AgentGuard.dll",
            "lib/netstandard2.0/AgentGuard.xml",
        ], files);
    }

    [Fact]
    public void The_package_flows_to_run_time_and_depends_on_nothing()
    {
        using var zip = ZipFile.OpenRead(package.File);
        using var stream = zip.GetEntry("AgentGuard.Analyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("AgentGuard.Analyzers", Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Null(Value("developmentDependency"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal(["net8.0", ".NETStandard2.0"], metadata.Descendants().Where(element => element.Name.LocalName == "group").Select(group => group.Attribute("targetFramework")!.Value));
    }

    // What an analyzer references must be in the oldest compiler that loads it, at least in that version.
    [Theory]
    [InlineData("roslyn4.8", "4.8", "7.0")]
    [InlineData("roslyn4.14", "4.14", "9.0")]
    public void The_analyzers_load_into_the_oldest_compiler_of_their_folder(string folder, string compiler, string immutable)
    {
        using var zip = ZipFile.OpenRead(package.File);
        var references = zip.Entries.Where(entry => entry.FullName.StartsWith($"analyzers/dotnet/{folder}/")).SelectMany(entry => References(entry)).Distinct().ToList();
        Assert.NotEmpty(references);
        foreach (var (name, version) in references)
        {
            var highest = name switch
            {
                _ when name.StartsWith("Microsoft.CodeAnalysis") => Version.Parse(compiler + ".0.0"),
                "System.Collections.Immutable" or "System.Reflection.Metadata" => Version.Parse(immutable + ".0.0"),
                "netstandard" => new Version(2, 0, 0, 0),
                "AgentGuard.Analyzers" => version,
                // Part of the framework of every host.
                "System.Memory" or "System.Buffers" or "System.Runtime.CompilerServices.Unsafe" or "System.Threading.Tasks.Extensions" => version,
                _ => new Version(0, 0),
            };
            Assert.True(version <= highest, $"{name} {version} is not in the compiler of {folder}");
        }
    }

    [Fact]
    public void Every_assembly_is_deterministic_and_carries_its_symbols()
    {
        using var zip = ZipFile.OpenRead(package.File);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".dll")))
        {
            using var reader = new PEReader(Copy(entry));
            var kinds = reader.ReadDebugDirectory().Select(debug => debug.Type).ToList();
            Assert.True(kinds.Contains(DebugDirectoryEntryType.Reproducible), $"{entry.FullName} is not deterministic");
            Assert.True(kinds.Contains(DebugDirectoryEntryType.EmbeddedPortablePdb), $"{entry.FullName} has no symbols");
        }
    }

    private static List<(string Name, Version Version)> References(ZipArchiveEntry entry)
    {
        using var reader = new PEReader(Copy(entry));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }

    private static MemoryStream Copy(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
