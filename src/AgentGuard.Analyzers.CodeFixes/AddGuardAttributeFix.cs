using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Puts the missing guard attributes on the function around a destructive call, where they are enforced at run time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddGuardAttributeFix))]
public sealed class AddGuardAttributeFix : DocumentFix
{
    /// <summary>Equivalence key of the action that adds <c>[RequiresEnvironment]</c>.</summary>
    public const string EnvironmentKey = "AgentGuard.AddAttribute.RequiresEnvironment";

    /// <summary>Equivalence key of the action that adds <c>[RequiresConfirmation]</c>.</summary>
    public const string ConfirmationKey = "AgentGuard.AddAttribute.RequiresConfirmation";

    /// <summary>Equivalence key of the action that adds <c>[RequiresBackup]</c>.</summary>
    public const string BackupKey = "AgentGuard.AddAttribute.RequiresBackup";

    /// <summary>Equivalence key of the action that adds every missing guard attribute.</summary>
    public const string AllKey = "AgentGuard.AddAttribute.All";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => MissingGuards.DiagnosticIds;

    private protected override string KeyOf(string diagnosticId) => KeyOf(MissingGuards.GuardOf(diagnosticId));

    // One file of several frameworks needs what holds in all of them; the oldest may have a language in which no attribute is enforced.
    private protected override bool Fits(Document document) => document.GetLinkedDocumentIds()
        .Select(linked => document.Project.Solution.GetProject(linked.ProjectId)?.ParseOptions)
        .All(static options => options is CSharpParseOptions { LanguageVersion: >= Interception.FirstLanguage });

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        foreach (var (missing, guards, _) in Plans(ImmutableArray.Create(diagnostic), AllKey, root, model))
        {
            if ((guards & missing.Own) != 0) yield return ($"Add [{GuardSyntax.AttributeName(missing.Own)}]", KeyOf(missing.Own));
            if ((guards & ~missing.Own) != 0) yield return ("Add all missing guard attributes", AllKey);
        }
    }

    private protected override IEnumerable<(ExpressionSyntax Place, DocumentEdit.Step Step)> Steps(ImmutableArray<Diagnostic> diagnostics, string? key, SyntaxNode root, SemanticModel model) =>
        Plans(diagnostics, key, root, model).Select(static plan => (plan.Missing.Call, plan.Step));

    private static string KeyOf(GuardKinds guard) => guard switch
    {
        GuardKinds.Environment => EnvironmentKey,
        GuardKinds.Confirmation => ConfirmationKey,
        _ => BackupKey,
    };

    private static IEnumerable<Plan> Plans(ImmutableArray<Diagnostic> diagnostics, string? key, SyntaxNode root, SemanticModel model)
    {
        if (!GuardSyntax.IsAvailable(model.Compilation)) yield break;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var calls in diagnostics.Select(diagnostic => MissingGuards.Read(root, diagnostic)).OfType<MissingGuards>().GroupBy(missing => missing.Call))
        {
            var missing = calls.First();
            var guards = calls.Where(call => call.AttributeCounts)
                .Aggregate(GuardKinds.None, (all, call) => all | (key == AllKey ? call.All : key is null || KeyOf(call.Own) == key ? call.Own : GuardKinds.None));
            if (AttributePlace.Of(missing.Call) is not { } place || (guards = AttributePlace.Missing(place, guards)) == GuardKinds.None) continue;
            if (StepFor(place, missing.Call, guards, model, names) is { } step) yield return new(missing, guards, step);
        }
    }

    private static DocumentEdit.Step? StepFor(SyntaxNode place, ExpressionSyntax call, GuardKinds guards, SemanticModel model, HashSet<string> names)
    {
        if (place is GlobalStatementSyntax)
            return ExtractedFunction.Plan(call, model, names) is { } function ? (root, current) => function.Extract(root, current, guards) : null;

        return (root, current) => AttributePlace.Of(current) is { } declaration ? root.ReplaceNode(declaration, AttributePlace.Add(declaration, guards)) : root;
    }

    private sealed record Plan(MissingGuards Missing, GuardKinds Guards, DocumentEdit.Step Step);
}
