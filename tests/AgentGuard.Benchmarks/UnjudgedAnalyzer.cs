using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Benchmarks;

/// <summary>
/// What comes before any judgement: AgentGuard's names and gate, and of each call that they let through and the catalogue knows, what
/// the compiler needs for its operation and for the flow graph of its member. No analysis of flow over these calls can cost less.
/// </summary>
#pragma warning disable RS1001, RS1036 // Runs in this process only.
internal sealed class UnjudgedAnalyzer : DiagnosticAnalyzer
{
    public int Blocks;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("UNJUDGED", "Unjudged", "Unjudged", "Measuring", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var services = new Lazy<AnalysisServices>(() => AnalysisServices.Create(start.Compilation, start.Options, [], CancellationToken.None));
            start.RegisterSemanticModelAction(file => Look(file.SemanticModel, services.Value, file.CancellationToken));
        });
    }

    private void Look(SemanticModel model, AnalysisServices services, CancellationToken cancellation)
    {
        services.Adopt(model);
        foreach (var candidate in services.Names.In(model.SyntaxTree, null, cancellation).SelectMany(CandidateCalls.At))
        {
            if (!services.Gate.Admits(candidate, model) || model.GetOperation(candidate, cancellation) is not IInvocationOperation call) continue;
            if (!services.Catalog.Match(call.TargetMethod).Any(static entry => entry.IsOperation) || candidate.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } member) continue;
            Blocks += ControlFlowGraph.Create(member, model, cancellation)!.Blocks.Length;
        }
    }
}
#pragma warning restore RS1001, RS1036
