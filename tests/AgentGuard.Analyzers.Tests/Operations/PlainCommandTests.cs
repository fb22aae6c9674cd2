namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Commands whose texts are told without binding: the short cut may only end where the long way finds nothing.</summary>
public sealed class PlainCommandTests
{
    private const string Select = "command.CommandText = \"SELECT 1\";";

    [Theory]
    [InlineData("var command = connection.CreateCommand(); command.CommandText = \"DROP TABLE t\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = connection.CreateCommand(); command.CommandText = \"DROP \" + \"TABLE t\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = connection.CreateCommand(); if (yes) { " + Select + " } else { command.CommandText = \"DROP TABLE t\"; } command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = connection.CreateCommand(); command.CommandText = \"SELECT 1;\"; command.CommandText += \"DROP TABLE t\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = connection.CreateCommand(); command.CommandText = sql; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = connection.CreateCommand(); command.CommandText = $\"{sql}\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = connection.CreateCommand(); var same = command; same.CommandText = sql; same.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = connection.CreateCommand(); comm\\u0061nd.CommandText = sql; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = new Microsoft.Data.Sqlite.SqliteCommand(\"DROP TABLE t\"); command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = new Microsoft.Data.Sqlite.SqliteCommand(\"SELECT 1\"); command.CommandText = sql; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = new Microsoft.Data.Sqlite.SqliteCommand { CommandText = sql }; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("var command = new Microsoft.Data.Sqlite.SqliteCommand(connection: null, commandText: sql); command.{|all:ExecuteNonQuery()|};")]
    public Task Destructive_text_is_found(string body) => Check(body);

    [Theory]
    [InlineData("var command = connection.CreateCommand(); " + Select + " command.ExecuteNonQuery();")]
    [InlineData("using var command = connection.CreateCommand(); " + Select + " using var reader = command.ExecuteReader();")]
    [InlineData("var command = new Microsoft.Data.Sqlite.SqliteCommand(\"SELECT 1\"); command.ExecuteScalar();")]
    [InlineData("var command = connection.CreateCommand(); command.CommandText = \"DELETE FROM t WHERE id = @id\"; command.Parameters.Add(sql); command.ExecuteNonQuery();")]
    public Task Harmless_text_is_not(string body) => Check(body);

    private static Task Check(string body) => Verify.Destructive($$"""
        class C
        {
            void M(System.Data.IDbConnection connection, bool yes)
            {
                const string sql = "DROP TABLE t";
                {{body}}
            }
        }
        """);
}
