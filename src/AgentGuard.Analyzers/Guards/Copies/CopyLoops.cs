using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>Loops that copy each file of a directory: once they are over, everything is copied, be it nothing at all.</summary>
internal static class CopyLoops
{
    private static readonly string[] Listings = ["GetFiles", "EnumerateFiles", "GetFileSystemEntries", "EnumerateFileSystemEntries", "GetFileSystemInfos", "EnumerateFileSystemInfos"];

    private static readonly string[] Copies = ["Copy", "CopyTo", "Move", "MoveTo"];

    private static readonly Facts Copied = Facts.BackupOf(Backups.Cover(DestructiveKind.Directory));

    /// <summary>What it proves that there is no further element; null for any other call.</summary>
    public static Value? Read(IInvocationOperation call) => call.TargetMethod.Name == "MoveNext" && call.Syntax.FirstAncestorOrSelf<ForEachStatementSyntax>() is { } loop && (call.Syntax == loop || loop.Expression.Span.Contains(call.Syntax.Span)) && CopiesEach(loop)
        ? Value.Condition(Facts.None, Copied)
        : null;

    private static bool CopiesEach(ForEachStatementSyntax loop) =>
        loop.Expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static listing => listing.Expression is MemberAccessExpressionSyntax access && Listings.Contains(access.Name.Identifier.ValueText))
        && !loop.Statement.DescendantNodes().Any(static node => node is ContinueStatementSyntax or BreakStatementSyntax or TryStatementSyntax or GotoStatementSyntax)
        && StatementsOf(loop).OfType<ExpressionStatementSyntax>().Any(statement => SourceOf(statement.Expression) is { } source && Mentions(source, loop.Identifier.ValueText));

    private static IEnumerable<StatementSyntax> StatementsOf(ForEachStatementSyntax loop) => loop.Statement is BlockSyntax block ? block.Statements : Enumerable.Repeat(loop.Statement, 1);

    private static ExpressionSyntax? SourceOf(ExpressionSyntax expression) => expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access } copy && Copies.Contains(name)
        ? name is "CopyTo" or "MoveTo" ? access.Expression : copy.ArgumentList.Arguments.FirstOrDefault()?.Expression
        : null;

    private static bool Mentions(ExpressionSyntax source, string element) => source.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == element);
}
