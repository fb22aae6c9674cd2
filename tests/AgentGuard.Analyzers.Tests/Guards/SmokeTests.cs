using AgentGuard.Analyzers.Guards;

namespace AgentGuard.Analyzers.Tests.Guards;

public sealed class SmokeTests
{
    [Theory]
    [InlineData("if (env.IsDevelopment()) Wipe();", "environment")]
    [InlineData("if (!env.IsDevelopment()) Wipe();", "nothing")]
    [InlineData("if (!env.IsDevelopment()) return; Wipe();", "environment")]
    [InlineData("Wipe();", "nothing")]
    [InlineData("if (Console.ReadLine() == \"y\") Wipe();", "confirmation")]
    [InlineData("await backups.CreateBackupAsync(); Wipe();", "backup")]
    public void Basic(string code, string expected) => Assert.Equal(expected, GuardHarness.Present(GuardHarness.Ask(code)));
}
