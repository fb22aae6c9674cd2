using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Catalog.Tests.Census;

/// <summary>The real assemblies that the catalogue describes, as the compiler sees them.</summary>
internal static class RealLibraries
{
    private static readonly string[] Frameworks = ["net10.0", "net9.0", "net8.0", "net6.0", "netcoreapp3.1", "netstandard2.1", "netstandard2.0", "net45"];

    private static readonly Lazy<CSharpCompilation> LazyCompilation = new(() => CSharpCompilation.Create(
        "Census",
        StubFiles().Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)),
        references: Paths().Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));

    private static readonly Lazy<IReadOnlyDictionary<string, IAssemblySymbol>> LazyAssemblies = new(() =>
        Compilation.SourceModule.ReferencedAssemblySymbols.ToDictionary(assembly => assembly.Name, StringComparer.Ordinal));

    /// <summary>A compilation that references every library; its own code is the stand-ins for those that are not restored.</summary>
    public static CSharpCompilation Compilation => LazyCompilation.Value;

    /// <summary>All referenced assemblies by name.</summary>
    public static IReadOnlyDictionary<string, IAssemblySymbol> Assemblies => LazyAssemblies.Value;

    /// <summary>The sources of the stand-ins.</summary>
    public static string[] StubFiles() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Stubs"), "*.cs");

    /// <summary>All public types of an assembly, nested ones included, extension blocks excluded.</summary>
    public static IEnumerable<INamedTypeSymbol> PublicTypes(IAssemblySymbol assembly) => Types(assembly.GlobalNamespace);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public, Name.Length: > 0 } type => Types(type).Prepend(type),
        _ => [],
    });

    private static IEnumerable<string> Paths() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "libraries.txt"))
            .SelectMany(line => line.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? [line] : Downloaded(line))
            .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase);

    // A downloaded package is not restored, so its best framework folder is chosen here.
    private static string[] Downloaded(string idAndVersion)
    {
        var version = Path.GetFileName(idAndVersion).Trim('[', ']');
        var id = Path.GetDirectoryName(idAndVersion)!;
        var package = Path.Combine(Path.GetDirectoryName(id)!, Path.GetFileName(id).ToLowerInvariant(), version);
        var folder = new[] { "ref", "lib" }
            .SelectMany(kind => Frameworks.Select(framework => Path.Combine(package, kind, framework)))
            .FirstOrDefault(Directory.Exists) ?? throw new DirectoryNotFoundException($"{package} has no folder for a supported framework");
        return Directory.GetFiles(folder, "*.dll");
    }
}
