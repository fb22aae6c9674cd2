using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>
/// Calls that a test expects to fail: <c>Assert.Throws(() => db.Orders.ExecuteDelete())</c>, or NUnit's
/// <c>Assert.That(() => db.Orders.ExecuteDelete(), Throws.Exception)</c>. Only the assertions of the test frameworks themselves count,
/// for they fail loudly where the call does not.
/// </summary>
internal static class ExpectedFailures
{
    private static readonly ImmutableHashSet<string> Frameworks = ImmutableHashSet.Create("xunit.assert", "xunit.v3.assert", "nunit.framework", "MSTest.TestFramework", "Microsoft.VisualStudio.TestPlatform.TestFramework");

    private static readonly ImmutableHashSet<string> Methods = ImmutableHashSet.Create(
        "Throws", "ThrowsAsync", "ThrowsAny", "ThrowsAnyAsync", "Catch", "CatchAsync", "ThrowsException", "ThrowsExceptionAsync", "ThrowsExactly", "ThrowsExactlyAsync");

    /// <summary>Whether the call is the last thing that such an assertion runs.</summary>
    public static bool Contain(IOperation call)
    {
        for (var operation = call; operation.Parent is { } parent; operation = parent)
        {
            switch (parent)
            {
                case IInvocationOperation assertion when operation is IArgumentOperation:
                    return ExpectsFailure(assertion) && !IsCaught(assertion);
                case IBlockOperation { Operations: var statements } when statements.LastOrDefault(static statement => !statement.IsImplicit) is { } last && last != operation:
                    // What comes after the call may be what throws; where it comes before, the call is not reached.
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

    // Where the failure of the assertion is caught, nobody hears that the call went through.
    private static bool IsCaught(IOperation assertion)
    {
        for (var (operation, parent) = (assertion, assertion.Parent); parent is not null; (operation, parent) = (parent, parent.Parent))
        {
            if (parent is ITryOperation { Catches.IsEmpty: false } attempt && attempt.Body == operation) return true;
        }

        return false;
    }

    private static bool ExpectsFailure(IInvocationOperation assertion) =>
        assertion.TargetMethod is { ContainingType.Name: "Assert" } method
        && Frameworks.Contains(method.ContainingAssembly.Name)
        && (Methods.Contains(method.Name) || (method.Name == "That" && assertion.Arguments is [_, { Value: var constraint }, ..] && StartsAtThrows(constraint)));

    // `Throws.InstanceOf<T>().With.Property(...)`: the words of the constraint start at the class.
    private static bool StartsAtThrows(IOperation constraint)
    {
        foreach (var piece in constraint.DescendantsAndSelf())
        {
            ISymbol? start = piece switch
            {
                IPropertyReferenceOperation { Instance: null } property => property.Property,
                IInvocationOperation { Instance: null } call => call.TargetMethod,
                _ => null,
            };
            if (start is not null) return start is { ContainingType: { Name: "Throws", ContainingAssembly.Name: "nunit.framework" }, Name: not "Nothing" };
        }

        return false;
    }
}
