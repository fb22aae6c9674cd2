using System.Security.Cryptography;
using System.Text;

namespace AgentGuard.Tests.Providers;

public sealed class ApprovalTokenTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly DateTimeOffset Now = new(2026, 4, 24, 12, 0, 0, TimeSpan.Zero);

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

    private static ApprovalTokenConfirmation Provider(string tokens) => new(Key, () => tokens) { Clock = () => Now };

    private static Task<ConfirmationAnswer> Ask(ApprovalTokenConfirmation provider, string operation, string target) =>
        provider.ConfirmAsync(new ConfirmationRequest(operation, target, null, "Test", "Development"), CancellationToken.None);
}
