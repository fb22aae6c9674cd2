namespace AgentGuard.Analyzers.Tests.Rules;

public class PolicyTests
{
    private static string Deletion(string marked) => $$"""
        using Microsoft.EntityFrameworkCore;
        class C { void M(DbContext db) => db.Database.{{marked}}; }
        """;

    [Fact]
    public Task A_tier_can_ask_for_less() =>
        Verify.Destructive(Deletion("{|AG0001:{|AG0002:EnsureDeleted()|}|}"), "agentguard.data_loss.required_guards = environment, confirmation");

    [Fact]
    public Task A_tier_can_ask_for_any_one() =>
        Verify.Destructive(Deletion("{|AG0004:EnsureDeleted()|}"), "agentguard.data_loss.required_guards = any");

    [Fact]
    public Task A_tier_can_be_switched_off() =>
        Verify.Destructive(Deletion("EnsureDeleted()"), "agentguard.data_loss.required_guards = none");

    [Fact]
    public Task A_kind_wins_over_its_tier() =>
        Verify.Destructive(Deletion("{|AG0003:EnsureDeleted()|}"), "agentguard.data_loss.required_guards = none\nagentguard.kinds.database = backup");

    [Fact]
    public Task An_attribute_counts_where_it_is_enforced() => Verify.Destructive("""
        using AgentGuard;
        using Microsoft.EntityFrameworkCore;
        class C
        {
            [RequiresEnvironment("Development"), RequiresConfirmation]
            void M(DbContext db) => db.Database.{|AG0003:EnsureDeleted()|};
        }
        [RequiresBackup("orders")]
        class D
        {
            void M(DbContext db) => db.Database.{|AG0001:{|AG0002:EnsureDeleted()|}|};
        }
        """);

    [Fact]
    public Task An_attribute_that_nothing_enforces_does_not_count() => Verify.Destructive(
        """
        using AgentGuard;
        using Microsoft.EntityFrameworkCore;
        class C
        {
            [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup("orders")]
            void M(DbContext db) => db.Database.{|AG0105:EnsureDeleted()|};
        }
        """,
        interceptors: false);
}
