using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Inserts <c>Guard.RequireX(...)</c> before a destructive call; it works everywhere, also where an attribute is not enforced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertGuardStatementFix))]
public sealed class InsertGuardStatementFix : CodeFixProvider
{
    /// <summary>Equivalence key of the action that inserts <c>Guard.RequireEnvironment</c>.</summary>
    public const string EnvironmentKey = "AgentGuard.InsertGuard.RequireEnvironment";

    /// <summary>Equivalence key of the action that inserts <c>Guard.RequireConfirmation</c>.</summary>
    public const string ConfirmationKey = "AgentGuard.InsertGuard.RequireConfirmation";

    /// <summary>Equivalence key of the action that inserts <c>Guard.RequireBackup</c>.</summary>
    public const string BackupKey = "AgentGuard.InsertGuard.RequireBackup";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => MissingGuards.DiagnosticIds;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DocumentEdit.FixAll(FixAsync, id => KeyOf(MissingGuards.GuardOf(id)));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !GuardSyntax.IsAvailable(model.Compilation)) return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (MissingGuards.Read(root, diagnostic) is not { } missing || StatementPlace.Of(missing.Call) is null) continue;
            DocumentEdit.Register(context, diagnostic, $"Insert Guard.{GuardSyntax.MethodName(missing.Own)}(...) before the call", KeyOf(missing.Own), FixAsync);
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
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        if (root is null || model is null || !GuardSyntax.IsAvailable(model.Compilation)) return document;

        var steps = new List<(ExpressionSyntax, DocumentEdit.Step)>();
        foreach (var calls in diagnostics.Select(diagnostic => MissingGuards.Read(root, diagnostic)).OfType<MissingGuards>().GroupBy(missing => missing.Call))
        {
            var guards = calls.Where(call => key is null || KeyOf(call.Own) == key).Aggregate(GuardKinds.None, (all, call) => all | call.Own);
            if (guards == GuardKinds.None || StatementPlace.Of(calls.Key) is not { } place) continue;
            var returnsValue = ReturnsValue(place, model, cancel);
            steps.Add((calls.Key, (current, call) => StatementPlace.Of(call) is { } now ? StatementPlace.Insert(current, now, guards, returnsValue) : current));
        }

        return await DocumentEdit.ApplyAsync(document, root, steps, cancel).ConfigureAwait(false);
    }

    // Whether an expression body becomes `return body;` or `body;`.
    private static bool ReturnsValue(SyntaxNode place, SemanticModel model, CancellationToken cancel)
    {
        var function = place switch
        {
            LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancel).Symbol,
            ArrowExpressionClauseSyntax { Parent: { } parent } => model.GetDeclaredSymbol(parent, cancel),
            _ => null,
        };
        return function switch
        {
            IPropertySymbol => true,
            IMethodSymbol { ReturnsVoid: true } => false,
            IMethodSymbol { IsAsync: true, ReturnType: INamedTypeSymbol { IsGenericType: false } } => false,
            _ => true,
        };
    }
}
