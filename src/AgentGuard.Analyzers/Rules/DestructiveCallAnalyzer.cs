using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Rules;

/// <summary>Finds every destructive operation once and lets each operation rule look at it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DestructiveCallAnalyzer : DiagnosticAnalyzer
{
    // Kept by the compiler per file, so that an edit in one file does not cost a look at all others.
    private static readonly SyntaxTreeValueProvider<ImmutableHashSet<string>> DeclaredNames = new(tree => DeclaredOperations.NamesIn(tree, CancellationToken.None));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = CallInspection.Descriptors.Add(ApprovalAnalyzer.Rule);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Generated code too: a generated-code header must not be a way past the rules.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var declared = start.Compilation.SyntaxTrees.SelectMany(tree => start.TryGetValue(tree, DeclaredNames, out var names) ? names : ImmutableHashSet<string>.Empty).ToImmutableHashSet(StringComparer.Ordinal);

            // References are bound when they are first asked for; by the first file the compiler has done so for itself.
            var services = new Lazy<AnalysisServices>(() => AnalysisServices.Create(start.Compilation, start.Options, declared, CancellationToken.None), LazyThreadSafetyMode.PublicationOnly);
            start.RegisterSemanticModelAction(file => Analyze(file, services.Value));
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var approval in services.Value.Approvals.Unused<OperationApproval>(end.Compilation, end.Options)) end.ReportDiagnostic(ApprovalAnalyzer.Unused(approval, end.Options, end.CancellationToken));
            });
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, AnalysisServices services)
    {
        services.Adopt(context.SemanticModel);
        new CallInspection(context.SemanticModel, services, context.ReportDiagnostic, context.CancellationToken).In(context.FilterSpan);
    }
}
