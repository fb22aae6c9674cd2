namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>A program that names its own environment at its start answers every check of it, wherever that stands.</summary>
public sealed class StartUpChoiceTests
{
    private const string Checks = """
        using AgentGuard;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } }
        public class Options { public string Environment { get; set; } }

        """;

    private const string Host = "class C(IHostEnvironment env) { void M() { if (env.IsDevelopment()) ";
    private const string Forged = "Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|}; } }";
    private const string Checked = "Store.{|AG0002:{|AG0003:Drop()|}|}; } }";

    [Theory]
    [InlineData("static class P { static void Main() { Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\"); } }")]
    [InlineData("static class P { static void Main() { SetUp(); } static void SetUp() { try { Environment.SetEnvironmentVariable(\"DOTNET_ENVIRONMENT\", Environments.Development); } finally { } } }")]
    [InlineData("class P { static P() => Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\"); }")]
    [InlineData("static class P { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Test\"); }")]
    [InlineData("static class P { static void Main(string[] args) { var builder = Host.CreateApplicationBuilder(args); builder.Environment.EnvironmentName = \"Development\"; } }")]
    [InlineData("static class P { static void Main(string[] args) => Host.CreateDefaultBuilder(args).UseEnvironment(\"Development\").Build(); }")]
    public async Task Whatever_is_asked_then(string start)
    {
        await Verify.Destructive(Checks + start + Host + Forged);
        await Verify.Destructive(Checks + start + "class C(IHostEnvironment env) { void M() { if (env.EnvironmentName != \"Development\") return; " + Forged);
        await Verify.Destructive(Checks + start + "class C { void M() { Guard.RequireEnvironment(\"Development\"); " + Forged);
        await Verify.Destructive(Checks + start + "class C { [RequiresEnvironment(\"Development\")] void M() { " + Forged);
    }

    [Theory]
    [InlineData("if (args.Length == 0) Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\");")]
    [InlineData("if (args.Length == 0) return; Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\");")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", args[0]);")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Production\");")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", null);")]
    [InlineData("Environment.SetEnvironmentVariable(\"TZ\", \"Development\");")]
    [InlineData("Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\", EnvironmentVariableTarget.User);")]
    [InlineData("#if !RELEASE\nEnvironment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\");\n#endif\n")]
    [InlineData("Action later = () => Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\");")]
    [InlineData("new P().Never(); } void Never() { if (Environment.HasShutdownStarted) Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\");")]
    public Task What_leaves_the_choice_to_somebody_else(string start) => Verify.Destructive($"{Checks}class P {{ static void Main(string[] args) {{\n{start}\n}} }}\n{Host}{Checked}");

    [Theory]
    [InlineData("class C { void M() { if (Environment.GetEnvironmentVariable(\"DOTNET_ENVIRONMENT\") == \"Development\") " + Checked)]
    [InlineData("class C(Options options) { void M() { if (options.Environment == \"Development\") " + Checked)]
    [InlineData("class C(System.Data.Common.DbConnection db) { void M() { if (db.DataSource == \"localhost\") " + Checked)]
    [InlineData("class C { [RequiresTarget(\"localhost\")] void M() { " + Checked)]
    [InlineData("class C { void M() { if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\") " + Forged)]
    [InlineData("class C(IConfiguration config) { void M() { if (config[\"ASPNETCORE_ENVIRONMENT\"] == \"Development\") " + Forged)]
    public Task What_asks_for_something_else(string check) => Verify.Destructive(Checks + "static class P { static void Main() { Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\"); } } " + check);

    [Theory]
    [InlineData("static void Main() { Console.SetIn(new StringReader(\"yes\")); }", "AG0102")]
    [InlineData("static void Main() { Console.SetIn(new StreamReader(new MemoryStream(new byte[] { 121 }))); }", "AG0102")]
    [InlineData("static void Main() { Console.SetIn(new StreamReader(Console.OpenStandardInput(8192))); }", null)]
    [InlineData("static void Main(string[] args) { if (args.Length > 1) Console.SetIn(new StringReader(args[1])); }", null)]
    public Task What_is_typed_at_the_start(string main, string? rule)
    {
        var drop = rule is null ? "{|AG0001:{|AG0003:Drop()|}|}" : "{|AG0001:{|" + rule + ":{|AG0003:Drop()|}|}|}";
        return Verify.Destructive(Checks + "static class P { " + main + " } class C { void M() { Console.Write(\"Sure? \"); if (Console.ReadLine() != \"yes\") return; Store." + drop + "; } }");
    }

    [Fact]
    public async Task Tests_choose_by_right() => Assert.DoesNotContain(await new Incidents.Build
    {
        Source = Checks + "static class P { static void Main() { Environment.SetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\", \"Development\"); } } " + Host + "Store.Drop(); } }",
        Properties = [("IsTestProject", "true")],
    }.RunAsync(), found => found.Id == "AG0102");
}
