using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A member that is left out of the search for values must never be one whose value tells something.</summary>
public sealed class InjectedMembersTests
{
    [Theory]
    [InlineData("readonly Client member; Service(Client given) { member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { this.member = given; }")]
    [InlineData("readonly Client member; Service(Client given) => member = given;")]
    [InlineData("readonly Client member; Service(Client? given) { member = given ?? throw new ArgumentNullException(); }")]
    [InlineData("readonly Client member; Service(Client given) { given.Host = \"db\"; member = given; }")]
    [InlineData("Client member { get; } Service(Client given) { member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { member = given; } Service(Client other, int port) { member = other; }")]
    public void AMemberThatOnlyHoldsWhatItsConstructorWasHanded_IsInjected(string members) => Assert.True(IsInjected(members));

    [Theory]
    [InlineData("Client member; Service(Client given) { member = given; }")]
    [InlineData("Client member { get; set; } Service(Client given) { member = given; }")]
    [InlineData("static readonly Client member; static Service() { Client given = new(); member = given; }")]
    [InlineData("readonly string member; Service(string given) { member = given; }")]
    [InlineData("readonly bool member; Service(bool given) { member = given; }")]
    [InlineData("readonly Mode member; Service(Mode given) { member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { member = given ?? new Client(); }")]
    [InlineData("readonly Client member; Service(Client given) { member = new Client(); }")]
    [InlineData("readonly Client member; Service() { Client given = new(); member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { given = new Client(); member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { (given, var port) = (new Client(), 1); member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { given ??= new Client(); member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { Open(out given); member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { Swap(ref given); member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { member = given; Open(out member); }")]
    [InlineData("readonly Client member; Service(out Client given) { given = new(); member = given; }")]
    [InlineData("readonly Client member; Service(Client given) { (member, var port) = (given, 1); }")]
    [InlineData("readonly Client member; Service(Client given, bool own) { if (own) { member = given; } else { member = new(); } }")]
    [InlineData("readonly Client member; Service(Client given) { member = given; } Service() { member = new(); }")]
    [InlineData("readonly Client member = new(); Service(Client given) { member = given; }")]
    [InlineData("Client member { get; } = new(); Service(Client given) { member = given; }")]
    [InlineData("Client member => new(); Service(Client given) { }")]
    [InlineData("Client member { get; init; } Service(Client given) { member = given; }")]
    public void AMemberWhoseValueMayTellMore_IsNot(string members) => Assert.False(IsInjected(members));

    [Fact]
    public void AllPartsOfATypeAreRead()
    {
        Assert.True(IsInjected("readonly Client member;", "Service(Client given) { member = given; }"));
        Assert.False(IsInjected("readonly Client member; Service(Client given) { member = given; }", "Service() { member = new(); }"));
    }

    private static bool IsInjected(params string[] parts)
    {
        var sources = parts
            .Select(static part => $"partial class Service {{ {part} }}")
            .Append("global using System; class Client { public string Host = \"\"; } enum Mode { Dry, Live }")
            .Append("partial class Service { static void Open(out Client client) => client = new(); static void Swap(ref Client client) { } }");
        var compilation = CSharpCompilation.Create(
            "injected",
            sources.Select(static source => CSharpSyntaxTree.ParseText(source)),
            Verify.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var member = compilation.GetTypeByMetadataName("Service")!.GetMembers("member").Single();
        return new InjectedMembers(static symbol => symbol.DeclaringSyntaxReferences, static tree => tree.GetText().ToString()).Contain(member);
    }
}
