using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Corpus.Projects;

/// <summary>One project of a checkout, bound as far as it goes; compile errors are no obstacle.</summary>
/// <param name="Project">The project.</param>
/// <param name="Compilation">Its compilation.</param>
internal sealed record CompiledProject(SourceProject Project, CSharpCompilation Compilation);

/// <summary>All projects of a checkout.</summary>
/// <param name="Folder">Where the checkout is.</param>
/// <param name="Projects">The projects, those that others reference first.</param>
/// <param name="Lines">How many lines of C# they have together.</param>
internal sealed record CompiledCheckout(string Folder, ImmutableArray<CompiledProject> Projects, int Lines)
{
    private static readonly string[] Symbols = ["NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER", "NET10_0", "NETSTANDARD2_0_OR_GREATER", "NETCOREAPP3_1_OR_GREATER"];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, preprocessorSymbols: Symbols);

    /// <summary>Parses and binds a checkout.</summary>
    public static CompiledCheckout Open(string folder)
    {
        var projects = SourceProject.In(folder);
        var names = projects.Select(project => project.AssemblyName).ToHashSet();
        var libraries = ReferenceAssemblies.Without(names).ToImmutableArray();
        var compiled = new Dictionary<string, CompiledProject>();
        var lines = 0;
        var counted = new HashSet<string>();
        foreach (var project in projects)
        {
            var trees = project.Files.AsParallel().AsOrdered().Select(file => Parse(folder, file)).ToList();
            lines += project.Files.Zip(trees).Where(pair => counted.Add(pair.First)).Sum(pair => pair.Second.GetText().Lines.Count);
            var references = Closure(project, compiled).Select(MetadataReference (name) => compiled[name].Compilation.ToMetadataReference());
            var compilation = CSharpCompilation.Create(
                project.AssemblyName,
                trees.Append(CSharpSyntaxTree.ParseText(Preamble(project, names), ParseOptions, "/preamble.g.cs")),
                libraries.Select(library => WithAlias(library, project)).Concat(references),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
            compiled.Add(project.Name, new CompiledProject(project, compilation));
        }

        return new CompiledCheckout(folder, [.. projects.Select(project => compiled[project.Name])], lines);
    }

    private static MetadataReference WithAlias(MetadataReference library, SourceProject project) =>
        project.Aliases.TryGetValue(Path.GetFileNameWithoutExtension(library.Display ?? ""), out var alias) ? library.WithAliases([MetadataReferenceProperties.GlobalAlias, alias]) : library;

    private static IEnumerable<string> Closure(SourceProject project, Dictionary<string, CompiledProject> compiled)
    {
        var pending = new Stack<string>(project.References);
        var seen = new HashSet<string>();
        while (pending.TryPop(out var name))
        {
            if (!compiled.TryGetValue(name, out var reference) || !seen.Add(name)) continue;
            yield return name;
            foreach (var further in reference.Project.References) pending.Push(further);
        }
    }

    private static SyntaxTree Parse(string folder, string file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file), Encoding.UTF8), ParseOptions, Path.GetRelativePath(folder, file).Replace('\\', '/'));

    // Global usings of the project, and its internals opened to all others, whatever its build says about signing.
    private static string Preamble(SourceProject project, HashSet<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in project.Usings) text.Append("global using ").Append(name).AppendLine(";");
        foreach (var name in names.Where(name => name != project.AssemblyName)) text.Append("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"").Append(name).AppendLine("\")]");
        return text.ToString();
    }
}
