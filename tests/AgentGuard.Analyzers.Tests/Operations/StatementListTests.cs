namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Statements that stand in a list and are executed one after the other.</summary>
public sealed class StatementListTests
{
    private static Task Body(string body, string members = "") => Verify.Destructive($$"""
        using System.Data.Common;
        using Dapper;
        class C
        {
            {{members}}
            void M(DbConnection c, DbCommand cmd, string t, List<string> tables, int i)
            {
                {{body}}
            }
        }
        """);

    [Fact]
    public Task Each_statement_of_a_list() => Body(
        """
        foreach (var s in new[] { "SELECT 1", "DROP TABLE b" }) c.{|all:Execute(s)|};
        var local = new[] { "SELECT 1", "DROP TABLE b" };
        foreach (var s in local) c.{|all:Execute(s)|};
        string[] plain = { "SELECT 1", "DROP TABLE b" };
        foreach (var s in plain) c.{|all:Execute(s)|};
        string[] expression = ["SELECT 1", "DROP TABLE b"];
        foreach (string s in expression) c.{|all:Execute(s)|};
        foreach (var s in Field) c.{|all:Execute(s)|};
        foreach (var s in Expression) c.{|all:Execute(s)|};
        var list = new List<string> { "SELECT 1", "DROP TABLE b" };
        foreach (var s in list) c.{|all:Execute(s)|};
        var added = new List<string>();
        added.Add("SELECT 1");
        added.Add("DROP TABLE b");
        foreach (var s in added) c.{|all:Execute(s)|};
        foreach (var s in local)
        {
            cmd.CommandText = s;
            cmd.{|all:ExecuteNonQuery()|};
        }
        c.{|all:Execute(local[1])|};
        c.{|all:Execute(local[i])|};
        c.{|all:Execute(list[i])|};
        c.Execute(local[0]);
        foreach (var s in tables.Select(name => "DROP TABLE " + name)) c.{|all:Execute(s)|};
        foreach (var s in local.Where(s => s.Length > 1).ToList()) c.{|all:Execute(s)|};
        foreach (var s in Statements()) c.{|all:Execute(s)|};
        foreach (var s in "SELECT 1; DROP TABLE b".Split(';')) c.{|all:Execute(s)|};
        """,
        """
        static readonly string[] Field = { "SELECT 1", "DROP TABLE b" };
        static readonly string[] Expression = ["SELECT 1", "DROP TABLE b"];
        static IEnumerable<string> Statements() { yield return "SELECT 1"; yield return "DROP TABLE b"; }
        """);

    [Fact]
    public Task A_helper_that_runs_a_list() => Body(
        """
        {|all:Run(c, "SELECT 1", "DROP TABLE a")|};
        Run(c, "SELECT 1", "SELECT 2");
        {|all:RunAll(c, new List<string> { "SELECT 1", "DROP TABLE a" })|};
        RunAll(c, tables);
        """,
        """
        static void Run(DbConnection c, params string[] statements) { foreach (var s in statements) c.Execute(s); }
        static void RunAll(DbConnection c, IEnumerable<string> statements) { foreach (var s in statements) c.Execute(s); }
        """);

    [Fact]
    public Task Several_statements_of_a_list_are_told_one_by_one() => Body("""
        foreach (var s in new[] { "DROP TABLE a", "DROP TABLE b" }) c.{|all:{|all:Execute(s)|}|};
        """);

    [Fact]
    public Task A_destructive_statement_deep_in_a_long_list() => Body(
        $"foreach (var s in new[] {{ {string.Join(", ", Enumerable.Range(0, 60).Select(n => $"\"SELECT {n}\""))}, \"DROP TABLE b\" }}) c.{{|all:Execute(s)|}};");

    [Fact]
    public Task A_list_of_harmless_statements_or_names() => Body("""
        foreach (var s in new[] { "SELECT 1", "DELETE FROM a WHERE id = 1" }) c.Execute(s);
        foreach (var s in tables) c.Execute(s);
        foreach (var name in new[] { "a", "b" }) c.Execute($"DELETE FROM {name} WHERE id = 1");
        foreach (var name in new[] { "#a", "#b" }) c.Execute($"DROP TABLE {name}");
        foreach (var column in new[] { "a", "b" }) c.Execute($"DELETE FROM t WHERE {column} = 1");
        foreach (var name in tables.Select(name => name.ToUpper())) c.Execute($"SELECT * FROM {name}");
        """);

    [Fact]
    public Task Statements_of_a_queue_or_stack() => Body(
        """
        var queue = new Queue<string>();
        queue.Enqueue("SELECT 1");
        queue.Enqueue("DROP TABLE b");
        while (queue.Count > 0) c.{|all:Execute(queue.Dequeue())|};
        foreach (var s in queue) c.{|all:Execute(s)|};
        while (queue.TryDequeue(out var next)) c.{|all:Execute(next)|};
        var stack = new Stack<string>();
        stack.Push("DROP TABLE b");
        c.{|all:Execute(stack.Pop())|};
        c.{|all:Execute(stack.Peek())|};
        var reads = new Queue<string>();
        reads.Enqueue("SELECT 1");
        while (reads.Count > 0) c.Execute(reads.Dequeue());
        var words = new Queue<string>(tables);
        words.Enqueue(t);
        while (words.Count > 0) c.Execute(words.Dequeue());
        """);
}
