using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>
/// Calls that a test expects to fail: <c>Assert.Throws(() => db.Orders.ExecuteDelete())</c>. Only the assertions of the test frameworks
/// themselves count, for they fail loudly where the call does not.
/// </summary>
internal static class ExpectedFailures
{
    private static readonly ImmutableHashSet<string> Frameworks = ImmutableHashSet.Create("xunit.assert", "xunit.v3.assert", "nunit.framework", "MSTest.TestFramework", "Microsoft.VisualStudio.TestPlatform.TestFramework");

    private static readonly ImmutableHashSet<string> Methods = ImmutableHashSet.Create(
        "Throws", "ThrowsAsync", "ThrowsAny", "ThrowsAnyAsync", "Catch", "CatchAsync", "ThrowsException", "ThrowsExceptionAsync", "ThrowsExactly", "ThrowsExactlyAsync");

    /// <summary>Whether the call is all that such an assertion runs.</summary>
    public static bool Contain(IOperation call)
    {
        for (var operation = call; operation.Parent is { } parent; operation = parent)
        {
            switch (parent)
            {
                case IInvocationOperation { TargetMethod: var method } when operation is IArgumentOperation:
                    return Methods.Contains(method.Name) && method.ContainingType.Name == "Assert" && Frameworks.Contains(method.ContainingAssembly.Name);
                case IBlockOperation { Operations: [_, { IsImplicit: false }, ..] }:
                    // What comes before the call may be what throws.
                    return false;
                case IConditionalOperation { Condition: var condition } when operation != condition && !condition.DescendantsAndSelf().OfType<IInvocationOperation>().Any():
                case IBlockOperation or IReturnOperation or IExpressionStatementOperation or IAwaitOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IConversionOperation or IArgumentOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
