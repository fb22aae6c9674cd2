using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using AgentGuard.Analyzers.Integrity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0902: a rule is suppressed, lowered or hidden without an approval.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IntegrityAnalyzer : DiagnosticAnalyzer
{
    // Not configurable: neither pragma nor severity reach it. The tag of compiler diagnostics: nor do SuppressMessage attributes.
    internal static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.LoweredRule,
        "A rule of AgentGuard is suppressed, lowered or hidden",
        "'{0}' {1}. Undo it and guard the operation instead; if the operation must stay as it is, ask the people who answer for the data.",
        Descriptor.Accountability,
        "A guard that the guarded code may switch off protects nothing. Whatever silences a rule of AgentGuard is reported, and can itself not be silenced.",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.NotConfigurable,
        WellKnownDiagnosticTags.Compiler,
        WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule, ApprovalAnalyzer.Rule);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var approvals = ApprovalBook.Read(start.Options, start.CancellationToken);
            var code = new CodeSuppressions(start.Compilation, start.Options);
            start.RegisterSemanticModelAction(file => ReportAll(code.In(file.SemanticModel.SyntaxTree, file.CancellationToken).Concat(AssemblyAttributes(code, file)), approvals, file.ReportDiagnostic));
            start.RegisterSyntaxNodeAction(node => ReportAll(OnMember(code, node), approvals, node.ReportDiagnostic), SyntaxKind.Attribute);
            start.RegisterCompilationEndAction(end =>
            {
                ReportAll(new LoweredSettings(end.Compilation, end.Options).Find(end.CancellationToken), approvals, end.ReportDiagnostic);
                foreach (var approval in approvals.Unused<PolicyApproval>(end.Compilation, end.Options)) end.ReportDiagnostic(ApprovalAnalyzer.Unused(approval, end.Options, end.CancellationToken));
            });
        });
    }

    private static IEnumerable<Lowering> OnMember(CodeSuppressions code, SyntaxNodeAnalysisContext context) =>
        context.Node is AttributeSyntax { Parent.Parent: not CompilationUnitSyntax } attribute && code.Of(attribute, context.SemanticModel, context.CancellationToken) is { } lowering ? [lowering] : [];

    // The compiler does not hand attributes of the assembly to node actions.
    private static IEnumerable<Lowering> AssemblyAttributes(CodeSuppressions code, SemanticModelAnalysisContext context) =>
        context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken) is CompilationUnitSyntax { AttributeLists: var lists }
            ? lists.SelectMany(list => list.Attributes).Select(attribute => code.Of(attribute, context.SemanticModel, context.CancellationToken)).OfType<Lowering>()
            : [];

    private static void ReportAll(IEnumerable<Lowering> lowerings, ApprovalBook approvals, Action<Diagnostic> report)
    {
        foreach (var lowering in lowerings)
        {
            if (approvals.For(lowering.Setting) is { } approval) approvals.Use(approval);
            else report(Diagnostic.Create(Rule, lowering.Location, lowering.Setting, lowering.Effect));
        }
    }
}
