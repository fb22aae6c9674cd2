namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Confirmations that the program answers itself elsewhere than in a bool argument: in an object of options, to a constructor, on a command line that is written out.</summary>
public sealed class GivenAnswerTests
{
    private const string Start = """
        using AgentGuard;
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } public static void Count() { } }
        public class Options { public bool Yes { get; set; } public bool Force { get; set; } }
        public class PurgeOptions { public bool Enabled { get; set; } }
        public record Choice(bool Verbose, bool Force);
        public interface IWiper { void Wipe(Options options); }

        """;

    private const string Drop = "Store.{|AG0001:{|AG0003:Drop()|}|};";
    private const string ByOptions = "class Wiper : IWiper { public void Wipe(Options options) { if (!options.Yes) return; if (options.Force) Store.Count(); " + Drop + " } public static void Show(Options options) { } } ";

    [Theory]
    [InlineData(ByOptions, "new Wiper().Wipe(new Options { Yes = {|AG0104:true|} });")]
    [InlineData(ByOptions, "new Wiper().Wipe(new() { Yes = {|AG0104:true|} });")]
    [InlineData(ByOptions, "var options = new Options { Yes = {|AG0104:true|} }; new Wiper().Wipe(options);")]
    [InlineData(ByOptions, "wiper.Wipe(new Options { Force = true, Yes = {|AG0104:true|} });")]
    [InlineData("class Wiper { public void Wipe(Choice choice) { if (choice.Force) " + Drop + " } } ", "new Wiper().Wipe(new Choice(true, {|AG0104:true|}));")]
    [InlineData("class Wiper(bool force) { public void Wipe() { if (force) { " + Drop + " " + Drop + " } } } ", "new Wiper({|AG0104:true|}).Wipe();")]
    [InlineData("class Wiper { readonly bool _force; public Wiper(bool force) => _force = force; public void Wipe() { if (!_force) return; " + Drop + " } } ", "new Wiper(force: {|AG0104:true|}).Wipe();")]
    [InlineData("class Wiper(bool force) { bool Force { get; } = force; public void Wipe() { if (Force) " + Drop + " } } ", "new Wiper({|AG0104:true|}).Wipe();")]
    [InlineData("class Wiper { public bool Force { get; init; } public void Wipe() { if (Force) " + Drop + " } } ", "new Wiper { Force = {|AG0104:true|} }.Wipe();")]
    [InlineData("static class Wiper { public static void Run(string[] args) { if (!args.Contains(\"--yes\")) return; " + Drop + " } } ", "Wiper.Run([{|AG0104:\"--yes\"|}, \"-v\"]); Wiper.Run(new[] { {|AG0104:\"--yes\"|} });")]
    [InlineData("static class Wiper { public static void Run(string[] args) { if (!args.Contains(\"--yes\")) return; " + Drop + " } } ", "Wiper.Run(args.Append({|AG0104:\"--yes\"|}).ToArray()); Wiper.Run([.. args, {|AG0104:\"--yes\"|}]);")]
    [InlineData("class Wiper { public void Wipe(PurgeOptions options) { if (!options.Enabled) return; " + Drop + " } } ", "new Wiper().Wipe(new PurgeOptions { Enabled = {|AG0104:true|} });")]
    public Task An_answer_of_the_program(string wiper, string code) => Verify.Destructive(In(wiper, code));

    [Theory]
    [InlineData(ByOptions, "new Wiper().Wipe(new Options { Yes = args.Contains(\"--yes\") });")]
    [InlineData(ByOptions, "new Wiper().Wipe(new Options { Force = true });")]
    [InlineData(ByOptions, "if (Console.ReadLine() == \"y\") new Wiper().Wipe(new Options { Yes = true });")]
    [InlineData(ByOptions, "Wiper.Show(new Options { Yes = true });")]
    [InlineData("class Wiper { public void Wipe(Options options) { if (options.Yes) Store.Count(); if (Console.ReadLine() != \"y\") return; " + Drop + " } } ", "new Wiper().Wipe(new Options { Yes = true });")]
    [InlineData("class Wiper(bool force = false) { public void Wipe() { if (force) " + Drop + " } } ", "new Wiper().Wipe(); new Wiper(args.Length > 1).Wipe(); new Wiper(false).Wipe();")]
    [InlineData("class Wiper(bool verbose, bool force) { public void Wipe() { if (verbose) Store.Count(); if (force) " + Drop + " } } ", "new Wiper(true, args.Length > 1).Wipe();")]
    [InlineData("static class Wiper { public static void Run(string[] args) { if (!args.Contains(\"--yes\")) return; " + Drop + " } } ", "Wiper.Run(args); Wiper.Run([\"-v\"]); if (Console.ReadLine() == \"y\") Wiper.Run([\"--yes\"]);")]
    [InlineData("static class Wiper { public static void Run(string[] args) { if (!args.Contains(\"--yes\")) return; " + Drop + " } } ", "Wiper.Run(args.Where(a => a != \"--yes\").ToArray()); Wiper.Run([args.Length > 1 ? \"--yes\" : \"-v\"]); Wiper.Run(args.Append(\"-v\").ToArray());")]
    [InlineData("class Wiper { public void Wipe(PurgeOptions options) { if (!options.Enabled) return; " + Drop + " } } ", "new Wiper().Wipe(new PurgeOptions { Enabled = args.Length > 1 });")]
    public Task What_somebody_else_says(string wiper, string code) => Verify.Destructive(In(wiper, code));

    private static string In(string wiper, string code) => $$"""
        {{Start}}{{wiper}}
        class Nightly { void M(string[] args, IWiper wiper) { {{code}} } }
        """;
}
