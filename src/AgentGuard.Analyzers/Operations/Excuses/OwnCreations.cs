using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>
/// Resources that the same code has created through the client of a cloud or store: a volume whose id came out of <c>CreateVolumeAsync</c>, or a bucket
/// under a name that <c>PutBucketAsync</c> was called with on every path. What may have been there before is nobody's to take away: <c>CreateIfNotExists</c> creates nothing for certain.
/// </summary>
internal sealed class OwnCreations(AnalysisServices services)
{
    private const int MaxDepth = 6;

    private static readonly ImmutableHashSet<string> Creations = ImmutableHashSet.Create("create", "make", "provision", "allocate", "launch", "run", "put");

    // What only one creates whose name was free: `Put` replaces anything else.
    private static readonly ImmutableHashSet<string> PutNouns = ImmutableHashSet.Create("bucket");

    // `CreateDirectory` and `CreateQueue` are content with what is there already.
    private static readonly ImmutableHashSet<DestructiveKind> Shared = ImmutableHashSet.Create(DestructiveKind.Directory, DestructiveKind.Files, DestructiveKind.Queue, DestructiveKind.QueuePurge, DestructiveKind.Topic, DestructiveKind.Rows);

    // What a type that stands for a resource, or for all of its kind, has in its name besides.
    private static readonly ImmutableHashSet<string> Wrappers = ImmutableHashSet.Create("client", "resource", "operations", "collection", "i", "v");

    // What leaves a list of resources what it is, or picks from it.
    private static readonly ImmutableHashSet<string> Views = ImmutableHashSet.Create("Select", "Where", "ToList", "ToArray", "AsEnumerable", "First", "FirstOrDefault", "Single", "SingleOrDefault", "ToString");

    private readonly KeptElements _kept = new(services);
    private readonly MovedThings _moved = new(services);

    /// <summary>Whether a call destroys what the code has certainly made itself.</summary>
    /// <param name="call">The destructive call.</param>
    /// <param name="member">What it calls.</param>
    /// <param name="entry">The catalogue line, which says where the target is named.</param>
    public bool Contain(IOperation call, ISymbol member, CatalogEntry entry)
    {
        if (entry.Kinds.Any(Shared.Contains) || entry.Target is not { } path || services.Values.At(call, path) is not { IsEmpty: false } targets) return false;
        var destroyed = new Noun(member);
        var isOwn = targets.All(target => IsResult(target, destroyed, 0)) || (targets is [var only] && IsCreatedBefore(call, only, path.Properties.LastOrDefault() ?? path.Root, destroyed));
        return isOwn && !_moved.MayBeStores(call.Syntax);
    }

    // `created.Volume.VolumeId`, and lists of these.
    private bool IsResult(IOperation value, Noun destroyed, int depth)
    {
        if (depth == MaxDepth) return false;
        var sources = services.Values.NotNull(value);
        return !sources.IsEmpty && sources.All(source => IsResultSource(Variables.Unwrap(source), destroyed, depth + 1));
    }

    private bool IsResultSource(IOperation source, Noun destroyed, int depth) => source switch
    {
        IInvocationOperation { TargetMethod: var method } call when Creates(method, destroyed) => services.BodyOf(method.OriginalDefinition) is not { } body || method.IsAbstract || Returns(body, destroyed, depth),
        IInvocationOperation { TargetMethod: { Name: var view, DeclaringSyntaxReferences.IsEmpty: true } } call when Views.Contains(view) => (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } list && IsResult(list, destroyed, depth),
        IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false, IsAbstract: false } method } when services.BodyOf(method.OriginalDefinition) is { } body => Returns(body, destroyed, depth),
        IPropertyReferenceOperation { Instance: { } holder } => Variables.Unwrap(holder) is not IInstanceReferenceOperation && IsResult(holder, destroyed, depth),
        IArrayElementReferenceOperation { ArrayReference: var array } => IsResult(array, destroyed, depth),
        ILocalReferenceOperation local when services.AssignmentsAround(local).CollectionOf(local.Local) is { } collection =>
            IsResult(collection, destroyed, depth) || (_kept.Of(collection) is { IsEmpty: false } kept && kept.All(element => IsResult(element, destroyed, depth))),
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: { } initializer } => AreResults(initializer, destroyed, depth),
        _ => AreResults(source, destroyed, depth),
    };

    private bool AreResults(IOperation list, Noun destroyed, int depth) => Variables.ElementsOf(list)?.ToList() is { Count: > 0 } elements && elements.TrueForAll(element => IsResult(element, destroyed, depth));

    private bool Returns(IOperation body, Noun destroyed, int depth) => ReturnedValues.Of(body) is { Count: > 0 } values && values.TrueForAll(value => IsResult(value, destroyed, depth));

    // `await s3.PutBucketAsync(name); ... await s3.DeleteBucketAsync(name);`
    private bool IsCreatedBefore(IOperation call, IOperation target, string name, Noun destroyed) =>
        ValueSources.RootOf(call, ValuePath.Receiver) is { } receiver && Variables.PathOf(receiver) is not null
        && EarlierCalls.Before(call.Syntax).Any(earlier =>
            CallSyntax.CalledName(earlier) is { } called && NameParts.Of(called) is [var verb, ..] && Creations.Contains(verb)
            && services.ModelFor(earlier.SyntaxTree).GetOperation(earlier) is IInvocationOperation { TargetMethod: var method, Instance: { } creator } creation
            && Creates(method, destroyed)
            && (method.DeclaringSyntaxReferences.IsEmpty || method.IsAbstract)
            && IsSame(creator, receiver, earlier)
            && (target == receiver || Named(creation, name).Any(given => IsSame(given, target, earlier))));

    // What a creation is told of the name: by an argument, or by a property of a request.
    private IEnumerable<IOperation> Named(IInvocationOperation creation, string name)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument.Value.Type?.SpecialType == SpecialType.System_String)
            {
                if (IsName(argument.Parameter?.Name, name)) yield return argument.Value;
                continue;
            }

            foreach (var source in services.Values.Of(argument.Value).OfType<IObjectCreationOperation>())
            {
                foreach (var part in source.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>())
                {
                    if (part.Target is IPropertyReferenceOperation { Property.Name: var property } && IsName(property, name)) yield return part.Value;
                }
            }
        }
    }

    private static bool IsName(string? given, string name) => string.Equals(given, name, StringComparison.OrdinalIgnoreCase) || string.Equals(given, "name", StringComparison.OrdinalIgnoreCase);

    // The same variable, which keeps its value from then on, or the same constant.
    private bool IsSame(IOperation one, IOperation other, SyntaxNode since)
    {
        if (Variables.Unwrap(one).ConstantValue is { HasValue: true, Value: string constant }) return Variables.Unwrap(other).ConstantValue is { HasValue: true, Value: string text } && text == constant;
        if (Variables.PathOf(one) is not var (variable, property) || Variables.PathOf(other) is not var (second, path)) return OnlyConstant(one) is { } folded && folded == OnlyConstant(other);
        if (property != path || !SymbolEqualityComparer.Default.Equals(variable, second)) return false;
        var assignments = services.AssignmentsAround(other);
        return assignments.All(variable).Concat(property.Length == 0 ? [] : assignments.All(variable, property)).All(assignment => assignment.Call is not null || assignment.Syntax.Span.End <= since.SpanStart);
    }

    private string? OnlyConstant(IOperation value) => services.Values.Of(value) is [{ ConstantValue: { HasValue: true, Value: string constant } }] ? constant : null;

    private static bool Creates(IMethodSymbol method, Noun destroyed)
    {
        var words = NameParts.Of(method.Name);
        return words.Count > 0 && Creations.Contains(words[0]) && new Noun(method) is var made && made.Fits(destroyed) && (words[0] != "put" || PutNouns.Contains(made.ToString()));
    }

    /// <summary>What a method is about: the words of its name behind the verb, or the type that it belongs to.</summary>
    private sealed class Noun
    {
        private readonly string _words;
        private readonly ITypeSymbol? _type;

        public Noun(ISymbol method)
        {
            _type = method.ContainingType?.OriginalDefinition;
            _words = Joined(NameParts.Of(method.Name).Skip(1).Where(static word => word != "async"));
        }

        /// <summary>Whether both are about the same kind of thing: <c>CreateBucket</c> and <c>DeleteBucket</c>, <c>Create</c> and <c>Delete</c> of one type, <c>CreateBlobContainer</c> and a <c>BlobContainerClient</c>.</summary>
        public bool Fits(Noun destroyed) => (_words, destroyed._words) switch
        {
            ("", "" or "if exists") => SymbolEqualityComparer.Default.Equals(_type, destroyed._type),
            (var made, "" or "if exists") => destroyed._type is { Name: var name } && made == Joined(NameParts.Of(name).Where(static word => !Wrappers.Contains(word))),
            var (made, gone) => made == gone,
        };

        public override string ToString() => _words;

        // One or several of them.
        private static string Joined(IEnumerable<string> words)
        {
            var all = string.Join(" ", words);
            return all.EndsWith("s", StringComparison.Ordinal) && !all.EndsWith("exists", StringComparison.Ordinal) ? all[..^1] : all;
        }
    }
}
