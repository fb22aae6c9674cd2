namespace AgentGuard.Analyzers.Tests.Corpus;

/// <summary>A value that is built up in many optional steps has two to the power of that many histories; none of this may take more than a moment.</summary>
public class LongMethodTests
{
    private const int Steps = 60;

    [Fact]
    public Task A_query_that_is_narrowed_in_many_steps() => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class Row { public int Id { get; set; } }
        class C
        {
            void M(DbSet<Row> rows, int[] x)
            {
                var query = rows.Where(row => row.Id > 100);
                {{Repeat(i => $"if (x[{i}] > 0) query = query.Where(row => row.Id == x[{i}]).OrderBy(row => row.Id);")}}
                query.ExecuteDelete();
            }
        }
        """);

    [Fact]
    public Task A_text_that_is_built_in_many_steps() => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class C
        {
            void M(DbContext db, bool[] x, string rest)
            {
                var sql = "select 1 ";
                {{Repeat(i => $"if (x[{i}]) sql = sql + \"and {i} = 1 \" + sql;")}}
                db.Database.ExecuteSqlRaw(sql);
            }
        }
        """);

    [Fact]
    public Task A_path_that_is_put_together_in_many_steps() => Verify.Destructive($$"""
        class C
        {
            void M(bool[] x)
            {
                var path = Path.GetTempPath();
                {{Repeat(i => $"if (x[{i}]) path = Path.Combine(path, \"{i}\");")}}
                Directory.Delete(path, true);
            }
        }
        """);

    [Fact]
    public Task Private_methods_that_all_call_each_other() => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class C
        {
            private readonly DbContext db = null!;
            {{Repeat(i => $"private void M{i}() {{ db.Database.{{|all:EnsureDeleted()|}}; {string.Concat(Enumerable.Range(0, Steps).Select(j => $"M{j}(); "))} }}")}}
        }
        """);

    private static string Repeat(Func<int, string> line) => string.Join("\n", Enumerable.Range(0, Steps).Select(line));
}
