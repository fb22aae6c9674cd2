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

    private static Task Check(string code) => Verify.Destructive($$"""
        using Dapper;
        using System.Data;
        class C
        {
            void M(IDbConnection c, IDbConnection other, string t)
            {
                {{code}}
            }
        }
        """);
}
