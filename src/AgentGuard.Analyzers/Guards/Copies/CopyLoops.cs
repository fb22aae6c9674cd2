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
        && StatementsOf(loop.Statement).OfType<ExpressionStatementSyntax>().Any(statement =>
            SourceOf(statement.Expression) is { } source && Mentions(source, loop.Identifier.ValueText)
            || StreamIn(statement.Expression) is { } stream && (Opens(stream, loop.Identifier.ValueText) || (stream is IdentifierNameSyntax { Identifier.ValueText: var name } && ValueOf(name, loop) is { } opened && Opens(opened, loop.Identifier.ValueText))));

    private static IEnumerable<StatementSyntax> StatementsOf(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.SelectMany(StatementsOf),
        UsingStatementSyntax { Statement: var inner } => StatementsOf(inner),
        _ => [statement],
    };

    // `source.CopyTo(target);`, `await source.CopyToAsync(target);`
    private static ExpressionSyntax? StreamIn(ExpressionSyntax expression)
    {
        var name = "CopyTo";
        if (expression is AwaitExpressionSyntax { Expression: var awaited }) (expression, name) = (awaited, "CopyToAsync");
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } }) expression = task;
        return expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && access.Name.Identifier.ValueText == name ? access.Expression : null;
    }

    private static ExpressionSyntax? ValueOf(string variable, ForEachStatementSyntax loop) =>
        loop.Statement.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(declared => declared.Identifier.ValueText == variable)?.Initializer?.Value;

    // `File.OpenRead(file)`, `new FileStream(file, ...)`, `file.OpenRead()`: the file itself, not one that is named after it.
    private static bool Opens(ExpressionSyntax value, string element) => value switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OpenRead" or "Open", Expression: var holder }, ArgumentList.Arguments: var arguments } => IsElement(holder, element) || (arguments.Count > 0 && IsElement(arguments[0].Expression, element)),
        ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: [var path, ..] } => type.ToString().EndsWith("FileStream", StringComparison.Ordinal) && IsElement(path.Expression, element),
        _ => false,
    };

    private static bool IsElement(ExpressionSyntax value, string element) => (value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FullName", Expression: var file } ? file : value) is IdentifierNameSyntax { Identifier.ValueText: var name } && name == element;

    private static ExpressionSyntax? SourceOf(ExpressionSyntax expression) => expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access } copy && Copies.Contains(name)
        ? name is "CopyTo" or "MoveTo" ? access.Expression : copy.ArgumentList.Arguments.FirstOrDefault()?.Expression
        : null;

    private static bool Mentions(ExpressionSyntax source, string element) => source.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == element);
}
