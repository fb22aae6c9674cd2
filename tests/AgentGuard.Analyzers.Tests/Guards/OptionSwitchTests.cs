namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Switches of an application's options: what their type says they are for, and what the program sets them to itself.</summary>
public sealed class OptionSwitchTests
{
    private const string Declared = """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        public sealed class ResetOptions { public bool Enabled { get; set; } public bool Confirmed { get; set; } public bool Verbose { get; set; } }
        public sealed class TelemetryOptions { public bool Enabled { get; set; } }
        public sealed class PurgeSettings { public bool IsEnabled { get; set; } = true; public bool Allowed { get; set; } }

        """;

    [Theory]
    [InlineData("IOptionsMonitor<ResetOptions> options", "options.CurrentValue.Enabled", "confirmation")]
    [InlineData("IOptionsSnapshot<ResetOptions> options", "options.Value.Enabled", "confirmation")]
    [InlineData("IOptions<PurgeSettings> options", "options.Value.Allowed", "confirmation")]
    [InlineData("PurgeSettings options", "options is { Allowed: true }", "confirmation")]
    [InlineData("IOptions<PurgeSettings> options", "options.Value.IsEnabled", "nothing")]
    [InlineData("IOptionsMonitor<TelemetryOptions> options", "options.CurrentValue.Enabled", "nothing")]
    [InlineData("IOptionsMonitor<ResetOptions> options", "!options.CurrentValue.Enabled", "nothing")]
    [InlineData("IOptionsMonitor<ResetOptions> options", "options.CurrentValue.Verbose", "nothing")]
    public void Named_with_their_type(string parameter, string condition, string proven) =>
        GuardHarness.Check(Declared + $"public sealed class Cleaner({parameter}) {{ public void Run() {{ if (!({condition})) return; Wipe(); }} }}", proven, "file");

    [Theory]
    [InlineData("services.Configure<ResetOptions>(o => o.Confirmed = true);", "nothing")]
    [InlineData("services.PostConfigure<ResetOptions>(o => { o.Verbose = false; o.Confirmed = true; });", "nothing")]
    [InlineData("services.AddOptions<ResetOptions>().Configure(o => o.Confirmed = true);", "nothing")]
    [InlineData("services.Configure<ResetOptions>(o => o.Confirmed = yes);", "confirmation")]
    [InlineData("services.Configure<ResetOptions>(o => o.Confirmed = false);", "confirmation")]
    [InlineData("services.Configure<ResetOptions>(o => o.Verbose = true);", "confirmation")]
    [InlineData("services.Configure<TelemetryOptions>(o => o.Enabled = true);", "confirmation")]
    [InlineData("if (yes) services.Configure<ResetOptions>(o => o.Confirmed = true);", "confirmation")]
    [InlineData("services.Configure<ResetOptions>(o => { if (yes) o.Confirmed = true; });", "confirmation")]
    [InlineData("services.AddSingleton<IOptions<ResetOptions>>(new OptionsWrapper<ResetOptions>(new ResetOptions { Confirmed = true }));", "nothing")]
    [InlineData("services.AddSingleton(_ => new ResetOptions { Verbose = true, Confirmed = true });", "nothing")]
    [InlineData("services.AddSingleton(new ResetOptions { Verbose = true, Confirmed = yes });", "confirmation")]
    [InlineData("if (yes) services.AddSingleton(new ResetOptions { Confirmed = true });", "confirmation")]
    [InlineData("services.AddSingleton(_ => yes ? new ResetOptions { Confirmed = true } : new ResetOptions());", "confirmation")]
    public void Set_where_services_are_set_up(string setting, string proven) => GuardHarness.Check(
        Declared + $"public static class Setup {{ public static void Add(IServiceCollection services, bool yes) {{ {setting} }} }} public sealed class Cleaner(IOptions<ResetOptions> options) {{ public void Run() {{ if (!options.Value.Confirmed) return; Wipe(); }} }}", proven, "file");

    [Theory]
    [InlineData("Confirmed = true", "nothing")]
    [InlineData("Confirmed = yes", "confirmation")]
    [InlineData("Verbose = true, Confirmed = Console.ReadLine() == \"yes\"", "confirmation")]
    public void Made_right_before(string given, string proven) => GuardHarness.Check(
        Declared + $"public sealed class Cleaner {{ public void Run(bool yes) {{ var options = Microsoft.Extensions.Options.Options.Create(new ResetOptions {{ {given} }}); if (!options.Value.Confirmed) return; Wipe(); }} }}", proven, "file");
}
