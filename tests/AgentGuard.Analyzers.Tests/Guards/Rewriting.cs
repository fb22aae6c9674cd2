using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Changes of a program that change nothing about its guards, or that change it in a known way.</summary>
internal static class Rewriting
{
    /// <summary>An empty statement and a call that says nothing before every statement.</summary>
    public static string InsertBlankStatements(string file) => Rewrite(file, new Blanks());

    /// <summary>Every condition of an <c>if</c> in a block goes through a local first.</summary>
    public static string ExtractLocals(string file) => Rewrite(file, new Locals());

    /// <summary><c>if (x) return; rest</c> becomes <c>if (!(x)) { rest }</c>.</summary>
    public static string SwapEarlyReturns(string file) => Rewrite(file, new EarlyReturns());

    /// <summary>Synchronous guards become their asynchronous twins.</summary>
    public static string MakeAsynchronous(string file) => file
        .Replace(" backups.CreateBackup();", " await backups.CreateBackupAsync();")
        .Replace("\nbackups.CreateBackup();", "\nawait backups.CreateBackupAsync();")
        .Replace("backups.TryBackup()", "await backups.TryBackupAsync()")
        .Replace("dialogs.Confirm(", "await dialogs.ConfirmAsync(")
        .Replace("Guard.RequireConfirmation(", "await Guard.RequireConfirmationAsync(")
        .Replace("Guard.RequireBackup(", "await Guard.RequireBackupAsync(");

    /// <summary>All three guards stand right before the marked call.</summary>
    public static string Guarded(string file) => Rewrite(file, new Guards());

    /// <summary>The condition of the <paramref name="index"/>-th <c>if</c> is negated; null if there are not so many.</summary>
    public static string? Negate(string file, int index)
    {
        var root = CSharpSyntaxTree.ParseText(file).GetRoot();
        var conditions = root.DescendantNodes().OfType<IfStatementSyntax>().Select(statement => statement.Condition).ToArray();
        return index >= conditions.Length ? null : root.ReplaceNode(conditions[index], SyntaxFactory.ParseExpression($"!({conditions[index]})")).ToFullString();
    }

    /// <summary>Locals, and private methods whose name says nothing, get other names.</summary>
    public static string Rename(string file)
    {
        var root = CSharpSyntaxTree.ParseText(file).GetRoot();
        string[] plain = ["safe", "answer", "allowed", "names", "mode", "ok", "key", "go", "choice", "backup", "settings", "level", "done", "full", "Clear", "Ensure", "Check", "MayWipe", "Ask", "Safe", "IsSafe", "Inner", "Outer", "Require", "Fail"];
        var names = root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && plain.Contains(token.ValueText) && token.Parent?.Parent is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "AnsiConsole" } });
        return root.ReplaceTokens(names, (token, _) => SyntaxFactory.Identifier(token.LeadingTrivia, token.ValueText + "7q", token.TrailingTrivia)).ToFullString();
    }

    private static string Rewrite(string file, CSharpSyntaxRewriter rewriter) => rewriter.Visit(CSharpSyntaxTree.ParseText(file).GetRoot()).ToFullString();

    private sealed class Blanks : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var block = (BlockSyntax)base.VisitBlock(node)!;
            var blank = SyntaxFactory.ParseStatement("\n; Work(); // nothing\n");
            return block.WithStatements([.. block.Statements.SelectMany(statement => new[] { blank, statement })]);
        }
    }

    private sealed class Locals : CSharpSyntaxRewriter
    {
        private int _count;

        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var block = (BlockSyntax)base.VisitBlock(node)!;
            return block.WithStatements([.. block.Statements.SelectMany(Extract)]);
        }

        private IEnumerable<StatementSyntax> Extract(StatementSyntax statement)
        {
            if (statement is not IfStatementSyntax { Condition: var condition } @if || condition.DescendantNodesAndSelf().Any(node => node is DeclarationExpressionSyntax or SingleVariableDesignationSyntax)) return [statement];
            var name = $"extracted{_count++}";
            return [SyntaxFactory.ParseStatement($"var {name} = {condition};\n"), @if.WithCondition(SyntaxFactory.IdentifierName(name))];
        }
    }

    private sealed class EarlyReturns : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var block = (BlockSyntax)base.VisitBlock(node)!;
            for (var i = 0; i < block.Statements.Count - 1; i++)
            {
                if (block.Statements[i] is not IfStatementSyntax { Else: null, Statement: ReturnStatementSyntax { Expression: null } } @if) continue;
                var rest = block.Statements.Skip(i + 1).ToArray();
                if (rest.Any(statement => statement is LocalFunctionStatementSyntax or LabeledStatementSyntax) || @if.Condition.DescendantNodes().OfType<DeclarationExpressionSyntax>().Any()) continue;
                var swapped = SyntaxFactory.IfStatement(SyntaxFactory.ParseExpression($"!({@if.Condition})"), SyntaxFactory.Block(rest)).NormalizeWhitespace();
                return block.WithStatements([.. block.Statements.Take(i), swapped]);
            }

            return block;
        }
    }

    private sealed class Guards : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) =>
            node.Expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Wipe" or "WipeFiles" } }
                ? SyntaxFactory.ParseStatement($"{{ Guard.RequireEnvironment(\"Development\"); Guard.RequireConfirmation(\"x\"); Guard.RequireBackup(\"x\"); {node} }}")
                : base.VisitExpressionStatement(node);
    }
}
