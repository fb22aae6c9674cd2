namespace AgentGuard.Analyzers.CodeFixes.Tests;

public sealed class TurnCheckRoundTests
{
    [Theory]
    [InlineData("if (host.IsProduction()) CALL;", "if (host.IsDevelopment()) CALL;")]
    [InlineData("if (!host.IsDevelopment()) { CALL; }", "if (host.IsDevelopment()) { CALL; }")]
    [InlineData("if (host.IsEnvironment(\"Production\")) CALL;", "if (host.IsDevelopment()) CALL;")]
    [InlineData("if (!host.IsEnvironment(\"Production\")) return; CALL;", "if (!host.IsDevelopment()) return; CALL;")]
    [InlineData("if (HostEnvironmentEnvExtensions.IsEnvironment(host, \"Production\")) CALL;", "if (HostEnvironmentEnvExtensions.IsDevelopment(host)) CALL;")]
    [InlineData("if (!(host.IsStaging())) CALL;", "if (host.IsStaging()) CALL;")]
    [InlineData("if (!host.IsEnvironment(\"Test\")) CALL;", "if (host.IsEnvironment(\"Test\")) CALL;")]
    [InlineData("if (host.IsDevelopment()) return; CALL;", "if (!host.IsDevelopment()) return; CALL;")]
    [InlineData("if (!host.IsProduction()) { throw new Exception(); } CALL;", "if (!host.IsDevelopment()) { throw new Exception(); } CALL;")]
    public Task The_call_runs_where_the_check_allows_it(string body, string result) =>
        VerifyFix.Turns<TurnCheckRoundFix>(TurnCheckRoundFix.Key, Source(body, "{|AG0101:EnsureDeleted()|}"), Source(result, "EnsureDeleted()"));

    [Theory]
    [InlineData("if (host.IsProduction()) { Console.WriteLine(); CALL; }")]
    [InlineData("if (host.IsProduction()) CALL; else Console.WriteLine();")]
    [InlineData("if (host.IsDevelopment()) { Console.WriteLine(); return; } CALL;")]
    [InlineData("if (host.EnvironmentName == \"Production\") CALL;")]
    public Task Nothing_is_offered_where_more_hangs_on_the_check(string body) => VerifyFix.OffersNothing<TurnCheckRoundFix>(Source(body, "{|AG0101:EnsureDeleted()|}"));

    private static string Source(string body, string call) => $$"""
        using AgentGuard;
        using Microsoft.Extensions.Hosting;

        class Fleet(DbContext db, DbContext other, IHostEnvironment host)
        {
            [RequiresConfirmation, RequiresBackup]
            public void Reset()
            {
                {{body.Replace("CALL", "db.Database." + call)}}
            }

            [RequiresConfirmation, RequiresBackup]
            public void ResetOther()
            {
                {{body.Replace("CALL", "other.Database." + call)}}
            }
        }
        """;
}
