using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Migrations;

/// <summary>What a call in a migration does to the schema.</summary>
internal enum StepKind
{
    /// <summary>Creates a table.</summary>
    CreateTable,

    /// <summary>Drops a table.</summary>
    DropTable,

    /// <summary>Adds a column.</summary>
    AddColumn,

    /// <summary>Drops a column.</summary>
    DropColumn,

    /// <summary>Changes a column's type.</summary>
    AlterColumn,

    /// <summary>Drops a schema.</summary>
    DropSchema,

    /// <summary>Deletes all rows of a table.</summary>
    DeleteRows,

    /// <summary>Executes SQL.</summary>
    Sql,

    /// <summary>Destroys something past the migration's own API: by a command, a client or the file system.</summary>
    Call,
}

/// <summary>One call in a migration.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Call">The call.</param>
/// <param name="Start">Where <c>Up</c> does it: the call, or the call of a helper that holds it.</param>
/// <param name="Table">The table or schema, where it is known.</param>
/// <param name="Column">The column, where it is known.</param>
/// <param name="Columns">The columns of a created table.</param>
internal sealed record MigrationStep(StepKind Kind, IInvocationOperation Call, SyntaxNode Start, string? Table, string? Column, ImmutableArray<string> Columns)
{
    /// <summary>The step in messages and approvals: <c>DropColumn Customers.Email</c>.</summary>
    public string Name => string.Join(" ", new[] { Kind.ToString(), string.Join(".", new[] { Table, Column }.Where(part => part is not null)) }.Where(part => part.Length > 0));

    /// <summary>The calls of helpers through which it is done.</summary>
    public ImmutableArray<SyntaxNode> Through { get; init; } = ImmutableArray<SyntaxNode>.Empty;

    /// <summary>What the code says of the type of an added column: <c>AddColumn&lt;T&gt;</c>, or <c>AddColumn(name).AsString()</c>; null where it says nothing.</summary>
    public string? ColumnType =>
        Call.TargetMethod.TypeArguments is [var type] ? type.ToDisplayString()
        : Call.Parent is IInvocationOperation { TargetMethod.Name: var chained } && chained.StartsWith("As", StringComparison.Ordinal) ? chained
        : null;
}
