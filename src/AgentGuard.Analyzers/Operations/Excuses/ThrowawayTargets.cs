using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Targets that nobody can miss: temporary paths, those that are where a flag says so, folders past their time, folders found empty, what has a name that the same code has made up, databases in memory.</summary>
internal sealed class ThrowawayTargets
{
    private readonly AnalysisServices _services;
    private readonly TemporaryPaths _paths;
    private readonly OwnedPaths _owned;
    private readonly AgedFolders _aged;
    private readonly EmptyFolders _empty;
    private readonly FreshNames _names;
    private readonly InMemoryDatabases _databases;
    private readonly FreshDatabases _fresh;

    /// <summary>Prepares the look at targets; nothing is read until one is asked about.</summary>
    public ThrowawayTargets(AnalysisServices services)
    {
        (_services, _paths, _empty, _names, _databases, _aged) = (services, new(services), new(services), new(services), new(services), new(services));
        _fresh = new(services, _names);
        _owned = new(services, path => _paths.Contain(path) || _names.ContainPath(path));
    }

    /// <summary>Whether a destructive call certainly hits such a target: the one that it names, or a store that is one as a whole.</summary>
    /// <param name="kind">What is destroyed.</param>
    /// <param name="target">What the call names, which may be a table by its name.</param>
    /// <param name="receiver">The object that it goes to.</param>
    public bool IsHit(DestructiveKind kind, IOperation? target, IOperation? receiver) =>
        (target is not null && IsThrowaway(kind, target)) || (receiver is not null && (target is null || kind is not (DestructiveKind.Directory or DestructiveKind.Files)) && (IsThrowaway(kind, receiver) || (IsInDatabase(kind, target is null || target == receiver) && _fresh.Contain(receiver))));

    /// <summary>Whether what a statement names certainly lies in a database whose name the same code has made up: a name with a dot may lead out of it.</summary>
    /// <param name="kind">What is destroyed.</param>
    /// <param name="name">The name in the statement.</param>
    /// <param name="connection">What executes it.</param>
    public bool IsInFreshDatabase(DestructiveKind kind, string? name, IOperation connection) => name?.IndexOf('.') < 0 && IsInDatabase(kind, isWhole: false) && _fresh.Contain(connection);

    private static bool IsInDatabase(DestructiveKind kind, bool isWhole) => kind is DestructiveKind.Collection or DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column || (isWhole && kind is DestructiveKind.Database or DestructiveKind.Schema);

    /// <summary>Whether a path, connection, context or store is one.</summary>
    /// <param name="kind">What is destroyed.</param>
    /// <param name="target">The path, connection or context.</param>
    public bool IsThrowaway(DestructiveKind kind, IOperation target) => kind switch
    {
        DestructiveKind.Directory or DestructiveKind.Files => _paths.Contain(target) || _empty.Contain(target) || _owned.Contain(target) || _aged.Contain(target) || _names.ContainPath(target),
        DestructiveKind.Table or DestructiveKind.Rows when IsTemporaryTable(target) => true,
        DestructiveKind.Database or DestructiveKind.Schema or DestructiveKind.Collection or DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column => _databases.Contain(target) || _names.Contain(target),
        _ => _names.Contain(target),
    };

    // What linq2db's CreateTempTable makes is gone with its connection anyway, and so is what SQL Server calls `#orders`; CreateTable fails where there was one before.
    private bool IsTemporaryTable(IOperation target) => IsTemporarySource(Variables.Unwrap(target)) || _services.Values.Of(target).All(IsTemporarySource);

    private static bool IsTemporarySource(IOperation source) => source switch
    {
        { Type: { Name: "TempTable", ContainingNamespace.Name: "LinqToDB" } } or { ConstantValue: { HasValue: true, Value: string and ['#', ..] } } => true,
        IInvocationOperation { TargetMethod: { Name: "CreateTable" or "CreateTableAsync", ContainingNamespace.Name: "LinqToDB" }, Arguments: var given } => given.All(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter?.Name != "tableOptions"),
        _ => false,
    };
}
