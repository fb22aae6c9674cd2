using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Locals that a call fills with a temporary path, <c>CreateTempFolder(out var folder)</c>, or gets by <c>ref</c> and leaves as they are.</summary>
/// <param name="services">What is shared in the compilation.</param>
internal sealed class HandedOutPaths(AnalysisServices services)
{
    private const int MaxCalls = 4;

    /// <summary>Whether a local is one, wherever it is used.</summary>
    /// <param name="local">The local.</param>
    /// <param name="isTemporary">Whether a path certainly is a temporary one.</param>
    public bool Contain(ILocalReferenceOperation local, Func<IOperation, bool> isTemporary)
    {
        var given = services.AssignmentsAround(local).All(local.Local).ToList();
        return given.Exists(static one => one.HandedOut is not null) && AreTemporary(given, isTemporary, 0);
    }

    private bool AreTemporary(List<Assignment> given, Func<IOperation, bool> isTemporary, int depth) => given.TrueForAll(one =>
        one.HandedOut is { Parent: IInvocationOperation { TargetMethod: var method }, Parameter: { } parameter } ? FillsTemporary(method, parameter, isTemporary, depth) : one is { Appends: false, Value: { } value } && isTemporary(value));

    private bool FillsTemporary(IMethodSymbol method, IParameterSymbol parameter, Func<IOperation, bool> isTemporary, int depth)
    {
        if (method.IsAbstract || services.BodyOf(method.OriginalDefinition) is not { } body) return parameter.RefKind == RefKind.Out && NamedPlaces.AreNamedIn(method.Name);
        if (method.IsVirtual || method.IsOverride || depth == MaxCalls) return false;
        var given = services.AssignmentsAround(body).All(method.OriginalDefinition.Parameters[parameter.Ordinal]).ToList();
        return given.Count == 0 ? parameter.RefKind == RefKind.Ref : AreTemporary(given, isTemporary, depth + 1);
    }
}
