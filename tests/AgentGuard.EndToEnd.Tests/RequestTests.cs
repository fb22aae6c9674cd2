namespace AgentGuard.EndToEnd.Tests;

/// <summary>Requests over a real connection: blocked means that the server has seen none.</summary>
[Collection(nameof(Servers))]
public sealed class RequestTests : IDisposable
{
    private static readonly Dictionary<string, (Func<HttpClient, Task> Run, string Target)> Operations = new()
    {
        ["SendAsync"] = (Requests.SendAsync, "vol-1"),
        ["Send"] = (client => Task.Run(() => Requests.Send(client)), "vol-1"),
        ["DeleteAsync"] = (Requests.DeleteAsync, "vol-1"),
        ["DeleteAsync, relative"] = (Requests.DeleteRelativeAsync, "vol-1"),
        ["DeleteFromJsonAsync"] = (Requests.DeleteFromJsonAsync, "vol-1"),
        ["PostAsync, mutation"] = (Requests.PostMutationAsync, "vol-1"),
        ["PostAsJsonAsync, mutation"] = (Requests.PostJsonMutationAsync, "vol-1"),
        ["SendAsync, mutation"] = (Requests.SendMutationAsync, "vol-1"),
        ["PostAsync, delete by query"] = (Requests.PostDeleteByQueryAsync, "vol-1"),
        ["PutAsync, purge"] = (Requests.PutPurgeAsync, "purge_cache"),
    };

    private readonly CountingServer _server = new();
    private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-e2e-").FullName;
    private readonly Person _person = new(answer: true);

    public static TheoryData<string> Names => new(Operations.Keys);

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_production_nothing_is_sent(string name) => Blocked(name, BlockingGuard.Environment, guards => guards.EnvironmentName = "Production");

    [Theory]
    [MemberData(nameof(Names))]
    public Task Without_an_environment_nothing_is_sent(string name) => Blocked(name, BlockingGuard.Environment, guards => (guards.EnvironmentName, guards.EnvironmentVariables) = (null, ["AGENTGUARD_TEST_NOT_SET"]));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Without_a_confirmation_nothing_is_sent(string name) => Blocked(name, BlockingGuard.Confirmation, guards => guards.Confirmation = new Person(answer: false));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Without_a_backup_nothing_is_sent(string name) => Blocked(name, BlockingGuard.Backup, guards => guards.Backups = new Vault(TimeSpan.FromMinutes(61)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_all_guards_it_is_sent_once_and_the_right_target_was_confirmed(string name)
    {
        Configure(guards => guards.EnvironmentName = "Development");
        using var client = Client();
        await Operations[name].Run(client);
        Assert.Equal(1, _server.Requests);
        Assert.Equal(Operations[name].Target, Assert.Single(_person.Asked).Target);
        Assert.Contains("vol-1", _server.Last);
    }

    [Theory]
    [InlineData("GET", "http://api.digitalocean.com/v2/volumes/vol-1", null)]
    [InlineData("DELETE", "http://shop.example.com/carts/5", null)]
    [InlineData("PUT", "http://shop.example.com/carts/5", "{\"note\":\"mutation { volumeDelete(volumeId: 1) }\"}")]
    [InlineData("POST", "http://backboard.railway.app/graphql/v2", "{\"query\":\"query { volumes { id } }\"}")]
    public async Task What_destroys_nothing_is_sent_without_any_guard(string method, string address, string? body)
    {
        Configure(guards => guards.EnvironmentName = "Production");
        using var client = Client();
        await Requests.ChosenAsync(client, new HttpMethod(method), address, body is null ? null : new StringContent(body, null, "application/json"));
        Assert.Equal(1, _server.Requests);
        Assert.EndsWith(body ?? " ", _server.Last);
        Assert.Empty(_person.Asked);
    }

    [Fact]
    public async Task A_request_that_the_caller_composes_is_judged_when_it_is_sent()
    {
        Configure(guards => guards.EnvironmentName = "Production");
        using var client = Client();
        await Assert.ThrowsAsync<DestructiveOperationBlockedException>(() => Requests.ChosenAsync(client, HttpMethod.Delete, "http://api.digitalocean.com/v2/volumes/vol-1", null));
        Assert.Equal(0, _server.Requests);
    }

    private async Task Blocked(string name, BlockingGuard guard, Action<GuardOptions> change)
    {
        Configure(change);
        using var client = Client();
        var blocked = await Assert.ThrowsAsync<DestructiveOperationBlockedException>(() => Operations[name].Run(client));
        Assert.Equal(guard, blocked.Guard);
        Assert.Contains("Requests.", blocked.CallSite);
        Assert.Equal(0, _server.Requests);
    }

    private HttpClient Client() => _server.Client("http://api.digitalocean.com/");

    private void Configure(Action<GuardOptions> change) => Guard.Configure(guards =>
    {
        guards.EnvironmentName = "Development";
        guards.Confirmation = _person;
        guards.Backups = new Vault(TimeSpan.FromMinutes(1));
        guards.AuditFile = Path.Combine(_directory, "audit.jsonl");
        change(guards);
    });
}
