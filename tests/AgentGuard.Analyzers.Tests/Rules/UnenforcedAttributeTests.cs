using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests.Rules;

public class UnenforcedAttributeTests
{
    private const string Guards = "[RequiresEnvironment(\"Development\"), RequiresConfirmation, RequiresBackup]";

    [Theory]
    [InlineData("store.Wipe();")]
    [InlineData("store?.Wipe();")]
    [InlineData("Action later = () => store.Wipe();")]
    [InlineData("Wiping.WipeAll();")]
    [InlineData("store.WipeToo();")]
    public Task A_call_that_can_be_intercepted_is_enforced(string call) => Verify.Destructive(Source(call));

    [Theory]
    [InlineData("var made = {|AG0105:new Wiping(1)|};")]
    [InlineData("Action later = {|AG0105:store.Wipe|};")]
    [InlineData("Run({|AG0105:store.Wipe|});")]
    [InlineData("base.{|AG0105:Wipe()|};")]
    [InlineData("{|AG0105:Hide()|};")]
    [InlineData("unsafe { store.{|AG0105:Point(null)|}; }")]
    [InlineData("unsafe { store.{|AG0105:Points(null!)|}; }")]
    [InlineData("Generic(store); void Generic<T>(T t) where T : Store => t.{|AG0105:Wipe()|};")]
    [InlineData("new Ref().{|AG0105:Wipe()|};")]
    public Task A_call_that_cannot_be_intercepted_is_reported(string call) => Verify.Destructive(Source(call));

    [Fact]
    public Task Without_interceptors_no_attribute_is_enforced() => Verify.Destructive(Source("store.{|AG0105:Wipe()|};"), interceptors: false);

    [Fact]
    public Task Only_the_guards_that_attributes_ask_for_are_named() => Verify.Destructive(
        Source("store.{|AG0105:{|AG0002:{|AG0003:Wipe()|}|}|};").Replace(Guards, "[RequiresTarget(\"localhost\")]"), interceptors: false);

    [Fact]
    public async Task The_message_names_reason_and_alternative()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Verify.Destructive(Source("var made = new Wiping(1);")));
        Assert.Contains(
            "[RequiresEnvironment], [RequiresConfirmation], [RequiresBackup] does not guard 'Wiping.Wiping': a constructor cannot be intercepted. "
            + "Call Guard.RequireEnvironment(...), Guard.RequireConfirmation(...), Guard.RequireBackup(...) before it.",
            exception.Message);
    }

    [Fact]
    public async Task The_message_names_the_attribute_that_is_there()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Verify.Destructive(Source("var made = new Wiping(1);").Replace("RequiresEnvironment(\"Development\")", "RequiresTarget(\"localhost\")")));
        Assert.Contains("[RequiresTarget], [RequiresConfirmation], [RequiresBackup] does not guard", exception.Message);
        Assert.Contains("Call Guard.RequireTarget(...), Guard.RequireConfirmation(...), Guard.RequireBackup(...) before it.", exception.Message);
    }

    [Theory]
    [InlineData("store.Wipe();", true, "add [RequiresEnvironment];", "add [RequiresConfirmation].", "add [RequiresBackup].")]
    [InlineData("store.Wipe();", false, "add Guard.RequireEnvironment(...);", "add Guard.RequireConfirmation(...).", "add Guard.RequireBackup(...).")]
    [InlineData("var made = new Wiping(1);", true, "add Guard.RequireEnvironment(...);", "add Guard.RequireConfirmation(...).", "add Guard.RequireBackup(...).")]
    [InlineData("Run(store.Wipe);", true, "add Guard.RequireEnvironment(...);", "add Guard.RequireConfirmation(...).", "add Guard.RequireBackup(...).")]
    [InlineData("Directory.Delete(\"a\", true);", true, "or [RequiresEnvironment].")]
    [InlineData("Directory.Delete(\"a\", true);", false, "or Guard.RequireEnvironment(...).")]
    public async Task An_attribute_is_advised_only_where_it_is_enforced(string call, bool interceptors, params string[] advice)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Verify.Destructive(Source(call).Replace(Guards, ""), interceptors: interceptors));
        Assert.All(advice, words => Assert.Contains(words, exception.Message));
    }

    [Theory]
    [InlineData(4, 14, LanguageVersion.CSharp11, "AgentGuard.Generated", null)]
    [InlineData(4, 13, LanguageVersion.CSharp11, "AgentGuard.Generated", "the compiler 4.13 is older than 4.14")]
    [InlineData(5, 0, LanguageVersion.CSharp10, "AgentGuard.Generated", "the language version is 10.0")]
    [InlineData(5, 0, LanguageVersion.CSharp14, "", "InterceptorsNamespaces does not hold 'AgentGuard.Generated'")]
    [InlineData(5, 0, LanguageVersion.CSharp14, "AgentGuard.GeneratedToo", "InterceptorsNamespaces does not hold")]
    [InlineData(5, 0, LanguageVersion.CSharp14, "Other; AgentGuard", null)]
    public void The_compiler_and_the_language_must_allow_it(int major, int minor, LanguageVersion language, string namespaces, string? obstacle)
    {
        var tree = CSharpSyntaxTree.ParseText("class C { }", new CSharpParseOptions(language).WithFeatures([new("InterceptorsNamespaces", namespaces)]));
        var found = Interception.ObstacleIn(tree, ServicesFor(tree), new Version(major, minor));
        if (obstacle is null) Assert.Null(found);
        else Assert.Contains(obstacle, found);
    }

    [Theory]
    [InlineData("none", "AgentGuard.Generators is not among the analyzers of the build")]
    [InlineData("", null)]
    public void The_build_must_have_the_generator(string generator, string? obstacle)
    {
        var tree = CSharpSyntaxTree.ParseText("class C { }", new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([new("InterceptorsNamespaces", "AgentGuard.Generated")]));
        Assert.Equal(obstacle, Interception.ObstacleIn(tree, ServicesFor(tree, ("build_property.AgentGuardGenerator", generator))));
    }

    private static AnalysisServices ServicesFor(SyntaxTree tree, params (string Name, string Value)[] properties) =>
        AnalysisServices.Create(CSharpCompilation.Create("C", [tree]), new AnalyzerOptions([], new BuildProperties([("build_property.AgentGuardInterceptors", "true"), .. properties])), [], CancellationToken.None);

    private static string Source(string call) => $$"""
        using AgentGuard;
        class Store
        {
            [Destructive(DestructiveKind.Table)] public virtual void Wipe() { }
            [Destructive(DestructiveKind.Table)] public unsafe void Point(int* p) { }
            [Destructive(DestructiveKind.Table)] public unsafe void Points(Action<int*[]> p) { }
        }
        ref struct Ref
        {
            [Destructive(DestructiveKind.Table)] public void Wipe() { }
        }
        class Wiping
        {
            [Destructive(DestructiveKind.Table)] public Wiping(int count) { }
            [Destructive(DestructiveKind.Table)] public static void WipeAll() { }
        }
        static class Extensions
        {
            [Destructive(DestructiveKind.Table)] public static void WipeToo(this Store store) { }
        }
        class C : Store
        {
            [Destructive(DestructiveKind.Table)] private void Hide() { }
            static void Run(Action action) { }

            {{Guards}}
            void M(Store store) { {{call}} }
        }
        """;

    private sealed class BuildProperties((string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options((string Name, string Value)[] properties) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value) => (value = properties.FirstOrDefault(property => property.Name == key).Value) is not null;
        }
    }
}
