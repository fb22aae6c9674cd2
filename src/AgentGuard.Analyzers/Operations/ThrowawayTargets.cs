using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Targets that nobody can miss: temporary paths, what the same member has just created, databases in memory.</summary>
internal sealed class ThrowawayTargets(AnalysisServices services)
{
    private readonly TemporaryPaths _paths = new(services);
    private readonly InMemoryContexts _contexts = new(services);

    /// <summary>Whether a destructive call certainly hits such a target.</summary>
    /// <param name="kind">What is destroyed.</param>
    /// <param name="target">The path, connection or context.</param>
    public bool IsThrowaway(DestructiveKind kind, IOperation target) => kind switch
    {
        DestructiveKind.Directory or DestructiveKind.Files => _paths.Contain(target),
        DestructiveKind.Database or DestructiveKind.Schema or DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column => IsInMemory(target, 0),
        _ => false,
    };

    private bool IsInMemory(IOperation target, int depth)
    {
        if (depth > 4) return false;
        var sources = services.Values.Of(target).Select(Variables.Unwrap).ToList();
        return sources.Count > 0 && sources.All(source => source.DescendantsAndSelf().Any(piece => piece switch
        {
            IInvocationOperation call when InMemoryContexts.IsChoice(call) => true,
            IObjectCreationOperation creation when _contexts.Contains(creation.Type) => true,
            ILocalReferenceOperation builder when InMemoryContexts.IsChosenFor(builder) => true,
            { Type: { IsSealed: true } type } when _contexts.Contains(type) => true,
            { ConstantValue: { HasValue: true, Value: string text } } => InMemoryContexts.IsConnectionString(text),
            ILocalReferenceOperation or IFieldReferenceOperation when piece != target => IsInMemory(piece, depth + 1),
            _ => false,
        }));
    }
}
