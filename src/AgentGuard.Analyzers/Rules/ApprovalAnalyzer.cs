using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0301: an approval is incomplete or not in force. That one is unused is seen by the analyzers that use it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApprovalAnalyzer : DiagnosticAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.InvalidApproval,
        "An approval does not hold",
        "{0}",
        Descriptor.Accountability,
        "An approval names one operation in one member, a reason, an approver, and the days on which it was given and expires. One that is incomplete, expired or no longer needed accepts nothing.",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Check);
    }

    /// <summary>The diagnostic for an approval that nothing needed.</summary>
    internal static Diagnostic Unused(Approval approval, AnalyzerOptions options, CancellationToken cancellation)
    {
        var file = options.AdditionalFiles.First(file => file.Path == approval.Path);
        var what = approval is OperationApproval { Member: var member, Operation: var operation }
            ? $"No rule reports '{operation}' in '{member}', so this approval is not needed"
            : $"Nothing lowers '{((PolicyApproval)approval).Setting}', so this approval is not needed";
        return Report(file, file.GetText(cancellation)!, approval.Span, what + "; remove the line");
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        if (!ApprovalBook.IsApprovalsFile(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text) return;
        var (approvals, errors) = ApprovalsParser.Parse(context.AdditionalFile.Path, text);
        foreach (var error in errors) context.ReportDiagnostic(Report(context.AdditionalFile, text, error.Span, error.Message));

        var today = BuildDate.Of(context.Options);
        foreach (var approval in approvals)
        {
            if (BuildDate.WhyNotInForce(approval, today) is { } reason) context.ReportDiagnostic(Report(context.AdditionalFile, text, approval.Span, reason));
        }
    }

    private static Diagnostic Report(AdditionalText file, SourceText text, TextSpan span, string message) =>
        Diagnostic.Create(Rule, Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)), message);
}
