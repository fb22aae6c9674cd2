namespace AgentGuard.Analyzers.Tests.Operations;

public class SqlTextTests
{
    private static Task Body(string body, string members = "") => Verify.Destructive($$"""
        using System.Data;
        using System.Data.Common;
        using System.Text;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        class C
        {
            {{members}}
            void M(SqliteConnection connection, DbCommand given, DbContext db, string name, int id, bool flag)
            {
                {{body}}
            }
        }
        """);

    [Fact]
    public Task Text_of_a_constructor() => Body("""
        new SqliteCommand("DROP TABLE rentals", connection).{|all:ExecuteNonQuery()|};
        using var command = new SqliteCommand("DELETE FROM rentals", connection);
        command.{|all:ExecuteNonQuery()|};
        using var select = new SqliteCommand("SELECT 'DROP TABLE rentals'", connection);
        select.ExecuteNonQuery();
        """);

    [Fact]
    public Task Text_of_a_property() => Body("""
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1";
        command.ExecuteNonQuery();
        command.CommandText = "DROP TABLE rentals";
        command.{|all:ExecuteNonQuery()|};
        command.CommandText = "DELETE FROM rentals WHERE id = @id";
        command.ExecuteNonQuery();
        using var other = new SqliteCommand { Connection = connection, CommandText = "TRUNCATE TABLE rentals" };
        other.{|all:ExecuteNonQuery()|};
        given.CommandText = "DROP TABLE x";
        given.{|all:ExecuteScalar()|};
        """);

    [Fact]
    public Task Text_that_may_come_from_either_way() => Body("""
        var sql = flag ? "SELECT 1" : "DROP TABLE rentals";
        connection.{|all:Execute(sql)|};
        string late;
        if (flag) late = "DELETE FROM rentals"; else late = "SELECT 2";
        connection.{|all:Execute(late)|};
        string overwritten = "DROP TABLE rentals";
        overwritten = "SELECT 1";
        connection.Execute(overwritten);
        """);

    [Fact]
    public Task Text_in_pieces() => Body("""
        connection.{|all:Execute("DROP " + "TABLE " + name)|};
        connection.{|all:Execute($"DELETE FROM {name}")|};
        connection.Execute($"DELETE FROM {name} WHERE id = {id}");
        var sql = "DELETE FROM rentals";
        sql += " WHERE id = 1";
        connection.Execute(sql);
        var builder = new StringBuilder("DELETE ").Append("FROM ");
        builder.Append("rentals");
        connection.{|all:Execute(builder.ToString())|};
        connection.{|all:Execute(string.Format("DROP TABLE {0}", name))|};
        connection.{|all:Execute(string.Join(" ", "DROP", "TABLE", name))|};
        connection.{|all:Execute(string.Concat("TRUNCATE TABLE ", name))|};
        connection.Execute(name);
        """);

    [Fact]
    public Task Text_from_fields_and_other_places() => Body(
        """
        connection.{|all:Execute(Drop)|};
        connection.{|all:Execute(Wipe)|};
        connection.{|all:Execute(Reset)|};
        connection.{|all:Execute(Unchanged)|};
        db.Database.{|all:ExecuteSqlRaw("DROP TABLE rentals")|};
        db.Database.{|all:ExecuteSql($"DELETE FROM rentals")|};
        db.Database.ExecuteSql($"DELETE FROM rentals WHERE id = {id}");
        Console.WriteLine("DROP TABLE rentals");
        """,
        """
        const string Drop = "DROP TABLE rentals";
        static readonly string Wipe = "DELETE FROM rentals";
        static string Reset => "TRUNCATE TABLE rentals";
        public static string Unchanged = "DROP TABLE rentals";
        """);

    [Fact]
    public Task A_helper_that_forwards_text_becomes_the_sink() => Body(
        """
        {|all:Run(connection, "DROP TABLE rentals")|};
        Run(connection, "SELECT 1");
        Outer(connection, "rentals");
        {|all:Hand(connection, "DROP TABLE rentals")|};
        {|all:Local("DELETE FROM rentals")|};
        void Local(string sql) => connection.Execute(sql);
        """,
        """
        private static void Run(SqliteConnection connection, string sql) { connection.Execute(sql); }
        private static void Outer(SqliteConnection connection, string table) => {|all:Run(connection, "DROP TABLE " + table)|};
        private static void Hand(SqliteConnection connection, string statement) => Run(connection, statement);
        """);

    [Fact]
    public Task An_opaque_text_that_only_one_caller_makes_destructive() => Verify.Destructive("""
        using Dapper;
        using System.Data;
        interface IRunner { void Run(string sql); }
        class Runner(IDbConnection connection) : IRunner { public void Run(string sql) => connection.Execute(sql); }
        class Caller
        {
            void M(IRunner runner)
            {
                runner.{|all:Run("DROP TABLE rentals")|};
                runner.Run("SELECT 1");
            }
        }
        """);

    [Fact]
    public Task Strict_mode_reports_text_that_nobody_can_read() => Verify.Destructive(
        """
        using Dapper;
        using System.Data;
        class C
        {
            void M(IDbConnection connection, string sql, string table)
            {
                connection.{|all:Execute(sql)|};
                connection.Execute("SELECT 1");
                connection.Execute($"SELECT * FROM {table}");
            }
        }
        """,
        "agentguard.unknown_text = report");

    [Fact]
    public Task Text_of_a_resource_or_file_that_the_analyzers_are_handed() => Verify.Destructive(
        """
        using Dapper;
        using System.Data;
        class C
        {
            void M(IDbConnection connection)
            {
                using var stream = typeof(C).Assembly.GetManifestResourceStream("App.Sql.wipe.sql");
                using var reader = new StreamReader(stream);
                connection.{|all:Execute(reader.ReadToEnd())|};
                connection.{|all:Execute(File.ReadAllText("Sql/wipe.sql"))|};
                connection.Execute(File.ReadAllText("Sql/select.sql"));
                connection.Execute(File.ReadAllText("Sql/missing.sql"));
            }
        }
        """,
        additionalFiles: [("/app/Sql/wipe.sql", "DROP TABLE rentals;"), ("/app/Sql/select.sql", "SELECT 1;")]);

    [Fact]
    public Task Text_that_a_method_of_our_own_composes() => Body(
        """
        connection.{|all:Execute(Drop("rentals"))|};
        connection.{|all:Execute(Statement("DELETE FROM", "rentals"))|};
        connection.Execute(Statement("SELECT * FROM", "rentals"));
        connection.{|all:Execute(Overridable())|};
        connection.Execute(Endless("x"));
        """,
        """
        private static string Drop(string table) => $"DROP TABLE {table}";
        private static string Statement(string verb, string table) { if (table is null) throw new ArgumentNullException(); return Join(verb, table); }
        private static string Join(string a, string b) => a + " " + b;
        protected virtual string Overridable() => "DROP TABLE rentals";
        private static string Endless(string text) => text.Length > 9 ? text : Endless(text + "x");
        """);

    [Fact]
    public Task A_helper_with_two_ways_to_execute_reports_its_caller_once() => Body(
        """{|all:Run(connection, "DROP TABLE rentals", null)|};""",
        """
        private static void Run(SqliteConnection connection, string sql, SqliteTransaction transaction)
        {
            if (transaction is null) connection.Execute(sql);
            else connection.Execute(sql, transaction: transaction);
        }
        """);
}
