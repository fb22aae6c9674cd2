namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A text that is composed out of sight says by its name what it does.</summary>
public sealed class NamedTextTests
{
    [Theory]
    [InlineData("syntax.DropDatabase(name)")]
    [InlineData("syntax.GetDropTableString(name)")]
    [InlineData("syntax.GenerateTruncateTableSql(name) + \";\"")]
    [InlineData("$\"{syntax.DropAllTables()}; SELECT 1\"")]
    [InlineData("Resources.DropSchemaIfExists")]
    [InlineData("syntax.DropAllTables()")]
    [InlineData("$\"{syntax.DropDatabase(name)}; SELECT 1\"")]
    [InlineData("syntax.DropColumn(name, name)")]
    public Task An_executed_one_is_reported(string text) => Verify.Destructive(Runner($"db.{{|all:ExecuteNonQuery({text})|}};"));

    [Theory]
    [InlineData("syntax.DropTableMessage(name)")]
    [InlineData("syntax.DropTableIndex(name)")]
    [InlineData("syntax.DropIndex(name)")]
    [InlineData("syntax.Truncate(name)")]
    [InlineData("syntax.CreateTable(name)")]
    [InlineData("Resources.SelectTables")]
    [InlineData("Resources.DropTable(name)")]
    public Task Another_one_is_not(string text) => Verify.Destructive(Runner($"db.ExecuteNonQuery({text});"));

    [Fact]
    public Task A_text_that_is_only_written_down_is_not_reported() => Verify.Destructive(Runner("System.Console.WriteLine(syntax.DropDatabase(name));"));

    private static string Runner(string statement) => $$"""
        interface ISyntax
        {
            string DropDatabase(string name);
            string GetDropTableString(string name);
            string GenerateTruncateTableSql(string name);
            string DropAllTables();
            string DropColumn(string table, string name);
            string DropTableMessage(string name);
            string DropTableIndex(string name);
            string DropIndex(string name);
            string Truncate(string name);
            string CreateTable(string name);
        }
        static class Resources
        {
            static readonly System.Resources.ResourceManager Texts = new("texts", typeof(Resources).Assembly);
            public static string DropSchemaIfExists => Texts.GetString("DropSchemaIfExists");
            public static string SelectTables => Texts.GetString("SelectTables");
            public static string DropTable(string name) => "SELECT " + name;
        }
        static class Database
        {
            public static int ExecuteNonQuery(this System.Data.Common.DbConnection connection, string text)
            {
                using var command = connection.CreateCommand();
                command.CommandText = text;
                return command.ExecuteNonQuery();
            }
        }
        class C
        {
            void M(System.Data.Common.DbConnection db, ISyntax syntax, string name)
            {
                {{statement}}
            }
        }
        """;
}
