using Microsoft.CodeAnalysis;

namespace AgentGuard.Generators;

/// <summary>Where a call stands, for messages: <c>Cleanup.Run (Cleanup.cs:12)</c>.</summary>
internal static class CallSite
{
    private static readonly SymbolDisplayFormat Format = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType, typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes);

    public static string Of(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        var member = model.GetEnclosingSymbol(call.SpanStart, cancellation);
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }) member = member.ContainingSymbol;
        var line = call.GetLocation().GetLineSpan();
        return $"{member?.ToDisplayString(Format)} ({Path.GetFileName(line.Path)}:{line.StartLinePosition.Line + 1})";
    }
}
