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

    [Fact]
    public Task A_text_for_those_who_hand_none_over_leaves_that_of_the_others() => Verify.Destructive("""
        using System.Data;
        class C
        {
            void Missing(IDbConnection connection, string sql = null)
            {
                sql ??= "SELECT 1";
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
            void Empty(IDbConnection connection, string sql)
            {
                if (string.IsNullOrWhiteSpace(sql)) sql = "SELECT 1";
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
            void Replaced(IDbConnection connection, string sql)
            {
                sql = "SELECT 1";
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
            void M(IDbConnection connection)
            {
                {|all:Missing(connection, "DROP TABLE orders")|};
                Missing(connection);
                Missing(connection, "SELECT 2");
                {|all:Empty(connection, "DROP TABLE orders")|};
                Replaced(connection, "DROP TABLE orders");
            }
        }
        """);

    [Fact]
    public Task What_the_same_member_has_created_may_go() => Verify.Destructive("""
        using Dapper;
        using Microsoft.Data.Sqlite;
        using System.Data;
        class C
        {
            async Task Commands(SqliteConnection connection)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "CREATE TABLE dummy(name VARCHAR(1))";
                await command.ExecuteNonQueryAsync();
                var other = connection.CreateCommand();
                other.CommandText = "DROP TABLE dummy";
                await other.ExecuteNonQueryAsync();
            }
            void Extensions(IDbConnection connection, IDbConnection elsewhere, bool flip)
            {
                connection.Execute("use [master] CREATE DATABASE [test]");
                connection.Execute("use [master] DROP DATABASE [test]");
                elsewhere.{|all:Execute("DROP DATABASE [test]")|};
                connection.Execute("CREATE TABLE IF NOT EXISTS kept(id int)");
                connection.{|all:Execute("DROP TABLE kept")|};
                if (flip) connection.Execute("CREATE TABLE perhaps(id int)");
                connection.{|all:Execute("DROP TABLE perhaps")|};
                try { connection.Execute("CREATE TABLE risky(id int)"); }
                finally { connection.{|all:Execute("DROP TABLE risky")|}; }
                connection.Execute("CREATE TABLE mine(id int)");
                try { connection.Execute("INSERT INTO mine VALUES (1)"); }
                finally { connection.Execute("DROP TABLE mine"); }
            }
            static void Run(IDbConnection connection, string sql) => connection.Execute(sql);
            void Forwarded(IDbConnection connection, IDbConnection elsewhere, string table)
            {
                Run(connection, "CREATE TABLE helped(id int)");
                Run(connection, "DROP TABLE helped");
                {|all:Run(elsewhere, "DROP TABLE helped")|};
                Run(connection, $"CREATE TABLE {table} (id int)");
                Run(connection, $"DROP TABLE {table}");
                {|all:Run(connection, "DROP TABLE other")|};
            }
            static readonly string Backup = Guid.NewGuid().ToString();
            void Named(IDbConnection connection, string table, string other, string moving)
            {
                connection.Execute($"CREATE TABLE {table} (id int, t2 text); ALTER TABLE {table} DROP COLUMN t2");
                connection.Execute($"DROP TABLE {table}");
                connection.{|all:Execute($"DROP TABLE {other}")|};
                connection.Execute($"use [master] CREATE DATABASE [{Backup}]");
                connection.Execute($"use [master] DROP DATABASE [{Backup}]");
                connection.Execute($"CREATE TABLE {moving} (id int)");
                moving = other;
                moving += "x";
                connection.{|all:Execute($"DROP TABLE {moving}")|};
            }
            static IDbConnection Open(bool flip) { if (flip) return new SqliteConnection("a"); return new SqliteConnection("b"); }
            void Opened(bool flip)
            {
                using var connection = Open(flip);
                connection.{|all:Execute("DROP TABLE IF EXISTS record; CREATE TABLE record(id int)")|};
                try { connection.Execute("INSERT INTO record VALUES (1)"); }
                finally { connection.Execute("DROP TABLE record"); }
                var moving = Open(flip);
                moving.Execute("CREATE TABLE moved(id int)");
                moving = Open(!flip);
                moving.{|all:Execute("DROP TABLE moved")|};
            }
            void Constructed(SqliteConnection connection)
            {
                using (var make = new SqliteCommand("CREATE TABLE a(id int)", connection)) make.ExecuteNonQuery();
                using (var clear = new SqliteCommand("DELETE FROM a", connection)) clear.ExecuteNonQuery();
                using (var drop = new SqliteCommand("DROP TABLE b", connection)) drop.{|all:ExecuteNonQuery()|};
            }
        }
        """);

    [Fact]
    public Task A_piece_of_text_in_a_variable_is_not_taken_for_a_name() => Verify.Destructive("""
        using Dapper;
        using System.Data;
        class C
        {
            static string Drop(string table) => "DROP TABLE " + table;
            void M(IDbConnection connection, bool flag)
            {
                var drop = "DROP TABLE orders";
                connection.{|all:Execute($"{drop}; SELECT 1")|};
                connection.{|all:Execute($"{Drop("orders")}; SELECT 1")|};
                var either = flag ? "DROP TABLE orders" : "SELECT 1";
                connection.{|all:Execute($"{either};")|};
                var name = "orders_" + Guid.NewGuid().ToString("N");
                connection.Execute($"CREATE TABLE {name} (id int)");
                connection.Execute($"DROP TABLE {name}");
            }
        }
        """);

    [Fact]
    public Task A_lambda_in_a_helper_returns_to_others() => Verify.Destructive("""
        using Dapper;
        using System.Data;
        class C
        {
            static string Read(string[] tables)
            {
                Array.ForEach(tables, table => Log(() => { return "DROP TABLE " + table; }));
                return "SELECT 1";
                string Unused() { return "DROP TABLE orders"; }
            }
            static string Write(string[] tables)
            {
                Log(() => { return "SELECT 1"; });
                return "DROP TABLE orders";
            }
            static void Log(Func<string> text) { }
            void M(IDbConnection connection, string[] tables)
            {
                connection.Execute(Read(tables));
                connection.{|all:Execute(Write(tables))|};
            }
        }
        """);

    [Fact]
    public Task A_text_that_is_kept_for_the_next_time_is_read() => Verify.Destructive("""
        using Dapper;
        using System.Data;
        using System.Text;
        class C(string[] tables)
        {
            private string _clean;
            private string _count;
            private string Clean()
            {
                var text = new StringBuilder();
                foreach (var table in tables) text.AppendLine($"TRUNCATE TABLE {table};");
                return text.ToString();
            }
            void M(IDbConnection connection)
            {
                connection.{|all:Execute(_clean ??= Clean())|};
                connection.Execute(_count ??= "SELECT COUNT(*) FROM orders");
            }
        }
        """);

    [Fact]
    public Task Commands_of_a_batch_are_read_however_they_are_created() => Verify.Destructive("""
        using Npgsql;
        namespace Npgsql
        {
            public class NpgsqlBatchCommand(string commandText) { public string Text { get; } = commandText; }
            public class NpgsqlBatch { public List<NpgsqlBatchCommand> BatchCommands { get; } = new(); }
        }
        class C
        {
            void M(string table)
            {
                var batch = new NpgsqlBatch
                {
                    BatchCommands = { new($"SELECT name FROM {table}"), {|all:new($"DELETE FROM {table}")|}, {|all:new("DROP TABLE orders")|} }
                };
                batch.BatchCommands.Add({|all:new NpgsqlBatchCommand("TRUNCATE orders")|});
                Exception other = new("DROP TABLE orders is not done here");
            }
        }
        """);

    [Fact]
    public Task An_empty_document_lets_everything_through() => Verify.Destructive("""
        namespace MongoDB.Bson
        {
            public class BsonDocument : List<int> { }
        }
        namespace MongoDB.Driver
        {
            using MongoDB.Bson;
            public class FilterDefinition<T> { public static implicit operator FilterDefinition<T>(BsonDocument document) => null; }
            public interface IMongoCollection<T> { void DeleteMany(FilterDefinition<T> filter, CancellationToken token = default); }
            class Base { protected static readonly BsonDocument All = []; }
            class C : Base
            {
                void M(IMongoCollection<string> collection)
                {
                    collection.{|all:DeleteMany(All)|};
                    BsonDocument some = [1];
                    collection.DeleteMany(some);
                }
            }
        }
        """);
}
