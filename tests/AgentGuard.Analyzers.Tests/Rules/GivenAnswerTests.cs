namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Confirmations that the program answers itself elsewhere than in a bool argument: in an object of options, to a constructor, on a command line that is written out.</summary>
public sealed class GivenAnswerTests
{
    private const string Start = """
        using AgentGuard;
        using Microsoft.Extensions.Options;
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } public static void Count() { } }
        public class Options { public bool Yes { get; set; } public bool Force { get; set; } }
        public class PurgeOptions { public bool Enabled { get; set; } }
        public record Choice(bool Verbose, bool Force);
        public interface IWiper { void Wipe(Options options); }
        public interface IMediator { Task Send(object request); }
        public interface IRepository { void Wipe(bool confirmed); }
        public delegate bool Confirmation();

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
    [InlineData("class Wiper(IOptions<Options> options) { public void Wipe() { if (!options.Value.Yes) return; " + Drop + " } } ", "new Wiper(Microsoft.Extensions.Options.Options.Create(new Options { Yes = {|AG0104:true|} })).Wipe();")]
    [InlineData("class Wiper { readonly Options _options; public Wiper(Options options) => _options = options; public void Wipe() { if (!_options.Yes) return; " + Drop + " } } ", "new Wiper(new Options { Yes = {|AG0104:true|} }).Wipe(); new Wiper(new() { Yes = {|AG0104:true|} }).Wipe();")]
    [InlineData("class Wiper { public void Handle(Choice choice) { if (!choice.Force) return; " + Drop + " } } ", "mediator.Send(new Choice(false, {|AG0104:true|}));")]
    [InlineData("class Wiper { public void Handle(Options options) { if (!options.Yes) return; " + Drop + " } } ", "mediator.Send(new Options { Yes = {|AG0104:true|} });")]
    [InlineData("class Wiper(Func<string, bool> confirm) { public void Wipe() { if (!confirm(\"?\")) return; " + Drop + " } } ", "new Wiper(text => Console.ReadLine() == text).Wipe(); new Wiper({|AG0104:_ => true|}).Wipe();")]
    [InlineData("class Wiper { readonly Func<Task<bool>> _confirm; public Wiper(Func<Task<bool>> confirm) { _confirm = confirm; } public async Task Wipe() { if (!await _confirm()) return; " + Drop + " } } ", "new Wiper(async () => Console.ReadLine() == \"y\").Wipe(); new Wiper({|AG0104:() => Task.FromResult(true)|}).Wipe();")]
    [InlineData("static class Wiper { public static void Wipe(Confirmation ask) { if (!ask()) return; " + Drop + " } } ", "Wiper.Wipe(() => Console.ReadLine() == \"y\"); Wiper.Wipe({|AG0104:() => true|});")]
    [InlineData("class Wiper : IRepository { public void Wipe(bool confirmed) { if (!confirmed) return; " + Drop + " } } ", "repository.Wipe({|AG0104:confirmed: true|});")]
    [InlineData("class Wiper(IRepository inner) : IRepository { public void Wipe(bool confirmed) => inner.Wipe(confirmed); } class Real : IRepository { public void Wipe(bool confirmed) { if (!confirmed) return; " + Drop + " } } ", "new Wiper(repository).Wipe({|AG0104:true|});")]
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
    [InlineData("class Wiper(IOptions<Options> options) { public void Wipe() { if (!options.Value.Yes) return; " + Drop + " } } ", "new Wiper(Microsoft.Extensions.Options.Options.Create(new Options { Yes = args.Length > 1, Force = true })).Wipe();")]
    [InlineData("class Wiper { readonly Options _options; public Wiper(Options options, Options others) => _options = options; public void Wipe() { if (!_options.Yes) return; " + Drop + " } } ", "new Wiper(new Options { Yes = args.Length > 1 }, new Options { Yes = true }).Wipe();")]
    [InlineData("class Wiper { public void Handle(Options options) { if (!options.Yes) return; " + Drop + " } } ", "mediator.Send(new Options { Force = true }); if (Console.ReadLine() == \"y\") mediator.Send(new Options { Yes = true }); mediator.Equals(new Options { Yes = true });")]
    [InlineData("class Wiper(Func<string, bool> confirm) { public void Wipe() { if (!confirm(\"?\")) return; " + Drop + " } } ", "new Wiper(text => Console.ReadLine() == text).Wipe(); if (args.Contains(\"--yes\")) new Wiper(_ => true).Wipe(); new Wiper(_ => false).Wipe();")]
    [InlineData("class Wiper(Func<string, bool> confirm, Func<string, bool> filter) { public void Wipe() { if (!filter(\"x\") || !confirm(\"?\")) return; " + Drop + " } } ", "new Wiper(text => Console.ReadLine() == text, _ => true).Wipe();")]
    [InlineData("class Wiper : IRepository { public void Wipe(bool confirmed) { if (!confirmed) return; " + Drop + " } } ", "repository.Wipe(args.Length > 1); if (Console.ReadLine() == \"y\") repository.Wipe(true);")]
    [InlineData("class Wiper : IRepository { public void Wipe(bool confirmed) { if (confirmed) Store.Count(); } } ", "repository.Wipe(true);")]
    public Task What_somebody_else_says(string wiper, string code) => Verify.Destructive(In(wiper, code));

    private static string In(string wiper, string code) => $$"""
        {{Start}}{{wiper}}
        class Nightly { void M(string[] args, IWiper wiper, IMediator mediator, IRepository repository) { {{code}} } }
        """;
}
