namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Providers and options by which a program answers all its guards at once are reported where they stand.</summary>
public sealed class OwnAnswerTests
{
    private const string Start = """
        using AgentGuard;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        public interface IChat { Task<bool> AskAsync(string question); Task WaitForApprovalAsync(string question); string ApprovedBy { get; } IReadOnlyList<BackupRecord> List(string resource); }
        class Auto : IConfirmationProvider
        {
            public static readonly Auto Instance = new();
            public Task<ConfirmationAnswer> {|AG0102:ConfirmAsync|}(ConfirmationRequest request, CancellationToken token) => Task.FromResult(ConfirmationAnswer.Yes("automation"));
        }
        class Backups : IBackupCatalog
        {
            public Task<IReadOnlyList<BackupRecord>> {|AG0102:FindAsync|}(string resource, CancellationToken token) => Task.FromResult<IReadOnlyList<BackupRecord>>([new(resource, "s3://backups/" + resource, DateTimeOffset.UtcNow)]);
        }
        class Asking(IChat chat) : IConfirmationProvider
        {
            public async Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken token) => await chat.AskAsync(request.Target) ? ConfirmationAnswer.Yes("chat") : ConfirmationAnswer.No("chat");
        }

        """;

    [Theory]
    [InlineData("=> Task.FromResult(ConfirmationAnswer.Yes(\"x\"));")]
    [InlineData("{ Console.WriteLine(request.Target); return Task.FromResult(ConfirmationAnswer.Yes($\"{Environment.UserName}\")); }")]
    [InlineData("{ log.LogInformation(\"{Target}\", request.Target); var answer = ConfirmationAnswer.Yes(\"x\"); return Task.FromResult(answer); }")]
    [InlineData("=> Approve(); static Task<ConfirmationAnswer> Approve() => Task.FromResult(ConfirmationAnswer.Yes(\"x\"));")]
    [InlineData("=> Task.FromResult(Approved); static readonly ConfirmationAnswer Approved = ConfirmationAnswer.Yes(\"x\");")]
    [InlineData("=> request.Target.Length > 3 ? Task.FromResult(ConfirmationAnswer.Yes(\"a\")) : Task.FromResult(ConfirmationAnswer.Yes(\"b\"));")]
    public Task A_provider_that_says_yes_and_asks_nobody(string body) => Verify.Destructive(Start + $$"""
        class Own(ILogger log) : IConfirmationProvider
        {
            public Task<ConfirmationAnswer> {|AG0102:ConfirmAsync|}(ConfirmationRequest request, CancellationToken token) {{body}}
        }
        """);

    [Fact]
    public Task Other_ways_to_write_one() => Verify.Destructive(Start + """
        class Waiting : IConfirmationProvider
        {
            async Task<ConfirmationAnswer> IConfirmationProvider.{|AG0102:ConfirmAsync|}(ConfirmationRequest request, CancellationToken token) { await Task.Delay(10, token); return ConfirmationAnswer.Yes("x"); }
        }
        class Listing : IBackupCatalog
        {
            public async Task<IReadOnlyList<BackupRecord>> {|AG0102:FindAsync|}(string resource, CancellationToken token)
            {
                await Task.Yield();
                var records = new List<BackupRecord>();
                records.Add(new BackupRecord(resource, "s3://b", DateTimeOffset.UtcNow.AddMinutes(-5)));
                return records;
            }
        }
        """);

    [Theory]
    [InlineData("{ await chat.WaitForApprovalAsync(request.Target); return ConfirmationAnswer.Yes(\"chat\"); }")]
    [InlineData("{ if (!await chat.AskAsync(request.Target)) throw new InvalidOperationException(); return ConfirmationAnswer.Yes(\"chat\"); }")]
    [InlineData("{ if (_answers.TryGetValue(request.Target, out var known)) return known; var answer = await chat.AskAsync(request.Target) ? ConfirmationAnswer.Yes(\"chat\") : ConfirmationAnswer.No(\"chat\"); _answers[request.Target] = answer; return answer; }")]
    [InlineData("{ await Task.Yield(); if (Console.ReadLine() != request.Target) return null; return ConfirmationAnswer.Yes(\"terminal\"); }")]
    [InlineData("{ await Task.Yield(); while (Console.ReadLine() != request.Target) { } return ConfirmationAnswer.Yes(\"terminal\"); }")]
    [InlineData("{ await Task.Yield(); return request.Target == \"scratch\" ? ConfirmationAnswer.Yes(\"scratch\") : ConfirmationAnswer.No(\"not scratch\"); }")]
    [InlineData("{ await Task.Yield(); return _last ?? ConfirmationAnswer.Yes(\"first\"); }")]
    [InlineData("{ await Task.Yield(); return ConfirmationAnswer.No(\"never\"); }")]
    [InlineData("{ await _approved.Task; return ConfirmationAnswer.Yes(\"chat\"); }")]
    [InlineData("{ await _approved.Task.ConfigureAwait(false); return ConfirmationAnswer.Yes(\"chat\"); }")]
    [InlineData("{ await Task.Yield(); _approved.Task.Wait(token); return ConfirmationAnswer.Yes(\"chat\"); }")]
    [InlineData("{ while (!_clicked) await Task.Delay(100, token); return ConfirmationAnswer.Yes(\"button\"); }")]
    [InlineData("{ await Task.Yield(); return ConfirmationAnswer.Yes(chat.ApprovedBy); }")]
    [InlineData("{ await Task.Yield(); if (File.ReadAllText(\"ticket\") == \"\") return null; return ConfirmationAnswer.Yes(\"ticket\"); }")]
    public Task A_provider_that_asks_or_may_refuse_is_left_alone(string body) => Verify.Destructive(Start + $$"""
        class Own(IChat chat) : IConfirmationProvider
        {
            private readonly Dictionary<string, ConfirmationAnswer> _answers = new();
            private ConfirmationAnswer _last;
            private readonly TaskCompletionSource _approved = new();
            private bool _clicked;
            public async Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken token) {{body}}
        }
        """);

    [Theory]
    [InlineData("Task.FromResult(chat.List(resource))")]
    [InlineData("Task.FromResult<IReadOnlyList<BackupRecord>>(new[] { new BackupRecord(resource, \"s3://b\", File.GetLastWriteTimeUtc(\"x.bak\")) })")]
    [InlineData("Task.FromResult<IReadOnlyList<BackupRecord>>(File.Exists(resource + \".bak\") ? new[] { new BackupRecord(resource, resource + \".bak\", DateTimeOffset.UtcNow) } : [])")]
    [InlineData("Task.FromResult<IReadOnlyList<BackupRecord>>([])")]
    public Task A_catalogue_that_looks_is_left_alone(string records) => Verify.Destructive(Start + $$"""
        class Own(IChat chat) : IBackupCatalog { public Task<IReadOnlyList<BackupRecord>> FindAsync(string resource, CancellationToken token) => {{records}}; }
        class Orders(IChat chat) { public Task<BackupRecord> FindAsync(int id) => Task.FromResult(new BackupRecord("a", "b", DateTimeOffset.UtcNow)); }
        """);

    [Theory]
    [InlineData("Guard.Configure(o => {|AG0102:o.EnvironmentName = \"Development\"|});")]
    [InlineData("Guard.Configure(o => {|AG0102:o.EnvironmentName = Dev|});")]
    [InlineData("Guard.Configure(o => {|AG0102:o.EnvironmentName = Environments.Development|});")]
    [InlineData("var name = \"Dev\" + \"elopment\"; Guard.Configure(o => {|AG0102:o.EnvironmentName = name|});")]
    [InlineData("Guard.Configure(o => { {|AG0102:o.AllowedEnvironments = [\"Development\", \"Production\"]|}; });")]
    [InlineData("Guard.Configure(o => {|AG0102:o.Confirmation = new Auto()|});")]
    [InlineData("Guard.Configure(o => {|AG0102:o.Confirmation = Auto.Instance|});")]
    [InlineData("var auto = new Auto(); Guard.Configure(o => {|AG0102:o.Confirmation = auto|});")]
    [InlineData("Guard.Configure(o => {|AG0102:o.Backups = new global::Backups()|});")]
    [InlineData("Guard.Configure(Set); static void Set(GuardOptions o) => {|AG0102:o.EnvironmentName = \"Development\"|};")]
    public Task An_option_that_is_answered_wherever_it_stands(string code) => Verify.Destructive(In(code));

    [Theory]
    [InlineData("Guard.Configure(o => o.EnvironmentName = env.EnvironmentName);")]
    [InlineData("Guard.Configure(o => o.EnvironmentName = config[\"Stage\"]);")]
    [InlineData("Guard.Configure(o => o.EnvironmentName = \"Production\");")]
    [InlineData("Guard.Configure(o => o.EnvironmentName = args.Length > 0 ? \"Development\" : null);")]
    [InlineData("Guard.Configure(o => o.AllowedEnvironments = [\"Development\", \"Staging\"]);")]
    [InlineData("Guard.Configure(o => o.Confirmation = new Asking(chat));")]
    [InlineData("Guard.Configure(o => o.Confirmation = new TerminalConfirmation());")]
    [InlineData("Guard.Configure(o => { if (args.Length == 0) o.Confirmation = new Asking(chat); });")]
    [InlineData("env.EnvironmentName = \"Development\";")]
    [InlineData("Environment.SetEnvironmentVariable(\"DOTNET_ENVIRONMENT\", \"Development\");")]
    public Task What_a_program_sets_up_by_right(string code) => Verify.Destructive(In(code));

    [Fact]
    public async Task Tests_answer_by_right() => Assert.Empty(await new Incidents.Build
    {
        Source = Start.Replace("{|AG0102:", "").Replace("|}(", "(") + "static class SetUp { static void Now() => Guard.Configure(o => { o.EnvironmentName = \"Development\"; o.Confirmation = new Auto(); }); }",
        Properties = [("IsTestProject", "true")],
    }.RunAsync());

    private static string In(string code) => Start + $$"""
        class SetUp
        {
            const string Dev = "Development";
            void M(IHostEnvironment env, IConfiguration config, string[] args, IChat chat) { {{code}} }
        }
        """;
}
