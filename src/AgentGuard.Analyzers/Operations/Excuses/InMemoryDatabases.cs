using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Connections and contexts whose database lies in memory, or in a temporary file: each way that they can come about says so.</summary>
internal sealed class InMemoryDatabases(AnalysisServices services)
{
    private const int MaxSteps = 256;

    private readonly InMemoryContexts _contexts = new(services);
    private readonly TemporaryPaths _paths = new(services);

    /// <summary>Whether a connection or context certainly is one.</summary>
    public bool Contain(IOperation target) => IsInMemory(target, new Dictionary<IOperation, bool>());

    private bool IsInMemory(IOperation target, Dictionary<IOperation, bool> judged)
    {
        if (judged.TryGetValue(target, out var known)) return known;
        if (judged.Count == MaxSteps) return false;
        judged[target] = false;
        var sources = services.Values.NotNull(target);
        return judged[target] = !sources.IsEmpty && sources.All(source => Says(Variables.Unwrap(source), target, judged));
    }

    // Of several branches each one must say so.
    private bool Says(IOperation piece, IOperation target, Dictionary<IOperation, bool> judged) => piece switch
    {
        IConditionalOperation { WhenTrue: var yes, WhenFalse: { } no } => Says(yes, target, judged) && Says(no, target, judged),
        IConditionalOperation => false,
        ICoalesceOperation choice => Says(choice.Value, target, judged) && Says(choice.WhenNull, target, judged),
        ISwitchExpressionOperation choice => choice.Arms.All(arm => Says(arm.Value, target, judged)),
        _ => SaysItself(piece, target, judged) || piece.ChildOperations.Any(child => Says(child, target, judged)),
    };

    private bool SaysItself(IOperation piece, IOperation target, Dictionary<IOperation, bool> judged)
    {
        switch (piece)
        {
            case IInvocationOperation call when InMemoryContexts.IsChoice(call):
                return services.DeclarationsOf(call.TargetMethod).IsEmpty;
            case IInvocationOperation { TargetMethod.Name: "UseSqlite", Arguments: var arguments } when arguments.Any(argument => IsTemporaryFile(argument.Value)):
            case IObjectCreationOperation { Type.Name: "SqliteConnection" or "SQLiteConnection", Arguments: var given } when given.Any(argument => IsTemporaryFile(argument.Value)):
                return true;
            case IObjectCreationOperation { Type.Name: "LiteDatabase", Arguments: [{ Value: var stream }, ..] } when services.Values.Of(stream) is [IObjectCreationOperation { Type.Name: "MemoryStream", Arguments.IsEmpty: true }]:
                return true;
            case IObjectCreationOperation creation when _contexts.Contains(creation.Type):
                return true;
            case ILocalReferenceOperation builder when InMemoryContexts.IsChosenFor(builder):
                return true;
            case { Type: { IsSealed: true } type } when _contexts.Contains(type):
                return true;
            case IFieldReferenceOperation { Field: { Name: "Memory", ContainingType.Name: "SqliteOpenMode" } }:
                return true;
            case { ConstantValue: { HasValue: true, Value: string text } }:
                return InMemoryContexts.IsConnectionString(text);
            case IConditionalAccessInstanceOperation:
                return IsInMemory(Variables.Unwrap(piece), judged);
            case ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation when piece != target:
                return IsInMemory(piece, judged);
            case IInvocationOperation { TargetMethod: var method } when services.BodyOf(method) is { } body:
                return ReturnedValues.Of(body) is { Count: > 0 } returned && returned.TrueForAll(value => IsInMemory(value, judged));
            default:
                return false;
        }
    }

    // `$"Data Source={file}"`: what a literal calls the file says nothing.
    private bool IsTemporaryFile(IOperation connection) => services.Values.Of(connection)
        .SelectMany(static source => source.DescendantsAndSelf())
        .Any(piece => piece is IInvocationOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation && piece.Type?.SpecialType == SpecialType.System_String && !piece.ConstantValue.HasValue && _paths.Contain(piece));
}
