using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>What <c>Guard.RequireEnvironment</c> and <c>Guard.RequireTarget</c> are called with: names that they allow.</summary>
internal static class RuntimeArguments
{
    /// <summary>Why such a call guards nothing; null where it does.</summary>
    public static NearMissReason? FaultOf(IInvocationOperation call, PolicyOptions options)
    {
        var names = call.Arguments.Where(static argument => argument.Parameter?.IsParams == true).SelectMany(static argument => ElementsOf(argument.Value)).ToList();
        return call.TargetMethod.Name switch
        {
            "RequireEnvironment" when names.Exists(name => GuardAttributes.IsProduction(Text(name), options)) => NearMissReason.AdmitsProduction,
            "RequireTarget" when names.Exists(static name => GuardAttributes.FitsAll(Text(name))) => NearMissReason.AdmitsProduction,
            "RequireTarget" when call.Arguments.Any(static argument => argument.Value is IInvocationOperation { TargetMethod: { Name: "Named", ContainingType.Name: "GuardTarget" }, Arguments: [{ Value: var written }, ..] } && Places.HasConstant(written)) => NearMissReason.ProvesNothing,
            "RequireEnvironment" when names.Exists(static name => name is IPropertyReferenceOperation { Property.Name: "EnvironmentName" } or IInvocationOperation { TargetMethod.Name: "GetEnvironmentVariable" }) => NearMissReason.ProvesNothing,
            _ => null,
        };
    }

    private static IEnumerable<IOperation> ElementsOf(IOperation value) => value is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements : Enumerable.Empty<IOperation>();

    private static string? Text(IOperation name) => Places.HasConstant(name) ? Places.Constant(name) as string : null;
}
