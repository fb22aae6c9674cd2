using System.Security.Cryptography;
using System.Text;

namespace AgentGuard.Tests.Providers;

public sealed class ApprovalTokenTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly DateTimeOffset Now = new(2026, 4, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly TestGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Fact]
    public async Task Is_good_once_whatever_the_provider_and_the_process()
    {
        var token = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10));
        Assert.True((await Ask(Provider(token), "DROP TABLE", "orders")).IsConfirmed);
        Assert.Equal("the approval token has been used already.", (await Ask(Provider(token), "DROP TABLE", "orders")).Detail);

        // Another process knows only the file.
        var other = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10));
        File.AppendAllText(_guard.InDirectory("approvals.spent"), other.Split('.')[2] + "\n");
        Assert.Equal("the approval token has been used already.", (await Ask(Provider(other), "DROP TABLE", "orders")).Detail);
    }

    [Fact]
    public async Task Is_good_once_without_a_file_too()
    {
        var token = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10));
        Assert.True((await Ask(Provider(token, null), "DROP TABLE", "orders")).IsConfirmed);
        Assert.False((await Ask(Provider(token, null), "DROP TABLE", "orders")).IsConfirmed);
    }

    [Fact]
    public async Task A_token_whose_use_cannot_be_recorded_is_not_taken()
    {
        var token = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10));
        await Assert.ThrowsAnyAsync<Exception>(() => Ask(Provider(token, _guard.Directory), "DROP TABLE", "orders"));
    }

    [Fact]
    public async Task Is_good_for_one_server()
    {
        var dev = ApprovalToken.Issue(Key, "DROP TABLE", "dev-db/orders", Now.AddMinutes(10));
        var bare = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10));
        Assert.Contains("'prod-db/orders'", (await Ask(Provider(dev), "DROP TABLE", "orders", GuardTarget.OnServer("prod-db:5432", "orders"))).Detail);
        Assert.False((await Ask(Provider(bare), "DROP TABLE", "orders", GuardTarget.OnServer("prod-db:5432", "orders"))).IsConfirmed);
        Assert.True((await Ask(Provider(dev), "DROP TABLE", "orders", GuardTarget.OnServer("dev-db:5432", "orders"))).IsConfirmed);
    }

    [Fact]
    public void The_full_name_tells_servers_apart()
    {
        Assert.Equal("dev-db/orders", Full(GuardTarget.OnServer("dev-db:5432", "orders")));
        Assert.Equal("a/orders,b/orders", Full(GuardTarget.OnServer("a:1,b:2", "orders")));
        Assert.Equal("dev-db", Full(GuardTarget.Server("dev-db")));
        Assert.Equal("api.dev.example.com/vol-1", Full(GuardTarget.Within(GuardTarget.Address(new Uri("https://api.dev.example.com/graphql")), "vol-1")));
        Assert.Equal("us-east-1/i-1,us-east-1/i-2", Full(GuardTarget.Each(GuardTarget.Server("us-east-1"), ["i-1", "i-2"])));
        Assert.Equal("vol-1", Full(GuardTarget.Named("vol-1")));
        Assert.Equal("dev-db/the orders", new ConfirmationRequest("DROP TABLE", "the orders", GuardTarget.OnServer("dev-db", "orders"), "Test", "Development").FullTarget);
        Assert.Equal("orders", new ConfirmationRequest("DROP TABLE", "orders", null, "Test", "Development").FullTarget);

        static string Full(GuardTarget? target) => new ConfirmationRequest("DROP TABLE", target!.Name, target, "Test", "Development").FullTarget;
    }

    [Fact]
    public async Task Is_good_for_its_operation_and_target_once()
    {
        var token = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10));
        var provider = Provider(token);
        Assert.True((await Ask(provider, "DROP TABLE", "orders")).IsConfirmed);
        Assert.Equal("the approval token has been used already.", (await Ask(provider, "DROP TABLE", "orders")).Detail);
    }

    [Theory]
    [InlineData("DROP DATABASE", "orders")]
    [InlineData("DROP TABLE", "invoices")]
    [InlineData("DROP TABLE\norders", "")]
    public async Task Is_good_for_nothing_else(string operation, string target)
    {
        var token = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10));
        Assert.False((await Ask(Provider(token), operation, target)).IsConfirmed);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(61, false)]
    public async Task Is_good_for_minutes(int minutes, bool good)
    {
        var token = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(minutes));
        Assert.Equal(good, (await Ask(Provider(token), "DROP TABLE", "orders")).IsConfirmed);
    }

    [Fact]
    public async Task Any_changed_character_spoils_it()
    {
        var token = ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10));
        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == '1' ? '2' : '1') + token[(i + 1)..];
            Assert.False((await Ask(Provider(changed), "DROP TABLE", "orders")).IsConfirmed, changed);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1.1.2.3.4")]
    [InlineData("v1.99999999999999999999.aa.bb")]
    [InlineData("v1.999999999999999.aa.bb")]
    public async Task What_is_no_token_is_refused(string token) => Assert.False((await Ask(Provider(token), "DROP TABLE", "orders")).IsConfirmed);

    [Fact]
    public async Task Another_key_is_refused()
    {
        var token = ApprovalToken.Issue(RandomNumberGenerator.GetBytes(32), "DROP TABLE", "orders", Now.AddMinutes(10));
        Assert.Contains("with this key", (await Ask(Provider(token), "DROP TABLE", "orders")).Detail);
    }

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new ApprovalTokenConfirmation(new byte[31]));

    [Fact]
    public async Task Its_form_is_the_documented_one()
    {
        var expiry = Now.AddMinutes(5).ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"v1\nDROP TABLE\norders\n{expiry}\nabc123\n")));
        Assert.True((await Ask(Provider($"v1.{expiry}.abc123.{signature}"), "DROP TABLE", "orders")).IsConfirmed);
    }

    [Fact]
    public async Task One_of_several_is_enough()
    {
        var tokens = string.Join(" ", ApprovalToken.Issue(Key, "DROP TABLE", "invoices", Now.AddMinutes(10)), ApprovalToken.Issue(Key, "DROP TABLE", "orders", Now.AddMinutes(10)));
        Assert.True((await Ask(Provider(tokens), "DROP TABLE", "orders")).IsConfirmed);
    }

    private ApprovalTokenConfirmation Provider(string tokens) => Provider(tokens, _guard.InDirectory("approvals.spent"));

    private static ApprovalTokenConfirmation Provider(string tokens, string? spentFile) => new(Key, () => tokens) { Clock = () => Now, SpentFile = spentFile };

    private static Task<ConfirmationAnswer> Ask(ApprovalTokenConfirmation provider, string operation, string target, GuardTarget? details = null) =>
        provider.ConfirmAsync(new ConfirmationRequest(operation, target, details, "Test", "Development"), CancellationToken.None);
}
