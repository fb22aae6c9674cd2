using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What is done with the result of a call, as far as it is written around it.</summary>
internal static class ResultUse
{
    private static readonly string[] Waits = ["GetAwaiter", "GetResult", "Wait", "Result", "WaitForExit", "WaitForExitAsync"];

    /// <summary>Whether the result is dropped.</summary>
    /// <param name="call">The call.</param>
    /// <param name="awaited">Whether its task is waited for.</param>
    public static bool IsIgnored(SyntaxNode call, out bool awaited)
    {
        awaited = false;
        for (var node = call; ; node = node.Parent)
        {
            switch (node.Parent)
            {
                case AwaitExpressionSyntax:
                    awaited = true;
                    break;
                case MemberAccessExpressionSyntax access when access.Expression == node:
                    awaited |= Waits.Contains(access.Name.Identifier.ValueText);
                    break;
                case InvocationExpressionSyntax invocation when invocation.Expression == node:
                case ParenthesizedExpressionSyntax:
                case ConditionalAccessExpressionSyntax:
                    break;
                case ExpressionStatementSyntax:
                    return true;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } }:
                    return true;
                default:
                    return false;
            }
        }
    }
}
