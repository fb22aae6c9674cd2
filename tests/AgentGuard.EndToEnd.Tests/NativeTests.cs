using System.Diagnostics;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>The program as native code: published without a warning, and guarded.</summary>
public sealed class NativeTests
{
    [Fact]
    public void A_native_program_is_guarded()
    {
        var output = Directory.CreateTempSubdirectory("agentguard-native-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet", ["publish", GuardedProcess.ProgramProject, "--configuration", "Release", "--use-current-runtime", "--output", output, "-warnaserror", "-nodeReuse:false"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            var (exitCode, log) = GuardedProcess.Finish(Process.Start(start)!);
            Assert.True(exitCode == 0, log);
            Assert.DoesNotContain("warning", log);

            using var program = new GuardedProcess { Command = [Path.Combine(output, "AgentGuard.EndToEnd.Program")] }.WithData();
            Assert.False(File.Exists(Path.Combine(output, "AgentGuard.dll")));
            Assert.Equal(3, program.Run("Production", program.Approval(), "delete", program.Data).ExitCode);
            Assert.True(Directory.Exists(program.Data));
            Assert.Equal(0, program.Run("Development", null, "record", program.Data, "s3://vault", "1").ExitCode);
            Assert.Equal(0, program.Run("Development", program.Approval(), "delete", program.Data).ExitCode);
            Assert.False(Directory.Exists(program.Data));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
