using AgentGuard.Analyzers.Guards;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>What a validation gives back when there is nothing against it: an iterator that yields nothing, an array or a list without an element.</summary>
public sealed class YieldedErrorTests
{
    private const string Iterator = "IEnumerable<string> Check() { if (!env.IsDevelopment()) yield return \"Development only.\"; } ";
    private const string Elements = "string[] Check() => env.IsDevelopment() ? [] : [$\"not in {env.EnvironmentName}\"]; ";
    private const string Listed = "async Task<List<string>> CheckAsync() { await Task.Yield(); var errors = new List<string>(); if (!env.IsDevelopment()) errors.Add(\"Development only.\"); return errors; } ";

    [Theory]
    [InlineData(Iterator + "void Run() { if (Check().Any()) throw new InvalidOperationException(); Wipe(); }")]
    [InlineData(Iterator + "void Run() { var errors = Check().ToList(); if (errors.Count > 0) return; Wipe(); }")]
    [InlineData(Iterator + "void Run() { if (Check().Count() != 0) return; Wipe(); }")]
    [InlineData(Iterator + "void Run() { foreach (var error in Check()) throw new InvalidOperationException(error); Wipe(); }")]
    [InlineData(Iterator + "void Run() { if (Check().FirstOrDefault() is { } error) throw new InvalidOperationException(error); Wipe(); }")]
    [InlineData("IEnumerable<string> Check() { foreach (var name in new[] { 1, 2 }) if (env.IsProduction()) yield return \"\"; if (!env.IsDevelopment()) yield return \"\"; } void Run() { if (Check().Any()) return; Wipe(); }")]
    [InlineData(Elements + "void Run() { if (Check().Length > 0) throw new InvalidOperationException(); Wipe(); }")]
    [InlineData(Elements + "void Run() { if (Check() is { Length: > 0 } errors) throw new InvalidOperationException(errors[0]); Wipe(); }")]
    [InlineData(Elements + "void Run() { if (Check() is not []) return; Wipe(); }")]
    [InlineData(Elements + "void Run() { if (Check() is [var first, ..]) throw new InvalidOperationException(first); Wipe(); }")]
    [InlineData("string[] Check() => env.IsDevelopment() ? Array.Empty<string>() : new[] { \"Development only.\" }; void Run() { if (Check().Any()) return; Wipe(); }")]
    [InlineData(Listed + "async Task Run() { if ((await CheckAsync()).Any()) return; Wipe(); }")]
    [InlineData("void Run() { var errors = new List<string>(); if (!env.IsDevelopment()) errors.Add(\"\"); foreach (var error in errors) throw new InvalidOperationException(error); Wipe(); }")]
    public void None_of_them_is_a_guard(string code) => GuardHarness.Check(code, "environment", "members");

    [Theory]
    [InlineData(Iterator + "void Run() { Check(); Wipe(); }")]
    [InlineData(Iterator + "void Run() { foreach (var error in Check()) Work(); Wipe(); }")]
    [InlineData(Iterator + "void Run() { foreach (var error in Check()) { if (Flip()) throw new InvalidOperationException(); } Wipe(); }")]
    [InlineData(Iterator + "void Run() { if (!Check().Any()) return; Wipe(); }")]
    [InlineData(Iterator + "void Run() { if (Check().Any(error => error.Length > 3)) return; Wipe(); }")]
    [InlineData(Iterator + "void Run() { if (Check().Skip(1).Any()) return; Wipe(); }")]
    [InlineData("IEnumerable<string> Check() { if (Flip()) yield break; if (!env.IsDevelopment()) yield return \"\"; } void Run() { if (Check().Any()) return; Wipe(); }")]
    [InlineData("IEnumerable<string> Check() { if (Flip()) yield return \"\"; } void Run() { if (Check().Any()) return; Wipe(); }")]
    [InlineData("IEnumerable<string> Check() { if (Flip()) yield return \"\"; backups.CreateBackup(); } void Run() { if (!Check().Any()) return; Wipe(); }")]
    [InlineData("string[] Check(string[] more) => env.IsDevelopment() ? [] : [.. more]; void Run() { if (Check(null).Length > 0) return; Wipe(); }")]
    public void What_proves_nothing(string code) => GuardHarness.Check(code, "nothing", "members");

    // A list that somebody else fills is never taken for an empty one.
    [Theory]
    [InlineData("void Run() { var names = new List<string> { \"a\" }; foreach (var name in names) Wipe(); }")]
    [InlineData("void Run() { var names = new List<string>(); new[] { 1 }.ToList().ForEach(n => names.Add(\"\")); foreach (var name in names) Wipe(); }")]
    [InlineData("void Run() { var names = new List<string>(); Fill(names); foreach (var name in names) Wipe(); } static void Fill(List<string> names) => names.Add(\"\");")]
    [InlineData("readonly List<string> _names = new(); List<string> Get() => _names; void Run() { foreach (var name in Get()) Wipe(); }")]
    [InlineData("List<string> Names { get; } = []; List<string> Get() => Names; void Run() { if (Get().Any()) Wipe(); }")]
    [InlineData("string[] _names = []; void Set() => _names = [\"a\"]; void Run() { foreach (var name in _names) Wipe(); }")]
    [InlineData("protected virtual IEnumerable<string> Names() { yield break; } void Run() { foreach (var name in Names()) Wipe(); }", "public partial class Job")]
    [InlineData("protected virtual string[] Names() => env.IsDevelopment() ? [] : [\"a\"]; void Run() { if (Names().Length > 0) return; Wipe(); }", "public partial class Job")]
    [InlineData("void Run() { var names = new Queue<string>(); names.Enqueue(\"\"); while (names.Any()) { names.Dequeue(); Wipe(); } }")]
    public void What_is_filled_elsewhere(string code, string type = "public sealed partial class Job") =>
        Assert.Equal("nothing", GuardHarness.Present(GuardHarness.AskAll(GuardHarness.FileFor(code, "members").Replace("public sealed partial class Job", type))[^1].State));
}
