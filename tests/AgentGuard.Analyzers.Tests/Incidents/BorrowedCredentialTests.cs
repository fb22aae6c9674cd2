namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>AG0204.</summary>
public class BorrowedCredentialTests
{
    private static readonly CaseSet Cases = new("AG0204", """
        //+ literal
        void M() => new RailwayClient("3f9d1c2b-7a6e-4d5c").DeleteVolume("v");
        //+ literal in a local
        void M() { var token = "3f9d1c2b-7a6e-4d5c"; var client = new RailwayClient(token); client.DeleteVolume("v"); }
        //+ literal in a constant
        private const string Token = "rw_live_3f9d1c2b";
        void M() { var client = new RailwayClient(Token); client.DeleteVolume("v"); }
        //+ literal in the client's field
        private readonly RailwayClient _client = new("rw_live_3f9d1c2b");
        void M() => _client.DeleteVolume("v");
        //+ literal by property
        void M() { var client = new RailwayClient { ApiToken = "rw_live_3f9d1c2b" }; client.DeleteVolume("v"); }
        //+ literal by property later
        void M() { var client = new RailwayClient(); client.ApiToken = "rw_live_3f9d1c2b"; client.DeleteVolume("v"); }
        //+ literal in the call
        void M(RailwayClient client) => client.DeleteVolume("v", token: "rw_live_3f9d1c2b");
        //+ literal in options
        void M() { var client = new RailwayClient(new RailwayOptions { ApiToken = "rw_live_3f9d1c2b" }); client.DeleteVolume("v"); }
        //+ file
        void M() { var client = new RailwayClient(File.ReadAllText("/home/ci/.domains/token")); client.DeleteVolume("v"); }
        //+ file in a local, trimmed
        void M() { var token = File.ReadAllText("domains.txt").Trim(); var client = new RailwayClient(token); client.DeleteVolume("v"); }
        //+ file, asynchronously
        async Task M() { var token = await File.ReadAllTextAsync("domains.txt"); var client = new RailwayClient(token); await client.DeleteVolumeAsync("v"); }
        //+ file as JSON
        void M() { using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText("domains.json")); var client = new RailwayClient(json.RootElement.GetProperty("token").GetString()!); client.DeleteVolume("v"); }
        //+ file through a helper
        private static string Find() { return File.ReadAllLines(Path.Combine("x", ".env"))[0]; }
        void M() { var client = new RailwayClient(Find()); client.DeleteVolume("v"); }
        //+ header of the client's own HTTP client
        void M() { var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText("domains.txt")); new RailwayClient(http).DeleteVolume("v"); }
        //+ header added
        void M() { var http = new HttpClient(); http.DefaultRequestHeaders.Add("Authorization", "Bearer rw_live_3f9d1c2b"); var client = new RailwayClient(http); client.DeleteVolume("v"); }
        //+ header in the constructor of the same class
        private readonly HttpClient _http = new();
        public C() { _http.DefaultRequestHeaders.Add("X-Api-Key", File.ReadAllText("key.txt")); }
        void M() => new RailwayClient(_http).DeleteVolume("v");
        //+ interpolated header
        void M() { var http = new HttpClient(); var token = File.ReadAllText("domains.txt"); http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}"); new RailwayClient(http).DeleteVolume("v"); }
        //+ variable of another vendor
        void M() { var client = new RailwayClient(Environment.GetEnvironmentVariable("CLOUDFLARE_API_TOKEN")!); client.DeleteVolume("v"); }
        //+ key of another vendor
        void M(IConfiguration configuration) { var client = new RailwayClient(configuration["Cloudflare:ApiToken"]!); client.DeleteVolume("v"); }
        //+ variable of another vendor as second choice
        void M() { var client = new RailwayClient(Environment.GetEnvironmentVariable("RAILWAY_TOKEN") ?? Environment.GetEnvironmentVariable("NAMECHEAP_TOKEN")!); client.DeleteVolume("v"); }

        //- client from dependency injection
        private readonly RailwayClient _client;
        public C(RailwayClient client) => _client = client;
        void M() => _client.DeleteVolume("v");
        //- key of an emulator, the same for everybody
        private const string Key = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";
        private static string Given => Environment.GetEnvironmentVariable("RAILWAY_TOKEN") ?? Key;
        void M() => new RailwayClient(Given).DeleteVolume("v");
        //- parameter
        void M(string token) => new RailwayClient(token).DeleteVolume("v");
        //- own variable
        void M() => new RailwayClient(Environment.GetEnvironmentVariable("RAILWAY_API_TOKEN")!).DeleteVolume("v");
        //- own key
        void M(IConfiguration configuration) => new RailwayClient(configuration["Railway:Token"]!).DeleteVolume("v");
        //- key without a name of its own
        void M(IConfiguration configuration) => new RailwayClient(configuration["ApiToken"]!).DeleteVolume("v");
        //- options
        private readonly RailwayOptions _options;
        public C(RailwayOptions options) => _options = options;
        void M() => new RailwayClient(_options.ApiToken).DeleteVolume("v");
        //- handed on options
        void M(RailwayOptions options) => new RailwayClient(options).DeleteVolume("v");
        //- secret that the platform mounts
        void M() => new RailwayClient(File.ReadAllText("/run/secrets/railway")).DeleteVolume("v");
        //- file that configuration names
        void M() => new RailwayClient(File.ReadAllText(Environment.GetEnvironmentVariable("RAILWAY_TOKEN_FILE")!)).DeleteVolume("v");
        //- file that the caller names
        void M(string tokenFile) => new RailwayClient(File.ReadAllText(tokenFile)).DeleteVolume("v");
        //- placeholder
        void M() => new RailwayClient("test-token").DeleteVolume("v");
        //- nothing destroyed
        void M() => new RailwayClient("rw_live_3f9d1c2b").ListVolumes();
        //- literal that is no credential
        void M(RailwayClient client) { var options = new RailwayOptions { Project = "3f9d1c2b-7a6e-4d5c" }; client.DeleteVolume(options.Project); }
        //- file that is no credential
        void M(RailwayClient client) { foreach (var id in File.ReadAllLines("volumes.txt")) client.DeleteVolume(id); }
        //- header that is no credential
        void M(HttpClient http) { http.DefaultRequestHeaders.Add("User-Agent", "shop/1.0"); new RailwayClient(http).DeleteVolume("v"); }
        //- directory
        void M(string path) { var token = "rw_live_3f9d1c2b"; Console.WriteLine(token); Directory.Delete(path, true); }
        //- typed by a person
        void M() => new RailwayClient(Console.ReadLine()!).DeleteVolume("v");
        //- another client's literal
        void M(RailwayClient client) { var other = new RailwayClient("rw_live_3f9d1c2b"); other.ListVolumes(); client.DeleteVolume("v"); }
        //- context from dependency injection
        void M(DbContext db) => db.Database.EnsureDeleted();
        """);

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case(string name) => Cases.CheckAsync(name);

    [Fact]
    public void There_are_enough_cases() => Cases.AreEnough();

    [Fact]
    public async Task The_message_never_repeats_a_secret() => Assert.DoesNotContain("3f9d1c2b", await Cases.MessageAsync("literal"));
}
