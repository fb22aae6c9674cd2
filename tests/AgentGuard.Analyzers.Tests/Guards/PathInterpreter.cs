using System.Collections.Immutable;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>A small program: enough of C# to nest control flow around one guard and one call.</summary>
internal abstract record Node
{
    /// <summary>Statements one after the other.</summary>
    public sealed record Block(Node[] Parts) : Node;

    /// <summary>The marked call.</summary>
    public sealed record Call : Node;

    /// <summary>Something that says nothing and may throw.</summary>
    public sealed record Work : Node;

    /// <summary>An <c>if</c>.</summary>
    public sealed record If(Test Test, Node Then, Node? Else) : Node;

    /// <summary>A loop with its test at the top.</summary>
    public sealed record While(Test Test, Node Body) : Node;

    /// <summary>A loop with its test at the bottom.</summary>
    public sealed record DoWhile(Node Body, Test Test) : Node;

    /// <summary>A <c>try</c> with a <c>catch</c> that swallows, a <c>finally</c>, or both.</summary>
    public sealed record Try(Node Body, Node? Catch, Node? Finally) : Node;

    /// <summary>A jump.</summary>
    public sealed record Jump(string Word) : Node;

    /// <summary>Gives one of the bool locals a value.</summary>
    public sealed record Assign(int Local, Test Test) : Node;

    /// <summary>A switch over an unknown number.</summary>
    public sealed record Switch(Node[] Cases) : Node;
}

/// <summary>A condition.</summary>
internal abstract record Test
{
    /// <summary>The guard.</summary>
    public sealed record Guard : Test;

    /// <summary>Anything else.</summary>
    public sealed record Unknown : Test;

    /// <summary>A constant.</summary>
    public sealed record Constant(bool Value) : Test;

    /// <summary>A bool local.</summary>
    public sealed record Local(int Index) : Test;

    /// <summary><c>!</c>.</summary>
    public sealed record Not(Test Inner) : Test;

    /// <summary><c>&amp;&amp;</c>.</summary>
    public sealed record And(Test Left, Test Right) : Test;

    /// <summary><c>||</c>.</summary>
    public sealed record Or(Test Left, Test Right) : Test;

    /// <summary><c>?:</c>.</summary>
    public sealed record Choice(Test Condition, Test WhenTrue, Test WhenFalse) : Test;
}

/// <summary>One way in which a program may have come to a point: the locals, and whether the guard has said yes on the way.</summary>
internal readonly record struct World(int Locals, bool Guarded)
{
    /// <summary>The value of a local.</summary>
    public bool Local(int index) => (Locals >> index & 1) == 1;

    /// <summary>The world with a local changed.</summary>
    public World With(int index, bool value) => this with { Locals = value ? Locals | 1 << index : Locals & ~(1 << index) };
}

/// <summary>Runs a program along every path, with every outcome of every unknown condition and an exception before every statement.</summary>
internal sealed class PathInterpreter
{
    private readonly HashSet<Node.Call> _unguarded = new(ReferenceEqualityComparer.Instance);

    /// <summary>The calls of a program that some path reaches without the guard having said yes.</summary>
    public static IReadOnlySet<Node.Call> UnguardedCalls(Node program)
    {
        var interpreter = new PathInterpreter();
        interpreter.Run(program, [new World(0, false)]);
        return interpreter._unguarded;
    }

    private Outcome Run(Node node, ImmutableHashSet<World> worlds)
    {
        if (worlds.IsEmpty) return Outcome.None;
        var thrown = Outcome.None with { Throws = worlds };
        switch (node)
        {
            case Node.Block block:
                var outcome = Outcome.None with { Ends = worlds };
                foreach (var part in block.Parts)
                {
                    var next = Run(part, outcome.Ends);
                    outcome = (outcome with { Ends = [] }) + next;
                }

                return outcome;
            case Node.Call call:
                if (worlds.Any(world => !world.Guarded)) _unguarded.Add(call);
                return thrown with { Ends = worlds };
            case Node.Work:
                return thrown with { Ends = worlds };
            case Node.Jump { Word: "break" }:
                return thrown with { Breaks = worlds };
            case Node.Jump { Word: "continue" }:
                return thrown with { Continues = worlds };
            case Node.Jump { Word: "return" }:
                return thrown with { Returns = worlds };
            case Node.Jump:
                return thrown;
            case Node.Assign assign:
                return thrown with { Ends = worlds.SelectMany(world => Evaluate(assign.Test, world).Select(result => result.World.With(assign.Local, result.Value))).ToImmutableHashSet() };
            case Node.If @if:
                var (yes, no) = Split(@if.Test, worlds);
                return thrown + Run(@if.Then, yes) + (@if.Else is null ? Outcome.None with { Ends = no } : Run(@if.Else, no));
            case Node.While loop:
                return thrown + Loop(loop.Test, loop.Body, worlds, testFirst: true);
            case Node.DoWhile loop:
                return thrown + Loop(loop.Test, loop.Body, worlds, testFirst: false);
            case Node.Switch choice:
                var all = choice.Cases.Aggregate(thrown with { Ends = worlds }, (sum, @case) => sum + Run(@case, worlds));
                return all with { Ends = all.Ends.Union(all.Breaks), Breaks = [] };
            case Node.Try attempt:
                return RunTry(attempt, worlds);
            default:
                throw new InvalidOperationException(node.ToString());
        }
    }

    private Outcome RunTry(Node.Try attempt, ImmutableHashSet<World> worlds)
    {
        var outcome = Run(attempt.Body, worlds);
        if (attempt.Catch is not null) outcome = (outcome with { }) + Run(attempt.Catch, outcome.Throws);
        if (attempt.Finally is not { } last) return outcome;

        // Each way out runs the finally block and then goes on as it was going.
        var result = Outcome.None;
        result += Then(outcome.Ends, ends => Outcome.None with { Ends = ends });
        result += Then(outcome.Breaks, ends => Outcome.None with { Breaks = ends });
        result += Then(outcome.Continues, ends => Outcome.None with { Continues = ends });
        result += Then(outcome.Returns, ends => Outcome.None with { Returns = ends });
        result += Then(outcome.Throws, ends => Outcome.None with { Throws = ends });
        return result;

        Outcome Then(ImmutableHashSet<World> leaving, Func<ImmutableHashSet<World>, Outcome> goOn)
        {
            var after = Run(last, leaving);
            return after with { Ends = [] } + goOn(after.Ends);
        }
    }

    private Outcome Loop(Test test, Node body, ImmutableHashSet<World> worlds, bool testFirst)
    {
        var left = Outcome.None;
        var atTest = testFirst ? worlds : [];
        var atBody = testFirst ? [] : worlds;
        while (true)
        {
            var (yes, no) = Split(test, atTest);
            var run = Run(body, atBody.Union(yes));
            left += run with { Ends = no.Union(run.Breaks), Breaks = [], Continues = [] };
            var again = atTest.Union(run.Ends).Union(run.Continues);
            if (again.SetEquals(atTest) && atBody.Union(yes).SetEquals(atBody)) return left;
            (atTest, atBody) = (again, atBody.Union(yes));
        }
    }

    private static (ImmutableHashSet<World> Yes, ImmutableHashSet<World> No) Split(Test test, ImmutableHashSet<World> worlds)
    {
        var results = worlds.SelectMany(world => Evaluate(test, world)).ToArray();
        return (results.Where(r => r.Value).Select(r => r.World).ToImmutableHashSet(), results.Where(r => !r.Value).Select(r => r.World).ToImmutableHashSet());
    }

    private static IEnumerable<(World World, bool Value)> Evaluate(Test test, World world) => test switch
    {
        Test.Guard => [(world with { Guarded = true }, true), (world, false)],
        Test.Unknown => [(world, true), (world, false)],
        Test.Constant constant => [(world, constant.Value)],
        Test.Local local => [(world, world.Local(local.Index))],
        Test.Not not => Evaluate(not.Inner, world).Select(r => (r.World, !r.Value)),
        Test.And and => Evaluate(and.Left, world).SelectMany(r => r.Value ? Evaluate(and.Right, r.World) : [r]),
        Test.Or or => Evaluate(or.Left, world).SelectMany(r => r.Value ? [r] : Evaluate(or.Right, r.World)),
        Test.Choice choice => Evaluate(choice.Condition, world).SelectMany(r => Evaluate(r.Value ? choice.WhenTrue : choice.WhenFalse, r.World)),
        _ => throw new InvalidOperationException(test.ToString()),
    };

    private sealed record Outcome(ImmutableHashSet<World> Ends, ImmutableHashSet<World> Breaks, ImmutableHashSet<World> Continues, ImmutableHashSet<World> Returns, ImmutableHashSet<World> Throws)
    {
        public static readonly Outcome None = new([], [], [], [], []);

        public static Outcome operator +(Outcome left, Outcome right) => new(
            left.Ends.Union(right.Ends),
            left.Breaks.Union(right.Breaks),
            left.Continues.Union(right.Continues),
            left.Returns.Union(right.Returns),
            left.Throws.Union(right.Throws));
    }
}
