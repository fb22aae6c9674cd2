namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A database, schema or table that has a name which the same code has made up is its own in SQL too.</summary>
public sealed class FreshTextTests
{
    [Theory]
    [InlineData("command.CommandText = $\"DROP DATABASE {_own}\"; command.ExecuteNonQuery();")]
    [InlineData("command.CommandText = \"DROP DATABASE IF EXISTS \\\"\" + _own + \"\\\" WITH (FORCE)\"; command.ExecuteNonQuery();")]
    [InlineData("var table = $\"t_{Guid.NewGuid():N}\"; command.CommandText = $\"CREATE TABLE {table} (id int); DROP TABLE {table}\"; command.ExecuteNonQuery();")]
    [InlineData("Execute(command, $\"DROP SCHEMA {_own} CASCADE\");")]
    [InlineData("var name = $\"t_{Guid.NewGuid():N}\"; command.CommandText = $\"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]\"; command.ExecuteNonQuery();")]
    public Task It_is_named_so(string code) => Check(code);

    [Theory]
    [InlineData("command.CommandText = $\"DROP DATABASE {given}\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"SELECT * FROM {_own}; DROP DATABASE orders\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"DROP DATABASE orders /* {_own} */\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"DROP DATABASE {_own} {given}\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"SELECT * FROM {_own}\"; if (given != null) command.CommandText = \"DROP DATABASE orders\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"DROP DATABASE {given ?? _own}\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"SELECT * FROM {_own}; ALTER DATABASE shop SET SINGLE_USER WITH ROLLBACK IMMEDIATE\"; command.{|AG0001:{|AG0002:ExecuteNonQuery()|}|};")]
    public Task It_may_be_named_otherwise(string code) => Check(code);

    [Fact]
    public Task What_was_renamed_may_be_somebody_elses() => Check("""
        command.CommandText = $"ALTER DATABASE orders RENAME TO {_own}";
        command.ExecuteNonQuery();
        command.CommandText = $"DROP DATABASE {_own}";
        command.{|all:ExecuteNonQuery()|};
        """);

    private static Task Check(string code) => Verify.Destructive($$"""
        using System.Data.Common;
        class C
        {
            private readonly string _own = "t_" + Guid.NewGuid().ToString("N");
            void M(DbCommand command, string given)
            {
                {{code}}
            }
            private static void Execute(DbCommand command, string sql) { command.CommandText = sql; command.ExecuteNonQuery(); }
        }
        """);
}
