namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Texts that are put together line by line and piece by piece.</summary>
public sealed class ComposedTextTests
{
    private static Task Body(string body, string members = "") => Verify.Destructive($$"""
        using System.Data.Common;
        using System.Globalization;
        using System.Text;
        using Dapper;
        static class Extensions
        {
            public static void AddOwner(this StringBuilder sb, int? id) => sb.Append(" WHERE owner = ").Append(id);
        }
        class C
        {
            {{members}}
            void M(DbConnection c, DbCommand cmd, string t, string col, int? id, bool flag, List<string> tables, int[] ids)
            {
                {{body}}
            }
        }
        """);

    [Fact]
    public Task Lines_stay_apart() => Body("""
        var sb = new StringBuilder();
        sb.AppendLine("DELETE FROM t");
        sb.AppendLine("WHERE id = 1");
        c.Execute(sb.ToString());
        c.Execute("DELETE FROM t" + Environment.NewLine + "WHERE id = 1");
        c.Execute($"DELETE FROM t{Environment.NewLine}WHERE id = {id}");
        c.Execute(string.Join(Environment.NewLine, "DELETE FROM t", "WHERE id = 1"));
        var bare = new StringBuilder("UPDATE t SET a = 1");
        bare.AppendLine();
        bare.Append("WHERE id = 1");
        c.Execute(bare.ToString());
        c.Execute(new StringBuilder().AppendLine("DELETE o FROM orders o").AppendLine("JOIN people p ON p.id = o.person").AppendLine("WHERE p.gone = 1").ToString());
        cmd.CommandText = "DELETE FROM t" + Environment.NewLine;
        cmd.CommandText += "WHERE id = 1";
        cmd.ExecuteNonQuery();
        """);

    [Fact]
    public Task A_comment_ends_with_its_line() => Body("""
        var sb = new StringBuilder();
        sb.AppendLine("-- reset");
        sb.AppendLine("DROP TABLE t;");
        c.{|all:Execute(sb.ToString())|};
        var counted = new StringBuilder();
        counted.AppendLine("SET NOCOUNT ON");
        counted.AppendLine("DELETE FROM t");
        c.{|all:Execute(counted.ToString())|};
        c.{|all:Execute("-- reset" + Environment.NewLine + "DROP TABLE t")|};
        """);

    [Fact]
    public Task Chained_pieces_keep_their_order() => Body("""
        var sb = new StringBuilder("DELETE FROM t ");
        sb.Append("WHERE ").Append(col).Append(" = @v");
        c.Execute(sb.ToString());
        var drop = new StringBuilder();
        drop.Append("DROP TABLE ").Append(t);
        c.{|all:Execute(drop.ToString())|};
        var anew = new StringBuilder("DROP TABLE t");
        anew.Clear().Append("SELECT ").Append(col).Append(" FROM t");
        c.Execute(anew.ToString());
        """);

    [Fact]
    public Task Formatted_and_joined_pieces_bring_their_values() => Body("""
        var sb = new StringBuilder("DELETE FROM t");
        sb.AppendFormat(" WHERE {0} = @v", col);
        c.Execute(sb.ToString());
        var invariant = new StringBuilder("DELETE FROM t");
        invariant.AppendFormat(CultureInfo.InvariantCulture, " WHERE {0} = {1}", col, id);
        c.Execute(invariant.ToString());
        c.Execute(string.Format("DELETE FROM t WHERE {0} = @v", col));
        var drop = new StringBuilder();
        drop.AppendFormat("DROP TABLE {0}", t);
        c.{|all:Execute(drop.ToString())|};
        var list = new StringBuilder("DROP TABLE ");
        list.AppendJoin(", ", tables);
        c.{|all:Execute(list.ToString())|};
        var handled = new StringBuilder();
        handled.Append(CultureInfo.InvariantCulture, $"DROP TABLE {t}");
        c.{|all:Execute(handled.ToString())|};
        var some = new StringBuilder("DELETE FROM t WHERE id IN (");
        some.AppendJoin(", ", ids).Append(')');
        c.Execute(some.ToString());
        """);

    [Fact]
    public Task A_filter_that_may_be_left_out() => Body("""
        var sql = "DELETE FROM t";
        if (id != null) sql += " WHERE id = @id";
        c.{|all:Execute(sql)|};
        var sb = new StringBuilder("DELETE FROM t");
        if (id != null) { sb.Append(" WHERE id = ").Append(id); }
        c.{|all:Execute(sb.ToString())|};
        cmd.CommandText = "DELETE FROM t";
        if (id != null) cmd.CommandText += " WHERE id = @id";
        else if (flag) cmd.CommandText += " WHERE flag = 1";
        cmd.{|all:ExecuteNonQuery()|};
        var always = "DELETE FROM t WHERE 1 = 1";
        if (id != null) always += " AND id = @id";
        if (flag) always += " AND flag = 1";
        c.{|all:Execute(always)|};
        var more = "SELECT 1;";
        if (flag) more += "DROP TABLE t";
        c.{|all:Execute(more)|};
        """);

    [Fact]
    public Task A_filter_that_is_there_on_every_way() => Body(
        """
        var sql = "DELETE FROM t";
        if (id != null) sql += " WHERE id = @id"; else sql += " WHERE old = 1";
        c.Execute(sql);
        var chosen = "DELETE FROM t";
        if (id != null) chosen += " WHERE id = @id";
        else if (flag) chosen += " WHERE flag = 1";
        else throw new ArgumentException();
        c.Execute(chosen);
        var more = "DELETE FROM t WHERE id = @id";
        if (flag) more += " AND flag = 1";
        c.Execute(more);
        var any = false;
        var checkedLate = "DELETE FROM t";
        if (id != null) { checkedLate += " WHERE id = @id"; any = true; }
        if (flag) { checkedLate += (any ? " AND" : " WHERE") + " flag = 1"; any = true; }
        if (!any) throw new ArgumentException();
        c.Execute(checkedLate);
        var keys = "DELETE FROM t";
        var first = true;
        foreach (var key in tables)
        {
            if (first) keys += " WHERE "; else keys += " AND ";
            keys += key + " = @" + key;
            first = false;
        }
        c.Execute(keys);
        if (id != null)
        {
            var inside = "DELETE FROM t";
            inside += " WHERE id = @id";
            c.Execute(inside);
        }
        """,
        """
        void Checked(DbConnection c, int? id, string name)
        {
            if (id is null && name is null) throw new ArgumentException();
            var sql = "DELETE FROM t";
            if (id != null) sql += " WHERE id = @id";
            if (name != null) sql += (id == null ? " WHERE" : " AND") + " name = @name";
            c.Execute(sql);
        }
        """);

    [Fact]
    public Task A_filter_that_a_helper_adds() => Body(
        """
        var sb = new StringBuilder("DELETE FROM t");
        AddWhere(sb, id);
        c.Execute(sb.ToString());
        var extended = new StringBuilder("DELETE FROM t");
        extended.AddOwner(id);
        c.Execute(extended.ToString());
        cmd.CommandText = "DELETE FROM t";
        AddFilter(cmd, id);
        cmd.ExecuteNonQuery();
        using var made = c.CreateCommand();
        made.CommandText = "UPDATE t SET a = 1";
        Further(made, id);
        made.ExecuteNonQuery();
        var local = new StringBuilder("DELETE FROM t");
        AddLocal();
        c.Execute(local.ToString());
        void AddLocal() => local.Append(" WHERE id = @id");
        _sb.Append("DELETE FROM t");
        AddToField();
        c.Execute(_sb.ToString());
        """,
        """
        private readonly StringBuilder _sb = new();
        void AddToField() => _sb.Append(" WHERE id = @id");
        static void AddWhere(StringBuilder sb, int? id) => sb.Append(" WHERE id = ").Append(id);
        static void AddFilter(DbCommand cmd, int? id) => cmd.CommandText += " WHERE id = @id";
        static void Further(DbCommand cmd, int? id) => AddFilter(cmd, id);
        """);

    [Fact]
    public Task A_helper_that_leaves_the_text_alone() => Body(
        """
        var sb = new StringBuilder("DELETE FROM t");
        Log(sb);
        c.{|all:Execute(sb.ToString())|};
        cmd.CommandText = "DELETE FROM t";
        AddParameter(cmd, id);
        cmd.{|all:ExecuteNonQuery()|};
        var drop = new StringBuilder("DROP TABLE t;");
        AddWhere(drop);
        c.{|all:Execute(drop.ToString())|};
        using var made = c.CreateCommand();
        made.CommandText = "DROP TABLE t;";
        AddMore(made);
        made.{|all:ExecuteNonQuery()|};
        """,
        """
        static void Log(StringBuilder sb) => Console.WriteLine(sb.ToString());
        static void AddParameter(DbCommand cmd, int? id) { var p = cmd.CreateParameter(); p.Value = id; cmd.Parameters.Add(p); }
        static void AddWhere(StringBuilder sb) => sb.Append(" SELECT 1");
        static void AddMore(DbCommand cmd) => cmd.CommandText += " SELECT 1";
        """);

    [Fact]
    public Task A_verb_in_a_variable() => Body("""
        const string verb = "DROP";
        c.{|all:Execute($"{verb} TABLE {t}")|};
        c.{|all:Execute(verb + " TABLE t")|};
        var either = flag ? "DROP" : "TRUNCATE";
        c.{|all:{|all:Execute($"{either} TABLE {t}")|}|};
        const string made = "made";
        c.Execute($"CREATE TABLE {made} (id int)");
        c.Execute($"DROP TABLE {made}");
        """);

    [Fact]
    public Task A_template_with_its_blanks_filled_in() => Body("""
        c.{|all:Execute("DROP TABLE {t}".Replace("{t}", t))|};
        c.{|all:Execute("DELETE FROM {t}{filter}".Replace("{t}", "orders").Replace("{filter}", ""))|};
        c.Execute("DELETE FROM {t} WHERE {filter}".Replace("{t}", t).Replace("{filter}", "id = 1"));
        c.Execute("DELETE FROM t {filter}".Replace("{filter}", col));
        c.Execute("SELECT 'DROP TABLE x'".Replace('x', 'y'));
        """);

    [Fact]
    public Task A_command_that_may_be_null() => Body("""
        cmd?.CommandText = "DROP TABLE t";
        cmd?.{|all:ExecuteNonQuery()|};
        var made = flag ? c.CreateCommand() : null;
        made.CommandText = "DROP TABLE t";
        made?.{|all:ExecuteNonQuery()|};
        """);

    [Fact]
    public Task A_name_that_local_functions_read() => Body("""
        var name = "orders_" + Guid.NewGuid().ToString("N");
        Log();
        c.Execute($"CREATE TABLE {name} (id int)");
        c.Execute($"DROP TABLE {name}");
        void Log() => Console.WriteLine(name);
        """);

    [Fact]
    public Task Replacing_again_and_again_stays_small() => Body(
        $"c.Execute(\"x\"{string.Concat(Enumerable.Repeat($".Replace(\"x\", \"{new string('x', 1000)}\")", 12))});");
}
