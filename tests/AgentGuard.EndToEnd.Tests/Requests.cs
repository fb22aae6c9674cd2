using System.Net.Http.Json;
using System.Text;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>Requests that destroy infrastructure, as people write them, and some that do not.</summary>
[RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup(MaxAgeMinutes = 60)]
internal static class Requests
{
    private const string Volume = "http://api.digitalocean.com/v2/volumes/vol-1";
    private const string Mutation = "mutation { volumeDelete(volumeId: \"vol-1\") }";

    public static Task<HttpResponseMessage> SendAsync(HttpClient client) => client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, Volume));

    public static HttpResponseMessage Send(HttpClient client) => client.Send(new HttpRequestMessage(HttpMethod.Delete, new Uri(Volume)), HttpCompletionOption.ResponseHeadersRead);

    public static Task<HttpResponseMessage> DeleteAsync(HttpClient client) => client.DeleteAsync(Volume);

    public static Task<HttpResponseMessage> DeleteRelativeAsync(HttpClient client) => client.DeleteAsync(new Uri("v2/volumes/" + "vol-1", UriKind.Relative), CancellationToken.None);

    public static Task<object?> DeleteFromJsonAsync(HttpClient client) => client.DeleteFromJsonAsync<object>(Volume);

    public static Task<HttpResponseMessage> PostMutationAsync(HttpClient client) =>
        client.PostAsync("http://backboard.railway.app/graphql/v2", new StringContent($"{{\"query\":\"{Mutation.Replace("\"", "\\\"")}\"}}", Encoding.UTF8, "application/json"));

    public static Task<HttpResponseMessage> PostJsonMutationAsync(HttpClient client) => client.PostAsJsonAsync("http://backboard.railway.app/graphql/v2", new { query = Mutation });

    public static async Task<HttpResponseMessage> SendMutationAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/graphql") { Content = JsonContent.Create(new { query = Mutation }) };
        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostDeleteByQueryAsync(HttpClient client) =>
        client.PostAsync("http://search.example.com/vol-1/_delete_by_query", new StringContent("{\"query\":{\"match_all\":{}}}", Encoding.UTF8, "application/json"));

    public static Task<HttpResponseMessage> PutPurgeAsync(HttpClient client) => client.PutAsync("http://api.cloudflare.com/client/v4/zones/vol-1/purge_cache", null);

    /// <summary>Which request it is, only the caller knows.</summary>
    public static Task<HttpResponseMessage> ChosenAsync(HttpClient client, HttpMethod method, string address, HttpContent? content) =>
        client.SendAsync(new HttpRequestMessage(method, address) { Content = content });
}
