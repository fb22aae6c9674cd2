using AgentGuard.Analyzers.Rules;

namespace AgentGuard.Analyzers.Tests.Rules;

public sealed class GuardQualityTests
{
    private const string Stubs = """
        public interface IBackups { Task CreateBackupAsync(); Task<bool> TryBackupAsync(); }
        public static class Store
        {
            [AgentGuard.Destructive(AgentGuard.DestructiveKind.Table)] public static void Drop() { }
            [AgentGuard.Destructive(AgentGuard.DestructiveKind.Table)] public static void DropIf(bool confirmed) { }
        }
        """;

    [Fact]
    public Task An_inverted_check_is_AG0101_instead_of_AG0001() => Verify.Destructive(In("""
        if (env.IsProduction()) Store.{|AG0101:{|AG0002:{|AG0003:Drop()|}|}|};
        if (env.EnvironmentName == "Prd") Store.{|AG0101:{|AG0002:{|AG0003:Drop()|}|}|};
        if (!env.IsDevelopment()) Store.{|AG0101:{|AG0002:{|AG0003:Drop()|}|}|};
        """));

    [Fact]
    public Task An_inverted_check_before_a_local_operation_is_AG0101_instead_of_AG0004() => Verify.Destructive(In("""
        if (env.IsProduction()) Directory.{|AG0101:Delete(path, true)|};
        """));

    [Fact]
    public Task A_target_that_is_spared_by_name_says_nothing_of_production() => Verify.Destructive(In("""
        if (schemaName != "public") Store.{|all:Drop()|};
        if (serverName != "localhost") Store.{|AG0101:{|AG0002:{|AG0003:Drop()|}|}|};
        if (serverName == "localhost") Store.{|AG0002:{|AG0003:Drop()|}|};
        """));

    [Fact]
    public Task A_check_of_another_path_is_none() => Verify.Destructive("""
        class C
        {
            void M(string path, string otherPath) { if (otherPath.StartsWith("/srv/scratch")) Directory.{|AG0004:Delete(path, true)|}; }
            void N(string path, string otherPath) { if (path.StartsWith("/srv/scratch")) Directory.Delete(path, true); }
            void O(string root, string name) { if (root.StartsWith("/srv/scratch")) Directory.Delete(Path.Combine(root, name), true); }
            void P(DirectoryInfo folder, string otherPath) { if (otherPath.StartsWith("/srv/scratch")) folder.{|AG0004:Delete(true)|}; }
        }
        """);

    [Fact]
    public Task A_guard_that_always_says_yes_is_AG0102() => Verify.Destructive(In("""
        var confirmed = true;
        if (confirmed) Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};
        """));

    [Fact]
    public Task A_helper_that_always_says_yes_is_AG0102() => Verify.Destructive(In(
        "if (IsDevelopment()) Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};",
        "private static bool IsDevelopment() => true;"));

    [Theory]
    [InlineData("[AgentGuard.RequiresEnvironment(\"Production\")]")]
    [InlineData("[AgentGuard.RequiresEnvironment(\"Prd\")]")]
    [InlineData("[AgentGuard.RequiresEnvironment(\"Development\", \"prod-eu\")]")]
    [InlineData("[AgentGuard.RequiresTarget(\"*\")]")]
    [InlineData("[AgentGuard.RequiresTarget(\"localhost\", \"*/*\")]")]
    public Task An_attribute_that_lets_production_through_is_AG0102(string attribute) => Verify.Destructive($$"""
        {{Stubs}}
        class C { {{attribute}} void M() => Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|}; }
        """);

    [Fact]
    public Task The_nearest_attribute_of_a_class_is_the_one_that_is_enforced() => Verify.Destructive($$"""
        {{Stubs}}
        [AgentGuard.RequiresEnvironment("Production")]
        class C
        {
            [AgentGuard.RequiresEnvironment("Development")] void M() => Store.{|AG0002:{|AG0003:Drop()|}|};
        }
        [AgentGuard.RequiresEnvironment("Development")]
        class D
        {
            [AgentGuard.RequiresEnvironment("Production")] void M() => Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};
        }
        """);

    [Fact]
    public Task A_statement_that_lets_production_through_is_AG0102() => Verify.Destructive(In("""
        AgentGuard.Guard.RequireEnvironment("Production");
        Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};
        """));

    [Fact]
    public Task A_target_pattern_that_fits_all_is_AG0102() => Verify.Destructive(In("""
        AgentGuard.Guard.RequireTarget(AgentGuard.GuardTarget.Named(schemaName), "*");
        Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};
        """));

    [Fact]
    public Task Locals_that_stand_for_each_other_are_no_place_of_a_backup() => Verify.Destructive(In("""
        { string a = "x"; string b = Path.Combine(a, "y"); File.Copy(path, b); }
        { string b = "z"; string a = Path.Combine(b, "w"); File.Copy(path, a); }
        Directory.Delete(path, true);
        """));

    [Fact]
    public Task A_method_of_the_name_of_an_option_needs_no_argument() => Verify.Destructive(In(
        "if (GetEnvironmentVariable()) Store.{|all:Drop()|};",
        "private static bool GetEnvironmentVariable() => DateTime.Now.Hour > 5;"));

    [Fact]
    public Task A_backup_that_nobody_waits_for_is_AG0103() => Verify.Destructive(In("""
        _ = backups.CreateBackupAsync();
        Store.{|AG0001:{|AG0002:{|AG0103:Drop()|}|}|};
        """));

    [Fact]
    public Task A_backup_whose_failure_is_swallowed_is_AG0103() => Verify.Destructive(In("""
        try { await backups.CreateBackupAsync(); } catch (Exception) { }
        Store.{|AG0001:{|AG0002:{|AG0103:Drop()|}|}|};
        """));

    [Fact]
    public Task A_backup_whose_result_is_dropped_is_AG0103() => Verify.Destructive(In("""
        await backups.TryBackupAsync();
        Store.{|AG0001:{|AG0002:{|AG0103:Drop()|}|}|};
        """));

    [Theory]
    [InlineData("File.Copy(\"a.db\", Path.Combine(path, \"a.bak\"));")]
    [InlineData("File.Copy(\"a.db\", path + \"/a.bak\");")]
    [InlineData("File.Copy(\"a.db\", $\"{path}/a.bak\");")]
    [InlineData("var copy = Path.Combine(path, \"old\", \"a.bak\"); File.Copy(\"a.db\", copy);")]
    public Task A_backup_inside_the_target_is_AG0103(string backup) => Verify.Destructive(In(backup + " Directory.{|AG0103:Delete(path, true)|};"));

    [Theory]
    [InlineData("File.Copy(\"a.db\", path + \".bak\");")]
    [InlineData("File.Copy(\"a.db\", Path.Combine(\"/backup\", path));")]
    public Task A_backup_beside_the_target_counts(string backup) => Verify.Destructive(In(backup + " Directory.Delete(path, true);"));

    [Fact]
    public Task A_literal_true_for_a_confirmation_is_AG0104() => Verify.Destructive(In("""
        Store.{|AG0001:{|AG0003:DropIf({|AG0104:true|})|}|};
        Store.{|AG0001:{|AG0002:{|AG0003:DropIf(false)|}|}|};
        """));

    [Fact]
    public Task A_literal_true_for_a_helper_that_destroys_is_AG0104() => Verify.Destructive(In(
        "Reset(\"x\", {|AG0104:force: true|}); Reset(\"x\", force); Reset(\"x\", false);",
        "private static void Reset(string name, bool force) { if (force) Store.{|AG0001:{|AG0003:Drop()|}|}; }"));

    [Fact]
    public Task A_literal_true_for_a_helper_that_hands_it_on_is_AG0104() => Verify.Destructive(In(
        "Outer({|AG0104:confirmed: true|}); Outer(force); Look(true);",
        "private static void Outer(bool confirmed) => Reset(confirmed); private static void Look(bool force) => Show(force); private static void Show(bool verbose) { if (verbose) Console.WriteLine(); } private static void Reset(bool force) { if (force) Store.{|AG0001:{|AG0003:Drop()|}|}; }"));

    [Fact]
    public Task A_name_for_true_answers_as_the_word_does() => Verify.Destructive(In(
        """
        Reset("x", {|AG0104:Yes|});
        Reset("x", {|AG0104:force: Always|});
        var go = true;
        Reset("x", {|AG0104:go|});
        Reset("x", {|AG0104:!false|});
        Store.{|AG0001:{|AG0003:DropIf({|AG0104:Yes|})|}|};
        new Keeper().Clear({|AG0104:Yes|});
        var asked = true;
        if (path != "a") asked = false;
        Reset("x", asked);
        Reset("x", No);
        Reset("x", _answer);
        Quiet(Yes);
        if (Console.ReadLine() == "y") { var said = true; Reset("x", said); }
        """,
        """
        private const bool Yes = true;
        private const bool No = false;
        private static readonly bool Always = true;
        private bool _answer = true;
        public void Answer(bool given) => _answer = given;
        private static void Quiet(bool force) { if (force) Console.WriteLine("quiet"); }
        private static void Reset(string name, bool force) { if (force) { Store.{|AG0001:{|AG0003:Drop()|}|}; Store.{|AG0001:{|AG0003:Drop()|}|}; } }
        public class Keeper { public void Clear(bool confirmed) { if (confirmed) Store.{|AG0001:{|AG0003:Drop()|}|}; } }
        """));

    [Fact]
    public Task A_literal_true_after_a_question_passes_the_answer_on() => Verify.Destructive(In(
        "if (Console.ReadLine() == \"y\") Reset(true);",
        "private static void Reset(bool force) { if (force) Store.{|AG0001:{|AG0003:Drop()|}|}; }"));

    [Fact]
    public Task A_deny_list_is_AG0106() => Verify.Destructive(In("""
        if (!env.IsProduction()) Store.{|AG0106:{|AG0002:{|AG0003:Drop()|}|}|};
        if (env.IsDevelopment()) Store.{|AG0002:{|AG0003:Drop()|}|};
        """));

    [Fact]
    public Task Only_lists_of_allowed_environments_count_where_the_options_say_so() => Verify.Destructive(
        In("if (!env.IsProduction()) Store.{|AG0001:{|AG0002:{|AG0003:Drop()|}|}|};"),
        "agentguard.environment_lists = allow");

    [Fact]
    public Task A_declared_guard_must_bear_out_its_claim() => Verify.Analyzer<DeclaredGuardAnalyzer>(In("", """
        [{|AG0102:AgentGuard.EnvironmentGuard|}] private static bool Always() => true;
        [{|AG0102:AgentGuard.EnvironmentGuard|}] private static void Nothing() { Console.WriteLine(); }
        [{|AG0102:AgentGuard.ConfirmationGuard|}] private static bool Asks(string question) { Console.WriteLine(question); return question.Length > 0; }
        [{|AG0102:AgentGuard.BackupGuard|}] private static Task Saves() => Task.CompletedTask;
        [AgentGuard.EnvironmentGuard] private bool Development() => env.IsDevelopment();
        [AgentGuard.EnvironmentGuard] private void Ensure() { if (!env.IsStaging()) throw new InvalidOperationException(); }
        [AgentGuard.ConfirmationGuard] private static bool Asked() => Console.ReadLine() == "yes";
        [AgentGuard.BackupGuard] private Task Saved() => backups.CreateBackupAsync();
        [AgentGuard.EnvironmentGuard] private bool Sandbox() => config["tenant"] == "sandbox";
        """));

    private static string In(string statements, string members = "") => $$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        {{Stubs}}
        public sealed class Job(IHostEnvironment env, IBackups backups, IConfiguration config)
        {
            public async Task Run(string path, bool force, string schemaName, string serverName)
            {
                await Task.Yield();
                {{statements}}
            }
            {{members}}
        }
        """;
}
