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
