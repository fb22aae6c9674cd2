namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Texts that stand beside others: in tuples that are chosen or returned, and in dictionaries.</summary>
public sealed class TupleTextTests
{
    [Fact]
    public Task A_choice() => Verify.Destructive("""
        using System.Diagnostics;
        class C
        {
            void A(string dir)
            {
                var (exe, args) = OperatingSystem.IsWindows() ? ("where", dir) : ("rm", $"-rf {dir}");
                Process.{|AG0004:Start(exe, args)|};
            }
            void B(string tool)
            {
                var (exe, args) = tool switch { "tf" => ("terraform", "destroy -auto-approve"), _ => ("echo", "nothing") };
                Process.{|all:Start(exe, args)|};
            }
            void D(string dir)
            {
                var (exe, args) = OperatingSystem.IsWindows() ? ("explorer", dir) : ("xdg-open", dir);
                Process.Start(exe, args);
            }
            void E(bool all)
            {
                (string, string) command = all ? ("terraform", "destroy -auto-approve") : ("terraform", "plan");
                Process.{|all:Start(command.Item1, command.Item2)|};
                var (a, b) = command;
                for (var i = 0; i < 3; i++) (a, b) = all ? (b, a) : command;
                (a, b) = (b, a);
            }
        }
        """);

    [Fact]
    public Task What_a_method_returns() => Verify.Destructive("""
        using System.Data;
        using Dapper;
        class C(IDbConnection c)
        {
            static (string Sql, object Args) Build(string t) => ($"DELETE FROM {t}", new { });
            static (string Sql, object Args) ById(string t) => ($"DELETE FROM {t} WHERE id = @id", new { id = 1 });
            static async Task<(string Sql, object Args)> BuildAsync(string t) { await Task.Yield(); return ($"DELETE FROM {t}", null); }
            void A() { var (sql, args) = Build("orders"); c.{|all:Execute(sql, args)|}; }
            void B() { var q = Build("orders"); c.{|all:Execute(q.Sql, q.Args)|}; }
            void D() => c.{|all:Execute(Build("orders").Sql)|};
            void E() { var (sql, args) = ById("orders"); c.Execute(sql, args); var q = ById("orders"); c.Execute(q.Sql, q.Args); }
            async Task F() { var (sql, args) = await BuildAsync("orders"); await c.{|all:ExecuteAsync(sql, args)|}; }
        }
        """);

    [Fact]
    public Task Dictionaries() => Verify.Destructive("""
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Data;
        using Dapper;
        class C(IDbConnection c)
        {
            static readonly Dictionary<string, string> Q = new() { ["wipe"] = "DELETE FROM items", ["read"] = "SELECT 1" };
            static readonly FrozenDictionary<string, string> Frozen = new Dictionary<string, string> { { "wipe", "DELETE FROM items" } }.ToFrozenDictionary();
            static readonly Dictionary<string, string> Reads = new() { ["one"] = "SELECT 1", ["DROP TABLE a"] = "SELECT 2" };
            static readonly ImmutableArray<string> Listed = ImmutableArray.Create("SELECT 1", "DROP TABLE a");
            void A(string k) { if (Q.TryGetValue(k, out var sql)) c.{|all:Execute(sql)|}; }
            void B() { foreach (var (_, sql) in Q) c.{|all:Execute(sql)|}; }
            void D() { foreach (var sql in Q.Values) c.{|all:Execute(sql)|}; }
            void E() { foreach (var pair in Q) c.{|all:Execute(pair.Value)|}; }
            void F(string k) => c.{|all:Execute(Q.GetValueOrDefault(k))|};
            void G(string k) { if (Frozen.TryGetValue(k, out var sql)) c.{|all:Execute(sql)|}; }
            void H() { if (Q.TryGetValue("read", out var sql)) c.Execute(sql); c.Execute(Q.GetValueOrDefault("read")); }
            void I(string k)
            {
                if (Reads.TryGetValue(k, out var sql)) c.Execute(sql);
                foreach (var (name, text) in Reads) c.Execute(text);
                foreach (var pair in Reads) c.Execute(pair.Value);
                foreach (var text in Reads.Values) c.Execute(text);
            }
            void J() { var queue = new Queue<string>(new[] { "SELECT 1", "DROP TABLE a" }); while (queue.Count > 0) c.{|all:Execute(queue.Dequeue())|}; }
            void K() { var queue = new Queue<string>(); queue.Enqueue("SELECT 1"); while (queue.TryDequeue(out var sql)) c.Execute(sql); }
            void L() { foreach (var s in Listed) c.{|all:Execute(s)|}; }
        }
        """);

    [Fact]
    public Task The_path_of_a_program() => Verify.Destructive("""
        using System.Diagnostics;
        class C
        {
            void M(string dir)
            {
                Process.{|all:Start(Path.Combine(dir, "terraform"), "destroy -auto-approve")|};
                Process.{|all:Start(new ProcessStartInfo { FileName = Path.Join(dir, "tools", "terraform"), Arguments = "destroy -auto-approve" })|};
                Process.Start(Path.Combine(dir, "terraform", "echo"), "destroy -auto-approve");
                Process.Start(Path.Combine(dir, "terraform"), "plan");
            }
        }
        """);
}
