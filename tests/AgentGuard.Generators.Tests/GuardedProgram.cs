using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using AgentGuard.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Generators.Tests;

/// <summary>Compiles a program with the generator and the real runtime, and runs it in this process with guards of its own.</summary>
internal sealed class GuardedProgram
{
    private const string SetUp = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using AgentGuard;

        public static class SetUp
        {
            public static string Directory;

            public static void In(string environment, string directory)
            {
                Directory = directory;
                Guard.Configure(options =>
                {
                    options.EnvironmentName = environment;
                    options.AuditFile = Path.Combine(directory, "audit.jsonl");
                    options.Ledger = new BackupLedger(Path.Combine(directory, "backups.ledger"));
                    options.Confirmation = new Yes();
                });
            }

            private sealed class Yes : IConfirmationProvider
            {
                public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken) => Task.FromResult(ConfirmationAnswer.Yes("a test"));
            }
        }
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("AgentGuard.", StringComparison.Ordinal) || Path.GetFileName(path) == "AgentGuard.dll")
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly (string Path, string Text)[] _files;

    public GuardedProgram(params (string Path, string Text)[] files) => _files = files;

    public GuardedProgram(string source)
        : this(("/src/Program.cs", source))
    {
    }

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    public string? Interceptors { get; init; } = "true";

    public string Namespaces { get; init; } = "AgentGuard.Generated";

    public (string Name, string Text)[] AdditionalFiles { get; init; } = [];

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public CSharpParseOptions ParseOptions => new CSharpParseOptions(LanguageVersion).WithFeatures([new("InterceptorsNamespaces", Namespaces)]);

    public CSharpCompilation Compilation => CSharpCompilation.Create(
        "Guarded" + Guid.NewGuid().ToString("N"),
        _files.Append(("/src/SetUp.cs", LanguageVersion < LanguageVersion.CSharp10 ? SetUp.Replace("global using", "using") : SetUp)).Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Item2, System.Text.Encoding.UTF8), ParseOptions, file.Item1)),
        References,
        new CSharpCompilationOptions(OutputKind, nullableContextOptions: NullableContextOptions.Disable, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release));

    public AnalyzerConfigOptionsProvider Options => new Settings(Interceptors);

    public GeneratorDriver Driver => CSharpGeneratorDriver.Create(
        [new GuardInterceptorGenerator().AsSourceGenerator()],
        AdditionalFiles.Select(file => new Text(file.Name, file.Text)),
        ParseOptions,
        Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files.</summary>
    public ImmutableArray<GeneratedSourceResult> Generate() => Driver.RunGenerators(Compilation).GetRunResult().Results.Single().GeneratedSources;

    /// <summary>Runs <c>Test.Run()</c> in an environment; the result is what it returns, or what blocked it.</summary>
    public Task<object?> RunAsync(string environment, string directory) => Load().RunAsync(environment, directory);

    /// <summary>Compiles, with errors and with warnings in generated code refused.</summary>
    public LoadedProgram Load()
    {
        Driver.RunGeneratorsAndUpdateCompilation(Compilation, out var compilation, out var diagnostics);
        Assert.Empty(diagnostics);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        var faults = emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && IsGenerated(diagnostic.Location.SourceTree))).ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults) + "\n" + string.Join("\n", compilation.SyntaxTrees.Where(IsGenerated)));
        image.Position = 0;
        return new LoadedProgram(new Isolated().LoadFromStream(image));
    }

    private static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    /// <summary>Has its own copy of the runtime, whose options are those of the process.</summary>
    private sealed class Isolated() : AssemblyLoadContext(isCollectible: false)
    {
        protected override Assembly? Load(AssemblyName name) =>
            name.Name == "AgentGuard" ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AgentGuard.dll")) : null;
    }

    private sealed class Text(string path, string content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }

    private sealed class Settings(string? interceptors) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(interceptors);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(null);
    }

    private sealed class Values(string? interceptors) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.AgentGuardInterceptors" ? interceptors : null;
            return value is not null;
        }

        public override IEnumerable<string> Keys => [];
    }
}

/// <summary>A compiled program with its own copy of the runtime.</summary>
internal sealed class LoadedProgram(Assembly assembly)
{
    /// <summary>Runs a type's <c>Run()</c> in an environment; the result is what it returns, or what blocked it.</summary>
    public async Task<object?> RunAsync(string environment, string directory, string type = "Test")
    {
        assembly.GetType("SetUp")!.GetMethod("In")!.Invoke(null, [environment, directory]);
        try
        {
            var result = assembly.GetType(type)!.GetMethod("Run")!.Invoke(null, null);
            if (result is not Task task) return result;
            await task;
            return task.GetType().GetProperty("Result")?.GetValue(task);
        }
        catch (Exception exception) when (Blocked.By(exception) is { } blocked)
        {
            return blocked;
        }
    }
}

/// <summary>What a blocked operation said, read from the exception of the program's own copy of the runtime.</summary>
internal sealed record Blocked(string Guard, string Operation, string? Target, string CallSite, string Reason)
{
    public static Blocked? By(Exception exception)
    {
        while (exception is TargetInvocationException or AggregateException && exception.InnerException is { } inner) exception = inner;
        if (exception.GetType().Name != "DestructiveOperationBlockedException") return null;
        return new(Read("Guard")!, Read("Operation")!, Read("Target"), Read("CallSite")!, Read("Reason")!);

        string? Read(string property) => exception.GetType().GetProperty(property)!.GetValue(exception)?.ToString();
    }
}
