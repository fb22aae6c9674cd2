namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>A program that sets what its guards ask answers them itself.</summary>
public sealed class ForgedGuardTests
{
    private const string Start = """
        using AgentGuard;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        public interface ISaver { void Run(string place); }
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } }
        class Asking(IConfiguration configuration) : IConfirmationProvider
        {
            public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken token) => throw new NotSupportedException(configuration["a"]);
        }
        class Auto(string by) : IConfirmationProvider
        {
            public static readonly Auto Instance = new("a");
            public Task<ConfirmationAnswer> {|AG0102:ConfirmAsync|}(ConfirmationRequest request, CancellationToken token) => Task.FromResult(ConfirmationAnswer.Yes(by));
        }
        class Always : IConfirmationProvider
        {
            public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken token) => Task.FromResult<ConfirmationAnswer>(null);
        }

        """;

    [Theory]
    [InlineData("Environment.SetEnvironmentVariable(\"DOTNET_ENVIRONMENT\", \"Development\");")]
    [InlineData("Guard.Configure(o => {|AG0102:o.EnvironmentName = \"Development\"|});")]
    [InlineData("Guard.Configure(o => { {|AG0102:o.EnvironmentName = \"Development\"|}; });")]
    [InlineData("Guard.Configure(o => {|AG0102:o.EnvironmentName = Dev|});")]
    [InlineData("Action<GuardOptions> set = o => {|AG0102:o.EnvironmentName = \"Development\"|}; Guard.Configure(set);")]
    [InlineData("Guard.Configure(Name);")]
    [InlineData("Guard.Configure(o => {|AG0102:o.AllowedEnvironments = [\"Production\"]|});")]
    [InlineData("foreach (var name in new[] { \"DOTNET_ENVIRONMENT\", \"ASPNETCORE_ENVIRONMENT\" }) Environment.SetEnvironmentVariable(name, \"Development\");")]
    [InlineData("host.UseEnvironment(\"Development\");")]
    [InlineData("Host.CreateApplicationBuilder([\"--environment\", \"Development\"]);")]
    [InlineData("Force();")]
    [InlineData("SetUp();")]
    [InlineData("config[\"ASPNETCORE_ENVIRONMENT\"] = \"Development\";")]
    public async Task The_environment(string forgery)
    {
        await Check(forgery + " Directory.{|AG0102:Delete(path, true)|};", "[RequiresEnvironment(\"Development\")]");
        await Check(forgery + " Guard.RequireEnvironment(\"Development\"); Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};");
        await Check(forgery + " Ensure(config); Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};");
        await Check(forgery + " if (config[\"ASPNETCORE_ENVIRONMENT\"] == \"Development\") Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};");
    }

    [Theory]
    [InlineData("Guard.Configure(o => o.Confirmation = new Always()); Guard.RequireConfirmation(\"shop\"); Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "")]
    [InlineData("Guard.Configure(o => o.Confirmation = new Always()); await Guard.RequireConfirmationAsync(\"shop\"); Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "")]
    [InlineData("Guard.Configure(o => o.Confirmation = new Always()); Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "[RequiresConfirmation]")]
    [InlineData("Environment.SetEnvironmentVariable(\"CONFIRM_WIPE\", \"yes\"); if (Environment.GetEnvironmentVariable(\"CONFIRM_WIPE\") == \"yes\") Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "")]
    [InlineData("Guard.Configure(o => {|AG0102:o.Confirmation = Auto.Instance|}); Guard.RequireConfirmation(\"shop\"); Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "")]
    [InlineData("Guard.Configure(o => {|AG0102:o.Confirmation = new Auto(\"ci\")|}); Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "[RequiresConfirmation]")]
    [InlineData("Environment.SetEnvironmentVariable(\"CLAUDECODE\", null); Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "[RequiresConfirmation]")]
    [InlineData("config[\"force\"] = \"true\"; if (config[\"force\"] == \"true\") Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "")]
    [InlineData("Console.SetIn(new StringReader(\"yes\")); if (Console.ReadLine() == \"yes\") Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};", "")]
    public Task The_confirmation(string code, string attribute) => Check(code, attribute);

    [Theory]
    [InlineData("Guard.RecordBackup(\"shop\", \"s3://b/shop\"); Guard.RequireBackup(\"shop\"); Store.{|AG0001:{|AG0002:{|AG0102:Drop()|}|}|};", "")]
    [InlineData("Guard.RecordBackup(\"shop\", \"s3://b/shop\"); Store.{|AG0001:{|AG0002:{|AG0102:Drop()|}|}|};", "[RequiresBackup(\"shop\")]")]
    [InlineData("Console.WriteLine(\"saved\"); Guard.RecordBackup(\"shop\", \"s3://b/shop\"); Store.{|AG0001:{|AG0002:{|AG0102:Drop()|}|}|};", "[RequiresBackup(\"shop\")]")]
    [InlineData("var place = path + \".bak\"; Guard.RecordBackup(\"shop\", place); Store.{|AG0001:{|AG0002:Drop()|}|};", "[RequiresBackup(\"shop\")]")]
    [InlineData("saver.Run(\"s3://b/shop\"); Guard.RecordBackup(\"shop\", \"s3://b/shop\"); Store.{|AG0001:{|AG0002:Drop()|}|};", "[RequiresBackup(\"shop\")]")]
    [InlineData("Store.{|AG0001:{|AG0002:Drop()|}|}; Guard.RecordBackup(\"shop\", \"s3://b/shop\");", "[RequiresBackup(\"shop\")]")]
    [InlineData("Note(); Store.{|AG0001:{|AG0002:{|AG0102:Drop()|}|}|}; static void Note() => Guard.RecordBackup(\"shop\", \"s3://b/shop\");", "[RequiresBackup(\"shop\")]")]
    [InlineData("saver.Run(\"s3://b/shop\"); Note(); Store.{|AG0001:{|AG0002:Drop()|}|}; static void Note() => Guard.RecordBackup(\"shop\", \"s3://b/shop\");", "[RequiresBackup(\"shop\")]")]
    [InlineData("Note(); Store.{|AG0001:{|AG0002:Drop()|}|}; void Note() { saver.Run(\"s3://b/shop\"); Guard.RecordBackup(\"shop\", \"s3://b/shop\"); }", "[RequiresBackup(\"shop\")]")]
    public Task The_backup(string code, string attribute) => Check(code, attribute);

    [Theory]
    [InlineData("Environment.SetEnvironmentVariable(\"TZ\", \"UTC\"); Store.{|AG0002:{|AG0003:Drop()|}|};", "[RequiresEnvironment(\"Development\")]")]
    [InlineData("Guard.Configure(o => o.EnvironmentName = config[\"ASPNETCORE_ENVIRONMENT\"]); Store.{|AG0002:{|AG0003:Drop()|}|};", "[RequiresEnvironment(\"Development\")]")]
    [InlineData("Store.{|AG0002:{|AG0003:Drop()|}|}; Environment.SetEnvironmentVariable(\"DOTNET_ENVIRONMENT\", \"Development\");", "[RequiresEnvironment(\"Development\")]")]
    [InlineData("Environment.SetEnvironmentVariable(\"OTHER\", \"yes\"); if (Environment.GetEnvironmentVariable(\"CONFIRM_WIPE\") == \"yes\") Store.{|AG0001:{|AG0003:Drop()|}|};", "")]
    [InlineData("Guard.Configure(o => o.Confirmation = new Always()); Guard.RequireEnvironment(\"Development\"); Store.{|AG0002:{|AG0003:Drop()|}|};", "")]
    [InlineData("config[\"other\"] = \"true\"; if (config[\"force\"] == \"true\") Store.{|AG0001:{|AG0003:Drop()|}|};", "")]
    [InlineData("config[\"force\"] = path; if (config[\"force\"] == \"true\") Store.{|AG0001:{|AG0003:Drop()|}|};", "")]
    [InlineData("Console.SetIn(new StreamReader(Console.OpenStandardInput(), null, false, 8192)); if (Console.ReadLine() == \"yes\") Store.{|AG0001:{|AG0003:Drop()|}|};", "")]
    [InlineData("host.UseEnvironment(path); Store.{|AG0002:{|AG0003:Drop()|}|};", "[RequiresEnvironment(\"Development\")]")]
    [InlineData("Host.CreateApplicationBuilder([\"--urls\", \"http://*\"]); Store.{|AG0002:{|AG0003:Drop()|}|};", "[RequiresEnvironment(\"Development\")]")]
    [InlineData("Guard.Configure(o => o.Confirmation = ApprovalTokenConfirmation.FromKeyFile(path)); Store.{|AG0001:{|AG0003:Drop()|}|};", "[RequiresConfirmation]")]
    [InlineData("Guard.Configure(o => o.Confirmation = new TerminalConfirmation()); Store.{|AG0001:{|AG0003:Drop()|}|};", "[RequiresConfirmation]")]
    [InlineData("Guard.Configure(o => o.Confirmation = new Asking(config)); Store.{|AG0001:{|AG0003:Drop()|}|};", "[RequiresConfirmation]")]
    public Task What_is_set_for_something_else_says_nothing(string code, string attribute) => Check(code, attribute);

    private static Task Check(string code, string attribute = "") => Verify.Destructive(Start + $$"""
        class C(IHostEnvironment env, IHostBuilder host, ISaver saver)
        {
            const string Dev = "Development";
            {{attribute}} async Task M(string path, IConfiguration config) { await Task.Yield(); {{code}} }
            static void Name(GuardOptions o) => {|AG0102:o.EnvironmentName = Dev|};
            void Force() => env.EnvironmentName = "Development";
            static void SetUp() => Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", "Development");
            static void Ensure(IConfiguration config) { if (config["ASPNETCORE_ENVIRONMENT"] != "Development") throw new InvalidOperationException(); }
        }
        """);
}
