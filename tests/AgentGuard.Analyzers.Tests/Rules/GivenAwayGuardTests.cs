namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Guards that are there and given away: a copy that is deleted again, a check that is written anew, a default that says yes.</summary>
public sealed class GivenAwayGuardTests
{
    private const string Start = """
        using AgentGuard;
        using Microsoft.Extensions.Hosting;
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } }
        public static class Cloud { public static void Upload(string path) => Console.WriteLine(path); }

        """;

    private const string Environment = "Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};";
    private const string Confirmation = "Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};";
    private const string Checked = "Store.{|AG0002:{|AG0003:Drop()|}|};";
    private const string Asked = "Store.{|AG0001:{|AG0003:Drop()|}|};";

    [Theory]
    [InlineData("File.Copy(\"/data/a.db\", copy); File.Delete(copy);")]
    [InlineData("File.Copy(\"/data/a.db\", \"/copies/a.db\"); Console.WriteLine(); File.Delete(\"/copies/a.db\");")]
    [InlineData("System.IO.Compression.ZipFile.CreateFromDirectory(\"/data\", \"/copies/a.zip\"); File.Delete(\"/copies/a.zip\");")]
    [InlineData("try { File.Copy(\"/data/a.db\", copy); } finally { } File.Delete(copy);")]
    public Task A_copy_that_is_deleted_again_is_AG0103(string copy) => Verify.Destructive(Start + "class C { void M(string copy, bool keep) { " + copy + " Directory.{|AG0103:Delete(\"/data\", true)|}; } }");

    [Theory]
    [InlineData("File.Delete(copy); File.Copy(\"/data/a.db\", copy);")]
    [InlineData("File.Copy(\"/data/a.db\", copy); if (!keep) File.Delete(copy);")]
    [InlineData("File.Copy(\"/data/a.db\", copy); Cloud.Upload(copy); File.Delete(copy);")]
    [InlineData("File.Copy(\"/data/a.db\", copy); File.Copy(copy, \"/mnt/a.db\"); File.Delete(copy);")]
    [InlineData("File.Copy(\"/data/a.db\", copy); File.Copy(\"/data/a.db\", \"/mnt/a.db\"); File.Delete(copy);")]
    [InlineData("File.Copy(\"/data/a.db\", copy); File.Delete(\"/data/lock\");")]
    public Task A_copy_that_is_left_somewhere_counts(string copy) => Verify.Destructive(Start + "class C { void M(string copy, bool keep) { " + copy + " Directory.Delete(\"/data\", true); } }");

    private const string Base = "class Base(IHostEnvironment env) { public virtual bool Allowed() => env.IsDevelopment(); public virtual void Require() { if (!env.IsDevelopment()) throw new InvalidOperationException(); } public virtual bool Confirmed() => Console.ReadLine() == \"yes\"; } ";

    [Theory]
    [InlineData("public override bool Allowed() => true;", "if (!check.Allowed()) return;", Environment)]
    [InlineData("public override void Require() { }", "check.Require();", Environment)]
    [InlineData("public override bool Confirmed() => true;", "if (check.Confirmed())", Confirmation)]
    [InlineData("public override bool Confirmed() { Console.WriteLine(\"yes\"); return true; }", "if (check.Confirmed())", Confirmation)]
    public Task A_check_that_is_written_anew_and_lets_everything_through(string anew, string check, string drop) => Verify.Destructive(Start + Base + "class Open(IHostEnvironment env) : Base(env) { " + anew + " } class C(Base check) { void M() { " + check + " " + drop + " } }");

    [Theory]
    [InlineData("public override bool Allowed() => false;", "if (!check.Allowed()) return;", Checked)]
    [InlineData("public override bool Allowed() => base.Allowed() && DateTime.Now.Hour > 3;", "if (!check.Allowed()) return;", Checked)]
    [InlineData("public override void Require() { base.Require(); }", "check.Require();", Checked)]
    [InlineData("public override bool Confirmed() => true;", "check.Require();", Checked)]
    [InlineData("public override bool Confirmed() => Ask(); static bool Ask() => Console.ReadLine() == \"ok\";", "if (check.Confirmed())", Asked)]
    [InlineData("public override bool Allowed() => true; } class Strict(IHostEnvironment env) : Base(env) { public override bool Allowed() => env.IsEnvironment(\"Development\");", "if (!check.Allowed()) return;", Checked)]
    public Task A_check_that_is_written_anew_and_still_checks(string anew, string check, string drop) => Verify.Destructive(Start + Base + "class Other(IHostEnvironment env) : Base(env) { " + anew + " } class C(Base check) { void M() { " + check + " " + drop + " } }");

    [Theory]
    [InlineData("public void Run(bool confirmed = true) => Wipe({|AG0104:confirmed|});")]
    [InlineData("public void All() => Run(); public void Run(bool confirmed = true) { Console.WriteLine(); Wipe({|AG0104:confirmed: confirmed|}); }")]
    [InlineData("public void Run(bool confirmed = false) => Wipe(confirmed);")]
    [InlineData("public void Run(bool confirmed) => Wipe(confirmed);")]
    [InlineData("public void Run(bool confirmed = true) { if (Console.ReadLine() == \"yes\") Wipe(confirmed); }")]
    [InlineData("public void Run(bool confirmed = true) { confirmed = Console.ReadLine() == \"yes\"; Wipe(confirmed); }")]
    public Task A_default_that_says_yes_and_is_handed_on(string run) => Verify.Destructive(Start + "class C { " + run + " public void Wipe(bool confirmed) { if (!confirmed) throw new InvalidOperationException(); " + Asked + " } }");
}
