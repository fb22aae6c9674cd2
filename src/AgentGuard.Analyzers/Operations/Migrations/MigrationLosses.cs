using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Migrations;

/// <summary>Something that a migration destroys.</summary>
/// <param name="Step">The step.</param>
/// <param name="Kind">What goes.</param>
/// <param name="Statement">The step, or the statement in its SQL.</param>
/// <param name="Advice">What is right here.</param>
/// <param name="Evidence">Where the SQL is written.</param>
internal sealed record MigrationLoss(MigrationStep Step, DestructiveKind Kind, string Statement, string Advice, ImmutableArray<Location> Evidence);

/// <summary>Decides which steps of a migration lose data, and which only look so.</summary>
internal sealed class MigrationLosses(AnalysisServices services, ImmutableArray<MigrationStep> up, ImmutableArray<MigrationStep> down, CancellationToken cancellation)
{
    private const string Expand = "Keep the old structure for one release, copy what it holds, and drop it in a later migration that a person has approved.";
    private const string Narrow = "Change only the rows that a key or a condition names, or leave the rows to the application.";

    /// <summary>The losses in the order of the steps.</summary>
    public IEnumerable<MigrationLoss> All() => up.SelectMany((step, index) => step.Kind switch
    {
        StepKind.DropTable when !IsCreatedBefore(step, index) && !IsCopied(index, step.Table) => One(step, DestructiveKind.Table, TableRename(step) is { } name ? $"It looks like a rename to '{name}': use RenameTable, which keeps the rows." : Expand),
        StepKind.DropColumn when !IsColumnAddedBefore(step, index) && !IsCopied(index, step.Table, step.Column) => One(step, DestructiveKind.Column, ColumnRename(step) is { } name ? $"It looks like a rename to '{name}': use RenameColumn, which keeps the values." : Expand),
        StepKind.DropSchema => One(step, DestructiveKind.Schema, Expand),
        StepKind.DeleteRows when !IsCreatedBefore(step, index) => One(step, DestructiveKind.Rows, Narrow),
        StepKind.AlterColumn when ColumnNarrowing.Of(step.Call) is { } change && !IsCreatedBefore(step, index) => One(step, DestructiveKind.Column, $"The column shrinks {change}, and what does not fit is cut off or stops the migration. Add a wider column beside it, or check first that everything fits."),
        StepKind.Sql or StepKind.Call => FromOperations(step, index),
        _ => [],
    });

    private static IEnumerable<MigrationLoss> One(MigrationStep step, DestructiveKind kind, string advice) => [new MigrationLoss(step, kind, step.Name, advice, ImmutableArray<Location>.Empty)];

    private IEnumerable<MigrationLoss> FromOperations(MigrationStep step, int index) =>
        from operation in services.Operations.Find(step.Call.Syntax, services.ModelFor(step.Call.Syntax.SyntaxTree), cancellation)
        where operation.Syntax == step.Call.Syntax || step.Through.Contains(operation.Syntax) // a helper runs what it is handed there
        where !FillsNewColumn(operation, index)
        where operation.Target is not { } target || (!IsCreatedBefore(target, index) && !IsCopied(index, target))
        select new MigrationLoss(step, operation.Kind, operation.DisplayName, operation.Statement is null ? "Do it outside of the migration, where it can be guarded." : operation.Kind == DestructiveKind.Rows ? Narrow : Expand, operation.Evidence);

    // Every row gets a value in a column that this migration has added: nothing is overwritten.
    private bool FillsNewColumn(DestructiveOperation operation, int index) =>
        operation.DisplayName.StartsWith("UPDATE", StringComparison.OrdinalIgnoreCase) && (up.Take(index).Any(earlier => earlier.Kind == StepKind.AddColumn && Same(earlier.Table, operation.Target)) || FillsColumnOfEarlierMigration(operation, up[index]));

    // Expand and contract: one release adds the column, and a later migration fills it from the row itself.
    private bool FillsColumnOfEarlierMigration(DestructiveOperation operation, MigrationStep step) =>
        operation.Target is { } table && Texts(step).ToList() is [var text] && CopyingSql.Filled(text, Bare(table)) is { IsEmpty: false } filled && filled.All(column => services.AddedColumns.Contain(Bare(table), column));

    private bool IsCreatedBefore(MigrationStep step, int index) => step.Table is { } table && IsCreatedBefore(table, index);

    private bool IsCreatedBefore(string table, int index) => up.Take(index).Any(earlier => earlier.Kind == StepKind.CreateTable && Same(earlier.Table, table));

    private bool IsColumnAddedBefore(MigrationStep step, int index) =>
        IsCreatedBefore(step, index) || (step.Column is not null && up.Take(index).Any(earlier => earlier.Kind == StepKind.AddColumn && Same(earlier.Table, step.Table) && Same(earlier.Column, step.Column)));

    private bool IsCopied(int index, string? table, string? column = null) =>
        table is not null && up.Take(index).Where(earlier => earlier.Kind == StepKind.Sql).SelectMany(Texts).Any(text => CopyingSql.Copies(text, Bare(table), column));

    private IEnumerable<string> Texts(MigrationStep step) => step.Call.Arguments.Take(1).SelectMany(argument => services.Texts.Fold(argument.Value)).Select(text => text.Text);

    // What Down brings back tells what the dropped table held.
    private string? TableRename(MigrationStep step)
    {
        var columns = down.FirstOrDefault(other => other.Kind == StepKind.CreateTable && Same(other.Table, step.Table))?.Columns ?? ImmutableArray<string>.Empty;
        return columns.IsEmpty ? null : up.FirstOrDefault(other => other.Kind == StepKind.CreateTable && other.Columns.OrderBy(name => name, StringComparer.Ordinal).SequenceEqual(columns.OrderBy(name => name, StringComparer.Ordinal)))?.Table;
    }

    // One column goes, one of the same type comes, and no SQL fills it.
    private string? ColumnRename(MigrationStep step)
    {
        if (down.FirstOrDefault(other => other.Kind == StepKind.AddColumn && Same(other.Table, step.Table) && Same(other.Column, step.Column))?.ColumnType is not { } type) return null;
        if (up.Count(other => other.Kind == StepKind.DropColumn && Same(other.Table, step.Table)) > 1) return null;
        return up.Where(other => other.Kind == StepKind.AddColumn && Same(other.Table, step.Table) && !Same(other.Column, step.Column)).ToList() is [{ Column: { } name, ColumnType: var added }] && added == type
            && !up.Where(static other => other.Kind == StepKind.Sql).SelectMany(Texts).Any(text => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0) ? name : null;
    }

    private static string Bare(string table) => table[(table.LastIndexOf('.') + 1)..].Trim('"', '[', ']', '`');

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
