namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>GraphQL in the bodies that C# clients send: records, dictionaries, JSON objects, and what helpers make of them.</summary>
public class RequestBodyTests
{
    private const string Start = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        record GraphQLRequest(string Query, object Variables);
        class Envelope { public string Query { get; set; } public object Variables { get; set; } }
        class Renamed { [JsonPropertyName("query")] public string Document { get; set; } }
        class JObject { public JObject() { } public JObject(params object[] content) { } public object this[string name] { set { } } }
        class JProperty(string name, object content) { }
        record Note(string Title, string Text);
        class C(HttpClient http)
        {
            const string Url = "https://backboard.railway.app/graphql/v2";
            const string Delete = "mutation { volumeDelete(volumeId: \"x\") }";
            const string Read = "query { volumes { id } }";

        """;

    [Theory]
    [InlineData("new GraphQLRequest(Delete, null)")]
    [InlineData("new GraphQLRequest(Variables: null, Query: Delete)")]
    [InlineData("new Envelope { Query = Delete }")]
    [InlineData("new Renamed { Document = Delete }")]
    [InlineData("new Dictionary<string, object> { [\"query\"] = Delete, [\"variables\"] = new { id = 1 } }")]
    [InlineData("new Dictionary<string, object> { { \"query\", Delete }, { \"variables\", null } }")]
    [InlineData("new JsonObject { [\"query\"] = Delete }")]
    [InlineData("new JObject { [\"query\"] = Delete }")]
    [InlineData("new JObject(new JProperty(\"query\", Delete), new JProperty(\"variables\", 1))")]
    [InlineData("Body(\"x\")")]
    public async Task A_mutation_is_found_in(string body)
    {
        await Verify.Destructive(Start + """
                async Task M() => await http.{|all:PostAsJsonAsync(Url, BODY)|};
                async Task Text() => await http.{|all:PostAsync(Url, new StringContent(JsonSerializer.Serialize(BODY)))|};
                async Task Content() => await http.{|all:PostAsync(Url, JsonContent.Create(BODY))|};
                static GraphQLRequest Body(string id) => new($"mutation {{ volumeDelete(volumeId: \"{id}\") }}", new { id });
            }
            """.Replace("BODY", body));
        await Verify.Destructive(Start + """
                async Task M() => await http.PostAsJsonAsync(Url, BODY);
                static GraphQLRequest Body(string id) => new("query { volumes { id } }", new { id });
            }
            """.Replace("BODY", body.Replace("Delete", "Read")));
    }

    [Fact]
    public Task A_text_about_a_mutation_is_not_sent_as_one() => Verify.Destructive(Start + """
            async Task M()
            {
                await http.PostAsJsonAsync("https://notes.example.com/notes", new Note("Railway", Delete));
                await http.PostAsJsonAsync("https://notes.example.com/notes", new Dictionary<string, string> { ["text"] = Delete });
                await http.PostAsJsonAsync("https://api.cloudflare.com/client/v4/zones/z/purge_cache", new { files = new[] { "https://example.com/a.css" } });
                await http.{|AG0004:PostAsJsonAsync("https://api.cloudflare.com/client/v4/zones/z/purge_cache", new { purge_everything = true })|};
            }
        }
        """);

    [Fact]
    public Task What_is_put_into_a_request_after_it_was_made_counts() => Verify.Destructive(Start + """
            async Task Keys()
            {
                var body = new JsonObject();
                body["variables"] = new JsonObject();
                body["query"] = Delete;
                await http.{|all:PostAsJsonAsync(Url, body)|};
                await http.{|all:PostAsync(Url, new StringContent(body.ToJsonString()))|};
                var terms = new Dictionary<string, object> { ["variables"] = null };
                terms.Add("query", Delete);
                await http.{|all:PostAsJsonAsync(Url, terms)|};
                var read = new JsonObject();
                read["query"] = Read;
                await http.PostAsJsonAsync(Url, read);
                var note = new Dictionary<string, string>();
                note["text"] = Delete;
                await http.PostAsJsonAsync("https://notes.example.com/notes", note);
            }
            async Task Content()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                request.Content = new StringContent("{\"query\":\"" + Read + "\"}");
                await http.SendAsync(request);
                request.Content = JsonContent.Create(new { query = Delete });
                await http.{|all:SendAsync(request)|};
                var other = new HttpRequestMessage();
                other.Method = HttpMethod.Delete;
                other.RequestUri = new Uri("https://api.digitalocean.com/v2/volumes/1");
                await http.{|all:SendAsync(other)|};
            }
            async Task Header()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.digitalocean.com/v2/volumes/1");
                request.Headers.Add("Accept", "application/json");
                await http.SendAsync(request);
                request.Headers.Add("X-HTTP-Method-Override", "DELETE");
                await http.{|all:SendAsync(request)|};
                var client = new HttpClient();
                await client.PostAsync("https://api.digitalocean.com/v2/volumes/1", null);
                client.DefaultRequestHeaders.TryAddWithoutValidation("x-http-method-override", "DELETE");
                await client.{|all:PostAsync("https://api.digitalocean.com/v2/volumes/1", null)|};
                await client.PostAsync("https://api.example.com/todos/1", null);
                await http.{|all:SendAsync(new HttpRequestMessage(HttpMethod.Post, "https://api.digitalocean.com/v2/volumes/1") { Headers = { { "Accept", "application/json" }, { "X-HTTP-Method-Override", "DELETE" } } })|};
                var held = new HttpRequestMessage(HttpMethod.Post, "https://api.digitalocean.com/v2/volumes/1") { Headers = { { "X-HTTP-Method-Override", "DELETE" } } };
                held.Headers.Add("Accept", "application/json");
                await http.{|all:SendAsync(held)|};
                await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "https://api.digitalocean.com/v2/volumes/1") { Headers = { { "X-Other", "DELETE" } } });
                await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/todos/1") { Headers = { { "X-HTTP-Method-Override", "DELETE" } } });
            }
        }
        """);

    [Fact]
    public Task Ordinary_mutations_are_silent() => Verify.Destructive(Start + """
            async Task M()
            {
                await http.PostAsJsonAsync(Url, new { query = "mutation { tokenRevoke(token: \"x\") { success } }" });
                await http.PostAsJsonAsync(Url, new { query = "mutation { deleteProjectV2Item(input: {projectId: \"p\", itemId: \"i\"}) { deletedItemId } }" });
                await http.PostAsJsonAsync(Url, new GraphQLRequest("mutation($p: uuid!) { delete_project_comments(where: {project_id: {_eq: $p}}) { affected_rows } }", new { p = 1 }));
                await http.PostAsJsonAsync(Url, new GraphQLRequest("mutation($ids: [ID!]!) { productVariantsBulkDelete(productId: \"p\", variantsIds: $ids) { product { id } } }", null));
            }
        }
        """);

    [Fact]
    public Task GraphQL_clients_send_mutations_by_name() => Verify.Destructive("""
        using GraphQL;
        using GraphQL.Client.Abstractions;
        using GraphQL.Client.Http;
        namespace GraphQL { public class GraphQLRequest { public GraphQLRequest() { } public GraphQLRequest(string query, object variables = null) { } public string Query { get; set; } } }
        namespace GraphQL.Client.Abstractions
        {
            public interface IGraphQLClient { Task<object> SendMutationAsync<TResponse>(GraphQLRequest request, CancellationToken cancellationToken = default); }
            public static class GraphQLClientExtensions { public static Task<object> SendMutationAsync<TResponse>(this IGraphQLClient client, string query, object variables = null, CancellationToken cancellationToken = default) => null; }
        }
        namespace GraphQL.Client.Http { public class GraphQLHttpClient : GraphQL.Client.Abstractions.IGraphQLClient { public Task<object> SendMutationAsync<TResponse>(GraphQLRequest request, CancellationToken cancellationToken = default) => null; } }
        class C
        {
            async Task M(GraphQLHttpClient client, IGraphQLClient any)
            {
                await client.{|all:SendMutationAsync<object>(new GraphQLRequest { Query = "mutation { volumeDelete(volumeId: \"x\") }" })|};
                var request = new GraphQLRequest("mutation { volumeDelete(volumeId: \"x\") }");
                await any.{|all:SendMutationAsync<object>(request)|};
                await any.{|all:SendMutationAsync<object>("mutation { volumeDelete(volumeId: \"x\") }")|};
                await client.SendMutationAsync<object>(new GraphQLRequest { Query = "mutation { todoDelete(id: 1) { id } }" });
                await any.SendMutationAsync<object>("mutation { revokeToken { ok } }");
            }
        }
        """);

    [Theory]
    [InlineData("new FormUrlEncodedContent(new Dictionary<string, string> { [\"query\"] = Delete })")]
    [InlineData("new StreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query = Delete }))))")]
    [InlineData("new StreamContent(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { query = Delete })))")]
    [InlineData("JsonContent.Create(new[] { new { query = Read }, new { query = Delete } })")]
    public async Task A_mutation_is_found_in_the_content(string content)
    {
        await Verify.Destructive(Start + $"    Task M() => http.{{|all:PostAsync(Url, {content})|}};\n}}");
        await Verify.Destructive(Start + $"    Task M() => http.PostAsync(Url, {content.Replace("Delete", "Read")});\n}}");
    }

    [Theory]
    [InlineData("http.{|AG0004:PostAsJsonAsync(Store, new[] { \"FLUSHALL\" })|};")]
    [InlineData("http.{|AG0004:PostAsJsonAsync(Store, new List<string> { \"FLUSHDB\", \"ASYNC\" })|};")]
    [InlineData("string[] command = [\"FLUSHALL\"]; http.{|AG0004:PostAsJsonAsync(Store, command)|};")]
    [InlineData("http.{|AG0004:PostAsJsonAsync(Store + \"/pipeline\", new[] { new[] { \"SET\", \"a\", \"b\" }, new[] { \"FLUSHDB\" } })|};")]
    [InlineData("http.{|AG0004:PostAsync(Store, JsonContent.Create(new[] { \"FLUSHALL\" }))|};")]
    [InlineData("http.{|AG0004:PostAsync(Store, new StringContent(JsonSerializer.Serialize(new[] { \"FLUSHALL\" })))|};")]
    [InlineData("http.PostAsJsonAsync(Store, new[] { \"GET\", \"FLUSHALL\" });")]
    [InlineData("http.PostAsJsonAsync(Store, new[] { \"DEL\", name });")]
    [InlineData("http.PostAsJsonAsync(Store + \"/pipeline\", new[] { new[] { \"SET\", \"FLUSHALL\", \"b\" }, new[] { \"DEL\", \"FLUSHDB\" } });")]
    [InlineData("http.PostAsJsonAsync(\"https://orders.example.com/tags\", new[] { \"FLUSHALL\" });")]
    public Task A_list_stays_one_in_JSON(string statements) => Verify.Destructive(Start + $$"""
            const string Store = "https://eu1-cat-12345.upstash.io";
            void M(string name) { {{statements}} }
        }
        """);
}
