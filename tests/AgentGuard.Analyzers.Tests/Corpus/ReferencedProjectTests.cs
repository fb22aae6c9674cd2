using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests.Corpus;

/// <summary>In an editor a referenced project is a compilation, so its symbols lead into files that are not ours; a build sees an assembly instead.</summary>
public class ReferencedProjectTests
{
    private const string Library = """
        using System.IO;
        public static class Places
        {
            public static readonly string Root = "/data";
            public static readonly string[] Safe = { "Development", "Staging" };
            public static string Cache => "/cache";
            public static string Fresh() => Path.Combine(Path.GetTempPath(), "x");
            public static bool MayDelete() => System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == "Development";
            public static void Wipe(bool confirmed) { if (confirmed) Directory.Delete(Root, true); }
        }
        public abstract class Job
        {
            protected readonly string Folder;
            protected Job(string folder) { Folder = folder; }
            public bool Force { get; set; } = true;
            public void Run() { if (Places.MayDelete()) Execute(); }
            protected abstract void Execute();
            protected virtual string Next() => Path.Combine(Path.GetTempPath(), "y");
        }
        public record Options(bool Force = true);
        public record Choice(bool Value);
        """;

    private const string Program = """
        using System;
        using System.IO;
        class C
        {
            void M(bool confirmed)
            {
                Directory.Delete(Places.Root, true);
                Directory.Delete(Places.Cache, true);
                Directory.Delete(Places.Fresh(), true);
                if (Places.MayDelete()) Directory.Delete("/x", true);
                if (Array.IndexOf(Places.Safe, Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")) >= 0) Directory.Delete("/y", true);
                Places.Wipe(true);
                if (new Choice(confirmed).Value) Directory.Delete("/u", true);
                if (new Options().Force) Directory.Delete("/w", true);
                if (new Options { Force = false } is { Force: true } options && options.Force) Directory.Delete("/v", true);
            }
        }
        class Clean : Job
        {
            public Clean() : base("/tmp/x") { }
            protected override void Execute()
            {
                Directory.Delete("/z", true);
                if (Force) Directory.Delete(Folder, true);
                Directory.Delete(Next(), true);
            }
        }
        """;

    private static readonly MetadataReference[] Framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Select(MetadataReference (path) => MetadataReference.CreateFromFile(path))
        .ToArray();

    [Fact]
    public async Task An_editor_and_a_build_report_the_same()
    {
        var library = Compile("Library", Library);
        using var assembly = new MemoryStream();
        Assert.True(library.Emit(assembly).Success);

        var inBuild = await Lines(MetadataReference.CreateFromImage(assembly.ToArray()));
        Assert.NotEmpty(inBuild);
        Assert.Equal(inBuild, await Lines(library.ToMetadataReference()));
    }

    private static async Task<IReadOnlyList<string>> Lines(MetadataReference library)
    {
        var run = Compile("Program", Program, library).WithAnalyzers([new DestructiveCallAnalyzer()]);
        var diagnostics = await run.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)];
    }

    private static CSharpCompilation Compile(string name, string source, params MetadataReference[] further) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(source, path: name + ".cs")],
        Framework.Concat(further),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
