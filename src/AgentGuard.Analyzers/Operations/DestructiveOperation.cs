using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations;

/// <summary>A call that destroys something.</summary>
/// <param name="Syntax">The call, or the method group that will be called.</param>
/// <param name="Call">The bound call.</param>
/// <param name="Member">The API that is called.</param>
/// <param name="Kind">What is destroyed.</param>
/// <param name="Statement">For a text channel, the words that destroy: <c>DROP TABLE rentals</c>.</param>
/// <param name="Target">The name of what is destroyed where it is known.</param>
/// <param name="Evidence">Where the text is written, for a text channel.</param>
/// <param name="Entry">The catalogue line; null for a method that carries <c>[Destructive]</c>.</param>
internal sealed record DestructiveOperation(
    SyntaxNode Syntax,
    IOperation Call,
    ISymbol Member,
    DestructiveKind Kind,
    string? Statement,
    string? Target,
    ImmutableArray<Location> Evidence,
    CatalogEntry? Entry)
{
    /// <summary>The calls inside helpers that execute the text, where the call is one of a helper: a guard there counts too.</summary>
    public ImmutableArray<SyntaxNode> Through { get; init; } = ImmutableArray<SyntaxNode>.Empty;

    /// <summary>Whether what is hit is certainly nothing that anybody could miss: a temporary directory, a database in memory, a fake.</summary>
    public bool IsHarmless => Excuse?.Value ?? false;

    /// <summary>Whether the text is in a file that a program runs, so that nobody reads it when the call is made.</summary>
    public bool IsInFile { get; init; }

    /// <summary>Whether the text takes away only a portion each time that the call is made, so that it says nothing of the whole.</summary>
    public bool IsInPortions { get; init; }

    /// <summary>Finds out whether the operation is harmless; null where it certainly is not. Only what would be reported asks.</summary>
    public Lazy<bool>? Excuse { get; init; }

    private static readonly SymbolDisplayFormat ApiFormat = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        genericsOptions: SymbolDisplayGenericsOptions.None,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly);

    /// <summary>Where the diagnostic stands: the name that is called with its arguments, not the whole chain before it.</summary>
    public Location Location => CallSyntax.LocationOf(Syntax);

    /// <summary>What messages say is destroyed: <c>a database</c>, or what the line or the text calls it.</summary>
    public string Phrase => Called ?? Entry?.Called ?? Kind.Phrase();

    /// <summary>What the text that is executed calls it; null for the name of its kind.</summary>
    public string? Called { get; init; }

    /// <summary>The operation in messages: the statement, or the API's name.</summary>
    public string DisplayName => Statement ?? Member.ToDisplayString(ApiFormat);
}
