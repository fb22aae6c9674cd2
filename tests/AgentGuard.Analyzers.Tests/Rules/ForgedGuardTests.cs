namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>A program that sets what its guards ask answers them itself.</summary>
public sealed class ForgedGuardTests
{
    private const string Start = """
        using AgentGuard;
        using Microsoft.Extensions.Configuration;
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } }
        class Asking(IConfiguration configuration) : IConfirmationProvider
        {
            public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken token) => throw new NotSupportedException(configuration["a"]);
        }
        class Always : IConfirmationProvider
        {
            public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken token) => Task.FromResult<ConfirmationAnswer>(null);
        }

        """;

    [Theory]
    [InlineData("Environment.SetEnvironmentVariable(\"DOTNET_ENVIRONMENT\", \"Development\");")]
    [InlineData("Guard.Configure(o => o.EnvironmentName = \"Development\");")]
    [InlineData("Guard.Configure(o => { o.EnvironmentName = \"Development\"; });")]
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
    public Task The_confirmation(string code, string attribute) => Check(code, attribute);

    [Theory]
    [InlineData("Environment.SetEnvironmentVariable(\"TZ\", \"UTC\"); Store.{|AG0002:{|AG0003:Drop()|}|};", "[RequiresEnvironment(\"Development\")]")]
    [InlineData("Guard.Configure(o => o.EnvironmentName = config[\"ASPNETCORE_ENVIRONMENT\"]); Store.{|AG0002:{|AG0003:Drop()|}|};", "[RequiresEnvironment(\"Development\")]")]
    [InlineData("Store.{|AG0002:{|AG0003:Drop()|}|}; Environment.SetEnvironmentVariable(\"DOTNET_ENVIRONMENT\", \"Development\");", "[RequiresEnvironment(\"Development\")]")]
    [InlineData("Environment.SetEnvironmentVariable(\"OTHER\", \"yes\"); if (Environment.GetEnvironmentVariable(\"CONFIRM_WIPE\") == \"yes\") Store.{|AG0001:{|AG0003:Drop()|}|};", "")]
    [InlineData("Guard.Configure(o => o.Confirmation = new Always()); Guard.RequireEnvironment(\"Development\"); Store.{|AG0002:{|AG0003:Drop()|}|};", "")]
    [InlineData("Guard.Configure(o => o.Confirmation = ApprovalTokenConfirmation.FromKeyFile(path)); Store.{|AG0001:{|AG0003:Drop()|}|};", "[RequiresConfirmation]")]
    [InlineData("Guard.Configure(o => o.Confirmation = new TerminalConfirmation()); Store.{|AG0001:{|AG0003:Drop()|}|};", "[RequiresConfirmation]")]
    [InlineData("Guard.Configure(o => o.Confirmation = new Asking(config)); Store.{|AG0001:{|AG0003:Drop()|}|};", "[RequiresConfirmation]")]
    public Task What_is_set_for_something_else_says_nothing(string code, string attribute) => Check(code, attribute);

    private static Task Check(string code, string attribute = "") => Verify.Destructive(Start + $$"""
        class C
        {
            {{attribute}} async Task M(string path, IConfiguration config) { await Task.Yield(); {{code}} }
            static void SetUp() => Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", "Development");
            static void Ensure(IConfiguration config) { if (config["ASPNETCORE_ENVIRONMENT"] != "Development") throw new InvalidOperationException(); }
        }
        """);
}
