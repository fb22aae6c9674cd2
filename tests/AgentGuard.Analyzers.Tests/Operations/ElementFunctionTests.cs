namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Functions that a list of statements is handed to one by one.</summary>
public sealed class ElementFunctionTests
{
    private static Task Body(string body, string members = "") => Verify.Destructive($$"""
        using System.Data;
        using Dapper;
        class C(IDbConnection c)
        {
            static readonly string[] Sqls = ["SELECT 1", "DROP TABLE b"];
            static readonly string[] Queries = ["SELECT 1", "DELETE FROM b WHERE id = 1"];
            {{members}}
            async Task M(string[] given)
            {
                {{body}}
            }
        }
        """);

    [Theory]
    [InlineData("await Task.WhenAll({0}.Select(s => c.{1}));", "ExecuteAsync(s)")]
    [InlineData("await Task.WhenAll({0}.Select((s, i) => c.{1}));", "ExecuteAsync(s)")]
    [InlineData("await Task.WhenAll(from s in {0} select c.{1});", "ExecuteAsync(s)")]
    [InlineData("await Parallel.ForEachAsync({0}, async (s, ct) => await c.{1});", "ExecuteAsync(s)")]
    [InlineData("Parallel.ForEach({0}, s => c.{1});", "Execute(s)")]
    [InlineData("{0}.ToList().ForEach(s => c.{1});", "Execute(s)")]
    [InlineData("Array.ForEach({0}, s => c.{1});", "Execute(s)")]
    [InlineData("{0}.AsParallel().ForAll(s => c.{1});", "Execute(s)")]
    [InlineData("{0}.Select(s => s + \";\").ToList().ForEach(s => {{ Console.WriteLine(s); c.{1}; }});", "Execute(s)")]
    [InlineData("var count = {0}.Select(s => c.{1}).Sum();", "Execute(s)")]
    public async Task Each_statement(string loop, string call)
    {
        await Body(string.Format(loop, "Sqls", "{|all:" + call + "|}"));
        await Body(string.Format(loop, "Queries", call));
        await Body(string.Format(loop, "given", call));
    }

    [Fact]
    public Task Statements_that_are_made_on_the_way() => Body("""
        await Task.WhenAll(given.Select(t => "DROP TABLE " + t).Select(s => c.{|all:ExecuteAsync(s)|}));
        given.Select(t => $"DROP TABLE {t}").ToList().ForEach(s => c.{|all:Execute(s)|});
        given.Select(t => $"SELECT * FROM {t}").ToList().ForEach(s => c.Execute(s));
        given.Select(t => t.Length).ToList().ForEach(n => c.Execute("DELETE FROM t WHERE n = " + n));
        """);

    [Fact]
    public Task A_helper_that_is_handed_the_list() => Body(
        """
        await {|all:Run("SELECT 1", "DROP TABLE a")|};
        await Run("SELECT 1", "SELECT 2");
        await Run(given);
        """,
        "Task Run(params string[] statements) => Task.WhenAll(statements.Select(s => c.ExecuteAsync(s)));");
}
