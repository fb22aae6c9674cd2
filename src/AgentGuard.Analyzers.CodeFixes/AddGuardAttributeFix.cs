using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Puts the missing guard attributes on the function around a destructive call, where they are enforced at run time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddGuardAttributeFix))]
public sealed class AddGuardAttributeFix : CodeFixProvider
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

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DocumentEdit.FixAll(FixAsync, id => KeyOf(MissingGuards.GuardOf(id)));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var (_, steps) = await PlanAsync(context.Document, ImmutableArray.Create(diagnostic), AllKey, context.CancellationToken).ConfigureAwait(false);
            if (steps.FirstOrDefault() is not { Missing: { } missing } plan) continue;
            if ((plan.Guards & missing.Own) != 0)
                DocumentEdit.Register(context, diagnostic, $"Add [{GuardSyntax.AttributeName(missing.Own)}]", KeyOf(missing.Own), FixAsync);
            if ((plan.Guards & ~missing.Own) != 0)
                DocumentEdit.Register(context, diagnostic, "Add all missing guard attributes", AllKey, FixAsync);
        }
    }

    private static string KeyOf(GuardKinds guard) => guard switch
    {
        GuardKinds.Environment => EnvironmentKey,
        GuardKinds.Confirmation => ConfirmationKey,
        _ => BackupKey,
    };

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancel)
    {
        var (root, plans) = await PlanAsync(document, diagnostics, key, cancel).ConfigureAwait(false);
        return await DocumentEdit.ApplyAsync(document, root, plans.Select(plan => (plan.Missing.Call, plan.Step)).ToArray(), cancel).ConfigureAwait(false);
    }

    private static async Task<(SyntaxNode Root, List<Plan> Plans)> PlanAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancel)
    {
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) ?? throw new InvalidOperationException("A C# document has a tree.");
        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) ?? throw new InvalidOperationException("A C# document has a model.");
        var plans = new List<Plan>();
        if (!GuardSyntax.IsAvailable(model.Compilation)) return (root, plans);

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var calls in diagnostics.Select(diagnostic => MissingGuards.Read(root, diagnostic)).OfType<MissingGuards>().GroupBy(missing => missing.Call))
        {
            var missing = calls.First();
            var guards = calls.Where(call => call.AttributeCounts)
                .Aggregate(GuardKinds.None, (all, call) => all | (key == AllKey ? call.All : key is null || KeyOf(call.Own) == key ? call.Own : GuardKinds.None));
            if (AttributePlace.Of(missing.Call) is not { } place || (guards = AttributePlace.Missing(place, guards)) == GuardKinds.None) continue;
            if (StepFor(place, missing.Call, guards, model, names) is { } step) plans.Add(new(missing, guards, step));
        }

        return (root, plans);
    }

    private static DocumentEdit.Step? StepFor(SyntaxNode place, ExpressionSyntax call, GuardKinds guards, SemanticModel model, HashSet<string> names)
    {
        if (place is GlobalStatementSyntax)
            return ExtractedFunction.Plan(call, model, names) is { } function ? (root, current) => function.Extract(root, current, guards) : null;

        return (root, current) => AttributePlace.Of(current) is { } declaration ? root.ReplaceNode(declaration, AttributePlace.Add(declaration, guards)) : root;
    }

    private sealed record Plan(MissingGuards Missing, GuardKinds Guards, DocumentEdit.Step Step);
}
