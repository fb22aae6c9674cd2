using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>
/// The forward must-analysis over one control flow graph: visits blocks in source order until nothing changes. Exceptions are
/// modelled: a handler starts with what held at every point of its try block, and finally blocks run on each branch that leaves them.
/// </summary>
internal sealed class FlowSolver(ControlFlowGraph graph, OperationReader reader, CancellationToken cancellationToken)
{
    private const int MostVisitsPerBlock = 64;

    private readonly FlowState?[] _entries = new FlowState?[graph.Blocks.Length];
    private readonly BlockNotes?[] _notes = new BlockNotes?[graph.Blocks.Length];
    private readonly SortedSet<int> _pending = [];
    private readonly Dictionary<ControlFlowRegion, FlowState> _thrown = [];
    private readonly Dictionary<ControlFlowRegion, FlowState> _finallyExits = [];
    private readonly Dictionary<ControlFlowRegion, SortedSet<int>> _finallyUsers = [];
    private readonly Dictionary<ControlFlowRegion, HashSet<Storage>> _finallyWrites = [];

    /// <summary>Runs to the fixpoint and then hands on what the last visit of each block saw. False when the cap was hit, so that nothing is known.</summary>
    public bool Run(FlowState initial, BodyResult result)
    {
        Enter(0, initial);
        var budget = (long)graph.Blocks.Length * MostVisitsPerBlock;
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (budget-- == 0) return false;
            var ordinal = _pending.Min;
            _pending.Remove(ordinal);
            Visit(graph.Blocks[ordinal]);
        }

        foreach (var block in graph.Blocks)
        {
            if (_notes[block.Ordinal] is { } notes) result.Add(notes);
            else AddUnreached(block, result);
        }

        if (_entries[graph.Blocks.Length - 1] is { } end) result.End(end);
        return true;
    }

    private void Visit(BasicBlock block)
    {
        var notes = reader.Notes = _notes[block.Ordinal] = new BlockNotes();
        var (tried, cleanup) = (InnermostTry(block.EnclosingRegion), FinallyOf(block.EnclosingRegion));
        reader.Begin(_entries[block.Ordinal]!, isTried: tried is not null, isCleanup: cleanup is not null);
        var (whenTrue, whenFalse, value) = ReadBlock(block);
        if (value is not null)
        {
            notes.NoteGuards(value.Syntax, whenTrue);
            notes.NoteGuards(value.Syntax, whenFalse);
            reader.NoteConstantSwitch(value);
        }

        if (tried is not null) Throw(tried, reader.Thrown);
        if (cleanup is not null) NoteFinallyWrites(cleanup);

        var state = reader.State;
        if (state.Facts.IsUnreachable) return;
        if (block is { FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return, BranchValue: not null }) notes.Returned = (Presence.Of(reader.Whole(reader.LastRead, block.BranchValue), block.BranchValue), state.Facts);
        if (block.ConditionalSuccessor is { } conditional)
        {
            var jumpsOnTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            Follow(block, conditional, Refined(value, jumpsOnTrue, state, jumpsOnTrue ? whenTrue : whenFalse));
            Follow(block, block.FallThroughSuccessor, Refined(value, !jumpsOnTrue, state, jumpsOnTrue ? whenFalse : whenTrue));
        }
        else
        {
            Follow(block, block.FallThroughSuccessor, state);
        }
    }

    private (Facts WhenTrue, Facts WhenFalse, IOperation? Condition) ReadBlock(BasicBlock block)
    {
        foreach (var operation in block.Operations) reader.Read(operation);
        if (block.BranchValue is null) return (Facts.None, Facts.None, null);
        var value = reader.Read(block.BranchValue);
        return block.ConditionKind == ControlFlowConditionKind.None
            ? (Facts.None, Facts.None, null)
            : (Value.WhenTrue(value), Value.WhenFalse(value), block.BranchValue);
    }

    private FlowState? Refined(IOperation? condition, bool outcome, FlowState state, Facts facts)
    {
        // Facts that cannot hold together, such as those of a constant condition, mean that the branch is never taken.
        if (facts.IsUnreachable) return null;
        return condition is null ? state.With(facts) : reader.Refinement.Refine(condition, outcome, state).With(facts);
    }

    private void Follow(BasicBlock block, ControlFlowBranch? branch, FlowState? state)
    {
        if (branch is null || state is null) return;
        foreach (var region in branch.FinallyRegions)
        {
            Enter(region.FirstBlockOrdinal, state);
            if (!_finallyUsers.TryGetValue(region, out var users)) _finallyUsers[region] = users = [];
            users.Add(block.Ordinal);
            if (!_finallyExits.TryGetValue(region, out var exit)) return;
            state = AfterFinally(state, region, exit);
        }

        if (branch.Destination is { } destination)
        {
            Enter(destination.Ordinal, Leave(state, branch));
        }
        else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling && EndedFinally(block) is { } region)
        {
            var exit = FlowState.Join(_finallyExits.TryGetValue(region, out var known) ? known : null, state);
            if (ReferenceEquals(exit, known)) return;
            _finallyExits[region] = exit;
            if (_finallyUsers.TryGetValue(region, out var waiting)) _pending.UnionWith(waiting);
        }
    }

    // Facts are never lost, so what the branch knew still holds; only what the finally block wrote is as that block left it.
    private FlowState AfterFinally(FlowState state, ControlFlowRegion region, FlowState exit)
    {
        state = state.With(exit.Facts);
        if (!_finallyWrites.TryGetValue(region, out var writes)) return state;
        foreach (var storage in writes) state = state.With(storage, exit.Values.TryGetValue(storage, out var value) ? value : null);
        return state;
    }

    private static FlowState Leave(FlowState state, ControlFlowBranch branch)
    {
        if (state.Values.IsEmpty || branch.Destination!.Kind == BasicBlockKind.Exit) return state;
        foreach (var region in branch.LeavingRegions)
        {
            foreach (var local in region.Locals) state = state.With(new Storage(local, null), null);
            foreach (var capture in region.CaptureIds) state = state.With(new Storage(capture, null), null);
        }

        return state;
    }

    private void Enter(int ordinal, FlowState state)
    {
        var known = _entries[ordinal];
        var joined = FlowState.Join(known, state);
        if (ReferenceEquals(joined, known)) return;
        _entries[ordinal] = joined;
        _pending.Add(ordinal);
    }

    // What reaches a handler also reaches the handlers further out: the inner one may not catch it, or may throw it again.
    private void Throw(ControlFlowRegion? tryRegion, FlowState state)
    {
        while (tryRegion is not null)
        {
            _thrown.TryGetValue(tryRegion, out var known);
            var joined = FlowState.Join(known, state);
            if (ReferenceEquals(joined, known)) return;
            _thrown[tryRegion] = joined;
            foreach (var handler in tryRegion.EnclosingRegion!.NestedRegions)
            {
                if (handler != tryRegion) Enter(handler.FirstBlockOrdinal, joined);
            }

            tryRegion = InnermostTry(Around(tryRegion.EnclosingRegion));
        }
    }

    private void NoteFinallyWrites(ControlFlowRegion innermost)
    {
        if (reader.Written.Count == 0) return;
        for (ControlFlowRegion? region = innermost; region is not null; region = FinallyOf(Around(region)))
        {
            if (!_finallyWrites.TryGetValue(region, out var writes)) _finallyWrites[region] = writes = [];
            var known = writes.Count;
            writes.UnionWith(reader.Written);

            // What leaves through the block must forget what it knew of the place, even if the end of the block looks the same.
            if (writes.Count > known && _finallyUsers.TryGetValue(region, out var users)) _pending.UnionWith(users);
        }
    }

    private static void AddUnreached(BasicBlock block, BodyResult result)
    {
        var operations = block.BranchValue is null ? block.Operations : block.Operations.Add(block.BranchValue);
        foreach (var operation in operations.SelectMany(operation => operation.DescendantsAndSelf())) result.AddPoint(operation.Syntax, Facts.Unreachable);
    }

    private ControlFlowRegion? InnermostTry(ControlFlowRegion? region)
    {
        while (region is not null && region.Kind != ControlFlowRegionKind.Try) region = Around(region);
        return region;
    }

    // A filter that does not match ends in the same way as a finally block, and goes nowhere that is not covered by the throw.
    private ControlFlowRegion? EndedFinally(BasicBlock block)
    {
        ControlFlowRegion? region = block.EnclosingRegion;
        while (region is not null && region.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter)) region = Around(region);
        return region?.Kind == ControlFlowRegionKind.Finally ? region : null;
    }

    private ControlFlowRegion? FinallyOf(ControlFlowRegion? region)
    {
        while (region is not null && region.Kind != ControlFlowRegionKind.Finally) region = Around(region);
        return region;
    }

    // The root of a lambda's graph lies in a region of the graph around it, whose blocks are numbered apart.
    private ControlFlowRegion? Around(ControlFlowRegion region) => region == graph.Root ? null : region.EnclosingRegion;
}
