using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards;

/// <summary>Finds a copy that is written below the directory that is destroyed afterwards.</summary>
internal static class BackupPlace
{
    private static readonly string[] Copies = ["Copy", "CopyTo", "CreateFromDirectory", "CreateFromDirectoryAsync"];

    /// <summary>Where such a copy is made before the operation, or null if there is none.</summary>
    public static Location? InsideTarget(DestructiveOperation operation, CancellationToken cancellation)
    {
        if (operation.Kind is not (DestructiveKind.Directory or DestructiveKind.Files) || operation.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax target }, ..] }) return null;
        if (MemberRoot.Of(operation.Syntax) is not { } member) return null;
        foreach (var call in member.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (call.SpanStart > operation.Syntax.SpanStart) break;
            if (call.Expression is not MemberAccessExpressionSyntax access || !Copies.Contains(access.Name.Identifier.ValueText)) continue;
            var destination = access.Name.Identifier.ValueText == "CopyTo" ? 0 : 1;
            if (call.ArgumentList.Arguments.Count > destination && IsBelow(call.ArgumentList.Arguments[destination].Expression, target.Identifier.ValueText, member)) return call.GetLocation();
        }

        return null;
    }

    private static bool IsBelow(ExpressionSyntax path, string directory, SyntaxNode member) => path switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" or "Join" }, ArgumentList.Arguments: [{ Expression: { } first }, _, ..] } =>
            IsName(first, directory) || IsBelow(first, directory, member),
        BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.ValueText: ['/' or '\\', ..] } } sum => IsName(sum.Left, directory),
        InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax { Expression: { } first }, InterpolatedStringTextSyntax { TextToken.ValueText: ['/' or '\\', ..] }, ..] } => IsName(first, directory),
        IdentifierNameSyntax local => member.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Any(declarator => declarator.Identifier.ValueText == local.Identifier.ValueText && declarator.Initializer?.Value is { } value and not IdentifierNameSyntax && IsBelow(value, directory, member)),
        _ => false,
    };

    private static bool IsName(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
}
