namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Statements that a stored procedure is handed to run.</summary>
public class HandedStatementTests
{
    private static Task Body(string body) => Verify.Destructive($$"""
        using System.Data;
        using Dapper;
        using Npgsql;
        class C
        {
            void M(NpgsqlConnection connection, string text)
            {
                using var command = connection.CreateCommand();
                command.CommandType = CommandType.StoredProcedure;
                {{body}}
            }
        }
        """);

    [Theory]
    [InlineData("command.CommandText = \"sp_executesql\"; command.Parameters.AddWithValue(\"@stmt\", \"DROP TABLE orders\"); command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = \"sys.sp_executesql\"; command.Parameters.Add(new NpgsqlParameter(\"@stmt\", \"DELETE FROM orders\")); command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = \"sp_executesql\"; command.Parameters.Add(\"@stmt\", NpgsqlTypes.NpgsqlDbType.Text).Value = \"TRUNCATE TABLE orders\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("connection.{|all:Execute(\"sp_executesql\", new { stmt = \"DROP TABLE orders\" }, commandType: CommandType.StoredProcedure)|};")]
    [InlineData("connection.{|all:Execute(\"EXEC sp_executesql N'DROP TABLE orders'\")|};")]
    public Task What_it_runs(string body) => Body(body);

    [Theory]
    [InlineData("command.CommandText = \"sp_executesql\"; command.Parameters.AddWithValue(\"@stmt\", \"SELECT * FROM orders\"); command.ExecuteNonQuery();")]
    [InlineData("command.CommandText = \"sp_executesql\"; command.Parameters.AddWithValue(\"@stmt\", \"DELETE FROM orders WHERE id = @id\"); command.Parameters.AddWithValue(\"@id\", \"DROP TABLE orders\"); command.ExecuteNonQuery();")]
    [InlineData("command.CommandText = \"sp_executesql\"; command.Parameters.AddWithValue(\"@stmt\", text); command.ExecuteNonQuery();")]
    [InlineData("command.CommandText = \"save_script\"; command.Parameters.AddWithValue(\"@text\", \"DROP TABLE orders\"); command.ExecuteNonQuery();")]
    [InlineData("connection.Execute(\"save_script\", new { text = \"DROP TABLE orders\" }, commandType: CommandType.StoredProcedure);")]
    public Task What_it_does_not_run(string body) => Body(body);
}
