using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Texts;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>
/// The everyday database command: a local that its member creates, whose text is only ever a literal there, and that no one else gets.
/// Its texts can be scanned without binding anything. Whatever is not exactly that is left to the folding of texts.
/// </summary>
internal static class PlainCommands
{
    private const string TextProperty = "CommandText";

    /// <summary>Whether a call can only execute texts in view that neither destroy nor weaken anything.</summary>
    /// <param name="call">The call.</param>
    /// <param name="entries">The catalogue lines that it can be.</param>
    /// <param name="receivers">The declared types of receivers.</param>
    /// <param name="model">The model of the file.</param>
    public static bool IsHarmless(InvocationExpressionSyntax call, ImmutableArray<CatalogEntry> entries, ReceiverTypes receivers, SemanticModel model)
    {
        if (!entries.All(static entry => entry is { Effect: CatalogEffect.Runs, Channel: TextChannel.Sql, Sources: [{ Root: ValuePath.Receiver, Properties: [TextProperty] }] })) return false;
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax command }) return false;
        var locals = receivers.LocalsAround(call);
        if (locals[command.Identifier.ValueText] is not { Initializer: { } creation }) return false;
        return TextsOf(locals.UsesOf(command.Identifier.ValueText), creation, receivers, model) is { } texts && texts.TrueForAll(IsHarmless);
    }

    // Words are looked for before the text is taken apart: nearly every command is a query. What a loop may be around is not asked here.
    private static bool IsHarmless(string text) => text.IndexOf(FoldedText.Hole) < 0 && !HandedStatements.AreRunBy(text) && (!SqlScanner.MayMatter(text) || SqlScanner.ScanRepeated(text) is []);

    // Null: there may be others.
    private static List<string>? TextsOf(IEnumerable<IdentifierNameSyntax> uses, ExpressionSyntax creation, ReceiverTypes receivers, SemanticModel model)
    {
        var texts = new List<string>();
        if (!IsCreation(creation, texts, receivers, model)) return null;
        foreach (var use in uses)
        {
            if (use.Parent is not MemberAccessExpressionSyntax access || access.Expression != use) return null;
            if (access.Name.Identifier.ValueText != TextProperty) continue;
            if (access.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment || assignment.Left != access) return null;
            if (Literal(assignment.Right) is not { } text) return null;
            texts.Add(text);
        }

        return texts;
    }

    private static bool IsCreation(ExpressionSyntax creation, List<string> texts, ReceiverTypes receivers, SemanticModel model)
    {
        switch (creation)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "CreateCommand" } } }:
                return true;
            case ObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: var arguments } when receivers.Of(creation, model) is { } type:
                if (arguments.Count == 0) return true;
                if (arguments.Any(static argument => argument.NameColon is not null) || !HasTextFirst(type) || Literal(arguments[0].Expression) is not { } text) return false;
                texts.Add(text);
                return true;
            default:
                return false;
        }
    }

    private static bool HasTextFirst(INamedTypeSymbol command) => command.InstanceConstructors.All(static constructor =>
        constructor.Parameters.All(static parameter => parameter.Ordinal == 0 || parameter.Type.SpecialType != SpecialType.System_String));

    private static string? Literal(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        ParenthesizedExpressionSyntax parenthesized => Literal(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when sum.DescendantNodes().Count() < 64 => Literal(sum.Left) is { } left && Literal(sum.Right) is { } right ? left + right : null,
        _ => null,
    };
}
