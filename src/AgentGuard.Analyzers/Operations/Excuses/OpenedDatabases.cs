using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Follows a connection or context back to what it was opened with: each way that it can come about must be of the kind that is asked for.</summary>
/// <param name="services">What is shared in the compilation.</param>
/// <param name="isOne">Whether an expression by itself says that the database is of that kind; null where it says nothing, so that its parts are asked.</param>
internal sealed class OpenedDatabases(AnalysisServices services, Func<IOperation, bool?> isOne)
{
    private const int MaxSteps = 256;

    private readonly HandedValues _handed = new(services);

    /// <summary>Whether a connection or context certainly is of the kind.</summary>
    public bool Contain(IOperation target) => IsOpenedSo(target, new Dictionary<IOperation, bool>());

    private bool IsOpenedSo(IOperation target, Dictionary<IOperation, bool> judged)
    {
        if (judged.TryGetValue(target, out var known)) return known;
        if (judged.Count == MaxSteps) return false;
        judged[target] = false;
        var sources = services.Values.NotNull(target);
        return judged[target] = !sources.IsEmpty && (sources.All(source => Says(Variables.Unwrap(source), target, judged)) || (ContextOf(target, sources) is { } context && IsOpenedSo(context, judged)));
    }

    // `DbSet<Order> Orders => Set<Order>();` is a set of the context that it is read from.
    private static IOperation? ContextOf(IOperation target, IEnumerable<IOperation> sources) =>
        Variables.Unwrap(target) is IPropertyReferenceOperation { Instance: { } context } && sources.All(static source => source is IInvocationOperation { TargetMethod: { Name: "Set", ContainingType.Name: "DbContext" }, Instance: IInstanceReferenceOperation }) ? context : null;

    // Of several branches each one must say so.
    private bool Says(IOperation piece, IOperation target, Dictionary<IOperation, bool> judged) => piece switch
    {
        IConditionalOperation { WhenTrue: var yes, WhenFalse: { } no } => Says(yes, target, judged) && Says(no, target, judged),
        IConditionalOperation => false,
        ICoalesceOperation choice => Says(choice.Value, target, judged) && Says(choice.WhenNull, target, judged),
        ISwitchExpressionOperation choice => choice.Arms.All(arm => Says(arm.Value, target, judged)),
        _ => (isOne(piece) ?? LeadsToOne(piece, target, judged)) || piece.ChildOperations.Any(child => Says(child, target, judged)),
    };

    private bool LeadsToOne(IOperation piece, IOperation target, Dictionary<IOperation, bool> judged) => piece switch
    {
        IConditionalAccessInstanceOperation => IsOpenedSo(Variables.Unwrap(piece), judged),
        ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => piece != target && IsOpenedSo(piece, judged),
        IParameterReferenceOperation parameter => _handed.To(parameter) is { IsEmpty: false } handed && handed.All(value => IsOpenedSo(value, judged)),
        IInvocationOperation call when services.BodyOf(CalledBy(call)) is { } body => ReturnedValues.Of(body) is { Count: > 0 } returned && returned.TrueForAll(value => IsOpenedSo(value, judged)),
        _ => false,
    };

    // `IDbContextFactory<Shop> factory = new TestFactory();`: what the interface makes is what the one class behind it makes.
    private IMethodSymbol CalledBy(IInvocationOperation call) =>
        call is { TargetMethod: { ContainingType.TypeKind: TypeKind.Interface } method, Instance: { } factory } && services.Values.Of(factory) is [IObjectCreationOperation { Type: { } made }] && made.FindImplementationForInterfaceMember(method) is IMethodSymbol behind ? behind : call.TargetMethod;
}
