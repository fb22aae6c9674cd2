using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Inserts <c>Guard.RequireX(...)</c> before a destructive call; it works everywhere, also where an attribute is not enforced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertGuardStatementFix))]
public sealed class InsertGuardStatementFix : DocumentFix
{
    /// <summary>Equivalence key of the action that inserts <c>Guard.RequireEnvironment</c>.</summary>
    public const string EnvironmentKey = "AgentGuard.InsertGuard.RequireEnvironment";

    /// <summary>Equivalence key of the action that inserts <c>Guard.RequireConfirmation</c>.</summary>
    public const string ConfirmationKey = "AgentGuard.InsertGuard.RequireConfirmation";

    /// <summary>Equivalence key of the action that inserts <c>Guard.RequireBackup</c>.</summary>
    public const string BackupKey = "AgentGuard.InsertGuard.RequireBackup";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => MissingGuards.DiagnosticIds;

    private protected override string KeyOf(string diagnosticId) => KeyOf(MissingGuards.GuardOf(diagnosticId));

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (GuardSyntax.IsAvailable(model.Compilation) && MissingGuards.Read(root, diagnostic) is { } missing && StatementPlace.Of(missing.Call) is not null)
            yield return ($"Insert Guard.{GuardSyntax.MethodName(missing.Own)}(...) before the call", KeyOf(missing.Own));
    }

    private protected override IEnumerable<(ExpressionSyntax Place, DocumentEdit.Step Step)> Steps(ImmutableArray<Diagnostic> diagnostics, string? key, SyntaxNode root, SemanticModel model)
    {
        if (!GuardSyntax.IsAvailable(model.Compilation)) yield break;
        var asked = new List<(SyntaxNode Place, GuardKinds Guards)>();
        foreach (var calls in diagnostics.Select(diagnostic => MissingGuards.Read(root, diagnostic)).OfType<MissingGuards>().OrderBy(missing => missing.Call.SpanStart).GroupBy(missing => missing.Call))
        {
            var guards = calls.Where(call => key is null || KeyOf(call.Own) == key).Aggregate(GuardKinds.None, (all, call) => all | call.Own);
            if (StatementPlace.Of(calls.Key) is not { } place) continue;
            guards &= ~asked.Aggregate(GuardKinds.None, (all, other) => all | MissingGuards.Each(other.Guards).Where(guard => StatementPlace.Covers(other.Place, place, guard == GuardKinds.Environment)).Aggregate(GuardKinds.None, static (sum, guard) => sum | guard));
            if (guards == GuardKinds.None) continue;
            asked.Add((place, guards));
            var returnsValue = ReturnsValue(place, model);
            yield return (calls.Key, (current, call) => StatementPlace.Of(call) is { } now ? StatementPlace.Insert(current, now, guards, returnsValue) : current);
        }
    }

    private static string KeyOf(GuardKinds guard) => guard switch
    {
        GuardKinds.Environment => EnvironmentKey,
        GuardKinds.Confirmation => ConfirmationKey,
        _ => BackupKey,
    };

    // Whether an expression body becomes `return body;` or `body;`.
    private static bool ReturnsValue(SyntaxNode place, SemanticModel model)
    {
        var function = place switch
        {
            LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda).Symbol,
            ArrowExpressionClauseSyntax { Parent: { } parent } => model.GetDeclaredSymbol(parent),
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
