using System.Collections.Immutable;

namespace AgentGuard.Analyzers.Operations.Migrations;

/// <summary>A method of a migration API. Each name is that of a parameter of it, or of a method in the same chain.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The parameter for the table, or the method of the chain that names it.</param>
/// <param name="Column">The parameter for the column.</param>
internal sealed record MigrationMethod(StepKind Kind, string? Table = null, string? Column = null);

/// <summary>The migration APIs that are understood: EF Core, EF 6 and FluentMigrator.</summary>
internal static class MigrationVocabulary
{
    /// <summary>What a migration of EF Core writes its steps with.</summary>
    public const string EfCore = "Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder";

    /// <summary>Its simple name, by which code that is handed one is found.</summary>
    public const string Builder = "MigrationBuilder";

    private const string Ef6 = "System.Data.Entity.Migrations.DbMigration";
    private const string Fluent = "FluentMigrator.Builders.";

    /// <summary>The base classes of migrations.</summary>
    public static readonly ImmutableHashSet<string> BaseClasses = ImmutableHashSet.Create("Microsoft.EntityFrameworkCore.Migrations.Migration", Ef6, "FluentMigrator.MigrationBase", "FluentMigrator.Migration");

    /// <summary>The methods by type and name.</summary>
    public static readonly ImmutableDictionary<(string Type, string Method), MigrationMethod> Methods = new Dictionary<(string, string), MigrationMethod>
    {
        [(EfCore, "CreateTable")] = new(StepKind.CreateTable, "name"),
        [(EfCore, "DropTable")] = new(StepKind.DropTable, "name"),
        [(EfCore, "AddColumn")] = new(StepKind.AddColumn, "table", "name"),
        [(EfCore, "DropColumn")] = new(StepKind.DropColumn, "table", "name"),
        [(EfCore, "AlterColumn")] = new(StepKind.AlterColumn, "table", "name"),
        [(EfCore, "DropSchema")] = new(StepKind.DropSchema, "name"),
        [(EfCore, "Sql")] = new(StepKind.Sql),
        [(Ef6, "CreateTable")] = new(StepKind.CreateTable, "name"),
        [(Ef6, "DropTable")] = new(StepKind.DropTable, "name"),
        [(Ef6, "AddColumn")] = new(StepKind.AddColumn, "table", "name"),
        [(Ef6, "DropColumn")] = new(StepKind.DropColumn, "table", "name"),
        [(Ef6, "Sql")] = new(StepKind.Sql),
        [(Fluent + "Create.ICreateExpressionRoot", "Table")] = new(StepKind.CreateTable, "tableName"),
        [(Fluent + "Create.ICreateExpressionRoot", "Column")] = new(StepKind.AddColumn, "OnTable", "columnName"),
        [(Fluent + "Alter.Table.IAlterTableAddColumnOrAlterColumnSyntax", "AddColumn")] = new(StepKind.AddColumn, "Table", "name"),
        [(Fluent + "Delete.IDeleteExpressionRoot", "Table")] = new(StepKind.DropTable, "tableName"),
        [(Fluent + "Delete.IDeleteExpressionRoot", "Column")] = new(StepKind.DropColumn, "FromTable", "columnName"),
        [(Fluent + "Delete.Column.IDeleteColumnFromTableSyntax", "Column")] = new(StepKind.DropColumn, "FromTable", "columnName"),
        [(Fluent + "Delete.IDeleteExpressionRoot", "Schema")] = new(StepKind.DropSchema, "schemaName"),
        [(Fluent + "Delete.IDeleteDataSyntax", "AllRows")] = new(StepKind.DeleteRows),
        [(Fluent + "Execute.IExecuteExpressionRoot", "Sql")] = new(StepKind.Sql),
    }.ToImmutableDictionary();
}
