namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Relative addresses: the host of the client is given in its type's constructor, or where the program registers it.</summary>
public class BaseAddressTests
{
    // As Microsoft.Extensions.Http has them.
    private const string Registration = """
        using System.Net.Http;
        public interface IServices { }
        public interface IHttpClientBuilder { }
        public interface IHttpClientFactory { HttpClient CreateClient(string name); }
        public static class Registrations
        {
            public static IHttpClientBuilder AddHttpClient(this IServices services, string name, Action<HttpClient> configure) => null;
            public static IHttpClientBuilder AddHttpClient<T>(this IServices services, Action<HttpClient> configure) => null;
            public static IHttpClientBuilder AddHttpClient<T>(this IServices services) => null;
            public static IHttpClientBuilder AddHttpClient<I, T>(this IServices services, Action<IServices, HttpClient> configure) where T : I => null;
            public static IHttpClientBuilder ConfigureHttpClient(this IHttpClientBuilder builder, Action<HttpClient> configure) => null;
        }

        """;

    [Theory]
    [InlineData("readonly HttpClient _http; public Volumes(HttpClient http) { _http = http; _http.BaseAddress = new Uri(Host); }")]
    [InlineData("readonly HttpClient _http; public Volumes(HttpClient http) { http.BaseAddress = new Uri(Host); _http = http; }")]
    [InlineData("readonly HttpClient _http = new(); public Volumes() { _http.BaseAddress = new Uri(Host); }")]
    [InlineData("readonly HttpClient _http; public Volumes(IHttpClientFactory clients) { _http = clients.CreateClient(\"x\"); _http.BaseAddress = new Uri(Host); }")]
    [InlineData("HttpClient _http { get; } public Volumes(HttpClient http) => (_http = http).BaseAddress = new Uri(Host);")]
    [InlineData("readonly HttpClient _http; public Volumes(HttpClient http) { _http = http; Prepare(); } void Prepare() { _http.BaseAddress ??= new Uri(Host); }")]
    public async Task A_constructor_gives_the_host(string members)
    {
        const string Rest = "public async Task Remove(int id) => await _http.{|all:DeleteAsync($\"/v1/volumes/{id}\")|}; const string Host = \"https://api.hetzner.cloud\"; }";
        await Verify.Destructive($"{Registration} class Volumes {{ {members} {Rest}");
        await Verify.Destructive($"{Registration} class Volumes {{ {members} {Rest}".Replace("{|all:", "").Replace("|}", "").Replace("api.hetzner.cloud", "orders.example.com"));
    }

    [Fact]
    public Task Another_client_of_the_type_has_another_host() => Verify.Destructive("""
        using System.Net.Http;
        class Orders
        {
            readonly HttpClient _hosting = new();
            readonly HttpClient _shop;
            public Orders(HttpClient shop) { _hosting.BaseAddress = new Uri("https://api.hetzner.cloud"); _shop = shop; }
            public Task Remove(int id) => _shop.DeleteAsync($"/v1/volumes/{id}");
        }
        """);

    [Theory]
    [InlineData("services.AddHttpClient<Volumes>(client => client.BaseAddress = new Uri(\"https://api.hetzner.cloud\"));")]
    [InlineData("services.AddHttpClient<Volumes>(client => { client.Timeout = TimeSpan.FromSeconds(9); client.BaseAddress = new(\"https://api.hetzner.cloud\"); });")]
    [InlineData("services.AddHttpClient<IVolumes, Volumes>((all, client) => client.BaseAddress = new Uri(\"https://api.hetzner.cloud\"));")]
    [InlineData("services.AddHttpClient<Volumes>().ConfigureHttpClient(client => client.BaseAddress = new Uri(\"https://api.hetzner.cloud\"));")]
    public async Task A_registration_gives_the_host_of_a_typed_client(string registration)
    {
        string Program(string called) => Registration + $$"""
            interface IVolumes { }
            class Volumes(HttpClient http) : IVolumes { public Task Remove(int id) => {{called}}; }
            static class Setup { public static void Add(IServices services) { {{registration}} } }
            """;
        await Verify.Destructive(Program("http.{|all:DeleteAsync($\"v1/volumes/{id}\")|}"));
        await Verify.Destructive(Program("http.DeleteAsync($\"v1/volumes/{id}\")").Replace("<Volumes>", "<Setups>").Replace("<IVolumes, Volumes>", "<IVolumes, Others>") + "class Setups { } class Others : IVolumes { }");
    }

    [Fact]
    public Task A_registration_gives_the_host_of_a_named_client() => Verify.Destructive(Registration + """
        class Volumes(IHttpClientFactory clients)
        {
            const string Name = "hosting";
            public Task Remove(int id) => clients.CreateClient(Name).{|all:DeleteAsync($"v1/volumes/{id}")|};
            public Task Local(int id) { var http = clients.CreateClient("hosting"); return http.{|all:DeleteAsync($"v1/volumes/{id}")|}; }
            public Task Other(int id) => clients.CreateClient("shop").DeleteAsync($"v1/volumes/{id}");
        }
        static class Setup
        {
            public static void Add(IServices services, Settings settings)
            {
                services.AddHttpClient("hosting", client => client.BaseAddress = new Uri("https://api.hetzner.cloud"));
                services.AddHttpClient("shop", client => client.BaseAddress = settings.Shop);
            }
        }
        class Settings { public Uri Shop { get; set; } }
        """);
}
