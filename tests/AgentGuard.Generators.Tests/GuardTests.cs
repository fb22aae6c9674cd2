namespace AgentGuard.Generators.Tests;

/// <summary>Each attribute stops a real deletion, and names itself when it is the one that is not fulfilled.</summary>
public sealed class GuardTests : IDisposable
{
    private const string All = "RequiresEnvironment(\"Development\"), RequiresTarget(\"*/data\"), RequiresBackup(MaxAgeMinutes = 60), RequiresConfirmation";

    private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("", "Development", null)]
    [InlineData("", "Production", "Environment")]
    [InlineData("Data = Path.Combine(SetUp.Directory, \"other\");", "Development", "Target")]
    [InlineData("Backup = false;", "Development", "Backup")]
    [InlineData("Guard.Configure(options => options.Confirmation = new TerminalConfirmation());", "Development", "Confirmation")]
    [InlineData("Guard.Configure(options => options.AuditFile = SetUp.Directory);", "Development", "Audit")]
    public async Task Each_missing_guard_blocks_and_is_named(string change, string environment, string? guard)
    {
        var program = new GuardedProgram($$"""
            public static class Test
            {
                static string Data = Path.Combine(SetUp.Directory, "data");
                static bool Backup = true;

                public static int Run()
                {
                    {{change}}
                    Directory.CreateDirectory(Data);
                    File.WriteAllText(Path.Combine(Data, "rows"), "1");
                    File.WriteAllText(Path.Combine(SetUp.Directory, "data.bak"), "1");
                    if (Backup) Guard.RecordBackup(Data, Path.Combine(SetUp.Directory, "data.bak"));
                    try { Wipe(true); } catch (DestructiveOperationBlockedException) { if (!File.Exists(Path.Combine(Data, "rows"))) throw new Exception("gone"); throw; }
                    return Directory.Exists(Data) ? 0 : 1;
                }

                [{{All}}]
                static void Wipe(bool all) => Directory.Delete(Data, all);
            }
            """);
        var result = await program.RunAsync(environment, _directory);
        if (guard is null) Assert.Equal(1, result);
        else Assert.Equal(guard, Assert.IsType<Blocked>(result).Guard);
    }

    [Fact]
    public async Task The_names_in_the_attributes_are_passed_on_whatever_they_hold()
    {
        var program = new GuardedProgram("""
            public static class Test
            {
                public static void Run() => Wipe();

                [RequiresEnvironment("a\"b\\", null, "{0}")]
                static void Wipe() => Directory.Delete("/nothing", true);
            }
            """);
        Assert.Contains("allowed is 'a\"b\\', '', '{0}'", Assert.IsType<Blocked>(await program.RunAsync("Production", _directory)).Reason);
    }

    [Fact]
    public async Task A_target_that_the_call_does_not_tell_is_taken_from_the_attribute()
    {
        var program = new GuardedProgram("""
            public class Store { [Destructive(DestructiveKind.Table)] public void Wipe() { } }

            public static class Test
            {
                public static string Run()
                {
                    Wipe();
                    try { WipeUnknown(); } catch (DestructiveOperationBlockedException blocked) { return blocked.Guard + ": " + blocked.Reason; }
                    return "not blocked";
                }

                [RequiresConfirmation("orders")] static void Wipe() => new Store().Wipe();
                [RequiresConfirmation] static void WipeUnknown() => new Store().Wipe();
            }
            """);
        Assert.StartsWith("Confirmation: the target of the call cannot be read", Assert.IsType<string>(await program.RunAsync("Production", _directory)));
    }
}
