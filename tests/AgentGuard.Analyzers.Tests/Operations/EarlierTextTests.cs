namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A table that is made, filled or replaced by statements of its own, one command each.</summary>
public sealed class EarlierTextTests
{
    [Theory]
    [InlineData("c.Execute(\"SELECT * INTO stage FROM orders WHERE 1 = 0\"); c.Execute(\"DROP TABLE stage\");")]
    [InlineData("c.Execute(\"CREATE TABLE o_new (id int)\"); c.Execute(\"INSERT INTO o_new SELECT id FROM o\"); c.Execute(\"DROP TABLE o\"); c.Execute(\"ALTER TABLE o_new RENAME TO o\");")]
    [InlineData("c.Execute($\"CREATE TABLE {t}_new (id int)\"); c.Execute($\"INSERT INTO {t}_new SELECT id FROM {t}\"); c.Execute($\"DROP TABLE {t}\"); c.Execute($\"ALTER TABLE {t}_new RENAME TO {t}\");")]
    [InlineData("c.Execute(\"SELECT * INTO o_new FROM o\"); c.Execute(\"DROP TABLE o\"); c.Execute(\"EXEC sp_rename 'o_new', 'o'\");")]
    public Task It_is_the_codes_own_or_lives_on(string code) => Check(code);

    [Theory]
    [InlineData("c.Execute(\"SELECT * FROM orders\"); c.{|all:Execute(\"DROP TABLE orders\")|};")]
    [InlineData("c.Execute(\"INSERT INTO stage SELECT * FROM orders\"); c.{|all:Execute(\"DROP TABLE stage\")|};")]
    [InlineData("c.Execute(\"CREATE TABLE o_new (id int)\"); c.Execute(\"INSERT INTO o_new SELECT id FROM o\"); c.{|all:Execute(\"DROP TABLE o\")|};")]
    [InlineData("c.Execute(\"CREATE TABLE o_new (id int)\"); c.Execute(\"INSERT INTO o_new SELECT id FROM o\"); c.{|all:Execute(\"DROP TABLE o\")|}; c.Execute(\"ALTER TABLE o_new RENAME TO p\");")]
    [InlineData("c.Execute(\"CREATE TABLE o_new (id int)\"); c.Execute(\"INSERT INTO o_new SELECT id FROM o\"); c.{|all:Execute(\"DROP TABLE o\")|}; if (t != null) c.Execute(\"ALTER TABLE o_new RENAME TO o\");")]
    [InlineData("c.Execute(\"CREATE TABLE o_new (id int)\"); c.{|all:Execute(\"DROP TABLE o\")|}; c.Execute(\"ALTER TABLE o_new RENAME TO o\");")]
    [InlineData("c.Execute(\"CREATE TABLE o_new (id int)\"); c.Execute(\"INSERT INTO o_new SELECT id FROM o\"); other.{|all:Execute(\"DROP TABLE o\")|}; c.Execute(\"ALTER TABLE o_new RENAME TO o\");")]
    public Task It_is_lost(string code) => Check(code);

    [Theory]
    [InlineData("c.Execute(\"TRUNCATE TABLE staging.Orders\"); foreach (var x in t) c.Execute(\"INSERT INTO staging.Orders (id) VALUES (1)\");")]
    [InlineData("c.Execute(\"TRUNCATE TABLE [staging].[Orders]\"); new Bulk { DestinationTableName = \"staging.Orders\" }.Write();")]
    [InlineData("c.Execute(\"DELETE FROM stg_orders\"); if (t != null) c.Execute(\"BULK INSERT stg_orders FROM 'x.csv'\");")]
    [InlineData("c.Execute(\"TRUNCATE orders_staging\"); c.Execute(\"COPY orders_staging (id) FROM STDIN\");")]
    [InlineData("c.Execute(\"TRUNCATE TABLE stg_orders; INSERT INTO stg_orders SELECT * FROM source.orders\");")]
    [InlineData("const string table = \"StagingOrders\"; c.Execute($\"TRUNCATE TABLE {table}\"); c.Execute($\"MERGE INTO {table} USING s ON 1 = 0 WHEN NOT MATCHED THEN INSERT VALUES (1);\");")]
    [InlineData("c.Execute(\"DELETE FROM orders_fts\"); c.Execute(\"INSERT INTO orders_fts SELECT id, name FROM orders\");")]
    [InlineData("Run(c, \"TRUNCATE TABLE stg_orders\"); Run(c, \"INSERT INTO stg_orders SELECT * FROM source.orders\");")]
    public Task A_staging_table_is_loaded_anew(string code) => Check(code);

    [Theory]
    [InlineData("c.{|all:Execute(\"TRUNCATE TABLE staging.Orders\")|};")]
    [InlineData("c.{|all:Execute(\"TRUNCATE TABLE staging.Orders\")|}; c.Execute(\"INSERT INTO staging.OrderLines SELECT * FROM source.lines\");")]
    [InlineData("c.{|all:Execute(\"TRUNCATE TABLE staging.Orders\")|}; c.Execute(\"INSERT INTO orders SELECT * FROM staging.Orders\");")]
    [InlineData("c.Execute(\"INSERT INTO stg_orders SELECT * FROM source.orders\"); c.{|all:Execute(\"TRUNCATE TABLE stg_orders\")|};")]
    [InlineData("c.{|all:Execute(\"TRUNCATE TABLE orders\")|}; c.Execute(\"INSERT INTO orders SELECT * FROM stg_orders\");")]
    [InlineData("c.{|all:Execute(\"DELETE FROM backstage\")|}; c.Execute(\"INSERT INTO backstage SELECT * FROM source.orders\");")]
    [InlineData("c.{|all:Execute(\"DROP TABLE stg_orders\")|}; c.Execute(\"INSERT INTO stg_orders SELECT * FROM source.orders\");")]
    [InlineData("c.{|all:Execute(\"TRUNCATE TABLE stg_orders; TRUNCATE TABLE orders\")|}; c.Execute(\"INSERT INTO stg_orders SELECT * FROM source.orders\");")]
    public Task A_staging_table_is_not_loaded_or_is_none(string code) => Check(code);

    private static Task Check(string code) => Verify.Destructive($$"""
        using Dapper;
        using System.Data;
        class C
        {
            void M(IDbConnection c, IDbConnection other, string t)
            {
                {{code}}
            }
            private static void Run(IDbConnection c, string sql) => c.Execute(sql);
            private sealed class Bulk { public string DestinationTableName { get; set; } public void Write() { } }
        }
        """);
}
