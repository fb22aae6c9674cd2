namespace AgentGuard.Generators.Tests;

/// <summary>An attribute holds wherever it may be written.</summary>
public sealed class PlacementTests : IDisposable
{
    private const string Store = "public class Store { public static int Wiped; [Destructive(DestructiveKind.Table)] public void Wipe() => Wiped++; }\n";
    private const string Guarded = "[RequiresEnvironment(\"Development\")]";

    private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("constructor", "new C();", "class C { G public C() { new Store().Wipe(); } }")]
    [InlineData("constructor, base call", "new C();", "class B { public B(int n) { } } class C : B { static int W() { new Store().Wipe(); return 1; } public C() : base(Call()) { } G static int Call() { new Store().Wipe(); return 1; } }")]
    [InlineData("expression body", "C.M();", "class C { G public static void M() => new Store().Wipe(); }")]
    [InlineData("property", "_ = new C().P;", "class C { G public int P { get { new Store().Wipe(); return 1; } } }")]
    [InlineData("expression property", "_ = new C().P;", "class C { int W(Store s) { s.Wipe(); return 1; } G public Store P => Do(() => new Store().Wipe()); Store Do(Action a) { a(); return null; } }")]
    [InlineData("accessor", "new C().P = 1;", "class C { public int P { get => 1; G set { new Store().Wipe(); } } }")]
    [InlineData("indexer accessor", "new C()[1] = 1;", "class C { public int this[int i] { G set => new Store().Wipe(); } }")]
    [InlineData("local function", "C.M();", "class C { public static void M() { L(); G void L() => new Store().Wipe(); } }")]
    [InlineData("lambda", "C.M();", "class C { public static void M() { Action wipe = G () => new Store().Wipe(); wipe(); } }")]
    [InlineData("field lambda", "C.F();", "class C { public static Action F = G () => new Store().Wipe(); }")]
    [InlineData("class", "C.M();", "G class C { public static void M() => new Store().Wipe(); }")]
    [InlineData("class, field lambda", "C.F();", "G class C { public static Action F = () => new Store().Wipe(); }")]
    [InlineData("class, nested", "C.D.M();", "G class C { public class D { public static void M() => new Store().Wipe(); } }")]
    [InlineData("struct", "new C().M();", "G struct C { public void M() => new Store().Wipe(); }")]
    [InlineData("record", "new C(1).M();", "G record C(int I) { public void M() => new Store().Wipe(); }")]
    [InlineData("static constructor", "System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(C).TypeHandle);", "class C { G static C() { try { new Store().Wipe(); } catch (DestructiveOperationBlockedException e) { Test.Caught = e; } } }")]
    [InlineData("operator", "_ = -new C();", "class C { G public static int operator -(C c) { new Store().Wipe(); return 1; } }")]
    [InlineData("partial class", "C.M();", "G partial class C { } partial class C { public static void M() => new Store().Wipe(); }")]
    [InlineData("partial method", "C.M();", "partial class C { G public static partial void M(); public static partial void M() => new Store().Wipe(); }")]
    [InlineData("attribute by alias", "C.M();", "class C { [Only(\"Development\")] public static void M() => new Store().Wipe(); }")]
    [InlineData("nearest wins", "C.M();", "[RequiresEnvironment(\"Production\")] class C { G public static void M() => new Store().Wipe(); }")]
    public async Task Is_enforced(string place, string use, string declarations)
    {
        Assert.NotEmpty(place);
        var program = new GuardedProgram(
            ("/src/A.cs", $$"""
                using Only = AgentGuard.RequiresEnvironmentAttribute;

                {{declarations.Replace("G ", Guarded + " ")}}
                """),
            ("/src/B.cs", Store + $$"""
                public static class Test
                {
                    public static Exception Caught;
                    public static int Run()
                    {
                        Store.Wiped = 0;
                        Caught = null;
                        {{use}}
                        if (Caught != null) throw Caught;
                        return Store.Wiped;
                    }
                }
                """));
        Assert.Equal("Environment", Assert.IsType<Blocked>(await program.RunAsync("Production", _directory)).Guard);
        Assert.Equal(1, await program.RunAsync("Development", _directory));
    }

    [Fact]
    public async Task A_partial_type_is_guarded_in_its_other_files()
    {
        var program = new GuardedProgram(
            ("/src/A.cs", Store + Guarded + "public static partial class Test { }"),
            ("/src/B.cs", "public static partial class Test { public static void Run() => new Store().Wipe(); }"));
        Assert.IsType<Blocked>(await program.RunAsync("Production", _directory));
    }

    [Fact]
    public async Task Two_files_of_one_name_do_not_collide()
    {
        var program = new GuardedProgram(
            ("/src/a/Same.cs", Store + $"public static class Test {{ {Guarded} public static void Run() {{ Other.M(); new Store().Wipe(); }} }}"),
            ("/src/b/Same.cs", $"public static class Other {{ {Guarded} public static void M() => new Store().Wipe(); }}"));
        Assert.Equal(2, program.Generate().Length);
        Assert.IsType<Blocked>(await program.RunAsync("Production", _directory));
    }
}
