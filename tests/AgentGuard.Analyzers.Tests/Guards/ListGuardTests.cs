namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Lists of names that are asked in other ways than by Contains, lists that change, and numbers that stand for a check.</summary>
public sealed class ListGuardTests
{
    [Theory]
    [InlineData("string[] allowed = [\"Development\", \"Test\"]; if (!allowed.Any(x => x == env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("var allowed = new[] { \"Development\", \"Test\" }; if (allowed.Any(x => string.Equals(x, env.EnvironmentName, StringComparison.OrdinalIgnoreCase))) Wipe();", "environment")]
    [InlineData("static readonly string[] Allowed = [\"Development\"]; void Run() { if (!Allowed.Any(a => a.Equals(env.EnvironmentName, StringComparison.OrdinalIgnoreCase))) throw new InvalidOperationException(); Wipe(); }", "environment", "members")]
    [InlineData("if (!options.AllowedEnvironments.Any(x => x == env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("if (!options.AllowedEnvironments.Exists(x => x == env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("if (!Array.Exists(new[] { \"Development\", \"Staging\" }, x => x == env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("if (Array.IndexOf(new[] { \"Development\", \"Staging\" }, env.EnvironmentName) < 0) return; Wipe();", "environment")]
    [InlineData("if (Array.IndexOf(new[] { \"Development\", \"Staging\" }, env.EnvironmentName) >= 0) Wipe();", "environment")]
    [InlineData("if (options.AllowedEnvironments.IndexOf(env.EnvironmentName) == -1) return; Wipe();", "environment")]
    [InlineData("if (options.AllowedEnvironments.IndexOf(env.EnvironmentName) != -1) Wipe();", "environment")]
    [InlineData("string[] forbidden = [\"Production\"]; if (forbidden.Any(x => x == env.EnvironmentName)) Wipe();", "nothing")]
    [InlineData("string[] allowed = [\"Development\", \"Production\"]; if (allowed.Any(x => x == env.EnvironmentName)) Wipe();", "nothing")]
    [InlineData("string[] forbidden = [\"Production\", \"Prod\"]; if (forbidden.Any(x => x == env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("string[] forbidden = [\"Production\"]; if (forbidden.Contains(env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("string[] allowed = [\"Development\"]; if (allowed.Any(x => x != env.EnvironmentName)) Wipe();", "nothing")]
    [InlineData("string[] forbidden = [\"Production\"]; if (forbidden.All(x => x != env.EnvironmentName)) Wipe();", "environment")]
    [InlineData("string[] allowed = [\"Development\"]; if (allowed.All(x => x == env.EnvironmentName)) Work(); else Wipe();", "nothing")]
    [InlineData("if (args.Any(x => x == env.EnvironmentName)) Wipe();", "nothing")]
    public void Lists_that_are_asked(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);

    [Theory]
    [InlineData("var allowed = new List<string> { \"Development\" }; allowed.Add(\"Production\"); if (allowed.Contains(env.EnvironmentName)) Wipe();", "nothing")]
    [InlineData("static readonly string[] Production = [\"Production\", \"Live\"]; void Run() { if (Production.Contains(env.EnvironmentName)) Wipe(); }", "nothing", "members")]
    [InlineData("static readonly string[] Production = [\"Production\", \"Live\"]; void Run() { if (Production.Contains(env.EnvironmentName)) throw new InvalidOperationException(); Wipe(); }", "environment", "members")]
    [InlineData("var names = new List<string> { \"Development\" }; names.Add(args[0]); if (names.Contains(env.EnvironmentName)) Wipe();", "nothing")]
    [InlineData("var names = new[] { \"Development\" }; names[0] = \"Production\"; if (names.Contains(env.EnvironmentName)) Wipe();", "nothing")]
    [InlineData("var names = new[] { \"Development\" }; names = args; if (names.Contains(env.EnvironmentName)) Wipe();", "nothing")]
    [InlineData("var names = new HashSet<string> { \"Development\" }; names.UnionWith(args); if (names.Contains(env.EnvironmentName)) Wipe();", "nothing")]
    [InlineData("var names = new List<string> { \"Development\" }; names.Add(\"Test\"); if (names.Contains(env.EnvironmentName)) Wipe();", "environment")]
    [InlineData("var names = new List<string>(); names.Add(\"Test\"); Work(); if (new[] { \"Dev\" }.Contains(env.EnvironmentName)) Wipe();", "environment")]
    [InlineData("private readonly List<string> _names = [\"Development\"]; public void Add(string name) => _names.Add(name); public void Run() { if (_names.Contains(env.EnvironmentName)) Wipe(); }", "nothing", "members")]
    [InlineData("private readonly List<string> _allowed = [\"Development\"]; public void Add(string name) => _allowed.Add(name); public void Run() { if (_allowed.Contains(env.EnvironmentName)) Wipe(); }", "environment", "members")]
    public void Lists_that_change(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);

    [Theory]
    [InlineData("bool? dev = env.IsDevelopment() ? true : null; if (dev.HasValue) Wipe();", "environment")]
    [InlineData("var blocked = 0; if (!env.IsDevelopment()) blocked = 1; if (blocked != 0) return; Wipe();", "environment")]
    [InlineData("var blocked = 0; if (!env.IsDevelopment()) blocked = 1; if (blocked > 0) return; Wipe();", "environment")]
    [InlineData("var blocked = 0; if (!env.IsDevelopment()) blocked++; if (blocked > 5) return; Wipe();", "nothing")]
    [InlineData("var rank = env.EnvironmentName switch { \"Development\" => 3, \"Staging\" => 2, _ => 0 }; if (rank >= 2) Wipe();", "environment")]
    [InlineData("var rank = env.EnvironmentName switch { \"Development\" => 3, \"Production\" => 2, _ => 0 }; if (rank >= 2) Wipe();", "nothing")]
    [InlineData("var rank = env.IsDevelopment() ? 3 : 0; if (rank is > 1 and < 5) Wipe();", "environment")]
    [InlineData("var rank = env.IsDevelopment() ? 3 : 0; if (rank < 5) Wipe();", "nothing")]
    [InlineData("if (connection.Database.IndexOf(\"_test\") >= 0) Wipe();", "environment")]
    [InlineData("if (connection.Database.IndexOf(\"_test\") < 0) Wipe();", "nothing")]
    [InlineData("var i = 0; while (i < 3) { i++; if (env.IsDevelopment()) break; } Wipe();", "nothing")]
    public void Numbers_and_places(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);

    [Theory]
    [InlineData("var allowed = Flip() ? \"Development\" : \"Production\"; if (env.EnvironmentName == allowed) Wipe();", "nothing")]
    [InlineData("var allowed = Flip() ? \"Development\" : \"Test\"; if (env.EnvironmentName == allowed) Wipe();", "environment")]
    [InlineData("if (connection.ConnectionString.Contains(\"Server=\")) Wipe();", "nothing")]
    [InlineData("if (path.StartsWith(\"C:\\\\\")) WipeFiles();", "nothing")]
    [InlineData("var name = Flip() ? \"Development\" : \"Production\"; if (env.EnvironmentName != name) Wipe();", "nothing")]
    [InlineData("if (connection.ConnectionString.Contains(\";\")) Wipe();", "nothing")]
    [InlineData("if (connection.ConnectionString.Contains(\"Server=localhost\")) Wipe();", "environment")]
    [InlineData("if (path.StartsWith(\"C:\\\\scratch\")) WipeFiles();", "environment")]
    public void Texts_that_say_nothing(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);
}
