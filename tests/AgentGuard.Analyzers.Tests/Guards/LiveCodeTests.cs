using AgentGuard.Analyzers.Guards;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>A call is unreachable only if that is certain: where two values may be equal or not, or something else may have written a place, both branches live.</summary>
public sealed class LiveCodeTests
{
    [Theory]
    [InlineData("string e = null; if (Flip()) e = \"late\"; if (!string.IsNullOrEmpty(e)) return; Wipe();")]
    [InlineData("string e = null; if (Flip()) e = \"late\"; if (!string.IsNullOrWhiteSpace(e)) return; Wipe();")]
    [InlineData("string e = \" \"; if (!string.IsNullOrWhiteSpace(e)) return; Wipe();")]
    [InlineData("string e = \"\"; if (!string.IsNullOrEmpty(e)) return; Wipe();")]
    [InlineData("var text = \" a\"; if (text.TrimEnd() == \" a\") Wipe();")]
    public void Empty_texts(string code) => IsLive(code);

    [Theory]
    [InlineData("int i = 1; if (i == 1L) Wipe();")]
    [InlineData("long n = 0; if (n == 0L) Wipe();")]
    [InlineData("long n = 0; if (n is 0) Wipe();")]
    [InlineData("double d = 1; if (d == 1) Wipe();")]
    [InlineData("decimal d = 1; if (d == 1m) Wipe();")]
    [InlineData("float f = 1; if (f == 1.0) Wipe();")]
    [InlineData("float f = 0.1f; if (f == (float)0.1) Wipe();")]
    [InlineData("double d = double.NaN; if (d != d) Wipe();")]
    [InlineData("int i = 300; var b = (byte)i; if (b == 44) Wipe();")]
    [InlineData("int i = 16777217; float f = i; if (f == 16777216f) Wipe();")]
    [InlineData("var b = unchecked((byte)256); if (b == 0) Wipe();")]
    [InlineData("var b = (int)3.7; if (b == 3) Wipe();")]
    [InlineData("char c = 'a'; if (c == 97) Wipe();")]
    [InlineData("if (5.ToString() == \"5\") Wipe();")]
    [InlineData("var n = 5; if (n.ToString() == \"5\") Wipe();")]
    [InlineData("var on = true; if (on.ToString() == \"True\") Wipe();")]
    [InlineData("object a = 1, b = 1; if (a != b) Wipe();")]
    [InlineData("object a = 1, b = 1L; if (!a.Equals(b)) Wipe();")]
    [InlineData("object a = 1L; if (a is not 1) Wipe();")]
    public void Numbers(string code) => IsLive(code);

    [Theory]
    [InlineData("var m = (Mode)1; if (m == Mode.Reset) Wipe();")]
    [InlineData("Mode m = 0; if (m == Mode.Keep) Wipe();")]
    [InlineData("var m = Mode.Reset; if ((int)m == 1) Wipe();")]
    [InlineData("var m = Mode.Reset; if (m == Mode.Alias) Wipe();")]
    [InlineData("var m = Mode.Keep; if ((m & Mode.Reset) == 0) Wipe();")]
    [InlineData("var m = Mode.Keep; m |= Mode.Reset; if (m == Mode.Reset) Wipe();")]
    [InlineData("var m = Mode.Reset; if (m.ToString() == \"Reset\") Wipe();")]
    [InlineData("var m = Mode.Reset; if (m.ToString(\"D\") == \"1\") Wipe();")]
    [InlineData("var m = Mode.Reset; var i = 1; if ((int)m == i) Wipe();")]
    [InlineData("var m = Mode.Reset; if (m.Equals((Mode)1)) Wipe();")]
    public void Enums(string code) => IsLive(code, "public enum Mode { Keep, Reset, Alias = 1 }");

    [Theory]
    [InlineData("bool? b = null; if (b.GetValueOrDefault() == false) Wipe();")]
    [InlineData("bool? b = null; if (!b.GetValueOrDefault()) Wipe();")]
    [InlineData("int? b = null; if (b.GetValueOrDefault() == 0) Wipe();")]
    [InlineData("bool? b = null; if ((!b) != true) Wipe();")]
    [InlineData("bool? b = null; if ((b & true) is null) Wipe();")]
    [InlineData("T? x = default; if (x is not null) Wipe();", "T")]
    [InlineData("var x = default(T); if (x != null) Wipe();", "T")]
    public void Null_and_default(string code, string parameter = "") =>
        IsLive(parameter == "" ? code : $"void Any<{parameter}>() {{ {code} }} Any<int>();");

    [Theory]
    [InlineData("if (string.CompareOrdinal(\"m\", \"a\") == 12) Wipe();")]
    [InlineData("if (\"m\".CompareTo(\"a\") == 12) Wipe();")]
    [InlineData("if (string.Compare(\"m\", \"a\") == 12) Wipe();")]
    [InlineData("var a = \"strasse\"; if (a.Equals(\"stra\\u00dfe\", StringComparison.InvariantCulture)) Wipe();")]
    public void Only_the_sign_of_a_comparison_is_known(string code) => IsLive(code);

    [Theory]
    [InlineData("_confirmed = false; Ask(); if (_confirmed) Wipe();", "void OnClick() => _confirmed = true; void Ask() => OnClick();")]
    [InlineData("_confirmed = false; Ask(this); if (_confirmed) Wipe();", "static void Ask(Job job) => job._confirmed = true;")]
    [InlineData("_count = 0; Ask(out _count); if (_count != 0) Wipe();", "static void Ask(out int count) => count = 1;")]
    [InlineData("_count = 0; dialogs.Confirm(\"?\"); if (_count != 0) Wipe();")]
    [InlineData("_count = 0; Changed?.Invoke(); if (_count != 0) Wipe();", "public event Action Changed;")]
    [InlineData("_count = 0; Task.Run(Ask).Wait(); if (_count != 0) Wipe();", "void Ask() => _count = 1;")]
    [InlineData("_count = 0; Array.ForEach(new[] { 1 }, x => Ask()); if (_count != 0) Wipe();", "void Ask() => _count = 1;")]
    [InlineData("_count = 0; new Counter().Other(); if (_count != 0) Wipe();", "public class Counter { public void Other() => Later(); public virtual void Later() { } }")]
    [InlineData("async Task Later() { _count = 0; await Task.Delay(1); if (_count != 0) Wipe(); } Later();")]
    [InlineData("_count = 0; new Counter().Take(this); if (_count != 0) Wipe();", "public sealed class Counter { public void Take(Job job) => job._count = 1; }")]
    public void A_call_may_write_a_member(string code, string members = "") =>
        IsLive($"public void Run() {{ {code} }} bool _confirmed; int _count; {members}", form: "members");

    [Theory]
    [InlineData("var o = new Counter(); o.Count = 0; o.Add(); if (o.Count == 1) Wipe();")]
    [InlineData("var o = new Counter(); var p = o; o.Count = 0; p.Count = 1; if (o.Count == 1) Wipe();")]
    [InlineData("var o = new Counter { Count = 0 }; o = Next(); if (o.Count == 1) Wipe();")]
    [InlineData("var o = new Counter(); var all = new[] { o }; o.Count = 0; all[0].Count = 1; if (o.Count == 1) Wipe();")]
    [InlineData("_held.Count = 0; _held = Next(); if (_held.Count == 1) Wipe();")]
    [InlineData("_held.Count = 0; _held.Add(); if (_held.Count == 1) Wipe();")]
    [InlineData("_held.Count = 0; Reset(_held); if (_held.Count == 1) Wipe();")]
    [InlineData("var s = new Pair(); s.Count = 0; s.Add(); if (s.Count == 1) Wipe();")]
    [InlineData("var s = new Pair { Count = 1 }; var t = s; t.Count = 0; if (s.Count == 1) Wipe();")]
    [InlineData("var s = new Pair { Count = 1 }; var t = new Pair { Count = 0 }; t = s; if (t.Count == 1) Wipe();")]
    [InlineData("var list = new List<int>(); list.Capacity = 0; list.Add(1); if (list.Capacity != 0) Wipe();")]
    public void An_object_may_be_changed(string code) => IsLive($$"""
        public void Run() { {{code}} }
        Counter _held = new();
        static Counter Next() => new() { Count = 1 };
        static void Reset(Counter counter) => counter.Add();
        public sealed class Counter { public int Count { get; set; } public void Add() => Count++; }
        public struct Pair { public int Count; public void Add() => Count++; }
        """, form: "members");

    [Theory]
    [InlineData("var on = false; ref var r = ref on; r = true; if (on) Wipe();")]
    [InlineData("var on = false; var other = false; ref var r = ref other; r = ref on; r = true; if (on) Wipe();")]
    [InlineData("var on = false; var other = false; ref var r = ref (Flip() ? ref on : ref other); r = true; if (on) Wipe();")]
    [InlineData("var on = false; unsafe { var p = &on; *p = true; } if (on) Wipe();")]
    public void A_reference_may_write_a_local(string code) => IsLive($"public void Run() {{ {code} }}", form: "members");

    [Theory]
    [InlineData("Before(); Wipe();", "protected virtual void Before() => throw new NotSupportedException();")]
    [InlineData("if (Stop()) return; Wipe();", "protected virtual bool Stop() => true;")]
    [InlineData("if (Stop) return; Wipe();", "protected virtual bool Stop => true;")]
    [InlineData("if (Step() == 1) Wipe();", "protected virtual int Step() => 0;")]
    [InlineData("BeforeAsync().Wait(); Wipe();", "protected virtual Task BeforeAsync() => throw new NotSupportedException();")]
    [InlineData("((IStep)this).Before(); Wipe();", "public interface IStep { void Before() => throw new NotSupportedException(); }")]
    public void A_virtual_body_is_not_final(string code, string members)
    {
        var bases = members.Contains("IStep") ? " : Program.IStep" : "";
        IsLive($"public class Program{bases} {{ public void Run() {{ {code} }} {members} }}", form: "file");
    }

    [Theory]
    [InlineData("public class Base { public virtual void Stop() => throw new NotSupportedException(); } public sealed class Job : Base { public override void Stop() => throw new NotSupportedException(); public void Run() { Stop(); Wipe(); } }")]
    [InlineData("public class Job { void Stop() => throw new NotSupportedException(); public void Run() { Stop(); Wipe(); } }")]
    [InlineData("public class Job { public void Run() { var on = false; if (on) Wipe(); } }")]
    [InlineData("public class Job { public void Run() { var i = 1; if (i == 2) Wipe(); } }")]
    public void A_body_that_is_final_still_ends_a_path(string file) => Assert.Equal("never reached", GuardHarness.Present(GuardHarness.Ask(file, "file")));

    [Theory]
    [InlineData("readonly bool _stop; public Job(bool f) { if (f) _stop = true; } public void Run() { if (_stop) return; Wipe(); }")]
    [InlineData("readonly bool _stop; public Job() { _stop = true; } public Job(bool f) : this() { _stop = f; } public void Run() { if (_stop) return; Wipe(); }")]
    [InlineData("readonly string _e; public Job() { } public void Run() { if (_e != null) return; Wipe(); }")]
    [InlineData("bool Stop { get; } public Job(bool f) { if (f) Stop = true; } public void Run() { if (Stop) return; Wipe(); }")]
    [InlineData("int _count; public IEnumerable<int> Run() { _count = 0; yield return 1; if (_count != 0) Wipe(); }")]
    [InlineData("int _count; IEnumerable<int> Next() { _count++; yield return 1; } public void Run() { var all = Next(); _count = 0; foreach (var one in all) Work(); if (_count != 0) Wipe(); }")]
    [InlineData("int _count; int Next() => _count++; public void Run() { var all = new[] { 1 }.Select(_ => Next()); _count = 0; all.ToList(); if (_count != 0) Wipe(); }")]
    public void Constructors_and_pauses(string members) => IsLive($"public class Job {{ {members} }}", form: "file");

    [Theory]
    [InlineData("_safe = env.IsDevelopment(); Calls.Work(); dialogs.Show(\"!\"); if (_safe) Wipe();", "environment")]
    [InlineData("_safe = false; Ask(); if (_safe) Wipe();", "environment")]
    [InlineData("_confirmed = false; dialogs.Show(\"?\"); if (_confirmed) Wipe();", "confirmation")]
    [InlineData("_dryRun = false; dialogs.Show(\"?\"); if (!_dryRun) Wipe();", "nothing")]
    [InlineData("_confirmed = true; dialogs.Show(\"?\"); if (_confirmed) Wipe();", "nothing")]
    [InlineData("if (!Check()) return; Wipe();", "environment")]
    public void What_a_member_proves_outlives_a_call(string code, string proven)
    {
        var file = $$"""
            public class Job(IHostEnvironment env, IDialogs dialogs)
            {
                bool _safe, _confirmed, _dryRun;
                public void Run() { {{code}} }
                void Ask() => _safe = env.IsDevelopment();
                protected virtual bool Check() => env.IsDevelopment();
            }
            """;
        Assert.Equal(proven, GuardHarness.Present(GuardHarness.Ask(file, "file")));
    }

    private static void IsLive(string code, string declarations = "", string form = "statements") =>
        Assert.Equal("nothing", GuardHarness.Present(GuardHarness.AskAll(GuardHarness.FileFor(code, form) + "\n" + declarations).Single().State));
}
