namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A database, schema or table that has a name which the same code has made up is its own in SQL too.</summary>
public sealed class FreshTextTests
{
    [Theory]
    [InlineData("command.CommandText = $\"DROP DATABASE {_own}\"; command.ExecuteNonQuery();")]
    [InlineData("command.CommandText = \"DROP DATABASE IF EXISTS \\\"\" + _own + \"\\\" WITH (FORCE)\"; command.ExecuteNonQuery();")]
    [InlineData("var table = $\"t_{Guid.NewGuid():N}\"; command.CommandText = $\"CREATE TABLE {table} (id int); DROP TABLE {table}\"; command.ExecuteNonQuery();")]
    [InlineData("Execute(command, $\"DROP SCHEMA {_own} CASCADE\");")]
    [InlineData("var name = $\"t_{Guid.NewGuid():N}\"; command.CommandText = $\"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]\"; command.ExecuteNonQuery();")]
    public Task It_is_named_so(string code) => Check(code);

    [Theory]
    [InlineData("command.CommandText = $\"DROP DATABASE {given}\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"SELECT * FROM {_own}; DROP DATABASE orders\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"DROP DATABASE orders /* {_own} */\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"DROP DATABASE {_own} {given}\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"SELECT * FROM {_own}\"; if (given != null) command.CommandText = \"DROP DATABASE orders\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"DROP DATABASE {given ?? _own}\"; command.{|all:ExecuteNonQuery()|};")]
    [InlineData("command.CommandText = $\"SELECT * FROM {_own}; ALTER DATABASE shop SET SINGLE_USER WITH ROLLBACK IMMEDIATE\"; command.{|AG0001:{|AG0002:ExecuteNonQuery()|}|};")]
    public Task It_may_be_named_otherwise(string code) => Check(code);

    [Theory]
    [InlineData("static string NewHexGuid() => Guid.NewGuid().ToString(\"N\").ToUpper();", "NewHexGuid()", true)]
    [InlineData("static string GetShortUuid() => string.Concat(Guid.NewGuid().ToByteArray().Take(4));", "GetShortUuid()", true)]
    [InlineData("static string NewHexGuid() => \"orders\";", "NewHexGuid()", false)]
    [InlineData("static string GetTenantGuid() => Guid.NewGuid().ToString();", "GetTenantGuid()[0]", false)]
    [InlineData("static string GetHexGuid(string of) => Guid.NewGuid() + of;", "GetHexGuid(given)", true)]
    [InlineData("static string NewName() => \"orders\";", "NewName()", false)]
    [InlineData("static class Uuid { public static string New() => Guid.NewGuid().ToString(\"N\"); }", "Uuid.New()", true)]
    [InlineData("static class CombGuid { public static Guid Create() => Guid.CreateVersion7(); }", "CombGuid.Create():N", true)]
    [InlineData("static class Uuid { public static string New() => \"orders\"; }", "Uuid.New()", false)]
    [InlineData("static string Unique(string of) => of ?? Guid.NewGuid().ToString();", "Unique(given)", false)]
    [InlineData("static class Uuid { public static string Create(string of) => Guid.NewGuid() + of; }", "Uuid.Create(given)", true)]
    [InlineData("static class Names { public static string New() => Stored[Guid.NewGuid()]; static readonly Dictionary<Guid, string> Stored = []; }", "Names.New()", false)]
    public Task A_helper_makes_it_up(string helper, string name, bool isOwn) => Verify.Destructive($$"""
        using System.Data.Common;
        class C
        {
            {{helper}}
            void M(DbCommand command, string given)
            {
                var table = $"Staging-{{{name}}}";
                command.CommandText = $"DROP TABLE IF EXISTS [{table}]";
                command.{{(isOwn ? "ExecuteNonQuery()" : "{|all:ExecuteNonQuery()|}")}};
            }
        }
        """);

    [Fact]
    public Task What_was_renamed_may_be_somebody_elses() => Check("""
        command.CommandText = $"ALTER DATABASE orders RENAME TO {_own}";
        command.ExecuteNonQuery();
        command.CommandText = $"DROP DATABASE {_own}";
        command.{|all:ExecuteNonQuery()|};
        """);

    [Fact]
    public Task A_statement_that_a_method_returns() => Verify.Destructive("""
        using System.Data.Common;
        abstract class Loader
        {
            protected string Id { get; } = Guid.NewGuid().ToString().Substring(0, 8);
            public abstract void DropStaging(DbCommand command);
        }
        class SqlLoader(string schema) : Loader
        {
            private string Staging => $"[{schema}].[load_{Id}]";
            protected string DropSql() => $"IF OBJECT_ID('{Staging}', 'U') IS NOT NULL DROP TABLE {Staging}";
            protected virtual string OtherSql() => $"DROP TABLE {Staging}";
            protected virtual string AnySql() => $"DROP TABLE {Staging}";
            private string GivenSql(string name) => name == null ? $"DROP TABLE {Staging}" : "DROP TABLE orders";
            public override void DropStaging(DbCommand command) { command.CommandText = DropSql(); command.ExecuteNonQuery(); }
            public void Other(DbCommand command) { command.CommandText = OtherSql(); command.ExecuteNonQuery(); }
            public void Any(DbCommand command) { command.CommandText = AnySql(); command.{|AG0001:{|AG0002:{|AG0003:{|all:ExecuteNonQuery()|}|}|}|}; }
            public void Given(DbCommand command, string name) { command.CommandText = GivenSql(name); command.{|AG0001:{|AG0002:{|AG0003:{|all:ExecuteNonQuery()|}|}|}|}; }
        }
        class OrderLoader() : SqlLoader("dbo") { protected override string AnySql() => "DROP TABLE orders"; }
        """);

    [Fact]
    public Task A_helper_is_handed_nothing_else() => Verify.Destructive("""
        using System.Data.Common;
        class Provisioning(DbConnection connection)
        {
            private readonly string _schema = $"billing_{Guid.NewGuid():N}";
            private readonly string _table = $"outbox_{Guid.NewGuid():N}";
            public void Before() { DropTable(_table, _schema); DropSchema(_schema); DropAll("t_" + Guid.NewGuid().ToString("N")); }
            public void After(string given) { DropSchema(_schema); DropAll(given); DropAny(_schema); }
            private void DropSchema(string schema) => Execute($"IF EXISTS (SELECT 1 FROM sys.schemas WHERE name = '{schema}') DROP SCHEMA [{schema}]");
            private void DropTable(string table, string schema) => Execute($"DROP TABLE IF EXISTS [{schema}].[{table}]; DROP TABLE IF EXISTS [{schema}].[History]");
            private void DropAll(string schema) => {|AG0001:{|AG0002:{|AG0003:Execute($"DROP SCHEMA [{schema}]")|}|}|};
            public void DropAny(string schema) => {|AG0001:{|AG0002:{|AG0003:Execute($"DROP SCHEMA [{schema}]")|}|}|};
            private void Execute(string sql) { var command = connection.CreateCommand(); command.CommandText = sql; command.ExecuteNonQuery(); }
        }
        """);

    private static Task Check(string code) => Verify.Destructive($$"""
        using System.Data.Common;
        class C
        {
            private readonly string _own = "t_" + Guid.NewGuid().ToString("N");
            void M(DbCommand command, string given)
            {
                {{code}}
            }
            private static void Execute(DbCommand command, string sql) { command.CommandText = sql; command.ExecuteNonQuery(); }
        }
        """);
}
