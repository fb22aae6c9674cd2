using System.Net.Http.Json;

namespace AgentGuard.Tests.Guards;

/// <summary>Requests as a client is about to send them.</summary>
public sealed class RequestTests
{
    private const string Mutation = "{\"query\":\"mutation { volumeDelete(volumeId: \\\"vol-1\\\") }\"}";
    private const string Query = "{\"query\":\"query { volumes { id } }\"}";

    private static readonly GuardedCall Call = TestGuard.Call();

    [Theory]
    [InlineData(Mutation, true)]
    [InlineData(Query, false)]
    public void The_body_of_a_post_is_read(string body, bool destroys)
    {
        var found = GuardedText.Http(Call, "POST", "https://backboard.railway.app/graphql/v2", new StringContent(body, null, "application/json"));
        Assert.Equal(destroys, found is not null);
        if (!destroys) return;
        Assert.Contains("volumeDelete", found!.ToString());
        Assert.Contains("backboard.railway.app", Assert.Single(found.Statements).Target!.Identities);
    }

    [Fact]
    public void A_request_object_is_read_and_can_still_be_sent()
    {
        using var client = new HttpClient { BaseAddress = new Uri("https://backboard.railway.app/") };
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql/v2") { Content = JsonContent.Create(new { query = "mutation { volumeDelete(volumeId: \"vol-1\") }" }) };
        Assert.NotNull(GuardedText.Http(Call, client, request.Method, request.RequestUri, request.Content));
        using var sent = new MemoryStream();
        request.Content.CopyTo(sent, null, CancellationToken.None);
        Assert.Contains("volumeDelete", System.Text.Encoding.UTF8.GetString(sent.ToArray()));
    }

    [Fact]
    public void A_header_says_which_method_is_meant()
    {
        const string Volume = "https://api.digitalocean.com/v2/volumes/1";
        using var request = new HttpRequestMessage(HttpMethod.Post, Volume) { Headers = { { "X-HTTP-Method-Override", "DELETE" } } };
        Assert.NotNull(GuardedText.Http(Call, request.Method, request.RequestUri, request.Content, request.Headers));
        using var client = new HttpClient();
        Assert.Null(GuardedText.Http(Call, client, "POST", Volume, new StringContent("")));
        client.DefaultRequestHeaders.Add("X-Http-Method-Override", "DELETE");
        Assert.NotNull(GuardedText.Http(Call, client, "POST", Volume, new StringContent("")));
    }

    [Fact]
    public void A_body_that_is_no_text_holds_no_command() =>
        Assert.Null(GuardedText.Http(Call, "POST", "https://example.com/upload", new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Mutation)) { Headers = { ContentType = new("application/octet-stream") } }));

    [Fact]
    public void A_text_that_is_too_long_to_read_is_not_let_through_unseen() =>
        Assert.Contains("cannot be read", GuardedText.Http(Call, "POST", "https://example.com/graphql", new StringContent(new string(' ', 5_000_000), null, "application/json"))!.ToString());

    [Fact]
    public void An_ordinary_deletion_on_ones_own_service_destroys_nothing() => Assert.Null(GuardedText.Http(Call, "DELETE", new Uri("https://api.example.com/todos/5")));
}
