using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>What a catalogue line says that an API does.</summary>
internal enum CatalogEffect
{
    /// <summary><c>destroys KIND</c>: a destructive operation.</summary>
    Destroys,

    /// <summary><c>runs CHANNEL from PATH</c>: executes text.</summary>
    Runs,

    /// <summary><c>backs-up KIND,KIND</c>: a backup has completed when it returns.</summary>
    BacksUp,

    /// <summary><c>confirms</c>: its result is a person's answer.</summary>
    Confirms,

    /// <summary><c>checks environment</c>: its result tells the environment.</summary>
    Checks,

    /// <summary><c>weakens</c>: a protection is switched off where the conditions hold; in a line for a property, <c>value</c> is what is assigned.</summary>
    Weakens,

    /// <summary><c>lists</c>: its result is all that a store holds, where the conditions are seen to hold.</summary>
    Lists,
}

/// <summary>The languages of text that an API executes.</summary>
internal enum TextChannel
{
    /// <summary>No text.</summary>
    None,

    /// <summary>SQL of any dialect.</summary>
    Sql,

    /// <summary>A command line.</summary>
    Shell,

    /// <summary>An HTTP request, whose body may be GraphQL.</summary>
    Http,

    /// <summary>A Redis command.</summary>
    Redis,

    /// <summary>A MongoDB command document.</summary>
    Mongo,

    /// <summary>What is typed into a program that runs: first the writer that its input is, then the text.</summary>
    Input,
}

/// <summary>One line of a catalogue file.</summary>
/// <param name="Id">The API.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Kinds">What it destroys or backs up.</param>
/// <param name="Channel">The language of the text it executes.</param>
/// <param name="Sources">Where the text comes from; for a command line the program, then its arguments; for HTTP the method, the address, then the body.</param>
/// <param name="Subject">What a <c>checks</c> line checks: <c>environment</c> or <c>target</c>.</param>
/// <param name="Conditions">All must hold for the line to apply.</param>
/// <param name="Target">Where the name of what is hit comes from.</param>
internal sealed record CatalogEntry(
    CatalogId Id,
    CatalogEffect Effect,
    ImmutableArray<DestructiveKind> Kinds,
    TextChannel Channel,
    ImmutableArray<ValuePath> Sources,
    string? Subject,
    ImmutableArray<CatalogCondition> Conditions,
    ValuePath? Target)
{
    /// <summary>What messages call the thing that is destroyed, where the name of its kind does not fit; else null.</summary>
    public string? Called { get; init; }

    /// <summary>Whether rules look for it at a call or an assignment; the other lines are about guards, backups and values.</summary>
    public bool IsOperation => Effect is CatalogEffect.Destroys or CatalogEffect.Runs or CatalogEffect.Weakens;

    /// <summary>The same, told from the word for the effect.</summary>
    public static bool IsOperationEffect(string effect) => effect is "destroys" or "runs" or "weakens";

    /// <summary>A line is itself: one of another file that says the same is another line.</summary>
    public bool Equals(CatalogEntry? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A value that a call works on: <c>path</c>, <c>request.DryRun</c>, <c>receiver.CommandText</c>.</summary>
/// <param name="Root">A parameter name, <c>receiver</c>, <c>value</c> for what is assigned to a property, or a text in quotation marks that stands for itself.</param>
/// <param name="Properties">Property names from there.</param>
internal sealed record ValuePath(string Root, ImmutableArray<string> Properties)
{
    /// <summary>The root that stands for the object that the member is called on.</summary>
    public const string Receiver = "receiver";

    /// <summary>The root that stands for the name of the method that the call is written in.</summary>
    public const string Member = "member";

    /// <summary>The root that stands for what the call yields, or what is created.</summary>
    public const string Result = "result";

    /// <summary>The root that stands for what further calls add to the command that this one names.</summary>
    public const string Added = "added";

    /// <summary>The text that the path stands for itself, as in <c>runs http from "DELETE",requestUri</c>; null for a real path.</summary>
    public string? Literal => Root is ['"', .. var text, '"'] ? text : null;

    /// <summary>The root that stands for what is assigned to a property.</summary>
    public const string Assigned = "value";

    /// <summary>The path as it is written.</summary>
    public override string ToString() => string.Join(".", Properties.Insert(0, Root));
}

/// <summary>A <c>when</c> or <c>unless</c> clause.</summary>
/// <param name="Path">The value that is looked at.</param>
/// <param name="Test">What it is tested for.</param>
/// <param name="Literal">The value compared with: a bool, number, string, null, or the name of an enum member.</param>
/// <param name="Excludes">True for <c>unless</c>.</param>
internal sealed record CatalogCondition(ValuePath Path, ConditionTest Test, object? Literal, bool Excludes);

/// <summary>What a condition tests.</summary>
internal enum ConditionTest
{
    /// <summary><c>PATH = LITERAL</c>: equal, or not known.</summary>
    Equals,

    /// <summary><c>PATH is LITERAL</c>: seen to be equal.</summary>
    Is,

    /// <summary><c>PATH unfiltered</c>: a query or filter that lets every row through.</summary>
    Unfiltered,

    /// <summary><c>PATH given</c>: the argument is written in the call.</summary>
    Given,

    /// <summary><c>PATH each</c>: every row of an unfiltered query in turn.</summary>
    Each,
}
