using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary><c>[Destructive]</c> in a library, where the body that it stands for is not in view.</summary>
public class DeclaredInLibraryTests
{
    private const string Library = """
        using AgentGuard;
        public abstract class AStore
        {
            [Destructive(DestructiveKind.Database)] public abstract void Drop();
            [Destructive(DestructiveKind.Database)] public virtual void Nuke() { }
            public virtual void Look() { }
        }
        public class SqlStore : AStore
        {
            public override void Drop() { }
            public override void Look() { }
            public void Drop(string table) { }
        }
        public class SmallStore : SqlStore
        {
            public sealed override void Drop() { }
            public override void Nuke() { }
            public new void Look() { }
        }
        public interface IStore<T>
        {
            [Destructive(DestructiveKind.Database)] void Wipe(T name);
            void Read(T name);
        }
        public class Store : IStore<string>
        {
            public void Wipe(string name) { }
            public void Wipe(int number) { }
            public void Read(string name) { }
        }
        public class Tenant : IStore<string>
        {
            public bool Gone { get; [Destructive(DestructiveKind.Database)] set; }
            void IStore<string>.Wipe(string name) { }
            public void Wipe(string name) { }
            void IStore<string>.Read(string name) { }
        }
        """;

    [Theory]
    [InlineData("new SqlStore().Drop();")]
    [InlineData("new SmallStore().Drop();")]
    [InlineData("new SmallStore().Nuke();")]
    [InlineData("new SqlStore().Nuke();")]
    [InlineData("((AStore)new SqlStore()).Drop();")]
    [InlineData("new Store().Wipe(\"x\");")]
    [InlineData("((IStore<string>)new Tenant()).Wipe(\"x\");")]
    [InlineData("System.Action later = new SqlStore().Drop;")]
    [InlineData("new Source().Own();", "abstract class Half : AStore { public abstract override void Drop(); public void Run() => Drop(); } class Source { public void Own() { } }", 1)]
    public async Task It_reaches_overrides_and_implementations(string call, string more = "", int calls = 1) => Assert.Equal(calls * 3, (await Reported(call, more)).Length);

    [Theory]
    [InlineData("new SqlStore().Drop(\"x\");")]
    [InlineData("new SqlStore().Look(); new SmallStore().Look();")]
    [InlineData("new Store().Wipe(1); new Store().Read(\"x\");")]
    [InlineData("new Tenant().Wipe(\"x\");")]
    // In source the body says it.
    [InlineData("new Fake().Drop(); new FakeStore().Wipe(\"x\");", "class Fake : AStore { int _drops; public override void Drop() => _drops++; } class FakeStore : IStore<string> { public void Wipe(string name) { } public void Read(string name) { } }")]
    public async Task It_reaches_nothing_else(string call, string more = "") => Assert.Empty(await Reported(call, more));

    private static async Task<string[]> Reported(string call, string more)
    {
        var library = Compile("Library", Library);
        using var image = new MemoryStream();
        Assert.Empty(library.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var program = Compile("Program", $"class C {{ void M() {{ {call} }} }} {more}").AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Empty(program.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await program.WithAnalyzers([new DestructiveCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(diagnostic => diagnostic.Id)];
    }

    private static CSharpCompilation Compile(string name, string source) =>
        CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source, path: name + ".cs")], Verify.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
