namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Checks that stand in a list and are asked together: all of them, or one by one in a loop that leaves at the first that fails.</summary>
public sealed class ListedCheckTests
{
    private const string Bools = "bool[] checks = [env.IsDevelopment(), force]; ";
    private const string Functions = "Func<bool>[] checks = [() => env.IsDevelopment(), () => force]; ";
    private const string Blockers = "bool[] blockers = [env.IsProduction(), !force]; ";
    private const string Both = "environment, confirmation";

    [Theory]
    [InlineData(Bools + "if (!checks.All(c => c)) return; Wipe();", Both)]
    [InlineData(Bools + "if (checks.Any(c => !c)) return; Wipe();", Both)]
    [InlineData(Bools + "if (checks.Contains(false)) return; Wipe();", Both)]
    [InlineData(Bools + "if (checks.Count(c => !c) > 0) return; Wipe();", Both)]
    [InlineData(Bools + "if (Array.TrueForAll(checks, c => c)) Wipe();", Both)]
    [InlineData("var checks = new[] { env.IsDevelopment(), force, args.Length > 0 }; if (checks.All(c => c)) Wipe();", Both)]
    [InlineData("var checks = new List<bool> { env.IsDevelopment(), force }; if (!checks.TrueForAll(c => c)) return; Wipe();", Both)]
    [InlineData("var checks = new List<bool>(); checks.Add(env.IsDevelopment()); checks.Add(force); if (checks.Exists(c => !c)) return; Wipe();", Both)]
    [InlineData(Blockers + "if (blockers.Any(b => b)) return; Wipe();", Both)]
    [InlineData(Blockers + "if (blockers.Contains(true)) return; Wipe();", Both)]
    [InlineData(Functions + "if (!checks.All(c => c())) return; Wipe();", Both)]
    [InlineData("var checks = new List<(string Name, bool Ok)> { (\"a\", env.IsDevelopment()), (\"b\", force) }; var failed = checks.Where(c => !c.Ok).Select(c => c.Name).ToList(); if (failed.Count > 0) return; Wipe();", Both)]
    [InlineData("private static void Require(params bool[] conditions) { foreach (var c in conditions) if (!c) throw new InvalidOperationException(); } public void Run(bool force) { Require(env.IsDevelopment(), force); Wipe(); }", Both, "members")]
    [InlineData("private static bool All(params bool[] conditions) => conditions.All(c => c); public void Run(bool force) { if (!All(env.IsDevelopment(), force)) return; Wipe(); }", Both, "members")]
    [InlineData("private async Task<bool> Dev() { await Task.Yield(); return env.IsDevelopment(); } private async Task<bool> Ask() { await Task.Yield(); return Console.ReadLine() == \"yes\"; } public async Task Run() { var results = await Task.WhenAll(Dev(), Ask()); if (!results.All(r => r)) return; Wipe(); }", Both, "members")]
    [InlineData(Bools + "if (!checks.Aggregate(true, (all, c) => all && c)) return; Wipe();", Both)]
    [InlineData(Bools + "if (!checks.Aggregate((all, c) => all & c)) return; Wipe();", Both)]
    [InlineData(Functions + "if (!checks.Aggregate(true, (all, c) => all && c())) return; Wipe();", Both)]
    [InlineData(Blockers + "if (blockers.Aggregate(false, (any, b) => any || b)) return; Wipe();", Both)]
    public void All_are_asked(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);

    [Theory]
    [InlineData(Bools + "foreach (var c in checks) { if (!c) return; } Wipe();", Both)]
    [InlineData(Functions + "foreach (var c in checks) { if (!c()) return; } Wipe();", Both)]
    [InlineData(Functions + "foreach (var c in checks) { var passed = c(); Console.WriteLine(passed); if (!passed) throw new InvalidOperationException(); } Wipe();", Both)]
    [InlineData(Blockers + "foreach (var b in blockers) { if (b) return; } Wipe();", Both)]
    [InlineData("foreach (var c in new[] { env.IsDevelopment(), force }) { if (!c) return; } Wipe();", Both)]
    [InlineData("var checks = new List<Func<bool>> { () => env.IsDevelopment() }; checks.Add(() => force); foreach (var c in checks) if (!c()) return; Wipe();", Both)]
    [InlineData("var checks = new (string Name, Func<bool> Ok)[] { (\"a\", () => env.IsDevelopment()), (\"b\", () => force) }; foreach (var (name, ok) in checks) { if (!ok()) throw new InvalidOperationException(name); } Wipe();", Both)]
    [InlineData("var checks = new[] { (env.IsDevelopment(), \"a\"), (force, \"b\") }; foreach (var (ok, why) in checks) { if (!ok) throw new InvalidOperationException(why); } Wipe();", Both)]
    [InlineData("private void Dev() { if (!env.IsDevelopment()) throw new InvalidOperationException(); } private void Ask() { if (Console.ReadLine() != \"yes\") throw new InvalidOperationException(); } public void Run() { Action[] guards = [Dev, Ask]; foreach (var g in guards) g(); Wipe(); }", Both, "members")]
    [InlineData("private async Task<bool> Dev() { await Task.Yield(); return env.IsDevelopment(); } public async Task Run(bool force) { Func<Task<bool>>[] guards = [Dev, async () => { await Task.Yield(); return force; }]; foreach (var g in guards) if (!await g()) return; Wipe(); }", Both, "members")]
    [InlineData("private record Check(string Name, Func<bool> Passes); public void Run(bool force) { Check[] checks = [new(\"a\", () => env.IsDevelopment()), new(\"b\", () => force)]; foreach (var check in checks) { if (!check.Passes()) throw new InvalidOperationException(check.Name); } Wipe(); }", Both, "members")]
    public void One_by_one(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);

    [Theory]
    [InlineData("List<Func<bool>> _checks", "foreach (var c in _checks) { if (!c()) return; } Wipe();", Both)]
    [InlineData("Func<bool>[] _checks", "if (!_checks.All(c => c())) return; Wipe();", Both)]
    [InlineData("IReadOnlyList<Func<bool>> _checks", "if (this._checks.Any(c => !c())) return; Wipe();", Both)]
    [InlineData("Func<bool>[] _checks", "if (!Array.TrueForAll(_checks, c => c())) return; Wipe();", Both)]
    [InlineData("List<Func<bool>> _checks", "if (!_checks.Any(c => c())) return; Wipe();", "nothing")]
    [InlineData("List<Func<bool>> _checks", "_checks.Clear(); foreach (var c in _checks) { if (!c()) return; } Wipe();", "nothing")]
    [InlineData("Func<bool>[] _checks", "_checks[0] = _checks[1] = () => true; if (!_checks.All(c => c())) return; Wipe();", "nothing")]
    [InlineData("List<Func<bool>> _checks", "Change(_checks); if (!_checks.All(c => c())) return; Wipe();", "nothing")]
    [InlineData("List<Func<bool>> _checks", "var all = _checks; all.Clear(); if (!_checks.All(c => c())) return; Wipe();", "nothing")]
    public void Kept_in_a_field(string field, string code, string proven)
    {
        const string Checks = "[() => env.IsDevelopment(), () => Console.ReadLine() == \"yes\"]";
        GuardHarness.Check($"private readonly {field} = {Checks}; private static extern void Change(List<Func<bool>> checks); public void Run() {{ {code} }}", proven, "members");
        GuardHarness.Check($"public class Cleaner {{ private readonly {field}; public Cleaner(IHostEnvironment env) {{ {field.Split(' ')[1]} = {Checks}; }} private static extern void Change(List<Func<bool>> checks); public void Run() {{ {code} }} }}", proven, "file");
    }

    [Theory]
    [InlineData("public readonly Func<bool>[] Checks")]
    [InlineData("private Func<bool>[] Checks")]
    public void A_field_that_others_may_fill(string field) =>
        GuardHarness.Check($"{field} = [() => env.IsDevelopment(), () => Console.ReadLine() == \"yes\"]; public void Run() {{ if (!Checks.All(c => c())) return; Wipe(); }}", "nothing", "members");

    [Theory]
    [InlineData(Bools + "if (checks.Any(c => c)) Wipe();")]
    [InlineData(Bools + "if (checks.Contains(true)) Wipe();")]
    [InlineData(Bools + "if (checks.Contains(false)) Wipe();")]
    [InlineData(Bools + "if (checks.Count(c => c) > 0) Wipe();")]
    [InlineData(Bools + "if (checks.All(c => c || true)) Wipe();")]
    [InlineData(Bools + "if (checks.All(c => c == c)) Wipe();")]
    [InlineData(Bools + "if (checks.Skip(2).All(c => c)) Wipe();")]
    [InlineData(Bools + "if (checks.Where(c => c).ToList().Count == 0) return; Wipe();")]
    [InlineData(Bools + "foreach (var c in checks) { if (c) Wipe(); }")]
    [InlineData(Bools + "foreach (var c in checks) { if (!c) break; } Wipe();")]
    [InlineData(Bools + "var ok = false; foreach (var c in checks) { if (c) { ok = true; break; } } if (!ok) return; Wipe();")]
    [InlineData(Bools + "if (!checks.Aggregate(true, (all, c) => all || c)) return; Wipe();")]
    [InlineData(Bools + "if (!checks.Aggregate(false, (any, c) => any || c)) return; Wipe();")]
    [InlineData(Bools + "if (!checks.Aggregate(true, (all, c) => c)) return; Wipe();")]
    [InlineData(Bools + "if (!checks.Aggregate(true, (all, c) => all)) return; Wipe();")]
    [InlineData(Bools + "if (!checks.Aggregate(true, (all, c) => all && c, all => !all)) return; Wipe();")]
    [InlineData(Functions + "if (!checks.Aggregate(true, (all, c) => { c(); return all; })) return; Wipe();")]
    [InlineData(Bools + "checks[0] = true; checks[1] = true; if (!checks.All(c => c)) return; Wipe();")]
    [InlineData(Functions + "foreach (var c in checks) { if (!c()) Console.WriteLine(); } Wipe();")]
    [InlineData(Functions + "foreach (var c in checks) { if (c()) continue; } Wipe();")]
    [InlineData(Functions + "checks[0] = checks[1] = () => true; foreach (var c in checks) { if (!c()) return; } Wipe();")]
    [InlineData("Func<bool>[] checks = [() => true, () => true]; foreach (var c in checks) { if (!c()) return; } Wipe();")]
    [InlineData("var checks = new List<bool> { env.IsDevelopment(), force }; checks.Clear(); if (!checks.All(c => c)) return; Wipe();")]
    [InlineData("var checks = new List<bool> { env.IsDevelopment(), force }; checks.RemoveAll(c => !c); if (!checks.All(c => c)) return; Wipe();")]
    [InlineData("var checks = new List<bool>(); if (Flip()) { checks.Add(env.IsDevelopment()); checks.Add(force); } if (!checks.All(c => c)) return; Wipe();")]
    [InlineData("var checks = new List<Func<bool>>(); if (Flip()) { checks.Add(() => env.IsDevelopment()); checks.Add(() => force); } foreach (var c in checks) if (!c()) return; Wipe();")]
    [InlineData("bool[] checks = [env.IsDevelopment(), !env.IsStaging()]; foreach (var c in checks) { if (c) Work(); else Console.WriteLine(); } Wipe();")]
    [InlineData(Bools + "foreach (var c in checks) { if (c) break; } bool[] others = [Flip(), args.Length > 0]; foreach (var c in others) { if (!c) return; } Wipe();")]
    [InlineData("private static bool AnyOf(params bool[] conditions) => conditions.Any(c => c); public void Run(bool force) { if (!AnyOf(env.IsDevelopment(), force)) return; Wipe(); }", "members")]
    public void Only_some_are_asked(string code, string form = "statements") => GuardHarness.Check(code, "nothing", form);
}
