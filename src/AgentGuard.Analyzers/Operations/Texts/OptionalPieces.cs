using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>
/// Which pieces of a text an <c>if</c> may leave out: <c>if (id != null) sql += " WHERE id = @id";</c>. Loops and switches count as
/// taken, and so does an <c>if</c> that a check beside it keeps from being passed over.
/// </summary>
internal static class OptionalPieces
{
    // Nobody nests or lists more than this around one statement, and the search must stay linear.
    private const int MaxLooks = 64;

    /// <summary>Whether a way to the use goes without this piece, and without another in its place.</summary>
    /// <param name="piece">What is appended.</param>
    /// <param name="use">Where the text is used.</param>
    /// <param name="all">All assignments of the text, in source order.</param>
    public static bool MayBeLeftOut(Assignment piece, SyntaxNode use, IReadOnlyList<Assignment> all)
    {
        IfStatementSyntax? optional = null;
        var node = piece.Syntax;
        for (; node.Parent is { } parent && !parent.Span.Contains(use.Span); node = parent)
        {
            if (parent is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) return false;
            if (parent is not IfStatementSyntax choice || node == choice.Condition) continue;
            if (!Settles(node == choice.Statement ? choice.Else?.Statement : choice.Statement, all, MaxLooks)) optional = choice;
        }

        return optional is not null && !IsChecked(optional, use);
    }

    // Every way through the statement appends something itself or does not go on.
    private static bool Settles(StatementSyntax? statement, IReadOnlyList<Assignment> all, int looks) => statement switch
    {
        null => false,
        _ when looks == 0 => true,
        BlockSyntax block => block.Statements.Take(looks).Any(inner => Settles(inner, all, looks - 1)),
        IfStatementSyntax choice => Settles(choice.Statement, all, looks - 1) && Settles(choice.Else?.Statement, all, looks - 1),
        _ => Leaves(statement) || AnyIn(statement, all),
    };

    private static bool Leaves(StatementSyntax? statement) => statement switch
    {
        BlockSyntax { Statements: [.., var last] } => Leaves(last),
        ThrowStatementSyntax or ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or GotoStatementSyntax => true,
        _ => false,
    };

    private static bool AnyIn(StatementSyntax statement, IReadOnlyList<Assignment> all)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Syntax.Span.End <= statement.SpanStart) low = middle + 1;
            else high = middle;
        }

        return low < all.Count && statement.Span.Contains(all[low].Syntax.Span);
    }

    // `if (!any) throw` behind it, or `if (id is null && name is null) return` before it.
    private static bool IsChecked(IfStatementSyntax optional, SyntaxNode use)
    {
        var names = NamesIn(optional.Condition);
        StatementSyntax? statement = optional;
        var isOuter = false;
        var looks = MaxLooks;
        while (statement is not null)
        {
            var siblings = Siblings(statement);
            var at = siblings.IndexOf(statement);
            for (var i = at + 1; !isOuter && i < siblings.Count && i < at + MaxLooks && siblings[i].SpanStart < use.SpanStart; i++)
            {
                if (siblings[i] is IfStatementSyntax check && Leaves(check.Statement)) return true;
            }

            for (var i = at - 1; i >= 0 && looks-- > 0; i--)
            {
                if (siblings[i] is IfStatementSyntax check && Leaves(check.Statement) && names.Overlaps(NamesIn(check.Condition))) return true;
            }

            isOuter = true;
            statement = statement.Ancestors().TakeWhile(static around => around is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<StatementSyntax>().FirstOrDefault();
        }

        return false;
    }

    private static List<StatementSyntax> Siblings(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements.ToList(),
        SwitchSectionSyntax section => section.Statements.ToList(),
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement).ToList(),
        _ => [],
    };

    // Variables, not the members of what they hold: `name.Length` and `other.Length` have nothing in common.
    private static HashSet<string> NamesIn(ExpressionSyntax condition) =>
        [.. condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(static name => name.Parent is not (MemberAccessExpressionSyntax or InvocationExpressionSyntax) || (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name)).Select(static name => name.Identifier.ValueText)];
}
