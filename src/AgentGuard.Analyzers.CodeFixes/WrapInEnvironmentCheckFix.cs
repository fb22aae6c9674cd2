using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>Wraps a destructive statement in <c>if (env.IsDevelopment())</c> when a host environment is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrapInEnvironmentCheckFix))]
public sealed class WrapInEnvironmentCheckFix : DocumentFix
{
    /// <summary>Equivalence key of the action.</summary>
    public const string Key = "AgentGuard.WrapInEnvironmentCheck";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MissingEnvironmentCheck, RuleIds.UnguardedLocal);

    private protected override string KeyOf(string diagnosticId) => Key;

    private protected override IEnumerable<(string Title, string Key)> Offers(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (MissingGuards.Read(root, diagnostic) is { } missing && CheckFor(missing.Call, model) is { } check) yield return ($"Wrap in if ({check})", Key);
    }

    private protected override IEnumerable<(ExpressionSyntax Place, DocumentEdit.Step Step)> Steps(ImmutableArray<Diagnostic> diagnostics, string? key, SyntaxNode root, SemanticModel model)
    {
        foreach (var missing in diagnostics.Select(diagnostic => MissingGuards.Read(root, diagnostic)).OfType<MissingGuards>())
        {
            if (CheckFor(missing.Call, model) is { } check) yield return (missing.Call, (current, call) => Wrap(current, call, check));
        }
    }

    private static SyntaxNode Wrap(SyntaxNode root, ExpressionSyntax call, string check)
    {
        if (StatementPlace.Around(call) is not ExpressionStatementSyntax statement) return root;
        if (statement.Ancestors().OfType<IfStatementSyntax>().Any(outer => outer.Condition.ToString() == check)) return root;
        StatementSyntax wrapped = SyntaxFactory.IfStatement(SyntaxFactory.ParseExpression(check), SyntaxFactory.Block(statement.WithoutTrivia()));

        // Without a block an `else` below would become that of the check.
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)) wrapped = SyntaxFactory.Block(wrapped);
        return root.ReplaceNode(statement, wrapped.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>The check as it can be written at the call, or null when no host environment is in scope or the call is more than a statement.</summary>
    private static string? CheckFor(ExpressionSyntax call, SemanticModel model)
    {
        if (StatementPlace.Around(call) is not ExpressionStatementSyntax statement) return null;
        var position = statement.SpanStart;
        var assigned = new Lazy<ImmutableArray<ISymbol>>(() => model.AnalyzeDataFlow(statement) is { Succeeded: true } flow ? flow.DefinitelyAssignedOnEntry : ImmutableArray<ISymbol>.Empty);
        return model.LookupSymbols(position)
            .Where(symbol => IsUsable(symbol, statement, model, assigned))
            .SelectMany(symbol => new[] { symbol.Name, symbol.Name + ".Environment" })
            .Select(environment => environment + ".IsDevelopment()")
            .FirstOrDefault(check => IsHostCheck(check, position, model));
    }

    private static bool IsUsable(ISymbol symbol, SyntaxNode statement, SemanticModel model, Lazy<ImmutableArray<ISymbol>> assigned)
    {
        var functions = Functions(statement, model);
        return symbol switch
        {
            ILocalSymbol local => local.Locations[0].SourceSpan.End < statement.SpanStart && CanBeHeld(local, local.RefKind, functions) && assigned.Value.Contains(local),
            IParameterSymbol parameter when functions.Contains(parameter.ContainingSymbol, SymbolEqualityComparer.Default) =>
                CanBeHeld(parameter, parameter.RefKind, functions) && (parameter.RefKind != RefKind.Out || assigned.Value.Contains(parameter)),
            IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } => true,

            // A parameter of a primary constructor is as good as a field.
            IFieldSymbol or IPropertySymbol or IParameterSymbol => functions.All(static function => !function.IsStatic) && (functions.Count == 1 || !functions[0].ContainingType.IsValueType),
            _ => false,
        };
    }

    // From the innermost function around the statement to the member.
    private static IReadOnlyList<ISymbol> Functions(SyntaxNode statement, SemanticModel model)
    {
        var functions = new List<ISymbol>();
        for (var function = model.GetEnclosingSymbol(statement.SpanStart); function is not null and not ITypeSymbol; function = function.ContainingSymbol) functions.Add(function);
        return functions;
    }

    // A static function holds nothing of the functions around it, and none holds what was handed by reference.
    private static bool CanBeHeld(ISymbol symbol, RefKind kind, IReadOnlyList<ISymbol> functions) =>
        functions.TakeWhile(function => !SymbolEqualityComparer.Default.Equals(function, symbol.ContainingSymbol)).All(function => !function.IsStatic && kind == RefKind.None);

    // Bound for real: the extension method needs its namespace, and what may be null is no receiver for it.
    private static bool IsHostCheck(string check, int position, SemanticModel model)
    {
        var statement = (ExpressionStatementSyntax)SyntaxFactory.ParseStatement(check + ";");
        if (!HostCheck.Is(model.GetSpeculativeSymbolInfo(position, statement.Expression, SpeculativeBindingOption.BindAsExpression).Symbol)) return false;
        return !model.TryGetSpeculativeSemanticModel(position, statement, out var bound)
            || bound!.GetTypeInfo(((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)statement.Expression).Expression).Expression).Nullability.FlowState != NullableFlowState.MaybeNull;
    }
}
