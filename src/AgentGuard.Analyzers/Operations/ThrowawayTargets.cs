using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Targets that nobody can miss: temporary paths, what the same member has just created, databases in memory.</summary>
internal sealed class ThrowawayTargets(AnalysisServices services)
{
    private static readonly ImmutableHashSet<string> TemporaryPaths = ImmutableHashSet.Create("GetTempPath", "GetTempFileName", "CreateTempSubdirectory", "CreateTempDirectory", "GetRandomTempPath");
    private static readonly ImmutableHashSet<string> PathBuilders = ImmutableHashSet.Create("Combine", "Join", "GetFullPath", "Concat", "ToString", "Trim", "TrimEnd", "CreateDirectory", "CreateSubdirectory", "ChangeExtension");
    private const int MaxSteps = 256;

    private readonly InMemoryContexts _contexts = new(services);

    /// <summary>Whether a destructive call certainly hits such a target.</summary>
    /// <param name="kind">What is destroyed.</param>
    /// <param name="target">The path, connection or context.</param>
    public bool IsThrowaway(DestructiveKind kind, IOperation target) => kind switch
    {
        DestructiveKind.Directory or DestructiveKind.Files => IsTemporaryPath(target, new Dictionary<IOperation, bool>()),
        DestructiveKind.Database or DestructiveKind.Schema or DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column => IsInMemory(target, 0),
        _ => false,
    };

    private bool IsTemporaryPath(IOperation path, Dictionary<IOperation, bool> judged) =>
        services.Values.Of(path).All(source => IsTemporarySource(Variables.Unwrap(source), judged)) || IsCreatedHere(path);

    // A path that is put together in n optional steps has two to the power of n histories, so each step is judged once.
    private bool IsTemporarySource(IOperation source, Dictionary<IOperation, bool> judged)
    {
        if (judged.TryGetValue(source, out var known)) return known;
        if (judged.Count == MaxSteps) return false;
        judged[source] = false;
        return judged[source] = LeadsToTemporary(source, judged);
    }

    private bool LeadsToTemporary(IOperation source, Dictionary<IOperation, bool> judged)
    {
        switch (source)
        {
            case IInvocationOperation { TargetMethod: var method } when TemporaryPaths.Contains(method.Name):
                return true;
            case IInvocationOperation { TargetMethod: var method } invocation when PathBuilders.Contains(method.Name):
                var parts = invocation.Instance is { } instance ? Parts(invocation).Insert(0, instance) : Parts(invocation);
                return !parts.IsEmpty && IsTemporaryPath(parts[0], judged) && !parts.Skip(1).Any(Climbs);
            case IInvocationOperation { TargetMethod: var method } when services.BodyOf(method) is { } body:
                return ReturnedValues.Of(body) is { Count: > 0 } returns && returns.All(value => IsTemporaryPath(value, judged));
            case IObjectCreationOperation { Type.Name: "DirectoryInfo", Arguments: [var path] }:
                return IsTemporaryPath(path.Value, judged);
            case IPropertyReferenceOperation { Property.Name: "FullName", Instance: { } holder }:
                return IsTemporaryPath(holder, judged);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return IsTemporaryPath(sum.LeftOperand, judged) && !Climbs(sum.RightOperand);
            case IInterpolatedStringOperation { Parts: [IInterpolationOperation first, .. var rest] }:
                return IsTemporaryPath(first.Expression, judged) && !rest.Any(Climbs);
            default:
                return false;
        }
    }

    private static ImmutableArray<IOperation> Parts(IInvocationOperation invocation) => invocation.Arguments
        .SelectMany(argument => Variables.ElementsOf(argument.Value) ?? [argument.Value])
        .ToImmutableArray();

    private static bool Climbs(IOperation part) => part.DescendantsAndSelf().Any(piece => piece.ConstantValue is { HasValue: true, Value: string text } && text.Contains(".."));

    // `Directory.CreateDirectory(dir)` earlier in the same member, on the same variable that is not assigned anew in between.
    private bool IsCreatedHere(IOperation path)
    {
        path = Variables.Unwrap(path);
        if (Variables.Of(path) is not ILocalSymbol local) return false;
        var root = path;
        while (root.Parent is { } parent) root = parent;
        return root.Descendants().OfType<IInvocationOperation>().Any(invocation =>
            invocation is { TargetMethod: { Name: "CreateDirectory", ContainingType.Name: "Directory" }, Arguments: [var created, ..] }
            && invocation.Syntax.SpanStart < path.Syntax.SpanStart
            && SymbolEqualityComparer.Default.Equals(Variables.Of(created.Value), local)
            && IsNewName(services.Values.Of(created.Value)));
    }

    // A directory that may have been there before is not created here, whatever CreateDirectory says.
    private static bool IsNewName(ImmutableArray<IOperation> sources) => sources.All(source => source.DescendantsAndSelf().Any(piece =>
        piece is IInvocationOperation { TargetMethod: { Name: "NewGuid" or "GetRandomFileName" or "CreateVersion7" } }));

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
