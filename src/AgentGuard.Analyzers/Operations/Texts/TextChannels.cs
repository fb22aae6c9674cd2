using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Rows;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>A text that a call executes, and what the scanner says of it.</summary>
/// <param name="Text">The folded text.</param>
/// <param name="Findings">The statements in it that matter.</param>
internal sealed record ExecutedText(FoldedString Text, IReadOnlyList<TextFinding> Findings)
{
    /// <summary>Whether it is in a file that the member has written, and a program runs that file.</summary>
    public bool IsInFile { get; init; }

    /// <summary>Whether each run of it takes away only a portion, and a loop runs it until nothing is left.</summary>
    public bool IsInPortions { get; init; }

    /// <summary>Whether nothing is known of what the text does.</summary>
    public bool IsOpaque => SqlScanner.IsOpaque(Text.Text);

    /// <summary>Whether the known part alone destroys something.</summary>
    public bool Destroys => Findings.Any(finding => finding.Effect == TextEffect.Destroys);
}

/// <summary>Reads the texts that a call executes and hands them to the scanner of their channel.</summary>
internal sealed class TextChannels(AnalysisServices services)
{
    private const int MaxTexts = 32;

    // The commands of a batch, each with its own text.
    private const string BatchCommands = "BatchCommands";

    // The fourth part of a request.
    private const int Headers = 3;

    private static readonly string[] HandingOut = ["OUTPUT", "RETURNING"];

    private static readonly FoldedString Space = FoldedString.Empty with { Text = " " };

    private readonly AddedParameters _added = new(services);
    private readonly BaseAddresses _bases = new(services);
    private readonly AddedBodies _bodies = new(services);
    private readonly StartedProcesses _processes = new(services);
    private readonly WrittenScripts _scripts = new(services);
    private readonly HandedStatements _handed = new(services);
    private readonly ConcurrentDictionary<(CatalogEntry Entry, SyntaxNode Call), ImmutableArray<ExecutedText>> _read = new();

    /// <summary>The texts of one call by one catalogue line; read once per compilation.</summary>
    /// <param name="entry">A <c>runs</c> line.</param>
    /// <param name="call">The call.</param>
    public ImmutableArray<ExecutedText> Read(CatalogEntry entry, IOperation call) =>
        _read.TryGetValue((entry, call.Syntax), out var known) ? known : _read.GetOrAdd((entry, call.Syntax), Read(entry, call, parameters: null));

    /// <summary>The same where something is known of parameters of the member around.</summary>
    public ImmutableArray<ExecutedText> Read(CatalogEntry entry, IOperation call, KnownParameters? parameters)
    {
        if (entry.Channel == TextChannel.Input) return ReadTyped(entry, call, parameters);
        var sources = entry.Sources.Select(source => FoldAt(entry.Channel, call, source, parameters)).ToImmutableArray();
        if (entry.Channel == TextChannel.Sql && sources[0].Any(static text => HandedStatements.AreRunBy(text.Text))) sources = sources.SetItem(0, sources[0].AddRange(_handed.Of(call)));
        if (entry.Channel == TextChannel.Http && sources.Length > 1) sources = OfClient(sources, call);
        var texts = Combinations(sources).Take(MaxTexts).Select(parts => Scan(entry, parts)).ToImmutableArray();
        if (entry.Channel == TextChannel.Sql && RepeatedRows.UntilNoneIsLeft(call)) texts = texts.Select(InPortions).ToImmutableArray();
        return entry.Channel == TextChannel.Shell && parameters is null ? texts.AddRange(_scripts.RunBy(call, texts)) : texts;
    }

    // `while (db.Execute("DELETE TOP (1000) FROM orders") > 0) { }`; what hands out the rows that it takes is how a queue is read.
    private static ExecutedText InPortions(ExecutedText once) => !HandingOut.Any(word => once.Text.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) && SqlScanner.ScanRepeated(once.Text.Text) is { } repeated && repeated.Count > once.Findings.Count ? once with { Findings = repeated, IsInPortions = true } : once;

    // Typed into what the process runs whose input the writer is; any other writer only writes.
    private ImmutableArray<ExecutedText> ReadTyped(CatalogEntry entry, IOperation call, KnownParameters? parameters)
    {
        if (ValueSources.RootOf(call, entry.Sources[0].Root) is not { } writer || _processes.BehindInput(writer) is not { } process) return ImmutableArray<ExecutedText>.Empty;
        var typed = entry.Sources.Skip(1).Select(source => FoldAt(entry.Channel, call, source, parameters)).ToImmutableArray();
        var programs = _processes.CommandLines(process, call.Syntax).Take(MaxTexts).ToList();
        return Combinations(typed).Take(MaxTexts).Select(parts => parts.Aggregate(FoldedString.Empty, static (sum, part) => sum.Concat(part)))
            .Select(text => new ExecutedText(text, programs.SelectMany(program => ShellScanner.ScanInput(program.Text, text.Text)).ToList())).ToImmutableArray();
    }

    // A client adds to each request its base address and its headers.
    private ImmutableArray<ImmutableArray<FoldedString>> OfClient(ImmutableArray<ImmutableArray<FoldedString>> sources, IOperation call)
    {
        sources = sources.SetItem(1, sources[1].Select(address => OnBase(address, call)).ToImmutableArray());
        if (ValueSources.RootOf(call, ValuePath.Receiver) is not { } client || services.Texts.FoldEntries(client, "DefaultRequestHeaders", call.Syntax) is not [{ Text.Length: > 0 } headers]) return sources;
        while (sources.Length <= Headers) sources = sources.Add(ImmutableArray.Create(FoldedString.Empty));
        return sources.SetItem(Headers, sources[Headers].Select(headers.Concat).ToImmutableArray());
    }

    // A relative address continues the base address of the client, where that is known.
    private FoldedString OnBase(FoldedString address, IOperation call) =>
        address.IsAbsolute || ValueSources.RootOf(call, ValuePath.Receiver) is not { } client || _bases.Of(client, call) is not { } host ? address : address.ContinuesAt(host);

    /// <summary>Every way to take one text of each source.</summary>
    public static IEnumerable<ImmutableArray<FoldedString>> Combinations(ImmutableArray<ImmutableArray<FoldedString>> sources) => sources.Aggregate(
        (IEnumerable<ImmutableArray<FoldedString>>)[ImmutableArray<FoldedString>.Empty],
        (combinations, texts) => combinations.SelectMany(before => texts.Select(before.Add)));

    /// <summary>The words of a command line, with blanks between those that are there.</summary>
    public static FoldedString Joined(IEnumerable<FoldedString> parts) =>
        parts.Aggregate(FoldedString.Empty, static (sum, part) => sum.Text.Length == 0 || part.Text.Length == 0 ? sum.Concat(part) : sum.Concat(Space).Concat(part));

    private static ExecutedText Scan(CatalogEntry entry, ImmutableArray<FoldedString> parts)
    {
        var text = Joined(parts);
        if (entry.Channel != TextChannel.Shell) text = text with { Text = text.Text.Replace(FoldedText.Element, ' ') };
        IReadOnlyList<TextFinding> findings = entry.Channel switch
        {
            TextChannel.Sql => SqlScanner.Scan(text.Text),
            TextChannel.Shell => IsStarted(entry) && Joined(parts.Skip(1)) is { Text.Length: > 0 } arguments && parts[0].Text.Length > 0 ? ShellScanner.ScanStarted(parts[0].Text, arguments.Text) : ShellScanner.Scan(text.Text),
            TextChannel.Http => HttpScanner.Scan(HttpScanner.MethodBy(parts[0].Text, parts.ElementAtOrDefault(Headers)?.Text), parts.ElementAtOrDefault(1)?.Text, parts.ElementAtOrDefault(2)?.Text),
            TextChannel.Redis => RedisScanner.Scan(text.Text),
            TextChannel.Mongo => MongoScanner.Scan(text.Text),
            _ => [],
        };
        return new ExecutedText(text, findings);
    }

    // A program and its arguments; what is added to a command of PowerShell is read by PowerShell.
    private static bool IsStarted(CatalogEntry entry) => entry.Sources.Length > 1 && entry.Sources[^1].Root != ValuePath.Added;

    private ImmutableArray<FoldedString> FoldAt(TextChannel channel, IOperation call, ValuePath source, KnownParameters? parameters)
    {
        if (source.Literal is { } literal) return ImmutableArray.Create(FoldedString.Empty with { Text = literal });
        if (source.Root == ValuePath.Added) return ImmutableArray.Create(_added.Behind(call));
        if (ValueSources.RootOf(call, source.Root) is not { } root) return ImmutableArray.Create(FoldedString.Empty);
        if (channel == TextChannel.Http && source.Properties is ["Headers"]) return services.Texts.FoldEntries(root, "Headers", call.Syntax);
        if (channel == TextChannel.Http && source.Properties is ["Parameters"]) return _bodies.Of(root, call.Syntax);
        if (channel == TextChannel.Http && source.Properties.IsEmpty) return services.Texts.FoldJson(root, parameters);
        return FoldFrom(root, source.Properties is [.., BatchCommands] ? source.Properties.Add("CommandText") : source.Properties, call.Syntax, parameters);
    }

    // `new NpgsqlBatchCommand("...")` runs its text by a line of its own.
    private bool IsReadWhereCreated(IOperation holder) => Variables.Unwrap(holder) is IObjectCreationOperation { Constructor: { } constructor } creation
        && services.Catalog.Match(constructor).Any(entry => entry.Effect == CatalogEffect.Runs && entry.Sources.Any(source => ValueSources.RootOf(creation, source.Root) is not null));

    /// <summary>The texts that a property may hold, at the end of a path from a value.</summary>
    public ImmutableArray<FoldedString> FoldFrom(IOperation root, ImmutableArray<string> properties, SyntaxNode use, KnownParameters? parameters = null)
    {
        if (properties.IsEmpty) return services.Texts.Fold(root, parameters);

        // `process.StartInfo.FileName = ...` is known by its whole path, an object that was put there by its last property.
        var path = string.Join(".", properties);
        if (Variables.PathOf(root) is var (variable, outer) && services.AssignmentsAround(root).Reaching(variable, outer.Length == 0 ? path : $"{outer}.{path}", use).Any())
            return services.Texts.FoldProperty(root, path, use, parameters);
        var holders = services.Values.From(root, properties.RemoveAt(properties.Length - 1), use);
        if (holders.IsEmpty && properties[0] != BatchCommands) return services.Texts.FoldProperty(root, path, use, parameters);
        return holders.SelectMany(static holder => Variables.ElementsOf(holder) ?? [holder]).SelectMany(holder => IsReadWhereCreated(holder) ? ImmutableArray.Create(FoldedString.Empty) : services.Texts.FoldProperty(holder, properties[^1], use, parameters)).DefaultIfEmpty(FoldedString.Unknown).ToImmutableArray();
    }
}
