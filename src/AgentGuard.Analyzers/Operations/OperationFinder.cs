using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Excuses;
using AgentGuard.Analyzers.Operations.Gate;
using AgentGuard.Analyzers.Operations.Rows;
using AgentGuard.Analyzers.Operations.Texts;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Finds destructive operations: name index first, then the symbol, then the conditions and texts of the call.</summary>
internal sealed class OperationFinder(AnalysisServices services)
{
    private readonly Conditions _conditions = services.Conditions;
    private readonly FilterForwarders _handedSets = new(services, services.Conditions, services.Rows);
    private readonly ThrowawayTargets _throwaway = new(services);
    private readonly TextForwarders _forwarders = new(services);
    private readonly Fakes _fakes = new(services);
    private readonly EarlierTexts _earlier = new(services);
    private readonly OwnCreations _created = new(services);
    private readonly OwnRegistryKeys _ownKeys = new(services);
    private readonly GrowingUpdates _growing = new(services);
    private readonly StubbedClients _stubbed = new(services);
    private readonly OwnOperations _own = new(services);
    private readonly TemporaryCommands _commands = new(services, new TemporaryPaths(services).Contain);
    private readonly ForwardedOperations _forwarded = new(services);
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<DestructiveOperation>> _inCode = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<DestructiveOperation>> _at = new();

    /// <summary>The destructive operations that a call, object creation or method group performs.</summary>
    public ImmutableArray<DestructiveOperation> Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        FindAll(node, model, cancellation).RemoveAll(static operation => operation.IsHarmless);

    private ImmutableArray<DestructiveOperation> FindAll(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        services.Gate.Admits(node, model) ? FindAt(node, model.GetOperation(node, cancellation)) : ImmutableArray<DestructiveOperation>.Empty;

    /// <summary>The operations of a call that the gate has let through, harmless ones too; found once per compilation.</summary>
    public ImmutableArray<DestructiveOperation> FindAt(SyntaxNode node, IOperation? call) => _at.TryGetValue(node, out var known) ? known : _at.GetOrAdd(node, Judge(node, call));

    private ImmutableArray<DestructiveOperation> Judge(SyntaxNode node, IOperation? call)
    {
        if (call is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.SetMethod: { } setter } }) return ExpressionTrees.HoldAsData(call) ? ImmutableArray<DestructiveOperation>.Empty : FromAttribute(call, setter).ToImmutableArray();
        if (LateBoundCalls.MethodOf(call, services.Values) is { } late) return services.Catalog.Match(late).Where(entry => entry.Effect == CatalogEffect.Destroys && LateBoundCalls.MayApply(entry, call, late)).Take(1).SelectMany(entry => FromEntry(entry, call!, late)).ToImmutableArray();
        if (MemberOf(call) is not { } member || ExpressionTrees.HoldAsData(call!) || GeneratedInterceptors.Contain(node)) return ImmutableArray<DestructiveOperation>.Empty;

        var found = new List<DestructiveOperation>();
        foreach (var entry in services.Catalog.Match(member)) found.AddRange(FromEntry(entry, call!, member));
        if (services.Catalog.Index.IsDeclared(CatalogMatcher.CalledName(member))) found.AddRange(FromAttribute(call!, member));
        if (found.Count < 2) return found.ToImmutableArray();
        return found
            .GroupBy(operation => (operation.Syntax, operation.Kind, operation.Statement), (_, same) => OneOf(same.ToList()))
            .ToImmutableArray();
    }

    // One is harmless only if all are.
    private static DestructiveOperation OneOf(List<DestructiveOperation> same) =>
        same.Count == 1 ? same[0] : same[0] with { Excuse = same.Exists(static operation => operation.Excuse is null) ? null : new(() => same.TrueForAll(static operation => operation.IsHarmless)) };

    /// <summary>The destructive operations in a piece of code, in source order.</summary>
    public ImmutableArray<DestructiveOperation> In(SyntaxNode code, SemanticModel model, CancellationToken cancellation) =>
        AllIn(code, model, cancellation).RemoveAll(static operation => operation.IsHarmless);

    /// <summary>The same with harmless ones, which are costly to tell; found once per compilation.</summary>
    public ImmutableArray<DestructiveOperation> AllIn(SyntaxNode code, SemanticModel model, CancellationToken cancellation) => _inCode.GetOrAdd(code, _ => FoundFrom(code, model, cancellation)
        .Where(operation => operation.Syntax.SyntaxTree == code.SyntaxTree && code.Span.Contains(operation.Syntax.Span))
        .ToImmutableArray());

    /// <summary>The operations that names in a piece of code lead to, harmless ones too, wherever they stand: the text of a helper comes from its callers.</summary>
    public IEnumerable<DestructiveOperation> FoundFrom(SyntaxNode code, SemanticModel model, CancellationToken cancellation) => services.Names
        .In(code.SyntaxTree, code.Span, cancellation)
        .SelectMany(CandidateCalls.At)
        .SelectMany(node => FindAll(node, model, cancellation));

    /// <summary>The operations in a piece of code with the calls of helpers in other files that execute their text. For that the whole compilation is searched once.</summary>
    public ImmutableArray<DestructiveOperation> WithForwarded(SyntaxNode code, SemanticModel model, CancellationToken cancellation) =>
        AllWithForwarded(code, model, cancellation).RemoveAll(static operation => operation.IsHarmless);

    /// <summary>The same with harmless ones.</summary>
    public ImmutableArray<DestructiveOperation> AllWithForwarded(SyntaxNode code, SemanticModel model, CancellationToken cancellation) => AllIn(code, model, cancellation)
        .Where(static operation => operation.Through.IsEmpty)
        .Concat(_forwarded.In(code))
        .ToImmutableArray();

    /// <summary>The backups that a call makes: by catalogue line, or by the text that it executes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="given">What is known of the parameters of the member that makes it, where it is looked at from one of its callers.</param>
    public ImmutableArray<DestructiveKind> BackupsBy(IOperation call, KnownParameters? given) => MemberOf(call) is not { } member
        ? ImmutableArray<DestructiveKind>.Empty
        : services.Catalog.Match(member).SelectMany(entry => entry.Effect switch
        {
            CatalogEffect.BacksUp => entry.Kinds,
            CatalogEffect.Runs => BackupsIn(given is null ? services.Channels.Read(entry, call) : services.Channels.Read(entry, call, given)).Select(static finding => finding.Kind),
            _ => [],
        }).Distinct().ToImmutableArray();

    /// <summary>The statements in the text that a call executes which make a backup.</summary>
    public IEnumerable<TextFinding> BackupTexts(IOperation call) => MemberOf(call) is not { } member ? [] : services.Catalog.Match(member)
        .Where(static entry => entry.Effect == CatalogEffect.Runs)
        .SelectMany(entry => BackupsIn(services.Channels.Read(entry, call)));

    private static IEnumerable<TextFinding> BackupsIn(ImmutableArray<ExecutedText> texts) => texts.SelectMany(static text => text.Findings).Where(static finding => finding.Effect == TextEffect.BacksUp);

    /// <summary>The statements in the text that a call executes which switch a protection off.</summary>
    public IEnumerable<TextFinding> WeakeningTexts(IOperation call) => MemberOf(call) is not { } member ? [] : services.Catalog.Match(member)
        .Where(entry => entry.Effect == CatalogEffect.Runs && call is not IMethodReferenceOperation)
        .SelectMany(entry => services.Channels.Read(entry, call).SelectMany(text => text.Findings.Where(finding => finding.Effect == TextEffect.Weakens && !(entry.Channel == TextChannel.Sql && _earlier.NeedOff(call, text, finding)))))
        .GroupBy(static finding => (finding.Verb, finding.Target, finding.Start), static (_, same) => same.First());

    /// <summary>The member that an operation calls; null when it calls none or is bound at run time.</summary>
    public static ISymbol? MemberOf(IOperation? call) => call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation { Constructor: { } constructor } => constructor,
        IMethodReferenceOperation reference => reference.Method,
        IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => reference.Method,
        _ => null,
    };

    private IEnumerable<DestructiveOperation> FromEntry(CatalogEntry entry, IOperation call, ISymbol member)
    {
        switch (entry.Effect)
        {
            case CatalogEffect.Destroys when _conditions.Hold(entry, call):
                var target = entry.Target is null ? null : call is IMethodReferenceOperation or IDelegateCreationOperation ? RowLoops.SetThatRuns(call) : services.Values.At(call, entry.Target).FirstOrDefault();
                var excuse = new Lazy<bool>(() => _throwaway.IsHit(entry.Kinds[0], target, ReceiverOf(call)) || _own.AreAround(entry.Kinds[0], call) || ExpectedFailures.Contain(call) || _created.Contain(call, member, entry) || _ownKeys.Contain(call) || _growing.Contain(call) || (ReceiverOf(call) is { } receiver && _fakes.IsFake(receiver, member, entry.Id)));
                return [new DestructiveOperation(call.Syntax, call, member, entry.Kinds[0], null, NameOf(target), ImmutableArray<Location>.Empty, entry) { Excuse = excuse }];
            case CatalogEffect.Destroys:
                return _handedSets.Callers(entry, call).Select(handed => new DestructiveOperation(handed.Call.Syntax, handed.Call, handed.Helper, entry.Kinds[0], null, null, ImmutableArray.Create(call.Syntax.GetLocation()), entry)
                {
                    Through = ImmutableArray.Create(call.Syntax),
                    Excuse = new(() => _growing.Contain(call) || _throwaway.IsHit(entry.Kinds[0], null, handed.Rows) || ExpectedFailures.Contain(handed.Call) || _fakes.IsFake(handed.Rows, member, entry.Id)),
                });
            case CatalogEffect.Runs when call is not IMethodReferenceOperation && _conditions.Hold(entry, call):
                var texts = services.Channels.Read(entry, call);
                var forwarded = TextForwarders.ByMember(texts);
                var inMemory = new Lazy<bool>(() => ReceiverOf(call) is { } connection && _throwaway.IsThrowaway(DestructiveKind.Database, connection));
                var own = FromTexts(texts, entry, call, member, inMemory).ToList();
                return own.Concat(FromUnknown(texts, entry, call, member, inMemory)).Concat(forwarded.Where(_ => !inMemory.Value).SelectMany(parameters =>
                    _forwarders.Callers(parameters, call, known => services.Channels.Read(entry, call, known), read => FromTexts(read, entry, call, member, inMemory).Where(operation => !operation.IsHarmless && !own.Exists(reported => (reported.Kind, reported.Statement) == (operation.Kind, operation.Statement))))));
            default:
                return [];
        }
    }

    private IEnumerable<DestructiveOperation> FromTexts(ImmutableArray<ExecutedText> texts, CatalogEntry entry, IOperation call, ISymbol member, Lazy<bool> inMemory) =>
        from text in texts
        from finding in text.Findings
        where finding.Effect == TextEffect.Destroys
        select new DestructiveOperation(call.Syntax, call, member, finding.Kind, Statement(finding), finding.Target, text.Text.Pieces, entry)
        {
            Called = finding.Called,
            IsInFile = text.IsInFile,
            IsInPortions = text.IsInPortions,
            Excuse = entry.Channel switch
            {
                TextChannel.Sql => new(() => inMemory.Value || ExpectedFailures.Contain(call) || _earlier.Made(call, text, finding) || (ReceiverOf(call) is { } connection && _throwaway.IsInFreshDatabase(finding.Kind, finding.Target, connection))),
                TextChannel.Http => new(() => ReceiverOf(call) is { } client && _stubbed.Contain(client)),
                TextChannel.Shell when !text.IsInFile => new(() => inMemory.Value || _commands.Contain(call, entry)),
                _ => inMemory,
            },
        };

    // Strict mode: what cannot be read may destroy whatever its channel can reach.
    private IEnumerable<DestructiveOperation> FromUnknown(ImmutableArray<ExecutedText> texts, CatalogEntry entry, IOperation call, ISymbol member, Lazy<bool> inMemory)
    {
        if (!services.Policy.For(call.Syntax.SyntaxTree).ReportUnknownText || !texts.Any(text => text.IsOpaque)) return [];
        var kind = entry.Channel is TextChannel.Sql or TextChannel.Mongo ? DestructiveKind.Database : DestructiveKind.Infrastructure;
        return [new DestructiveOperation(call.Syntax, call, member, kind, "text that is not known at compile time", null, ImmutableArray<Location>.Empty, entry) { Excuse = inMemory }];
    }

    private IEnumerable<DestructiveOperation> FromAttribute(IOperation call, ISymbol member)
    {
        if (_own.KindOf(member) is { } kind)
            yield return new DestructiveOperation(call.Syntax, call, member, kind, null, null, ImmutableArray<Location>.Empty, null);
    }

    private static IOperation? ReceiverOf(IOperation call) => ValueSources.RootOf(call, ValuePath.Receiver);

    private static string Statement(TextFinding finding) => finding.Target is null ? finding.Verb : $"{finding.Verb} {finding.Target}";

    private string? NameOf(IOperation? target) =>
        target is not null && services.Values.Of(target) is [{ ConstantValue: { HasValue: true, Value: string name } }] ? name : null;
}
