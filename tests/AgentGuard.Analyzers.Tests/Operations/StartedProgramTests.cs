namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A program that is started with its arguments: no shell takes them apart, unless the program is one.</summary>
public sealed class StartedProgramTests
{
    [Theory]
    [InlineData("Process.Start(\"git\", [\"commit\", \"-m\", \"It's: lint; format\"]);")]
    [InlineData("Process.Start(\"git\", [\"commit\", \"-m\", \"Don't rm -rf /data; dropdb x\"]);")]
    [InlineData("Process.Start(\"git\", [\"log\", \"--format=%h|%s|format\"]);")]
    [InlineData("Process.Start(\"curl\", [\"https://x.y/?a=1&reboot\"]);")]
    [InlineData("Process.Start(\"curl\", \"https://x.y/export?type=all&format\");")]
    [InlineData("Process.Start(\"git\", \"commit -m 'Lint & format code'\");")]
    [InlineData("Process.Start(new ProcessStartInfo(\"bash\") { ArgumentList = { \"-c\", \"echo 'done; rm -rf /data'\" } });")]
    [InlineData("Cli.Wrap(\"bash\").WithArguments(new[] { \"-c\", \"grep -E 'x|dropdb y' f\" }).ExecuteAsync();")]
    [InlineData("Process.Start(\"powershell\", $\"-Command \\\"Remove-Item '{given}' -Force\\\"\");")]
    [InlineData("Process.Start(\"rm\", \"-rf node_modules\");")]
    [InlineData("Process.Start(\"rm\", [\"-rf\", \"bin\", \"obj\"]);")]
    public Task They_say_what_the_program_gets(string code) => Check(code);

    [Theory]
    [InlineData("Process.{|AG0004:Start(\"pwsh\", [\"-c\", \"Remove-Item 'C:\\\\my data' -Recurse -Force\"])|};")]
    [InlineData("Process.{|AG0004:Start(\"rm\", [\"-rf\", given])|};")]
    [InlineData("Process.{|AG0004:Start(\"rm\", [\"-rf\", given + \"/my data\"])|};")]
    [InlineData("Process.{|AG0004:Start(new ProcessStartInfo(\"bash\") { ArgumentList = { \"-c\", \"cd /; rm -rf '/my data'\" } })|};")]
    [InlineData("Process.{|AG0004:Start(\"rm\", \"-rf node_modules /data\")|};")]
    [InlineData("Process.{|AG0004:Start(\"bash\", $\"-c \\\"ls; rm -rf {given}\\\"\")|};")]
    [InlineData("Process.{|AG0004:Start(\"cmd.exe\", $\"/c cd {given} & rd /s /q data\")|};")]
    [InlineData("Process.{|all:Start(\"mongosh\", [\"--eval\", \"db.getSiblingDB('shop').dropDatabase()\"])|};")]
    [InlineData("Process.{|all:Start(\"cmd.exe\", \"/C sqlcmd -S . -Q \\\"DROP DATABASE shop\\\"\")|};")]
    [InlineData("Process.{|all:Start(\"cmd.exe\", [\"/c\", \"psql -c \\\"DROP TABLE t\\\"\"])|};")]
    [InlineData("redis.{|AG0004:Execute(\"EVAL\", \"return redis.call('FLUSHALL')\", 0)|};")]
    public Task A_shell_takes_its_own_apart(string code) => Check(code);

    private static Task Check(string code) => Verify.Destructive($$"""
        using System.Diagnostics;
        using CliWrap;
        class C
        {
            void M(string given, StackExchange.Redis.IDatabase redis)
            {
                {{code}}
            }
        }
        namespace StackExchange.Redis { public interface IDatabase { object Execute(string command, params object[] args); } }
        """);
}
