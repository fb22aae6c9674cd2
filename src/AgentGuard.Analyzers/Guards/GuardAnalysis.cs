using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards;

/// <summary>A guard near a call that does not cover it.</summary>
/// <param name="Guard">Which guard it would be.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Reason">Why it does not count, as the end of a sentence.</param>
internal sealed record NearMiss(GuardKinds Guard, Location Location, string Reason);

/// <summary>What is known just before a call.</summary>
internal sealed record GuardState(ImmutableArray<NearMiss> NearMisses)
{
    /// <summary>The guards that hold for an operation of this kind.</summary>
    public GuardKinds GuardsFor(DestructiveKind kind) => GuardKinds.None;
}

/// <summary>The flow analysis of a compilation.</summary>
internal sealed class GuardAnalysis(AnalysisServices services)
{
    /// <summary>What holds just before a call.</summary>
    public GuardState At(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _ = (services, call, model);
        return new GuardState(ImmutableArray<NearMiss>.Empty);
    }
}
