using AgentGuard.Analyzers.Approvals;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>AG0301, and what an approval covers.</summary>
public class ApprovalTests
{
    private const string EnsureDeleted = "M:Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade.EnsureDeleted";

    private const string Source = """
        using Microsoft.EntityFrameworkCore;
        namespace Shop;
        public class Maintenance
        {
            public void Reset(DbContext db) { db.Database.EnsureDeleted(); }
            public void Twice(DbContext db) { db.Database.EnsureDeleted(); db.Database.EnsureDeleted(); }
            public void Sql(DbContext db) => db.Database.ExecuteSqlRaw("DROP TABLE orders");
            public bool Property { get { return new DbContext(new DbContextOptions<DbContext>()).Database.EnsureDeleted(); } }
            public void Lambda(DbContext db) { Action wipe = () => db.Database.EnsureDeleted(); wipe(); }
        }
        """;

    private static string Line(string member, string operation, string given = "2026-05-01", string expires = "2026-08-01") =>
        $"operation | {member} | {operation} | demo shop, no real orders | jane.doe | {given} | {expires}\n";

    [Theory]
    [InlineData("M:Shop.Maintenance.Reset(Microsoft.EntityFrameworkCore.DbContext)", EnsureDeleted, 5)]
    [InlineData("M:Shop.Maintenance.Twice(Microsoft.EntityFrameworkCore.DbContext)", EnsureDeleted + "#2", 6)]
    [InlineData("M:Shop.Maintenance.Sql(Microsoft.EntityFrameworkCore.DbContext)", "DROP TABLE orders", 7)]
    [InlineData("P:Shop.Maintenance.Property", EnsureDeleted, 8)]
    [InlineData("M:Shop.Maintenance.Lambda(Microsoft.EntityFrameworkCore.DbContext)", EnsureDeleted, 9)]
    public async Task One_operation_in_one_member_is_accepted(string member, string operation, int line)
    {
        var without = await new Build { Source = Source }.RunAsync();
        var with = await new Build { Source = Source, Approvals = Line(member, operation) }.RunAsync();
        var gone = without.Where(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1 == line).ToList();
        Assert.Equal(without.Length - 3, with.Length);
        Assert.True(gone.Count is 3 or 6);
        Assert.DoesNotContain(with, diagnostic => diagnostic.Id == "AG0301");
    }

    [Theory]
    [InlineData("M:Shop.Maintenance.Reset(Microsoft.EntityFrameworkCore.DbContext)", EnsureDeleted + "#2", "No rule reports")]
    [InlineData("M:Shop.Maintenance.Gone", EnsureDeleted, "No rule reports")]
    [InlineData("M:Shop.Maintenance.Sql(Microsoft.EntityFrameworkCore.DbContext)", "DROP TABLE customers", "No rule reports")]
    public async Task An_approval_that_fits_nothing_is_reported_and_accepts_nothing(string member, string operation, string message)
    {
        var without = await new Build { Source = Source }.RunAsync();
        var with = await new Build { Source = Source, Approvals = Line(member, operation) }.RunAsync();
        Assert.Equal(without.Length + 1, with.Length);
        Assert.StartsWith(message, Assert.Single(with, diagnostic => diagnostic.Id == "AG0301").GetMessage());
    }

    [Theory]
    [InlineData("DROP TABLE orders", 3)]
    [InlineData("DROP TABLE", 4)]
    [InlineData("DROP TABLE#2", 5)]
    [InlineData("DROP TABLE#3", -1)]
    public async Task One_call_of_a_helper_that_executes_a_text_is_accepted(string operation, int line)
    {
        const string Calls = """
            namespace Shop;
            public class Maintenance
            {
                public void Clear(Store store, string a, string b) { store.Run("DROP TABLE orders");
                    store.Run($"DROP TABLE {a}");
                    store.Run($"DROP TABLE {b}"); }
            }
            """;
        var build = new Build { Source = Calls, MoreSources = [("/src/Shop/Store.cs", "using Microsoft.EntityFrameworkCore; namespace Shop; public class Store(DbContext db) { public void Run(string sql) => db.Database.ExecuteSqlRaw(sql); }")] };
        var without = await build.RunAsync();
        Assert.Equal(9, without.Length);
        var with = await (build with { Approvals = Line("M:Shop.Maintenance.Clear(Shop.Store,System.String,System.String)", operation) }).RunAsync();
        var left = without.Where(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line != line).Select(diagnostic => diagnostic.ToString());
        Assert.Equal(left, with.Where(diagnostic => diagnostic.Id != "AG0301").Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public async Task Dates_are_those_of_one_calendar()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("th-TH");
        try
        {
            await An_approval_holds_on_its_days_only("2026-05-01", "2026-05-30", "expired on 2026-05-30");
            await An_approval_holds_on_its_days_only("2026-06-02", "2026-08-01", "dated 2026-06-02, after the build date 2026-05-31");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("2026-05-01", "2026-05-30", "expired on 2026-05-30")]
    [InlineData("2026-06-02", "2026-08-01", "after the build date")]
    public async Task An_approval_holds_on_its_days_only(string given, string expires, string message)
    {
        var found = await new Build { Source = Source, Approvals = Line("M:Shop.Maintenance.Reset(Microsoft.EntityFrameworkCore.DbContext)", EnsureDeleted, given, expires) }.RunAsync();
        Assert.Contains(message, Assert.Single(found, diagnostic => diagnostic.Id == "AG0301").GetMessage());
        Assert.Contains(found, diagnostic => diagnostic.Id == "AG0001" && diagnostic.Location.GetLineSpan().StartLinePosition.Line == 4);
    }

    [Fact]
    public async Task Without_a_build_date_nothing_is_accepted()
    {
        var found = await new Build { Source = Source, Properties = [], Approvals = Line("M:Shop.Maintenance.Reset(Microsoft.EntityFrameworkCore.DbContext)", EnsureDeleted) }.RunAsync();
        Assert.Contains("AgentGuardBuildDate", Assert.Single(found, diagnostic => diagnostic.Id == "AG0301").GetMessage());
    }

    [Fact]
    public async Task A_shared_file_is_not_held_against_a_project_that_lacks_the_member()
    {
        var build = new Build { Source = Source, Approvals = Line("M:Other.Thing.Do", EnsureDeleted), Properties = [("AgentGuardBuildDate", Build.Day), ("ProjectDir", "/src/Shop/Web/")] };
        Assert.DoesNotContain(await build.RunAsync(), diagnostic => diagnostic.Id == "AG0301");
    }

    // `[` and `]` mark where the error stands.
    [Theory]
    [InlineData("[allow] | M:A.B | M:C.D | r | a | 2026-01-01 | 2026-02-01", "'allow' does not begin an approval")]
    [InlineData("operation | M:A.B | M:C.D | r | a | 2026-01-01[]", "lacks the date it expires")]
    [InlineData("operation | M:A.B | M:C.D | [] | a | 2026-01-01 | 2026-02-01", "lacks the reason")]
    [InlineData("operation | M:A.B | M:C.D | r |[]  | 2026-01-01 | 2026-02-01", "lacks the approver")]
    [InlineData("operation | [Shop.Reset] | M:C.D | r | a | 2026-01-01 | 2026-02-01", "is no documentation-comment id")]
    [InlineData("operation | [M:Shop.*] | M:C.D | r | a | 2026-01-01 | 2026-02-01", "is no documentation-comment id of one member")]
    [InlineData("operation | M:A.B | M:C.D | r | a | [01.02.2026] | 2026-02-01", "as year-month-day")]
    [InlineData("operation | M:A.B | M:C.D | r | a | 2026-01-01 | [2025-01-01]", "expires before")]
    [InlineData("operation | M:A.B | M:C.D | r | a | 2026-01-01 | [2036-01-01]", "a year at most")]
    [InlineData("operation | M:A.B | M:C.D | r | a | 2026-01-01 | 2026-02-01 | [and more]", "Nothing is expected after")]
    [InlineData("policy | [] | r | a | 2026-01-01 | 2026-02-01", "lacks the setting")]
    [InlineData("# comment\n\npolicy | NoWarn AG0001 | r | a | [tomorrow] | 2026-02-01", "as year-month-day")]
    public void Errors_stand_where_they_are(string marked, string message)
    {
        var start = marked.IndexOf('[');
        var end = marked.IndexOf(']') - 1;
        var (approvals, errors) = ApprovalsParser.Parse("x", SourceText.From(marked.Replace("[", "").Replace("]", "")));
        Assert.Empty(approvals);
        var error = Assert.Single(errors);
        Assert.Contains(message, error.Message);
        if (end > start) Assert.Equal(TextSpan.FromBounds(start, end), error.Span);
    }

    [Fact]
    public void Comments_and_empty_lines_are_no_approvals()
    {
        var (approvals, errors) = ApprovalsParser.Parse("x", SourceText.From("# who may approve: the data team\n\n   \n" + Line("M:A.B", "M:C.D") + "policy | NoWarn AG0001 | r | a | 2026-01-01 | 2026-02-01\n"));
        Assert.Empty(errors);
        Assert.Collection(approvals, first => Assert.Equal("M:C.D", Assert.IsType<OperationApproval>(first).Operation), second => Assert.Equal("NoWarn AG0001", Assert.IsType<PolicyApproval>(second).Setting));
    }
}
