namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Addresses of requests that are put together by Flurl or a builder.</summary>
public sealed class ComposedAddressTests
{
    // As Flurl has them.
    private const string Flurl = """
        using System.Net.Http;
        using Flurl;
        using Flurl.Http;
        namespace Flurl
        {
            public class Url { public Url(string baseUrl) { } }
            public static class GeneratedExtensions
            {
                public static Url AppendPathSegment(this string url, object segment) => null;
                public static Url AppendPathSegment(this Url url, object segment) => null;
                public static Url AppendPathSegments(this string url, params object[] segments) => null;
                public static Url SetQueryParam(this Url url, string name, object value) => null;
            }
        }
        namespace Flurl.Http
        {
            public interface IFlurlRequest { }
            public static class GeneratedExtensions
            {
                public static IFlurlRequest WithOAuthBearerToken(this string url, string token) => null;
                public static IFlurlRequest WithOAuthBearerToken(this Url url, string token) => null;
                public static Task DeleteAsync(this string url, CancellationToken cancellationToken = default) => null;
                public static Task DeleteAsync(this Url url, CancellationToken cancellationToken = default) => null;
                public static Task DeleteAsync(this IFlurlRequest request, CancellationToken cancellationToken = default) => null;
                public static Task PostJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => null;
                public static Task PostStringAsync(this string url, string body, CancellationToken cancellationToken = default) => null;
            }
        }
        """;

    [Fact]
    public Task By_flurl() => Verify.Destructive($$"""
        {{Flurl}}
        class C
        {
            Task Text(string id) => $"https://api.hetzner.cloud/v1/volumes/{id}".{|all:DeleteAsync()|};
            Task Appended(string id) => "https://api.hetzner.cloud/v1".AppendPathSegment("volumes").AppendPathSegment(id).{|all:DeleteAsync()|};
            Task Segments(string id) => "https://api.hetzner.cloud".AppendPathSegments("v1", "volumes", id).{|all:DeleteAsync()|};
            Task Authorized(string id, string token) => new Url("https://api.hetzner.cloud/v1").AppendPathSegment("volumes").AppendPathSegment(id).WithOAuthBearerToken(token).{|all:DeleteAsync()|};
            Task Mutation(string token) => "https://backboard.railway.app/graphql/v2".WithOAuthBearerToken(token).{|all:PostJsonAsync(new { query = "mutation { volumeDelete(volumeId: 1) }" })|};
            Task Sql() => "http://clickhouse:8123/".{|all:PostStringAsync("DROP TABLE events")|};

            Task Own(string id) => $"https://shop.example.com/api/todos/{id}".DeleteAsync();
            Task OwnAppended(string id) => "https://shop.example.com".AppendPathSegments("api", "volumes", id).DeleteAsync();
            Task Query(string token) => "https://backboard.railway.app/graphql/v2".WithOAuthBearerToken(token).PostJsonAsync(new { query = "query { me { id } }" });
            Task Filtered(int id) => new Url("https://x.supabase.co/rest/v1/orders").SetQueryParam("id", "eq." + id).DeleteAsync();
            Task Select() => "http://clickhouse:8123/".PostStringAsync("SELECT 1");
        }
        """);

    [Fact]
    public Task By_a_builder_or_escaped() => Verify.Destructive("""
        using System.Net.Http;
        class C(HttpClient http)
        {
            Task Built() => http.{|all:DeleteAsync(new UriBuilder("https://api.hetzner.cloud/v1/volumes/1").Uri)|};
            Task Rows() { var address = new UriBuilder("https://x.supabase.co/rest/v1/orders"); return http.{|all:DeleteAsync(address.Uri)|}; }
            Task Escaped() => http.{|all:PostAsync("http://clickhouse:8123/?query=" + Uri.EscapeDataString("TRUNCATE TABLE events"), null)|};

            Task Filtered(int id) { var address = new UriBuilder("https://x.supabase.co/rest/v1/orders"); address.Query = "id=eq." + id; return http.DeleteAsync(address.Uri); }
            Task Own(string id) => http.DeleteAsync(new UriBuilder("https://shop.example.com/api/todos/1").Uri);
            Task EscapedName(string name) => http.DeleteAsync("https://shop.example.com/api/todos/" + Uri.EscapeDataString(name));
        }
        """);
}
