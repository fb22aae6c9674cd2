using System.Collections.Immutable;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AgentGuard.Analyzers.Tests;

/// <summary>Runs an analyzer over source with markup. <c>{|all:x|}</c> expects AG0001, AG0002 and AG0003 at x.</summary>
internal static class Verify
{
    // The test project's own closure: the framework, every library it references, and AgentGuard's runtime. No download in a test.
    public static readonly ImmutableArray<MetadataReference> References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("AgentGuard", StringComparison.Ordinal))
        .Append(TestPaths.Runtime)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    /// <summary>Every analyzer of the assembly.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> AllAnalyzers = typeof(DestructiveCallAnalyzer).Assembly
        .GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    internal const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    /// <summary>Checks that exactly the marked diagnostics are reported.</summary>
    public static Task Destructive(string source, string? config = null, bool interceptors = true, params (string Name, string Text)[] additionalFiles) =>
        Analyzer<DestructiveCallAnalyzer>(source, config, interceptors, additionalFiles);

    /// <summary>Checks that exactly the marked diagnostics of an analyzer are reported.</summary>
    public static Task Analyzer<TAnalyzer>(string source, string? config = null, bool interceptors = true, params (string Name, string Text)[] additionalFiles)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new Test<TAnalyzer> { TestCode = Expand(source) };
        test.TestState.Sources.Add(("Usings.cs", Usings));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.AgentGuardInterceptors = {(interceptors ? "true" : "false")}\n"));
        if (config is not null) test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{config}\n"));
        foreach (var (name, text) in additionalFiles) test.TestState.AdditionalFiles.Add((name, text));
        return test.RunAsync();
    }

    private static string Expand(string source)
    {
        const string Mark = "{|all:";
        for (var at = source.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = source.IndexOf(Mark, StringComparison.Ordinal))
        {
            var end = source.IndexOf("|}", at, StringComparison.Ordinal);
            source = source[..at] + "{|AG0001:{|AG0002:{|AG0003:" + source[(at + Mark.Length)..end] + "|}|}|}" + source[(end + 2)..];
        }

        return source;
    }

    private sealed class Test<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(References);
            TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        }

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview).WithFeatures([new("InterceptorsNamespaces", "AgentGuard.Generated")]);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(TestState.OutputKind ?? OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Disable);
    }
}
