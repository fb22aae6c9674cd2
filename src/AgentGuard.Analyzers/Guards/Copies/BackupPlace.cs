using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>The copies that a member writes, by which a copy below the directory that is destroyed afterwards is found. Read once per member.</summary>
internal sealed class BackupPlace
{
    private static readonly string[] CopyMethods = ["Copy", "CopyTo", "CreateFromDirectory", "CreateFromDirectoryAsync"];

    private readonly ImmutableArray<(InvocationExpressionSyntax Call, ExpressionSyntax Destination)> _copies;
    private readonly ILookup<string, ExpressionSyntax> _initializers;

    private BackupPlace(SyntaxNode member)
    {
        _copies = member.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(DestinationOf).OfType<(InvocationExpressionSyntax, ExpressionSyntax)>().ToImmutableArray();
        _initializers = member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(static local => local.Initializer is not null).ToLookup(static local => local.Identifier.ValueText, static local => local.Initializer!.Value, StringComparer.Ordinal);
    }

    /// <summary>Where such a copy is made before the operation, or null if there is none.</summary>
    public static Location? InsideTarget(DestructiveOperation operation, AnalysisServices services)
    {
        if (operation.Kind is not (DestructiveKind.Directory or DestructiveKind.Files) || operation.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax target }, ..] }) return null;
        if (MemberRoot.Of(operation.Syntax) is not { } member) return null;
        var place = services.ObjectPerUnit(member, () => new BackupPlace(member));
        var inside = place._copies.FirstOrDefault(copy => copy.Call.SpanStart <= operation.Syntax.SpanStart && place.IsBelow(copy.Destination, target.Identifier.ValueText, new HashSet<SyntaxNode>()));
        return inside.Call?.GetLocation();
    }

    /// <summary>Where a copy is written to; null for any other call.</summary>
    internal static (InvocationExpressionSyntax Call, ExpressionSyntax Destination)? DestinationOf(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } || !CopyMethods.Contains(name)) return null;
        var destination = name == "CopyTo" ? 0 : 1;
        return call.ArgumentList.Arguments.Count > destination ? (call, call.ArgumentList.Arguments[destination].Expression) : null;
    }

    // Two locals may stand for each other, so each expression is looked at once.
    private bool IsBelow(ExpressionSyntax path, string directory, HashSet<SyntaxNode> seen) => seen.Add(path) && path switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" or "Join" }, ArgumentList.Arguments: [{ Expression: { } first }, _, ..] } =>
            IsName(first, directory) || IsBelow(first, directory, seen),
        BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.ValueText: ['/' or '\\', ..] } } sum => IsName(sum.Left, directory),
        InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax { Expression: { } first }, InterpolatedStringTextSyntax { TextToken.ValueText: ['/' or '\\', ..] }, ..] } => IsName(first, directory),
        IdentifierNameSyntax local => _initializers[local.Identifier.ValueText].Any(value => value is not IdentifierNameSyntax && IsBelow(value, directory, seen)),
        _ => false,
    };

    private static bool IsName(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
}
