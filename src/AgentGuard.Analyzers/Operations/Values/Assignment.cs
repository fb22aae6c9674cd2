using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>One place where a variable, or a property of what it holds, gets a value.</summary>
/// <param name="Syntax">The assignment.</param>
/// <param name="Value">What is assigned or appended; null when it cannot be known, as with <c>out</c>.</param>
/// <param name="Appends">True for <c>+=</c> and <c>Append</c>: what was there before stays.</param>
internal sealed record Assignment(SyntaxNode Syntax, IOperation? Value, bool Appends)
{
    /// <summary>The call that appends or clears, or that may append what cannot be seen here; null for an assignment.</summary>
    public IInvocationOperation? Call { get; init; }

    /// <summary>The key under which the value stands in a dictionary or a document; null for any other value.</summary>
    public IOperation? Key { get; init; }

    /// <summary>The parameter by which a helper gets the object to which it may append.</summary>
    public IParameterSymbol? HandedTo { get; init; }

    /// <summary>Of the parts that a call or a choice yields together, the place of this one: <c>var (path, name) = Create();</c></summary>
    public (IOperation Whole, int Place)? PartOf { get; init; }

    /// <summary>The argument by which a call hands out what is assigned: <c>TryGetValue(key, out var sql)</c>.</summary>
    public IArgumentOperation? HandedOut { get; init; }

    /// <summary>True for <c>??=</c>: what was there before may stay.</summary>
    public bool Keeps { get; init; }

    /// <summary>Whether nothing that stood there before is left.</summary>
    public bool Replaces => !Appends && !Keeps;
}
