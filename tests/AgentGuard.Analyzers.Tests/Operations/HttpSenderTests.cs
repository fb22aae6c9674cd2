namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Requests that are sent by something else than the everyday methods of HttpClient.</summary>
public class HttpSenderTests
{
    // As RestSharp has them.
    private const string RestSharp = """
        using RestSharp;
        namespace RestSharp
        {
            public enum Method { Get, Post, Put, Delete }
            public class RestRequest { public RestRequest(string resource = "", Method method = Method.Get) { } public Method Method { get; set; } public string Resource { get; set; } public object Parameters { get; } }
            public class RestClientOptions { public RestClientOptions(string baseUrl) { } public Uri BaseUrl { get; set; } }
            public interface IRestClient { Task<object> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default); }
            public class RestClient : IRestClient
            {
                public RestClient(string baseUrl) { }
                public RestClient(RestClientOptions options) { }
                public Task<object> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => null;
            }
            public static class RestRequestExtensions
            {
                public static RestRequest AddJsonBody<T>(this RestRequest request, T obj) where T : class => request;
                public static RestRequest AddStringBody(this RestRequest request, string body, string contentType) => request;
                public static RestRequest AddHeader(this RestRequest request, string name, string value) => request;
            }
            public static class RestClientExtensions
            {
                public static object Execute(this IRestClient client, RestRequest request) => null;
                public static Task<T> ExecuteAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null;
                public static Task<object> ExecuteAsync(this IRestClient client, RestRequest request, Method httpMethod, CancellationToken cancellationToken = default) => null;
                public static Task<object> DeleteAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null;
                public static Task<object> DeleteAsync(this IRestClient client, string resource, CancellationToken cancellationToken = default) => null;
                public static Task<object> PostAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => null;
            }
        }
        class C
        {
            const string Delete = "mutation { volumeDelete(volumeId: \"x\") }";
            readonly RestClient _client = new("https://api.hetzner.cloud/v1/");
            readonly IRestClient _options = new RestClient(new RestClientOptions("https://api.hetzner.cloud"));
            readonly RestClient _graph = new("https://backboard.railway.app/graphql/v2");
            readonly RestClient _own = new("https://orders.example.com");

        """;

    [Theory]
    [InlineData("_client.{|all:ExecuteAsync(new RestRequest(\"volumes/1\", Method.Delete))|};")]
    [InlineData("_client.{|all:Execute(new RestRequest(\"volumes/1\", Method.Delete))|};")]
    [InlineData("_client.{|all:ExecuteAsync<string>(new RestRequest($\"volumes/{id}\") { Method = Method.Delete })|};")]
    [InlineData("var request = new RestRequest($\"volumes/{id}\", Method.Delete).AddHeader(\"a\", \"b\"); _client.{|all:ExecuteAsync(request)|};")]
    [InlineData("_client.{|all:ExecuteAsync(new RestRequest(\"volumes/1\"), Method.Delete)|};")]
    [InlineData("_client.{|all:DeleteAsync(new RestRequest(\"volumes/1\"))|};")]
    [InlineData("_client.{|all:DeleteAsync(\"volumes/1\")|};")]
    [InlineData("_options.{|all:DeleteAsync(\"v1/volumes/1\")|};")]
    [InlineData("new RestClient(\"https://api.hetzner.cloud\").{|all:DeleteAsync(\"v1/volumes/1\")|};")]
    [InlineData("_graph.{|all:PostAsync(new RestRequest().AddJsonBody(new { query = Delete }))|};")]
    [InlineData("_graph.{|all:ExecuteAsync(new RestRequest(\"\", Method.Post).AddHeader(\"a\", \"b\").AddStringBody(\"{\\\"query\\\":\\\"mutation { volumeDelete(volumeId: 1) }\\\"}\", \"json\"))|};")]
    [InlineData("var request = new RestRequest(\"\", Method.Post); request.AddHeader(\"a\", \"b\"); request.AddJsonBody(new { query = Delete, variables = new { id } }); _graph.{|all:ExecuteAsync(request)|};")]
    [InlineData("_client.ExecuteAsync(new RestRequest(\"volumes/1\"));")]
    [InlineData("_own.DeleteAsync(\"volumes/1\");")]
    [InlineData("_graph.PostAsync(new RestRequest().AddJsonBody(new { query = \"query { volumes { id } }\" }));")]
    [InlineData("var read = new RestRequest(\"\", Method.Post); read.AddJsonBody(new { query = \"query { volumes { id } }\" }); var other = new RestRequest(); other.AddJsonBody(new { query = Delete }); _graph.ExecuteAsync(read);")]
    public Task By_RestSharp(string statements) => Verify.Destructive(RestSharp + $"    void M(int id) {{ {statements} }}\n}}");

    // Its newest version declares them in an extension block.
    [Theory]
    [InlineData("_client.{|all:DeleteAsync(new RestRequest($\"volumes/{id}\"))|};")]
    [InlineData("_client.{|all:DeleteAsync(\"volumes/1\")|};")]
    [InlineData("RestClientExtensions.{|all:DeleteAsync(_client, new RestRequest(\"volumes/1\"))|};")]
    [InlineData("_options.{|all:Delete(new RestRequest(\"v1/volumes/1\"))|};")]
    [InlineData("_own.DeleteAsync(new RestRequest(\"volumes/1\"));")]
    [InlineData("_client.DeleteAsync(new Order(1));")]
    public Task By_RestSharp_with_an_extension_block(string statements) => Verify.Destructive("""
        using RestSharp;
        namespace RestSharp
        {
            public enum Method { Get, Post, Put, Delete }
            public class RestRequest(string resource = "", Method method = Method.Get) { public Method Method { get; set; } public string Resource { get; set; } }
            public interface IRestClient { }
            public class RestClient(string baseUrl) : IRestClient { }
            public static class RestClientExtensions
            {
                extension(IRestClient client)
                {
                    public Task<object> DeleteAsync(RestRequest request, CancellationToken cancellationToken = default) => null;
                    public Task<object> DeleteAsync(string resource, CancellationToken cancellationToken = default) => null;
                    public Task<object> DeleteAsync(Order order, CancellationToken cancellationToken = default) => null;
                    public object Delete(RestRequest request) => null;
                }
            }
        }
        public record Order(int Id);
        class C
        {
            readonly RestClient _client = new("https://api.hetzner.cloud/v1/");
            readonly IRestClient _options = new RestClient("https://api.hetzner.cloud");
            readonly RestClient _own = new("https://orders.example.com");

        """ + $"    void M(int id) {{ {statements} }}\n}}");

    [Theory]
    [InlineData("var request = WebRequest.Create(\"https://api.hetzner.cloud/v1/volumes/1\"); request.Method = \"DELETE\"; using var response = request.{|all:GetResponse()|};")]
    [InlineData("var request = (HttpWebRequest)WebRequest.Create($\"https://api.hetzner.cloud/v1/volumes/{id}\"); request.Method = \"DELETE\"; await request.{|all:GetResponseAsync()|};")]
    [InlineData("var request = WebRequest.CreateHttp(new Uri(\"https://api.hetzner.cloud/v1/volumes/1\")); request.Method = WebRequestMethods.Http.Put; using var response = request.GetResponse();")]
    [InlineData("var request = WebRequest.CreateHttp(\"https://api.hetzner.cloud/v1/volumes/1\"); using var response = request.GetResponse();")]
    [InlineData("new WebClient().{|all:UploadString(\"https://api.hetzner.cloud/v1/volumes/1\", \"DELETE\", \"\")|};")]
    [InlineData("await new WebClient().{|all:UploadStringTaskAsync(\"https://backboard.railway.app/graphql/v2\", \"{\\\"query\\\":\\\"mutation { volumeDelete(volumeId: 1) }\\\"}\")|};")]
    [InlineData("new WebClient().{|all:UploadValues(\"https://api.hetzner.cloud/v1/volumes/1\", \"DELETE\", new())|};")]
    [InlineData("await new WebClient().{|all:UploadValuesTaskAsync(\"https://api.hetzner.cloud/v1/volumes/1\", \"DELETE\", new())|};")]
    [InlineData("new WebClient().{|all:UploadData(new Uri(\"https://api.hetzner.cloud/v1/volumes/1\"), \"DELETE\", [])|};")]
    [InlineData("new WebClient().{|all:UploadData(\"https://backboard.railway.app/graphql/v2\", System.Text.Encoding.UTF8.GetBytes(\"{\\\"query\\\":\\\"mutation { volumeDelete(volumeId: 1) }\\\"}\"))|};")]
    [InlineData("new WebClient().UploadValues(\"https://orders.example.com/orders/1\", \"DELETE\", new());")]
    [InlineData("new WebClient().UploadString(\"https://orders.example.com/orders/1\", \"DELETE\", \"\");")]
    public Task By_what_was_there_before_HttpClient(string statements) => Verify.Destructive($$"""
        using System.Net;
        #pragma warning disable SYSLIB0014
        class C { async Task M(int id) { {{statements}} await Task.Yield(); } }
        """);

    [Theory]
    [InlineData("http.{|all:DeleteAsync(new Uri(Root, $\"volumes/{id}\"))|};")]
    [InlineData("http.{|all:DeleteAsync(new Uri(new Uri(\"https://api.hetzner.cloud\"), \"/v1/volumes/1\"))|};")]
    [InlineData("http.{|all:SendAsync(new HttpRequestMessage(HttpMethod.Parse(\"DELETE\"), \"https://api.hetzner.cloud/v1/volumes/1\"))|};")]
    [InlineData("invoker.{|all:SendAsync(new HttpRequestMessage(HttpMethod.Delete, \"https://api.hetzner.cloud/v1/volumes/1\"), default)|};")]
    [InlineData("http.{|all:SendAsync(new HttpRequestMessage(HttpMethod.Delete, \"https://api.hetzner.cloud/v1/volumes/1\"), default)|};")]
    [InlineData("http.DeleteAsync(new Uri(new Uri(\"https://orders.example.com\"), \"/v1/volumes/1\"));")]
    public Task By_HttpClient_otherwise(string statements) => Verify.Destructive($$"""
        using System.Net.Http;
        class C(HttpClient http, HttpMessageInvoker invoker)
        {
            static readonly Uri Root = new("https://api.hetzner.cloud/v1/");
            void M(int id) { {{statements}} }
        }
        """);
}
