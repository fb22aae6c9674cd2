namespace AgentGuard.Generators.Tests;

/// <summary>Every form of call that C# can intercept: in production it is blocked before it does anything, in development it does what it did.</summary>
public sealed class CallFormTests(CallFormTests.Compiled compiled) : IClassFixture<CallFormTests.Compiled>
{

    /// <summary>Declarations, then the body of a guarded method that returns how often something was wiped.</summary>
    public static TheoryData<string, string, string> Forms => new()
    {
        { "instance", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe() => Test.Wiped++; }", "new Store().Wipe();" },
        { "result", "public class Store { [Destructive(DestructiveKind.Table)] public int Wipe() => ++Test.Wiped; }", "if (new Store().Wipe() != 1) throw new Exception();" },
        { "implicit this", "partial class Test { [Destructive(DestructiveKind.Table)] internal static void Wipe() => Test.Wiped++; }", "Wipe();" },
        { "static", "public static class Store { [Destructive(DestructiveKind.Table)] public static void Wipe(string name) => Test.Wiped += name.Length; }", "Store.Wipe(\"x\");" },
        { "virtual", "public class Base { [Destructive(DestructiveKind.Table)] public virtual void Wipe() { } } public class Store : Base { public override void Wipe() => Test.Wiped++; }", "Base store = new Store(); store.Wipe();" },
        { "interface", "public interface IStore { [Destructive(DestructiveKind.Table)] void Wipe(); } public class Store : IStore { public void Wipe() => Test.Wiped++; }", "IStore store = new Store(); store.Wipe();" },
        { "default interface method", "public interface IStore { [Destructive(DestructiveKind.Table)] void Wipe() => Test.Wiped++; } public class Store : IStore { }", "((IStore)new Store()).Wipe();" },
        { "extension", "public class Store { } public static class Wiping { [Destructive(DestructiveKind.Table)] public static void Wipe(this Store store, int count) => Test.Wiped += count; }", "new Store().Wipe(1);" },
        { "extension, static form", "public class Store { } public static class Wiping { [Destructive(DestructiveKind.Table)] public static void Wipe(this Store store) => Test.Wiped++; }", "Wiping.Wipe(new Store());" },
        { "extension block", "public class Store { } public static class Wiping { extension(Store store) { [Destructive(DestructiveKind.Table)] public void Wipe() => Test.Wiped++; } }", "new Store().Wipe();" },
        { "generic extension block", "public static class Wiping { extension<T>(List<T> list) where T : class { [Destructive(DestructiveKind.Table)] public int Wipe<U>(U with) => ++Test.Wiped; } }", "new List<string>().Wipe(5);" },
        { "static extension block", "public class Store { } public static class Wiping { extension(Store) { [Destructive(DestructiveKind.Table)] public static void Wipe() => Test.Wiped++; } }", "Store.Wipe();" },
        { "generic method", "public class Store { [Destructive(DestructiveKind.Table)] public T Wipe<T>(T value) where T : struct, IComparable<T> { Test.Wiped++; return value; } }", "new Store().Wipe(5);" },
        { "generic method, private argument", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe<T>() where T : class, new() => Test.Wiped++; } partial class Test { private class Hidden { } }", "new Store().Wipe<Hidden>();" },
        { "anonymous type argument", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe<T>(T value) => Test.Wiped++; }", "new Store().Wipe(new { A = 1 });" },
        { "generic receiver", "public class Store<T> where T : notnull { [Destructive(DestructiveKind.Table)] public void Wipe(T value) => Test.Wiped++; }", "new Store<int>().Wipe(1);" },
        { "generic receiver and method", "public class Store<T> { public class Inner<U> { [Destructive(DestructiveKind.Table)] public void Wipe<V>(T t, U u, V v) => Test.Wiped++; } }", "new Store<int>.Inner<string>().Wipe(1, \"\", 2.0);" },
        { "generic static container", "public static class Store<T> { [Destructive(DestructiveKind.Table)] public static void Wipe() => Test.Wiped++; }", "Store<int>.Wipe();" },
        { "in a generic member", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe<T>(T value) => Test.Wiped++; }", "void Do<T>(T value) => new Store().Wipe(value); Do(1);" },
        { "ref, out, in", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe(ref int a, out int b, in int c) { a++; b = c; Test.Wiped++; } }", "int a = 1; new Store().Wipe(ref a, out var b, 7); if (a != 2 || b != 7) throw new Exception();" },
        { "ref readonly", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe(ref readonly int a) => Test.Wiped += a; }", "int a = 1; new Store().Wipe(in a);" },
        { "ref return", "public class Store { public int[] Counts = new int[1]; [Destructive(DestructiveKind.Table)] public ref int Wipe() { Test.Wiped++; return ref Counts[0]; } }", "var store = new Store(); store.Wipe() = 5; if (store.Counts[0] != 5) throw new Exception();" },
        { "params array", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe(params string[] names) => Test.Wiped += names.Length; }", "new Store().Wipe(\"a\"); Test.Wiped--; new Store().Wipe(new[] { \"a\" });" },
        { "params span", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe(params ReadOnlySpan<int> ids) => Test.Wiped += ids.Length; }", "new Store().Wipe(7);" },
        { "span", "public class Store { [Destructive(DestructiveKind.Table)] public async Task Wipe(string name) { await Task.Yield(); Test.Wiped++; } [Destructive(DestructiveKind.Table)] public Task Wipe(ReadOnlySpan<char> name) { Test.Wiped++; return Task.CompletedTask; } }", "await new Store().Wipe(\"x\".AsSpan());" },
        { "optional and named", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe(int a = 1, string b = \"x\", [System.Runtime.CompilerServices.CallerMemberName] string c = \"\") => Test.Wiped += a + (b == \"y\" && c == \"Do\" ? 0 : 10); }", "new Store().Wipe(b: \"y\");" },
        { "keyword names", "public class @class { [Destructive(DestructiveKind.Table)] public void @delete(int @int) => Test.Wiped += @int; }", "new @class().@delete(1);" },
        { "method called await", "public class Store { [Destructive(DestructiveKind.Table)] public Task @await() { Test.Wiped++; return Task.CompletedTask; } }", "await new Store().@await();" },
        { "obsolete as an error", "public class Store { [Destructive(DestructiveKind.Table), Obsolete(\"no\", true)] public void Wipe() => Test.Wiped++; }", "Old(); [Obsolete] static void Old() => new Store().Wipe();" },
        { "out that is unscoped", "public ref struct Part { } public class Store { [Destructive(DestructiveKind.Table)] public Part Wipe([System.Diagnostics.CodeAnalysis.UnscopedRef] out int count) { count = ++Test.Wiped; return default; } }", "Do(); static void Do() { new Store().Wipe(out var count); if (count != 1) throw new Exception(); }" },
        { "nullable value and tuple", "public class Store { [Destructive(DestructiveKind.Table)] public (int A, string B)? Wipe(int? count, (int X, int Y) at, dynamic any) { Test.Wiped += count ?? 0; return (1, \"\"); } }", "object any = 1; if (new Store().Wipe(1, (1, 2), any).Value.A != 1) throw new Exception();" },
        { "conditional access", "public class Store { public Store Next; [Destructive(DestructiveKind.Table)] public int Wipe() => ++Test.Wiped; }", "Store none = null; none?.Wipe(); new Store { Next = new Store() }?.Next?.Wipe();" },
        { "struct", "public struct Store { public int Count; [Destructive(DestructiveKind.Table)] public void Wipe() { Count++; Test.Wiped++; } }", "var store = new Store(); store.Wipe(); if (store.Count != 1) throw new Exception();" },
        { "struct, not a variable", "public readonly struct Store { [Destructive(DestructiveKind.Table)] public void Wipe() => Test.Wiped++; }", "Make().Wipe(); Store Make() => new Store();" },
        { "struct extension by in", "public struct Store { } public static class Wiping { [Destructive(DestructiveKind.Table)] public static void Wipe(this in Store store) => Test.Wiped++; }", "var store = new Store(); store.Wipe();" },
        { "enum extension", "public enum Store { A } public static class Wiping { [Destructive(DestructiveKind.Table)] public static void Wipe(this Store store) => Test.Wiped++; }", "Store.A.Wipe();" },
        { "experimental", "public class Store { [Destructive(DestructiveKind.Table), System.Diagnostics.CodeAnalysis.Experimental(\"EXP001\")] public void Wipe() => Test.Wiped++; }", "\n#pragma warning disable EXP001\nnew Store().Wipe();\n#pragma warning restore EXP001\n" },
        { "type parameter that hides one of the type", "public class Store<T> { [Destructive(DestructiveKind.Table)] public T Wipe<T>(T value) { Test.Wiped++; return value; } }", "if (new Store<string>().Wipe<int>(7) != 7) throw new Exception();" },
        { "type parameter that hides one of the outer type", "public class Outer<T> { public class Store<T> where T : class { [Destructive(DestructiveKind.Table)] public List<T> Wipe<T>(List<T> value) where T : struct { Test.Wiped++; return value; } } }", "if (new Outer<string>.Store<string>().Wipe(new List<int> { 7 })[0] != 7) throw new Exception();" },
        { "task", "public class Store { [Destructive(DestructiveKind.Table)] public async Task WipeAsync(CancellationToken cancellation = default) { await Task.Yield(); Test.Wiped++; } }", "await new Store().WipeAsync();" },
        { "task of result", "public class Store { [Destructive(DestructiveKind.Table)] public async Task<int> WipeAsync() { await Task.Yield(); return ++Test.Wiped; } }", "if (await new Store().WipeAsync() != 1) throw new Exception();" },
        { "value task", "public class Store { [Destructive(DestructiveKind.Table)] public async ValueTask WipeAsync() { await Task.Yield(); Test.Wiped++; } }", "await new Store().WipeAsync().ConfigureAwait(false);" },
        { "value task of result", "public class Store<T> { [Destructive(DestructiveKind.Table)] public async ValueTask<T> WipeAsync(T value) { await Task.Yield(); Test.Wiped++; return value; } }", "if (await new Store<string>().WipeAsync(\"x\") != \"x\") throw new Exception();" },
        { "async enumerable", "public class Store { [Destructive(DestructiveKind.Table)] public async IAsyncEnumerable<int> WipeAsync() { await Task.Yield(); yield return ++Test.Wiped; } }", "await foreach (var count in new Store().WipeAsync()) { }" },
        { "iterator", "public class Store { [Destructive(DestructiveKind.Table)] public IEnumerable<int> Wipe() { yield return ++Test.Wiped; } }", "foreach (var count in new Store().Wipe()) { }" },
        { "in a lambda", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe() => Test.Wiped++; }", "Action wipe = () => new Store().Wipe(); wipe();" },
        { "in an async lambda", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe() => Test.Wiped++; }", "Func<Task> wipe = async () => { await Task.Yield(); new Store().Wipe(); }; await wipe();" },
        { "in a local function", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe() => Test.Wiped++; }", "Wipe(); static void Wipe() => new Store().Wipe();" },
        { "in a local iterator", "public class Store { [Destructive(DestructiveKind.Table)] public void Wipe() => Test.Wiped++; }", "foreach (var one in Each()) { } IEnumerable<int> Each() { new Store().Wipe(); yield return 1; }" },
        { "in a chain", "public class Store { [Destructive(DestructiveKind.Table)] public Store Wipe() { Test.Wiped++; return this; } }", "new Store().Wipe(); Test.Wiped--; new Store().Wipe();" },
        { "in an interpolation", "public class Store { [Destructive(DestructiveKind.Table)] public int Wipe() => ++Test.Wiped; }", "if ($\"{new Store().Wipe()}\" != \"1\") throw new Exception();" },
        { "in a query", "public class Store { [Destructive(DestructiveKind.Table)] public int Wipe() => ++Test.Wiped; }", "var all = (from one in new[] { 1 } select new Store().Wipe()).ToList();" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_intercepted(string form)
    {
        var type = $"Form{Numbers[form]}.Test";
        var blocked = Assert.IsType<Blocked>(await compiled.RunAsync(type, "Production"));
        Assert.Equal("Environment", blocked.Guard);
        Assert.Matches(@"^Test\.Do \(Form\d+\.cs:\d+\)$", blocked.CallSite);
        Assert.Equal(1, await compiled.RunAsync(type, "Development"));
    }

    public static TheoryData<string> Names => new(Numbers.Keys);

    private static readonly Dictionary<string, int> Numbers = Forms.Select((form, number) => ((string)form[0], number)).ToDictionary();

    /// <summary>All forms in one program, since each compilation costs a second.</summary>
    public sealed class Compiled : IDisposable
    {
        private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-test-").FullName;
        private readonly LoadedProgram _program = new GuardedProgram([.. Forms.Select((form, number) => ($"/src/Form{number}.cs", Source(number, (string)form[1], (string)form[2])))]).Load();

        public Task<object?> RunAsync(string type, string environment) => _program.RunAsync(environment, _directory, type);

        public void Dispose() => Directory.Delete(_directory, recursive: true);

        private static string Source(int number, string declarations, string body) => $$"""
            namespace Form{{number}}
            {
                {{declarations}}

                public static partial class Test
                {
                    public static int Wiped;

                    public static async Task<int> Run()
                    {
                        try { await Do(); } catch (DestructiveOperationBlockedException) when (Wiped != 0) { throw new Exception("blocked too late"); }
                        return Wiped;
                    }

                    [RequiresEnvironment("Development")]
                    private static async Task Do() { {{body}} await Task.Yield(); }
                }
            }
            """;
    }
}
