namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Guards whose answer is a part of a tuple or of a result object.</summary>
public sealed class ObjectGuardTests
{
    [Theory]
    [InlineData("switch (env.IsDevelopment(), force) { case (true, true): break; default: return; } Wipe();", "environment, confirmation")]
    [InlineData("var n = (env.IsDevelopment(), force) switch { (_, false) => throw new InvalidOperationException(), (false, _) => throw new InvalidOperationException(), _ => 1 }; Wipe();", "environment, confirmation")]
    [InlineData("var n = (env.IsDevelopment(), force) switch { (false, false) => throw new InvalidOperationException(), _ => 1 }; Wipe();", "nothing")]
    [InlineData("if ((env.IsDevelopment(), force) is (true, true) or (true, false)) Wipe();", "environment")]
    [InlineData("if ((env.IsDevelopment(), force) is (true, _) or (_, true)) Wipe();", "nothing")]
    [InlineData("if ((env.IsDevelopment(), force) is (false, _)) return; Wipe();", "environment")]
    [InlineData("if ((env.IsDevelopment(), force) is (false, true)) return; Wipe();", "nothing")]
    [InlineData("if ((env.IsDevelopment(), force) != (true, true)) Wipe();", "nothing")]
    [InlineData("if ((env.IsDevelopment(), force) != (true, true)) return; Wipe();", "environment, confirmation")]
    [InlineData("if ((env.IsDevelopment(), force) == (false, false)) return; Wipe();", "nothing")]
    [InlineData("var (ok, isDev) = (env.IsDevelopment(), args.Length > 0); if (isDev) Wipe();", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), ok: true); state.isDev = true; if (state.isDev) Wipe();", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), ok: true); Change(ref state); if (state.Item1) Wipe(); static void Change(ref (bool, bool) s) => s.Item1 = true;", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), ok: true); if (Flip()) state = (true, true); if (state.isDev) Wipe();", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), ok: true); if (Flip()) state = (false, true); if (state.isDev) Wipe();", "environment")]
    [InlineData("var state = (isDev: env.IsDevelopment(), ok: true); var copy = state; if (copy.isDev) Wipe();", "environment")]
    [InlineData("var state = (isDev: env.IsDevelopment(), ok: true); state.isDev |= Flip(); var copy = state; if (copy.isDev) Wipe();", "nothing")]
    [InlineData("var state = (confirmed: true, isDev: args.Length > 0); if (state.confirmed) Wipe();", "nothing")]
    [InlineData("(bool Ok, string Why) Check() => env.IsDevelopment() ? (true, \"\") : (false, \"not here\"); void Run() { var (ok, why) = Check(); if (!ok) throw new InvalidOperationException(why); Wipe(); }", "environment", "members")]
    [InlineData("async Task<(bool Ok, string Why)> CheckAsync() { await Task.Yield(); return (env.IsDevelopment(), \"\"); } async Task Run() { var result = await CheckAsync(); if (!result.Ok) return; Wipe(); }", "environment", "members")]
    [InlineData("(bool Ok, string Why) Check() => env.IsDevelopment() ? (true, \"\") : (true, \"not here\"); void Run() { var (ok, why) = Check(); if (!ok) throw new InvalidOperationException(why); Wipe(); }", "nothing", "members")]
    [InlineData("(bool Ok, string Why) Check() => (env.IsDevelopment(), \"x\"); void Run() { var (ok, why) = Check(); if (why == \"x\") Wipe(); }", "nothing", "members")]
    [InlineData("public sealed record Verdict(bool Allowed, string Why);\npublic class Job(IHostEnvironment env) { Verdict Check() => new(env.IsDevelopment(), \"x\"); void Run() { var v = Check() with { Allowed = true }; if (v.Allowed) Wipe(); } }", "nothing", "file")]
    [InlineData("public sealed record Verdict(bool Allowed, string Why) { public bool Allowed { get; init; } = true; }\npublic class Job(IHostEnvironment env) { Verdict Check() => new(env.IsDevelopment(), \"x\"); void Run() { if (Check().Allowed) Wipe(); } }", "nothing", "file")]
    [InlineData("public sealed record Verdict(bool Allowed, string Why) { public bool Passed => true; }\npublic class Job(IHostEnvironment env) { Verdict Check() => new(env.IsDevelopment(), \"x\"); void Run() { if (Check().Passed) Wipe(); } }", "nothing", "file")]
    [InlineData("public sealed class Verdict { public bool Allowed { get; set; } }\npublic class Job(IHostEnvironment env) { Verdict Check() => new() { Allowed = env.IsDevelopment() }; void Run() { var v = Check(); v.Allowed = true; if (v.Allowed) Wipe(); } }", "nothing", "file")]
    [InlineData("public sealed class Verdict { public bool Allowed { get; set; } }\npublic class Job(IHostEnvironment env) { Verdict Check() => new() { Allowed = env.IsDevelopment() }; void Run() { var v = Check(); Change(v); if (v.Allowed) Wipe(); } static void Change(Verdict v) => v.Allowed = true; }", "nothing", "file")]
    [InlineData("public sealed class Result { private Result(bool isSuccess, string error) { IsSuccess = isSuccess; Error = error; } public bool IsSuccess { get; } public bool IsFailure => !IsSuccess; public string Error { get; } public static Result Success() => new(true, null); public static Result Fail(string error) => new(false, error); }\npublic class Job(IHostEnvironment env) { Result Check() => env.IsDevelopment() ? Result.Success() : Result.Fail(\"x\"); void Run() { var r = Check(); if (!r.IsSuccess) return; Wipe(); } }", "environment", "file")]
    [InlineData("public sealed class Result { private Result(bool isSuccess, string error) { IsSuccess = isSuccess; if (error != null) IsSuccess = true; Error = error; } public bool IsSuccess { get; } public string Error { get; } public static Result Success() => new(true, null); public static Result Fail(string error) => new(false, error); }\npublic class Job(IHostEnvironment env) { Result Check() => env.IsDevelopment() ? Result.Success() : Result.Fail(\"x\"); void Run() { var r = Check(); if (!r.IsSuccess) return; Wipe(); } }", "nothing", "file")]
    [InlineData("public sealed class Result { public Result(bool isSuccess) { if (isSuccess) Blocked = true; } public bool Blocked { get; } }\npublic class Job(IHostEnvironment env) { Result Check() => new(!env.IsDevelopment() && Flip()); void Run() { var r = Check(); if (r.Blocked) return; Wipe(); } }", "nothing", "file")]
    [InlineData("public sealed record Verdict(bool Allowed, string Why);\npublic class Job(IHostEnvironment env) { Verdict Check() { if (!env.IsDevelopment()) return null; return new Verdict(true, \"\"); } void Run() { if (Check() is not { Allowed: true }) return; Wipe(); } }", "environment", "file")]
    [InlineData("public sealed record Verdict(bool Allowed, string Why);\npublic class Job(IHostEnvironment env) { async Task<Verdict> CheckAsync() { await Task.Yield(); return new Verdict(env.IsDevelopment(), \"\"); } async Task Run() { if (await CheckAsync() is { Allowed: false, Why: var why }) throw new InvalidOperationException(why); Wipe(); } }", "environment", "file")]
    [InlineData("public sealed record Verdict(bool Allowed, string Why);\npublic class Job(IHostEnvironment env) { Verdict Check() => new(env.IsDevelopment(), \"\"); void Run() { Check(); Wipe(); } }", "nothing", "file")]
    [InlineData("public sealed record Verdict(bool Allowed, string Why);\npublic class Job(IHostEnvironment env) { Verdict Check() => new(env.IsDevelopment(), \"\"); void Run() { if (Check() is not null) Wipe(); } }", "nothing", "file")]
    [InlineData("public sealed record Verdict(bool Allowed, string Why);\npublic class Job(IHostEnvironment env) { Verdict Check() => new(env.IsDevelopment(), \"\"); void Run() { if (Check() is { Allowed: false }) Wipe(); } }", "nothing", "file")]
    [InlineData("public record Verdict(bool Allowed, string Why);\npublic class Job(IHostEnvironment env) { protected virtual Verdict Check() => new(env.IsDevelopment(), \"\"); void Run() { if (Check().Allowed) Wipe(); } }", "nothing", "file")]
    public void Tuples_and_results(string code, string proven, string form = "statements") => Check(code, proven, form);

    [Theory]
    [InlineData("var state = (isDev: env.IsDevelopment(), n: 1); state.isDev = true; if (Ok(state)) Wipe(); static bool Ok((bool isDev, int n) s) => s.isDev;", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), n: 1); void Change() => state.isDev = true; Change(); if (state.isDev) Wipe();", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), n: 1); void Change() => state.Item1 = true; Change(); if (state.isDev) Wipe();", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), n: 1); Change(ref state.isDev); if (state.isDev) Wipe(); static void Change(ref bool b) => b = true;", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), n: 1); ref var r = ref state.isDev; r = true; if (state.isDev) Wipe();", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), n: 1); state.Item1 = true; if (state.isDev) Wipe();", "nothing")]
    [InlineData("var state = (isDev: env.IsDevelopment(), n: 1); state.n = 2; if (state.isDev) Wipe();", "environment")]
    [InlineData("var state = (isDev: env.IsDevelopment(), n: 1); if (Ok(state)) Wipe(); static bool Ok((bool isDev, int n) s) => s.isDev;", "environment")]
    public void Tuples_that_change(string code, string proven, string form = "statements") => Check(code, proven, form);

    private static void Check(string code, string proven, string form) =>
        Assert.Equal(proven, GuardHarness.Present(GuardHarness.AskAll(GuardHarness.FileFor(code, form))[^1].State, code.Contains("WipeFiles(")));
}
