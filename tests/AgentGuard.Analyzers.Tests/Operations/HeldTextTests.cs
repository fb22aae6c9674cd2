namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Texts that stand beside others: steps of a list, entries of a dictionary, members of an object.</summary>
public sealed class HeldTextTests
{
    [Fact]
    public Task Steps_and_entries_are_read() => Verify.Destructive("""
        using Dapper;
        using System.Data;
        record Step(string Name, string Sql);
        class Query { public Query() { } public Query(string table) { Filter = "WHERE id = 1"; } public string Sql { get; set; } public string Filter { get; set; } }
        class C(IDbConnection db)
        {
            static readonly Dictionary<string, string> Scripts = new() { ["reset"] = "DROP SCHEMA public CASCADE", ["read"] = "SELECT 1" };
            void Records() { foreach (var step in new[] { new Step("a", "SELECT 1"), new Step("b", "DROP TABLE orders") }) db.{|all:Execute(step.Sql)|}; }
            void Anonymous() { var steps = new[] { new { Name = "a", Sql = "DROP TABLE orders" } }; foreach (var step in steps) db.{|all:Execute(step.Sql)|}; }
            void Tuples() { foreach (var (name, sql) in new[] { ("a", "DROP TABLE orders") }) db.{|all:Execute(sql)|}; }
            void Named() { (string Name, string Sql)[] steps = [("a", "DROP TABLE orders")]; foreach (var step in steps) db.{|all:Execute(step.Sql)|}; }
            void Deconstructed() { foreach (var (name, sql) in new[] { new Step("a", "DROP TABLE orders") }) db.{|all:Execute(sql)|}; }
            void Entry() => db.{|all:Execute(Scripts["reset"])|};
            void Any(string key) => db.{|all:Execute(Scripts[key])|};
            void Member() { var query = new Query { Sql = "DROP TABLE orders" }; db.{|all:Execute(query.Sql)|}; }
            void Later() { var query = new Query(); query.Sql = "DROP TABLE orders"; db.{|all:Execute(query.Sql)|}; }
            void Cased(string name) { db.{|all:Execute("drop table orders".ToUpperInvariant())|}; db.{|all:Execute(string.Create(null, $"DROP TABLE {name}"))|}; db.{|all:Execute(System.Text.Encoding.UTF8.GetString("DROP TABLE orders"u8))|}; }

            void Harmless(Query given, Step[] steps, string key)
            {
                foreach (var step in new[] { new Step("DROP TABLE orders", "SELECT 1") }) db.Execute(step.Sql);
                foreach (var (name, sql) in new[] { ("DROP TABLE orders", "SELECT 1") }) db.Execute(sql);
                foreach (var (name, sql) in steps) db.Execute(sql);
                db.Execute(Scripts["read"]);
                db.Execute(given.Sql);
                var query = new Query("orders");
                db.Execute("DELETE FROM orders " + query.Filter);
                db.Execute("DELETE FROM orders " + given.Filter);
                var names = new Dictionary<string, string>();
                db.Execute("DELETE FROM orders " + names[key]);
            }
        }
        """);

    [Fact]
    public Task A_text_in_base64_or_in_a_file_of_a_telling_name() => Verify.Destructive("""
        using Dapper;
        using System.Data;
        using System.Text;
        class C
        {
            void M(IDbConnection connection, string given)
            {
                connection.{|all:Execute(Encoding.UTF8.GetString(Convert.FromBase64String("RFJPUCBUQUJMRSBvcmRlcnM=")))|};
                connection.{|all:Execute(File.ReadAllText("scripts/drop_tables.sql"))|};
                connection.Execute(Encoding.UTF8.GetString(Convert.FromBase64String("U0VMRUNUIDE=")));
                connection.Execute(Encoding.UTF8.GetString(Convert.FromBase64String(given)));
                connection.Execute(Encoding.UTF8.GetString(Convert.FromBase64String("no base64")));
                connection.Execute(File.ReadAllText("scripts/create_tables.sql"));
                connection.Execute(File.ReadAllText("drop_tables.txt"));
            }
        }
        """);

    [Fact]
    public Task What_an_object_is_created_with_is_not_its_default() => Verify.Destructive("""
        using System.Data;
        using System.Diagnostics;
        using Dapper;
        public class Options { public string Table { get; init; } = ""; public required string Name { get; init; } = ""; public string Sql { get; init; } = "DROP TABLE orders"; public string Folder { get; init; } = ""; public string Query { get; init; } = "SELECT 1"; }
        public class C
        {
            void Named(IDbConnection db, Options o)
            {
                db.{|all:Execute($"DROP TABLE {o.Table}")|};
                db.{|all:Execute($"TRUNCATE TABLE {o.Name}")|};
                db.{|all:Execute($"DELETE FROM {o.Table}")|};
                db.{|all:Execute(o.Sql)|};
                Process.{|AG0004:Start("rm", $"-rf {o.Folder}")|};
                db.Execute(o.Query);
                db.Execute($"SELECT * FROM {o.Table}");
            }
            void Created(IDbConnection db)
            {
                db.{|all:Execute(new Options { Name = "a", Query = "DROP TABLE orders" }.Query)|};
                db.Execute(new Options { Name = "a", Sql = "SELECT 1" }.Sql);
            }
        }
        """);
}
