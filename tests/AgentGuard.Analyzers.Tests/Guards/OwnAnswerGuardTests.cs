namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Checks that the program has answered before it asks: lists that let everything through, keys and services that it fills, switches that it turns on.</summary>
public sealed class OwnAnswerGuardTests
{
    private const string Comparers = """
        public sealed class Any : IEqualityComparer<string> { public bool Equals(string a, string b) => true; public int GetHashCode(string s) => 0; }
        public sealed class AnyCase : IEqualityComparer<string> { public bool Equals(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase); public int GetHashCode(string s) => 0; }

        """;

    [Theory]
    [InlineData("string[] allowed = [\"Development\"]; if (!allowed.Contains(env.EnvironmentName, new Any())) return; Wipe();", "nothing")]
    [InlineData("var allowed = new HashSet<string>(new Any()) { \"Development\" }; if (!allowed.Contains(env.EnvironmentName)) return; Wipe();", "nothing")]
    [InlineData("var allowed = new HashSet<string>(EqualityComparer<string>.Create((a, b) => true, s => 0)) { \"Development\" }; if (!allowed.Contains(env.EnvironmentName)) return; Wipe();", "nothing")]
    [InlineData("string[] allowed = [\"Development\"]; if (!allowed.Contains(env.EnvironmentName, new AnyCase())) return; Wipe();", "environment")]
    [InlineData("string[] allowed = [\"Development\"]; if (!allowed.Contains(env.EnvironmentName, StringComparer.OrdinalIgnoreCase)) return; Wipe();", "environment")]
    [InlineData("var allowed = new HashSet<string>(new AnyCase()) { \"Development\" }; if (!allowed.Contains(env.EnvironmentName)) return; Wipe();", "environment")]
    public void Comparers_of_lists(string code, string proven) => GuardHarness.Check(Comparers + $"public sealed class Job(IHostEnvironment env) {{ public void Run() {{ {code} }} }}", proven, "file");

    [Theory]
    [InlineData("var allowed = new List<string> { \"Development\" }; allowed.Add(env.EnvironmentName); if (!allowed.Contains(env.EnvironmentName)) return; Wipe();", "nothing")]
    [InlineData("var allowed = new[] { \"Development\", env.EnvironmentName }; if (!allowed.Contains(env.EnvironmentName)) return; Wipe();", "nothing")]
    [InlineData("var name = env.EnvironmentName; var allowed = new List<string>(); allowed.Add(name); if (!allowed.Contains(name)) return; Wipe();", "nothing")]
    [InlineData("options.AllowedEnvironments.Add(env.EnvironmentName); if (!options.AllowedEnvironments.Contains(env.EnvironmentName)) return; Wipe();", "nothing")]
    [InlineData("private readonly HashSet<string> _allowed = [\"Development\", env.EnvironmentName]; public void Run() { if (!_allowed.Contains(env.EnvironmentName)) return; Wipe(); }", "nothing", "members")]
    [InlineData("var allowed = new List<string> { \"Development\" }; allowed.Add(\"Test\"); if (!allowed.Contains(env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("options.AllowedEnvironments.Add(\"Test\"); if (!options.AllowedEnvironments.Contains(env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("var seen = new List<string>(); seen.Add(env.EnvironmentName); if (!options.AllowedEnvironments.Contains(env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("private readonly HashSet<string> _allowed = new(config.GetSection(\"Allowed\").Get<string[]>()); public void Run() { if (!_allowed.Contains(env.EnvironmentName)) return; Wipe(); }", "environment", "members")]
    public void What_is_sought_is_put_into_the_list(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);

    [Theory]
    [InlineData("new Dictionary<string, string> { [\"Force\"] = \"true\" }", "nothing")]
    [InlineData("new Dictionary<string, string> { { \"Force\", \"true\" } }", "nothing")]
    [InlineData("new[] { new KeyValuePair<string, string>(\"Force\", \"true\") }", "nothing")]
    [InlineData("new[] { new KeyValuePair<string, string>(\"Force\", \"false\") }", "confirmation")]
    [InlineData("new Dictionary<string, string> { { \"Verbose\", \"true\" } }", "confirmation")]
    [InlineData("new[] { new KeyValuePair<string, string>(\"Force\", args[0]) }", "confirmation")]
    public void Keys_of_a_configuration(string given, string proven) =>
        GuardHarness.Check($"var built = new ConfigurationBuilder().AddInMemoryCollection({given}).Build(); if (!built.GetValue<bool>(\"Force\")) return; Wipe();", proven, "statements");

    [Theory]
    [InlineData("AddCommandLine([\"--force\", \"true\"])", "nothing")]
    [InlineData("AddCommandLine([\"--force=true\"])", "nothing")]
    [InlineData("AddCommandLine(args.Append(\"/force=yes\").ToArray())", "nothing")]
    [InlineData("AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(\"{ \\\"Force\\\": true }\")))", "nothing")]
    [InlineData("AddCommandLine([\"--force\", \"false\"])", "confirmation")]
    [InlineData("AddCommandLine([\"--force=false\", \"--verbose=true\"])", "confirmation")]
    [InlineData("AddCommandLine(args.Prepend(\"--verbose\").ToArray())", "confirmation")]
    [InlineData("AddCommandLine(args)", "confirmation")]
    [InlineData("AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(\"{ \\\"Force\\\": false, \\\"Verbose\\\": true }\")))", "confirmation")]
    public void Sources_of_a_configuration(string source, string proven) =>
        GuardHarness.Check($"var built = new ConfigurationBuilder().{source}.Build(); if (!built.GetValue<bool>(\"Force\")) return; Wipe();", proven, "statements");

    [Theory]
    [InlineData("File.WriteAllText(\"own.json\", \"{ \\\"Force\\\": true }\");", "nothing")]
    [InlineData("File.WriteAllText(\"own.json\", \"{ \\\"Force\\\": false }\");", "confirmation")]
    [InlineData("File.WriteAllText(\"own.json\", \"{ \\\"Other\\\": { \\\"Force\\\": true } }\");", "confirmation")]
    [InlineData("File.WriteAllText(\"own.json\", \"{ \\\"Force\\\": null }\");", "confirmation")]
    [InlineData("File.WriteAllText(\"notes.txt\", \"{ \\\"Force\\\": true }\");", "confirmation")]
    [InlineData("File.WriteAllText(\"own.json\", \"{ \\\"Verbose\\\": true }\");", "confirmation")]
    public void Files_that_are_read_as_configuration(string written, string proven) =>
        GuardHarness.Check($"{written} var built = new ConfigurationBuilder().AddJsonFile(\"own.json\").Build(); if (!built.GetValue<bool>(\"Force\")) return; Wipe();", proven, "statements");

    [Theory]
    [InlineData("File.WriteAllText(\"own.json\", \"{ \\\"Reset\\\": { \\\"Note\\\": \\\"x\\\", \\\"Force\\\": true } }\");", "nothing")]
    [InlineData("File.WriteAllText(\"own.json\", \"{ \\\"Reset\\\": { \\\"Log\\\": { \\\"Level\\\": 1 } }, \\\"Force\\\": true }\");", "confirmation")]
    [InlineData("var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(\"own.json\")); json[\"Reset\"][\"Force\"] = true; File.WriteAllText(\"own.json\", json.ToJsonString());", "nothing")]
    [InlineData("var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(\"own.json\")); json[\"Other\"][\"Force\"] = true; File.WriteAllText(\"own.json\", json.ToJsonString());", "confirmation")]
    [InlineData("var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(\"own.json\")); json[\"Reset\"][\"Force\"] = force; File.WriteAllText(\"own.json\", json.ToJsonString());", "confirmation")]
    public void Sections_of_a_file(string written, string proven) =>
        GuardHarness.Check($"{written} var built = new ConfigurationBuilder().AddJsonFile(\"own.json\").Build(); if (!built.GetValue<bool>(\"Reset:Force\")) return; Wipe();", proven, "statements");

    [Theory]
    [InlineData("public string EnvironmentName { get; set; } = Environments.Development;", "nothing")]
    [InlineData("public string EnvironmentName { get => inner.EnvironmentName; set { } }", "environment")]
    public void Environments_that_take_after_another(string name, string proven) => GuardHarness.Check($$"""
        using Microsoft.Extensions.FileProviders;
        public sealed class Copy(IHostEnvironment inner) : IHostEnvironment { {{name}} public string ApplicationName { get; set; } = inner.ApplicationName; public string ContentRootPath { get; set; } public IFileProvider ContentRootFileProvider { get; set; } }
        public sealed class Cleaner(IHostEnvironment env) { public void Run() { var copy = new Copy(env); if (copy.IsDevelopment()) Wipe(); } }
        """, proven, "file");

    [Theory]
    [InlineData("public static string GetEnvironmentVariable(string name) => \"Development\";", "nothing")]
    [InlineData("public static string GetEnvironmentVariable(string name) => System.Environment.GetEnvironmentVariable(name);", "environment")]
    public void A_class_that_is_called_like_the_one_of_the_base_library(string method, string proven) => GuardHarness.Check($$"""
        namespace App
        {
            public static class Environment { {{method}} }
            public sealed class Cleaner { public void Run() { if (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == "Development") Wipe(); } }
        }
        """, proven, "file");

    [Theory]
    [InlineData("args = [.. args, \"--yes\"];", "nothing")]
    [InlineData("args = args.Append(\"--yes\").ToArray();", "nothing")]
    [InlineData("args = new[] { \"--yes\" }.Concat(args).ToArray();", "nothing")]
    [InlineData("args = [.. args, \"--verbose\"];", "confirmation")]
    [InlineData("args = args.Where(a => a != \"--yes\").ToArray();", "confirmation")]
    [InlineData("if (Console.ReadLine() == \"yes\") args = [.. args, \"--yes\"];", "confirmation")]
    [InlineData("string[] others = [.. args, \"--yes\"];", "confirmation")]
    [InlineData("var known = args.Contains(\"--yes\");", "confirmation")]
    public void Arguments_that_are_added(string before, string proven) => GuardHarness.Check(before + " if (!args.Contains(\"--yes\")) return; Wipe();", proven, "statements");

    [Theory]
    [InlineData("services.AddSingleton<IHostEnvironment>(new Own());", "nothing")]
    [InlineData("services.AddSingleton<IHostEnvironment, Own>();", "nothing")]
    [InlineData("var own = new Own { EnvironmentName = \"Test\" }; services.AddScoped<IHostEnvironment>(_ => own); services.AddSingleton<IHostEnvironment>(own);", "nothing")]
    [InlineData("services.AddSingleton<IHostEnvironment>(given);", "environment")]
    [InlineData("services.AddSingleton<IHostEnvironment>(new Told(name));", "environment")]
    [InlineData("services.AddSingleton<IHostEnvironment, Told>();", "environment")]
    [InlineData("if (name is null) services.AddSingleton<IHostEnvironment>(new Own());", "environment")]
    [InlineData("services.AddSingleton<Own>();", "environment")]
    public void Services(string registration, string proven) => GuardHarness.Check($$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.FileProviders;
        public class Own : IHostEnvironment { public string EnvironmentName { get; set; } = "Development"; public string ApplicationName { get; set; } public string ContentRootPath { get; set; } public IFileProvider ContentRootFileProvider { get; set; } }
        public class Told(string name) : IHostEnvironment { public string EnvironmentName { get; set; } = name; public string ApplicationName { get; set; } public string ContentRootPath { get; set; } public IFileProvider ContentRootFileProvider { get; set; } }
        public static class Setup { public static void Add(IServiceCollection services, IHostEnvironment given, string name) { {{registration}} } }
        public sealed class Job(IHostEnvironment env) { public void Run() { if (!env.IsDevelopment()) return; Wipe(); } }
        """, proven, "file");

    [Theory]
    [InlineData("private bool _confirmed; private void Confirm() { _confirmed = true; } public void Run() { Confirm(); if (!_confirmed) return; Wipe(); }", "nothing")]
    [InlineData("private bool _force; public void EnableForce() => _force = true; public void Run() { EnableForce(); if (_force) Wipe(); }", "nothing")]
    [InlineData("private bool Force { get; set; } private void Prepare() { Console.WriteLine(); this.Force = true; } public void Run() { Prepare(); if (Force) Wipe(); }", "nothing")]
    [InlineData("private bool _confirmed; public Job() : this(null, null, null, null) { _confirmed = true; } public void Run() { Work(); if (!_confirmed) return; Wipe(); }", "nothing")]
    [InlineData("private bool _confirmed; private void Confirm() { if (Console.ReadLine() == \"yes\") _confirmed = true; } public void Run() { Confirm(); if (!_confirmed) return; Wipe(); }", "confirmation")]
    [InlineData("private bool _confirmed; private void Confirm() { if (Console.ReadLine() != \"yes\") throw new InvalidOperationException(); _confirmed = true; } public void Run() { Confirm(); if (!_confirmed) return; Wipe(); }", "confirmation")]
    [InlineData("private bool _force; private void EnableForce() => _force = true; public void Run(string[] args) { if (args.Contains(\"--yes\")) EnableForce(); if (!_force) return; Wipe(); }", "confirmation")]
    [InlineData("private bool _force; private void Parse(string[] args) { foreach (var a in args) { switch (a) { case \"--force\": _force = true; break; } } } public void Run(string[] args) { Parse(args); if (!_force) return; Wipe(); }", "confirmation")]
    [InlineData("private bool _confirmed; private void OnConfirm(object sender, EventArgs e) => _confirmed = true; private void OnDelete(object sender, EventArgs e) { if (!_confirmed) return; Wipe(); }", "confirmation")]
    public void Switches_that_a_method_turns_on(string code, string proven) => GuardHarness.Check(code, proven, "members");

    [Theory]
    [InlineData("private bool _confirmed; public Cleaner() { _confirmed = true; }", "nothing")]
    [InlineData("private bool _confirmed; public Cleaner() { } public Cleaner(int x) { _confirmed = true; }", "nothing")]
    [InlineData("private bool _confirmed; public Cleaner(bool confirmed) { _confirmed = confirmed; }", "confirmation")]
    [InlineData("private bool _confirmed; public Cleaner(IHostEnvironment env) { _confirmed = env.IsDevelopment(); }", "environment")]
    [InlineData("private bool _confirmed; public event EventHandler Click; public Cleaner() { Click += (s, e) => _confirmed = true; }", "confirmation")]
    [InlineData("private bool _confirmed; public Cleaner() { _confirmed = true; } public void Read(bool confirmed) => _confirmed = confirmed;", "confirmation")]
    public void Switches_that_a_constructor_sets(string members, string proven) => GuardHarness.Check($"public sealed class Cleaner {{ {members} public void Run() {{ if (!_confirmed) return; Wipe(); }} }}", proven, "file");

    [Theory]
    [InlineData("private bool _confirmed; private void Confirm() { _confirmed = true; } private void Clean() { if (!_confirmed) return; Wipe(); } public void Run() { Confirm(); Clean(); }", "nothing")]
    [InlineData("private bool _confirmed; private void Clean() { if (!_confirmed) return; Wipe(); } public void Run() { this._confirmed = true; Clean(); }", "nothing")]
    [InlineData("private bool _confirmed; private void Clean() { if (!_confirmed) return; Wipe(); } public void Run() { if (Console.ReadLine() != \"yes\") return; _confirmed = true; Clean(); }", "confirmation")]
    [InlineData("private bool _confirmed; private void Clean() { if (!_confirmed) return; Wipe(); } public void Run() { if (Console.ReadLine() == \"yes\") _confirmed = true; Clean(); }", "confirmation")]
    [InlineData("private bool _confirmed; private void Confirm() { if (Console.ReadLine() == \"yes\") _confirmed = true; } private void Clean() { if (!_confirmed) return; Wipe(); } public void Run() { Confirm(); Clean(); }", "confirmation")]
    [InlineData("private bool _confirmed; private void Clean() { if (!_confirmed) return; Wipe(); } public void Run() { _confirmed = true; Clean(); } public void Again(bool confirmed) { _confirmed = confirmed; Clean(); }", "confirmation")]
    [InlineData("private bool _confirmed; public void Confirm() { _confirmed = true; } public void Clean() { if (!_confirmed) return; Wipe(); }", "confirmation")]
    [InlineData("private bool _confirmed; private void Clean() { if (!_confirmed) return; Wipe(); } public void Run() { Clean(); _confirmed = true; }", "confirmation")]
    public void Switches_that_each_caller_turns_on(string code, string proven) => GuardHarness.Check(code, proven, "members");

    [Theory]
    [InlineData("new Cleaner(_ => true).Run();", "nothing")]
    [InlineData("Func<string, bool> yes = _ => true; new Cleaner(yes).Run();", "nothing")]
    [InlineData("Cleaner made = new(_ => { return true; }); made.Run();", "nothing")]
    [InlineData("new Cleaner(question => Console.ReadLine() == question).Run();", "confirmation")]
    [InlineData("new Cleaner(_ => true).Run(); new Cleaner(ask).Run();", "confirmation")]
    [InlineData("new Cleaner(_ => false).Run();", "confirmation")]
    [InlineData("", "confirmation")]
    public void Questions_that_are_handed_in(string made, string proven)
    {
        foreach (var members in new[] { "(Func<string, bool> confirm) { ", " { private readonly Func<string, bool> confirm; public Cleaner(Func<string, bool> confirm) { this.confirm = confirm; } " })
            GuardHarness.Check($"public static class Program {{ public static void Go(Func<string, bool> ask) {{ {made} }} }} public sealed class Cleaner{members} public void Run() {{ if (!confirm(\"Sure?\")) return; Wipe(); }} }}", proven, "file");
    }

    [Theory]
    [InlineData("Clean(_ => Task.FromResult(true));", "nothing")]
    [InlineData("Clean(async _ => true);", "nothing")]
    [InlineData("Clean(ask);", "confirmation")]
    [InlineData("Clean(_ => Task.FromResult(true)); Clean(ask);", "confirmation")]
    public void Questions_of_a_method(string called, string proven) =>
        GuardHarness.Check($"public void Go(Func<string, Task<bool>> ask) {{ {called} }} public async Task Clean(Func<string, Task<bool>> confirm) {{ if (!await confirm(\"Sure?\")) return; Wipe(); }}", proven, "members");
}
