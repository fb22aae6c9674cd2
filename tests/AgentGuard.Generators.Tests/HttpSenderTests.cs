namespace AgentGuard.Generators.Tests;

/// <summary>Requests that are not sent by HttpClient are looked at in the same way before they leave.</summary>
public sealed class HttpSenderTests : IDisposable
{
    // As RestSharp has them.
    private const string Library = """
        namespace RestSharp;

        public enum Method { Get, Post, Put, Delete }
        public sealed record Parameter(string Name, object Value);
        public class RestRequest(string resource = "", Method method = Method.Get)
        {
            public Method Method { get; set; } = method;
            public string Resource { get; set; } = resource;
            public List<Parameter> Parameters { get; } = [];
        }
        public class ReadOnlyRestClientOptions { public Uri BaseUrl { get; set; } }
        public interface IRestClient { ReadOnlyRestClientOptions Options { get; } Task<object> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default); }
        public class RestClient(string baseUrl) : IRestClient
        {
            public ReadOnlyRestClientOptions Options { get; } = new() { BaseUrl = new Uri(baseUrl) };
            public Task<object> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => throw new Exception("sent");
        }
        public static class RestRequestExtensions
        {
            public static RestRequest AddJsonBody<T>(this RestRequest request, T obj) where T : class { request.Parameters.Add(new("", obj)); return request; }
        }
        public static class RestClientExtensions
        {
            public static Task<object> ExecuteAsync(this IRestClient client, RestRequest request, Method httpMethod, CancellationToken cancellationToken = default) => throw new Exception("sent");
            public static Task<object> DeleteAsync(this IRestClient client, string resource, CancellationToken cancellationToken = default) => throw new Exception("sent");
            public static Task<object> PostAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw new Exception("sent");
        }
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("client.ExecuteAsync(new RestRequest(path, Method.Delete))", "hetzner")]
    [InlineData("client.ExecuteAsync(new RestRequest(path), Method.Delete)", "hetzner")]
    [InlineData("client.DeleteAsync(path)", "hetzner")]
    [InlineData("new RestClient(\"https://backboard.railway.app\").PostAsync(new RestRequest(\"graphql/v2\").AddJsonBody(new { query = \"mutation { \" + \"volumeDelete(volumeId: 1) }\" }))", "volumeDelete")]
    public async Task RestSharp(string send, string operation)
    {
        var program = new GuardedProgram(("/src/RestSharp.cs", Library), ("/src/Program.cs", $$"""
            using RestSharp;

            public static class Test
            {
                [RequiresEnvironment("Development")]
                public static async Task Run()
                {
                    var path = string.Join("/", "v1", "volumes", SetUp.Directory.Length);
                    var client = new RestClient("https://api.hetzner.cloud/");
                    await {{send}};
                }
            }
            """));
        var blocked = Assert.IsType<Blocked>(await program.RunAsync("Production", _directory));
        Assert.Contains(operation, blocked.Operation);
        Assert.Equal("sent", (await Assert.ThrowsAsync<Exception>(() => program.RunAsync("Development", _directory))).Message);
    }

    // As Flurl has it.
    private const string FlurlLibrary = """
        namespace Flurl
        {
            public class Url(string address) { public static implicit operator Url(string address) => new(address); public override string ToString() => address; }
        }
        namespace Flurl.Http
        {
            public interface IFlurlRequest { Flurl.Url Url { get; } }
            public class FlurlRequest(string address) : IFlurlRequest { public Flurl.Url Url { get; } = address; }
            public static class GeneratedExtensions
            {
                public static Task<object> DeleteAsync(this string url, CancellationToken cancellationToken = default) => throw new Exception("sent");
                public static Task<object> DeleteAsync(this Flurl.Url url, CancellationToken cancellationToken = default) => throw new Exception("sent");
                public static Task<object> DeleteAsync(this IFlurlRequest request, CancellationToken cancellationToken = default) => throw new Exception("sent");
                public static Task<object> PostJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => throw new Exception("sent");
            }
        }
        """;

    [Theory]
    [InlineData("address.DeleteAsync()", "hetzner")]
    [InlineData("new Flurl.Url(address).DeleteAsync()", "hetzner")]
    [InlineData("new FlurlRequest(address).DeleteAsync()", "hetzner")]
    [InlineData("new FlurlRequest(\"https://backboard.railway.app/graphql/v2\").PostJsonAsync(new { query = \"mutation { \" + \"volumeDelete(volumeId: 1) }\" })", "volumeDelete")]
    public async Task Flurl(string send, string operation)
    {
        var program = new GuardedProgram(("/src/Flurl.cs", FlurlLibrary), ("/src/Program.cs", $$"""
            using Flurl.Http;

            public static class Test
            {
                [RequiresEnvironment("Development")]
                public static async Task Run()
                {
                    var address = string.Join("/", "https://api.hetzner.cloud", "v1", "volumes", SetUp.Directory.Length);
                    await {{send}};
                }
            }
            """));
        var blocked = Assert.IsType<Blocked>(await program.RunAsync("Production", _directory));
        Assert.Contains(operation, blocked.Operation);
        Assert.Equal("sent", (await Assert.ThrowsAsync<Exception>(() => program.RunAsync("Development", _directory))).Message);
    }

    [Theory]
    [InlineData("var request = WebRequest.CreateHttp(address); request.Method = verb; await request.GetResponseAsync();")]
    [InlineData("new WebClient().UploadString(address, verb, \"\");")]
    [InlineData("new WebClient { BaseAddress = \"https://api.hetzner.cloud/\" }.UploadString(\"v1/volumes/1\", verb, \"\");")]
    public async Task What_was_there_before_HttpClient(string send)
    {
        var program = new GuardedProgram($$"""
            using System.Net;
            #pragma warning disable SYSLIB0014

            public static class Test
            {
                [RequiresEnvironment("Development")]
                public static async Task Run()
                {
                    var (address, verb) = ("https://api.hetzner.cloud/v1/volumes/1", "DEL" + "ETE");
                    {{send}}
                    await Task.Yield();
                }
            }
            """);
        Assert.Contains("hetzner", Assert.IsType<Blocked>(await program.RunAsync("Production", _directory)).Operation);
    }
}
