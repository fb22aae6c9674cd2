namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Texts that are joined from a list or a query which is made in view.</summary>
public class JoinedTextTests
{
    private static Task Body(string body) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class C
        {
            void M(DbContext db, List<string> tables, List<int> ids, string name, bool flag)
            {
                {{body}}
            }

            static void Fill(List<string> list) { }
        }
        """);

    [Fact]
    public Task A_list_that_is_filled_in_a_loop() => Body("""
        var list = new List<string>();
        foreach (var t in tables) list.Add($"DELETE FROM \"{t}\";");
        var sql = $"SELECT 1; {string.Join('\n', list)}";
        db.Database.{|all:ExecuteSqlRaw(sql)|};
        """);

    [Fact]
    public Task A_list_without_terminators_is_cut_at_the_separator() => Body("""
        var list = new List<string> { "SELECT 1" };
        list.Add("DROP TABLE rentals");
        if (flag) list.Add("SELECT 2");
        db.Database.{|all:ExecuteSqlRaw(string.Join(";", list))|};
        """);

    [Theory]
    [InlineData("var list = new List<string>(); list.AddRange(tables.Select(t => $\"DROP TABLE {t};\"));", "string.Concat(list)")]
    [InlineData("var list = new List<string> { \"SELECT 1\", \"DROP TABLE rentals\" };", "string.Join(\"; \", list)")]
    [InlineData("List<string> list = [\"SELECT 1\", \"DROP TABLE rentals\"];", "string.Join(\"; \", list)")]
    [InlineData("var list = tables.Where(t => t != name).Select(t => $\"DROP TABLE {t}\").ToList();", "string.Join(\"; \", list)")]
    [InlineData("var list = from t in tables select $\"TRUNCATE TABLE {t}\";", "string.Join(\"; \", list)")]
    [InlineData("var list = tables.Select(t => { return \"DROP TABLE \" + t; }).Prepend(\"SELECT 1\");", "string.Join(Environment.NewLine + \";\", list.ToArray())")]
    [InlineData("", "string.Join(\";\", tables.Select(t => $\"DROP TABLE {t}\"))")]
    [InlineData("", "string.Concat(tables.Select(t => $\"DROP TABLE {t};\"))")]
    [InlineData("var list = new List<string>(); Fill(list); list.Add(\"DROP TABLE rentals\");", "string.Join(\"; \", list)")]
    public Task A_sequence_that_is_made_in_view(string made, string joined) => Body(made + " db.Database.{|all:ExecuteSqlRaw(" + joined + ")|};");

    [Theory]
    [InlineData("var list = new List<string>();", "string.Join(\";\", list)")]
    [InlineData("", "string.Join(\";\", tables)")]
    [InlineData("var list = new List<string> { \"SELECT 'DROP TABLE a'\" }; list.Add(\"SELECT 2\");", "string.Join(\";\", list)")]
    [InlineData("var list = ids.Select((_, i) => $\"@p{i}\");", "$\"DELETE FROM rentals WHERE id IN ({string.Join(\", \", list)})\"")]
    [InlineData("var list = tables.Select(t => $\"{t} = @{t}\");", "$\"DELETE FROM rentals WHERE {string.Join(\" AND \", list)}\"")]
    [InlineData("var list = tables.Select(t => $\"{t} = @{t}\");", "$\"UPDATE rentals SET {string.Join(\", \", list)} WHERE id = @id\"")]
    [InlineData("var list = new List<string> { \"1=1\" }; if (flag) list.Add(\"id = @id\");", "$\"DELETE FROM rentals WHERE {string.Join(\" AND \", list)}\"")]
    [InlineData("var list = new List<string> { \"1=1\" }; Fill(list);", "$\"DELETE FROM rentals WHERE {string.Join(\" AND \", list)}\"")]
    [InlineData("var list = new List<string>(); Fill(list);", "$\"DELETE FROM rentals WHERE {string.Join(\" AND \", list)}\"")]
    [InlineData("var list = new List<string>(); list.Add(\"id = 1\"); list.Add(\"car = 2\");", "$\"DELETE FROM rentals WHERE {string.Join(\" AND \", list)}\"")]
    public Task An_ordinary_sequence(string made, string joined) => Body(made + " db.Database.ExecuteSqlRaw(" + joined + ");");
}
