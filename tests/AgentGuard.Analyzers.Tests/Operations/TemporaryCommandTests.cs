namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A command line that removes nothing but a temporary folder of this program does what <c>Directory.Delete</c> would.</summary>
public sealed class TemporaryCommandTests
{
    [Theory]
    [InlineData("Process.Start(\"rm\", $\"-rf {own}\");")]
    [InlineData("Process.Start(\"rm\", \"-rf \" + own);")]
    [InlineData("Process.Start(\"rm\", [\"-rf\", own]);")]
    [InlineData("Process.Start(new ProcessStartInfo(\"rm\", $\"-rf \\\"{own}/out\\\"\"));")]
    [InlineData("Process.Start(\"bash\", $\"-c \\\"rm -rf {own}\\\"\");")]
    public Task It_names_nothing_else(string code) => Check(code);

    [Theory]
    [InlineData("Process.{|AG0004:Start(\"rm\", $\"-rf {given}\")|};")]
    [InlineData("Process.{|AG0004:Start(\"rm\", $\"-rf {own} {given}\")|};")]
    [InlineData("Process.{|AG0004:Start(\"rm\", $\"-rf {own} /srv/data\")|};")]
    [InlineData("Process.{|AG0004:Start(\"rm\", $\"-rf {own}/../../srv\")|};")]
    [InlineData("Process.{|AG0004:Start(\"rm\", $\"-rf {given ?? own}\")|};")]
    [InlineData("Process.{|AG0004:Start(\"bash\", $\"-c \\\"ls {own}; rm -rf ~/data\\\"\")|};")]
    public Task It_may_name_something_else(string code) => Check(code);

    private static Task Check(string code) => Verify.Destructive($$"""
        using System.Diagnostics;
        class C
        {
            void M(string given)
            {
                var own = Directory.CreateTempSubdirectory().FullName;
                {{code}}
            }
        }
        """);
}
