namespace AgentGuard.Analyzers.CodeFixes.Tests;

public sealed class RestoreSafetySwitchTests
{
    private const string Stub = """
        namespace Microsoft.SqlServer.Dac
        {
            public class DacDeployOptions { public bool BlockOnPossibleDataLoss { get; set; } public bool DropObjectsNotInSource { get; set; } }
        }
        """;

    [Fact]
    public Task A_switch_is_set_back() => VerifyFix.Turns<RestoreSafetySwitchFix>(RestoreSafetySwitchFix.Key, $$"""
        using Microsoft.SqlServer.Dac;

        class Deployment
        {
            public void Run(DacDeployOptions options)
            {
                {|AG0203:options.BlockOnPossibleDataLoss = false|}; // for now
                var other = new DacDeployOptions { {|AG0203:DropObjectsNotInSource = true|} };
            }
        }

        {{Stub}}
        """, $$"""
        using Microsoft.SqlServer.Dac;

        class Deployment
        {
            public void Run(DacDeployOptions options)
            {
                options.BlockOnPossibleDataLoss = true; // for now
                var other = new DacDeployOptions { DropObjectsNotInSource = false };
            }
        }

        {{Stub}}
        """);

    [Fact]
    public Task Nothing_is_offered_for_a_text() => VerifyFix.OffersNothing<RestoreSafetySwitchFix>("""
        class Import
        {
            public int Load(DbContext db) => db.Database.{|AG0203:ExecuteSqlRaw("SET FOREIGN_KEY_CHECKS=0")|};
        }
        """);
}
