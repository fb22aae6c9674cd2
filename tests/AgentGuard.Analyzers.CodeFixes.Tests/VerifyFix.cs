using System.Collections.Immutable;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace AgentGuard.Analyzers.CodeFixes.Tests;

/// <summary>
/// Applies a fix to marked source. Each run fixes one diagnostic after the other and then all of them at once in document, project and solution,
/// and the result must compile. <c>{|all:x|}</c> stands for AG0001, AG0002 and AG0003 at x.
/// </summary>
internal static class VerifyFix
{
    /// <summary>The test project's own closure: the framework, the libraries it references, and AgentGuard's runtime. No download in a test.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("AgentGuard", StringComparison.Ordinal))
        .Append(TestPaths.Runtime)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    /// <summary>How source is parsed in a project that has the package.</summary>
    public static CSharpParseOptions Parsing { get; } = new CSharpParseOptions(LanguageVersion.Preview).WithFeatures([new("InterceptorsNamespaces", "AgentGuard.Generated")]);

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Microsoft.EntityFrameworkCore;
        """;

    /// <summary>Expects that the action with this key turns the source into the result, and that nothing marked is left.</summary>
    public static Task Turns<TFix>(string key, string source, string result, Action<Options>? configure = null) where TFix : CodeFixProvider, new()
    {
        var options = new Options();
        configure?.Invoke(options);
        var test = Create<TFix>(source, options);
        SetFixed(test, result, options);
        test.CodeActionEquivalenceKey = key;
        if (options.LeavesDiagnostics) test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.NumberOfIncrementalIterations = options.Iterations;
        test.NumberOfFixAllIterations = options.FixAllIterations;
        return test.RunAsync();
    }

    /// <summary>Expects that no action of the fix is offered.</summary>
    public static Task OffersNothing<TFix>(string source, Action<Options>? configure = null) where TFix : CodeFixProvider, new()
    {
        var options = new Options();
        configure?.Invoke(options);
        var test = Create<TFix>(source, options);
        SetFixed(test, source, options);
        return test.RunAsync();
    }

    private static Test<TFix> Create<TFix>(string source, Options options) where TFix : CodeFixProvider, new()
    {
        var test = new Test<TFix>(options) { TestCode = Expand(source) };
        if (options.Language >= LanguageVersion.CSharp10)
        {
            test.TestState.Sources.Add(("Usings.cs", Usings));
        }

        var config = $"is_global = true\nbuild_property.AgentGuardInterceptors = {(options.Interceptors ? "true" : "false")}\n";
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", config));
        return test;
    }

    private static void SetFixed<TFix>(Test<TFix> test, string result, Options options) where TFix : CodeFixProvider, new()
    {
        test.FixedCode = Expand(result);
        if (options.Language >= LanguageVersion.CSharp10) test.FixedState.Sources.Add(("Usings.cs", Usings));
    }

    private static string Expand(string source)
    {
        const string Mark = "{|all:";
        for (var at = source.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = source.IndexOf(Mark, StringComparison.Ordinal))
        {
            var end = source.IndexOf("|}", at, StringComparison.Ordinal);
            source = source[..at] + "{|AG0001:{|AG0002:{|AG0003:" + source[(at + Mark.Length)..end] + "|}|}|}" + source[(end + 2)..];
        }

        return source.ReplaceLineEndings("\n");
    }

    /// <summary>What a test changes.</summary>
    internal sealed class Options
    {
        /// <summary>Whether the build enforces attributes.</summary>
        public bool Interceptors { get; set; } = true;

        /// <summary>Whether the source has top-level statements.</summary>
        public bool IsProgram { get; set; }

        /// <summary>The version of the language.</summary>
        public LanguageVersion Language { get; set; } = LanguageVersion.Preview;

        /// <summary>Whether some diagnostics are meant to stay.</summary>
        public bool LeavesDiagnostics { get; set; }

        /// <summary>How many single fixes it takes, when that is not one per diagnostic.</summary>
        public int? Iterations { get; set; }

        /// <summary>How many runs of fix-all it takes.</summary>
        public int? FixAllIterations { get; set; }
    }

    private sealed class Test<TFix> : CSharpCodeFixTest<DestructiveCallAnalyzer, TFix, DefaultVerifier> where TFix : CodeFixProvider, new()
    {
        private readonly Options _options;

        public Test(Options options)
        {
            _options = options;
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(References);
            TestState.OutputKind = options.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        }

        protected override ParseOptions CreateParseOptions() => Parsing.WithLanguageVersion(_options.Language);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(TestState.OutputKind!.Value, nullableContextOptions: NullableContextOptions.Enable);
    }
}
