using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>
/// Targets under a name that the same code has made up, such as <c>$"test-{Guid.NewGuid()}"</c>: nobody else knows it, so that whatever is
/// there is its own. Code that moves or renames something may have put there what is somebody's.
/// </summary>
internal sealed class FreshNames(AnalysisServices services)
{
    private const int MaxDepth = 8;

    private static readonly ImmutableHashSet<string> Makers = ImmutableHashSet.Create("NewGuid", "CreateVersion7", "GetRandomFileName", "NewUlid", "GenerateNewId");
    private static readonly ImmutableHashSet<string> Reshapers = ImmutableHashSet.Create("ToString", "Replace", "Substring", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Trim");
    private static readonly ImmutableHashSet<string> Joiners = ImmutableHashSet.Create("Combine", "Join", "Concat", "Format", "GetFullPath");
    private static readonly ImmutableHashSet<string> Wrappers = ImmutableHashSet.Create("Value", "Result", "Resource");

    // `databaseId` and `containerName` say which one it is; `requestId` and `clientName` say something else.
    private static readonly Regex NamingParameter = new("(?<!request|client|correlation|session|lease|transaction|operation|activity|user|account|application|app|server|service|instance|tenant|subscription)(name|id|path)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // What a name needs of a moment to be nobody else's.
    private static readonly string[] Units = ["yy", "M", "d", "mm", "ss"];

    // What a caller hands on may come from its own callers, and no further.
    private const int CallDepth = 3;

    private readonly MovedThings _moved = new(services);
    private readonly HandedValues _handed = new(services);
    private readonly KeptElements _kept = new(services);

    /// <summary>Whether a target in a store, which is a name or an object that was got by one, certainly has a name of this kind.</summary>
    public bool Contain(IOperation target) => IsNewTarget(target) && !_moved.MayBeStores(target.Syntax);

    /// <summary>The same for a folder or file.</summary>
    public bool ContainPath(IOperation target) => IsNewTarget(target) && !_moved.MayBeFiles(target.Syntax);

    /// <summary>The same for a name that is a part of a text, which need not be a text itself: <c>{Guid.NewGuid():N}</c>.</summary>
    public bool ContainText(IOperation piece) => IsNew(piece, 0) && !_moved.MayBeStores(piece.Syntax);

    /// <summary>Whether a method of this name makes up what nobody else knows.</summary>
    public static bool IsMaker(string name) => Makers.Contains(name);

    private bool IsNewTarget(IOperation target) => IsText(target) ? IsNew(target, 0) : IsNamedSo(target);

    private static bool IsText(IOperation value) => Variables.Unwrap(value).Type is { SpecialType: SpecialType.System_String };

    private bool IsNew(IOperation text, int depth) => depth < MaxDepth && services.Values.NotNull(text) is { IsEmpty: false } sources && sources.All(source => IsNewSource(Variables.Unwrap(source), depth + 1));

    private bool IsNewSource(IOperation source, int depth) => source switch
    {
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: var maker } } when Makers.Contains(maker) => true,
        IInvocationOperation { TargetMethod: var maker, Arguments.IsEmpty: true } when MakesUp(maker) => true,
        IInvocationOperation { TargetMethod: { Name: "Next" or "NextInt64", ContainingType: { Name: "Random", ContainingNamespace.Name: "System" } }, Arguments.IsEmpty: true, Instance: { } dice } => IsUnseeded(dice),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } moment, Arguments: [{ Value: var format }, ..] } when IsToTheSecond(format) && IsNow(moment) => true,
        IInvocationOperation { TargetMethod.Name: "ToUnixTimeMilliseconds" or "ToUnixTimeSeconds" or "ToFileTime" or "ToFileTimeUtc", Instance: { } moment } => IsNow(moment),
        IPropertyReferenceOperation { Property.Name: "Ticks", Instance: { } moment } => IsNow(moment),
        IInvocationOperation { TargetMethod.Name: var name, Instance: { } part } when Reshapers.Contains(name) && !TemporaryPaths.Climbs(source) => IsNew(part, depth),
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: var name } } join when Joiners.Contains(name) => !TemporaryPaths.Climbs(join) && HasNewPart(TemporaryPaths.Parts(join), mayRestart: name == "Combine", depth),
        IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false } helper } when IsText(source) && services.BodyOf(helper.OriginalDefinition) is { } body => ReturnedValues.Of(body) is { Count: > 0 } returned && returned.All(value => IsNew(value, depth + CallDepth) && IsNobodys(value)),
        IParameterReferenceOperation parameter => _handed.To(parameter) is var handed && AreNew(handed, depth + CallDepth) && handed.All(IsNobodys),
        ILocalReferenceOperation local when services.AssignmentsAround(local).CollectionOf(local.Local) is { } collection => AreNew(_kept.Of(collection), depth),
        IImplicitIndexerReferenceOperation { Instance: { } whole, Argument.Type.Name: "Range" } => IsNew(whole, depth),
        // A field in RabbitMQ's own library, a property in others.
        IMemberReferenceOperation { Member.Name: "QueueName", Instance: { } queue } => services.Values.Of(queue) is [IInvocationOperation { TargetMethod.Name: "QueueDeclare" or "QueueDeclareAsync" } declared] && IsNamedByServer(declared),
        IPropertyReferenceOperation { Property.Name: "DatabaseName", Instance: IPropertyReferenceOperation { Property.Name: "DatabaseNamespace", Instance: { } database } } => IsNamedSo(database),
        IPropertyReferenceOperation { Property.Name: "CollectionName", Instance: IPropertyReferenceOperation { Property.Name: "CollectionNamespace", Instance: { } collection } } => IsNamedSo(collection),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => !TemporaryPaths.Climbs(sum) && (IsNew(sum.LeftOperand, depth) || IsNew(sum.RightOperand, depth)),
        IInterpolatedStringOperation { Parts: var parts } text => !TemporaryPaths.Climbs(text) && parts.OfType<IInterpolationOperation>().Any(part => IsNew(part.Expression, depth) || (part.FormatString is { } format && IsToTheSecond(format) && IsNow(part.Expression))),
        _ => false,
    };

    // `DateTime.UtcNow.ToString("yyyyMMddHHmmss")`; the name of a day, or of a month ago, is that of something else.
    private static bool IsToTheSecond(IOperation format) => format.ConstantValue is { HasValue: true, Value: string pattern } && Array.TrueForAll(Units, unit => pattern.IndexOf(unit, StringComparison.Ordinal) >= 0);

    // With a seed it says the same each time, and within bounds it soon says one thing twice.
    private bool IsUnseeded(IOperation dice) => services.Values.NotNull(dice) is { IsEmpty: false } sources && sources.All(static source => Variables.Unwrap(source)
        is IPropertyReferenceOperation { Property: { Name: "Shared", ContainingType.Name: "Random" } } or IObjectCreationOperation { Type: { Name: "Random", ContainingNamespace.Name: "System" }, Arguments.IsEmpty: true });

    private bool IsNow(IOperation moment) => services.Values.NotNull(moment) is { IsEmpty: false } sources
        && sources.All(static source => Variables.Unwrap(source) is IPropertyReferenceOperation { Property: { Name: "Now" or "UtcNow", ContainingType.Name: "DateTime" or "DateTimeOffset" } });

    // Where another type makes the name up, that one may have moved something there.
    private bool IsNobodys(IOperation name) => !_moved.MayBeFiles(name.Syntax) && !_moved.MayBeStores(name.Syntax);

    private bool AreNew(ImmutableArray<IOperation> texts, int depth) => !texts.IsEmpty && depth < MaxDepth && texts.All(text => IsNew(text, depth));

    // `Names.NewHexGuid()`, `Uuid.New()`, whose body says nothing else where it can be seen; `row.GetGuid()` is what somebody has stored.
    private bool MakesUp(IMethodSymbol method) =>
        (NameParts.Of(method.Name) is (["new" or "create" or "generate" or "make" or "random", ..] or ["get", "new" or "hex" or "random" or "unique" or "short", ..]) and [.., "guid" or "uuid" or "ulid"]
            || (method is { IsStatic: true, Name: "New" or "Create" or "Generate" or "Next" } && NameParts.Of(method.ContainingType.Name) is [.., "guid" or "uuid" or "ulid"]))
        && (services.BodyOf(method.OriginalDefinition) is { } body ? body.Descendants().Any(static part => part is IInvocationOperation { TargetMethod.Name: var name } && Makers.Contains(name)) : method.DeclaringSyntaxReferences.IsEmpty);

    // RabbitMQ makes up a name for a queue that is declared without one, and tells nobody else.
    private static bool IsNamedByServer(IInvocationOperation declaration) => declaration.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "queue") is null or { Value.ConstantValue: { HasValue: true, Value: "" } };

    // `Path.Combine` starts again at a part from the root, which a variable behind the new name may be.
    private bool HasNewPart(ImmutableArray<IOperation> parts, bool mayRestart, int depth)
    {
        var rest = parts.SkipWhile(part => !IsNew(part, depth)).ToList();
        return rest.Count > 0 && (!mayRestart || rest.Skip(1).All(part => IsNew(part, depth) || (part.ConstantValue.HasValue && !TemporaryPaths.IsRooted(part))));
    }

    // `client.GetDatabase(name)`, `new DirectoryInfo(path)`
    private bool IsNamedSo(IOperation target) => services.Values.NotNull(target) is { IsEmpty: false } sources && sources.All(source => ArgumentsOf(Variables.Unwrap(source)).Any(argument =>
        argument is { Parameter: { Name: var parameter, ContainingSymbol.DeclaringSyntaxReferences.IsEmpty: true } } && NamingParameter.IsMatch(parameter) && IsText(argument.Value) && IsNew(argument.Value, 0)));

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation source) => source switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation { Property.Name: var name, Instance: { } holder } when Wrappers.Contains(name) => ArgumentsOf(Variables.Unwrap(holder)),
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };
}
