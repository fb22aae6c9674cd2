namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Helpers that hand a text on, in the shapes of real code.</summary>
public sealed class ForwardedTextTests
{
    [Fact]
    public Task A_helper_that_calls_itself_is_followed_once() => Verify.Destructive("""
        using System.Data;
        class C
        {
            void Run(IDbConnection connection, string sql, int attempt = 0)
            {
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                try { command.ExecuteNonQuery(); }
                catch (TimeoutException) { Run(connection, sql, attempt + 1); }
            }
            void Retry(IDbConnection connection, string text) => Again(connection, text);
            void Again(IDbConnection connection, string text)
            {
                using var command = connection.CreateCommand();
                command.CommandText = text;
                command.ExecuteNonQuery();
                if (text.Length > 100) Retry(connection, text.Substring(1));
                if (text.Length > 10) Retry(connection, text);
            }
            void M(IDbConnection connection)
            {
                {|all:Run(connection, "DROP TABLE orders")|};
                Run(connection, "SELECT 1");
                {|all:Retry(connection, "DROP TABLE orders")|};
            }
        }
        """);
}
