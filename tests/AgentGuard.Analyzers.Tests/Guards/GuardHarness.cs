using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Compiles a snippet around one marked call and asks the analysis what holds there.</summary>
internal static class GuardHarness
{
    /// <summary>The usings, the marked calls and the attributes that every snippet may use.</summary>
    public const string Prelude = """
        global using System;
        global using System.Collections.Generic;
        global using System.Data.Common;
        global using System.Diagnostics;
        global using System.Diagnostics.CodeAnalysis;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using AgentGuard;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.Hosting;
        global using Spectre.Console;
        global using static Calls;

        public static class Calls
        {
            [Destructive(DestructiveKind.Database)] public static void Wipe() { }
            [Destructive(DestructiveKind.Directory)] public static void WipeFiles() { }
            [Destructive(DestructiveKind.Database)] public static void Wipe(object target) { }
            [Destructive(DestructiveKind.Directory)] public static void WipeFiles(object path) { }
            public static bool Flip() => Environment.TickCount % 2 == 0;
            public static void Work() { }
            public static extern Task ExportAsync();
        }

        public interface IBackups
        {
            Task CreateBackupAsync(); void CreateBackup(); Task<bool> TryBackupAsync(); bool TryBackup(); Task BackupFilesAsync(); Task BackupDatabaseAsync();
        }

        public interface IDialogs { Task<bool> ConfirmAsync(string question); bool Confirm(string question); DialogResult Show(string question); }

        public enum DialogResult { None, Yes, No, Cancel }

        public sealed class Options
        {
            public bool Force { get; set; } public bool DryRun { get; set; } public bool IsEraseDisabled { get; set; } public bool DropExisting { get; set; } public string Environment { get; set; } = "";
            public bool AllowDelete { get; set; } public List<string> AllowedEnvironments { get; } = [];
        }

        namespace AgentGuard
        {
            public enum DestructiveKind { Database = 1, Directory = 32 }
            public sealed class DestructiveAttribute(DestructiveKind kind) : Attribute { public DestructiveKind Kind => kind; }
            public sealed class EnvironmentGuardAttribute : Attribute;
            public sealed class ConfirmationGuardAttribute : Attribute;
            public sealed class BackupGuardAttribute : Attribute;
        }
        """;

    private const string MethodStart = "public sealed class Job(IHostEnvironment env, IBackups backups, IDialogs dialogs, IConfiguration config) { public async Task Run(string[] args, Options options, string path, DbConnection connection, bool force) { await Task.Yield();\n";

    private static readonly ImmutableArray<MetadataReference> References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("AgentGuard", StringComparison.Ordinal))
        .Append(TestPaths.Runtime)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private static readonly SyntaxTree PreludeTree = CSharpSyntaxTree.ParseText(Prelude, path: "Prelude.cs");

    private static readonly CSharpCompilation Base = CSharpCompilation.Create(
        "snippet",
        [PreludeTree],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable, allowUnsafe: true));

    /// <summary>The text of the whole file for a snippet: <c>statements</c> of a method, <c>members</c> of a class, or a <c>file</c>.</summary>
    public static string FileFor(string code, string form) => form switch
    {
        "statements" => MethodStart + code + "\n} }",
        "members" => "public sealed partial class Job(IHostEnvironment env, IBackups backups, IDialogs dialogs, IConfiguration config) {\n" + code + "\n}",
        _ => code,
    };

    /// <summary>What holds at the marked call of a snippet.</summary>
    public static GuardState Ask(string code, string form = "statements", IReadOnlyDictionary<string, string>? options = null) => AskAll(FileFor(code, form), options).Single().State;

    /// <summary>What holds at every marked call of a file.</summary>
    public static ImmutableArray<(InvocationExpressionSyntax Call, GuardState State)> AskAll(string file, IReadOnlyDictionary<string, string>? options = null, bool mayHaveErrors = false)
    {
        var tree = CSharpSyntaxTree.ParseText(file, path: "Snippet.cs");
        var topLevel = tree.GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax);
        var compilation = Base.AddSyntaxTrees(tree);
        if (topLevel) compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        if (!mayHaveErrors)
        {
            var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
            Assert.True(errors.Length == 0, file + "\n" + string.Join("\n", errors.Take(5)));
        }

        var model = compilation.GetSemanticModel(tree);
        var configured = new AnalyzerOptions([], new Configuration(options ?? ImmutableDictionary<string, string>.Empty));
        var analysis = AnalysisServices.Create(compilation, configured, [], default).Guards;
        return tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Wipe" or "WipeFiles" })
            .Select(call => (call, analysis.At(call, model, default)))
            .ToImmutableArray();
    }

    private sealed class Configuration(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        private readonly AnalyzerConfigOptions _options = new Values(values);

        public override AnalyzerConfigOptions GlobalOptions => _options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

        private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override IEnumerable<string> Keys => values.Keys;

            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }

    /// <summary>Demands that the last marked call of a snippet has just these guards.</summary>
    /// <param name="code">The snippet.</param>
    /// <param name="proven">The guards, as <see cref="Present"/> writes them.</param>
    /// <param name="form">Where the snippet stands: <c>statements</c>, <c>members</c> or <c>file</c>.</param>
    public static void Check(string code, string proven, string form) => Assert.Equal(proven, Present(AskAll(FileFor(code, form))[^1].State, code.Contains("WipeFiles(")));

    /// <summary>The guards present, as the shapes page writes them: <c>environment, backup</c>, or <c>nothing</c>.</summary>
    public static string Present(GuardState state, bool files = false)
    {
        if (state.IsUnreachable) return "never reached";
        var present = state.GuardsFor(files ? DestructiveKind.Directory : DestructiveKind.Database);
        var words = new[] { GuardKinds.Environment, GuardKinds.Confirmation, GuardKinds.Backup }.Where(guard => present.HasFlag(guard)).Select(guard => guard.ToString().ToLowerInvariant()).ToArray();
        return words.Length == 0 ? "nothing" : string.Join(", ", words);
    }
}
