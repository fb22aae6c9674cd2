using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>A place in a configuration file that cannot be understood.</summary>
/// <param name="Span">The words at fault, in UTF-16 code units from the start of the file.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record ConfigurationError(TextSpan Span, string Message);

/// <summary>Reads catalogue files. The grammar is in docs/catalogue.md.</summary>
internal sealed class CatalogParser
{
    private static readonly Dictionary<string, TextChannel> Channels = new(StringComparer.Ordinal)
    {
        ["sql"] = TextChannel.Sql,
        ["shell"] = TextChannel.Shell,
        ["http"] = TextChannel.Http,
        ["redis"] = TextChannel.Redis,
        ["mongo"] = TextChannel.Mongo,
        ["input"] = TextChannel.Input,
    };

    private static readonly string[] Effects = ["destroys", "runs", "backs-up", "confirms", "checks", "weakens", "lists"];
    private static readonly string[] Subjects = ["environment", "target"];
    private static readonly string[] Clauses = ["when", "unless", "target", "called"];

    private readonly ImmutableArray<CatalogEntry>.Builder _entries = ImmutableArray.CreateBuilder<CatalogEntry>();
    private readonly ImmutableArray<ConfigurationError>.Builder _errors = ImmutableArray.CreateBuilder<ConfigurationError>();
    private LineWords _words = new("", 0);

    private CatalogParser()
    {
    }

    /// <summary>Reads a whole file; a line that cannot be understood is an error and no entry.</summary>
    public static (ImmutableArray<CatalogEntry> Entries, ImmutableArray<ConfigurationError> Errors) Parse(SourceText text)
    {
        var parser = new CatalogParser();
        foreach (var line in text.Lines)
        {
            parser._words = new LineWords(text.ToString(line.Span), line.Start);
            if (parser._words.More && parser.ParseLine() is { } entry) parser._entries.Add(entry);
        }

        return (parser._entries.ToImmutable(), parser._errors.ToImmutable());
    }

    private CatalogEntry? ParseLine()
    {
        if (ParseId() is not { } id) return null;
        var effect = _words.Next();
        var entry = new CatalogEntry(id, default, ImmutableArray<DestructiveKind>.Empty, TextChannel.None, ImmutableArray<ValuePath>.Empty, null, ImmutableArray<CatalogCondition>.Empty, null);
        var parsed = effect switch
        {
            "destroys" => ParseKinds(single: true) is { } kinds ? entry with { Effect = CatalogEffect.Destroys, Kinds = kinds } : null,
            "backs-up" => ParseKinds(single: false) is { } kinds ? entry with { Effect = CatalogEffect.BacksUp, Kinds = kinds } : null,
            "runs" => ParseRuns(entry with { Effect = CatalogEffect.Runs }),
            "confirms" => entry with { Effect = CatalogEffect.Confirms },
            "checks" => ParseSubject() is { } subject ? entry with { Effect = CatalogEffect.Checks, Subject = subject } : null,
            "weakens" => entry with { Effect = CatalogEffect.Weakens },
            "lists" => entry with { Effect = CatalogEffect.Lists },
            "" => Fail<CatalogEntry>($"The line ends where an effect is expected: one of {Quote(Effects)}"),
            _ => Fail<CatalogEntry>($"'{effect}' is no effect; {Suggestion.For(effect, Effects)}"),
        };
        return parsed is null ? null : ParseClauses(parsed);
    }

    private CatalogId? ParseId()
    {
        var word = _words.Next();
        if (word.Length < 3 || word[1] != ':' || word[0] is not ('M' or 'P'))
            return Fail<CatalogId>($"'{word}' is no documentation-comment id of a method (M:) or property (P:)");

        if (CatalogId.TryRead(word) is { } id) return id;
        if (word.IndexOf('(') >= 0 && !word.EndsWith(")", StringComparison.Ordinal)) return Fail<CatalogId>($"The parameter list of '{word}' is not closed; it must not hold spaces");
        return Fail<CatalogId>(word.IndexOf('*') >= 0 ? $"'{word}' would match every member; name at least one letter" : $"'{word}' names no member of a type");
    }

    private ImmutableArray<DestructiveKind>? ParseKinds(bool single)
    {
        var word = _words.Next();
        if (word.Length == 0) return FailValue<ImmutableArray<DestructiveKind>>("The line ends where a kind is expected, such as 'database'");

        var kinds = ImmutableArray.CreateBuilder<DestructiveKind>();
        foreach (var (name, span) in single ? [(word, _words.LastSpan)] : Items(word))
        {
            if (!AgentGuard.Kinds.TryParse(name, out var kind))
                return FailValue<ImmutableArray<DestructiveKind>>($"'{name}' is no kind; {Suggestion.For(name, AgentGuard.Kinds.Names)}", span);
            kinds.Add(kind);
        }

        return kinds.ToImmutable();
    }

    private TextChannel? ParseChannel()
    {
        var word = _words.Next();
        if (Channels.TryGetValue(word, out var channel)) return channel;
        return FailValue<TextChannel>($"'{word}' is no text channel; {Suggestion.For(word, Channels.Keys)}");
    }

    private string? ParseSubject()
    {
        var word = _words.Next();
        return Subjects.Contains(word) ? word : Fail<string>($"'{word}' cannot be checked; {Suggestion.For(word, Subjects)}");
    }

    private CatalogEntry? ParseRuns(CatalogEntry entry)
    {
        if (ParseChannel() is not { } channel) return null;
        if (_words.Next() is not "from") return Fail<CatalogEntry>("'from' and where the text comes from are expected here");

        var sources = ImmutableArray.CreateBuilder<ValuePath>();
        foreach (var (path, span) in Items(_words.Next()))
        {
            if (ParsePath(path, span) is not { } source) return null;
            sources.Add(source);
        }

        return entry with { Channel = channel, Sources = sources.ToImmutable() };
    }

    private CatalogEntry? ParseClauses(CatalogEntry entry)
    {
        while (_words.More)
        {
            var word = _words.Next();
            switch (word)
            {
                case "target":
                    if (ParsePath(_words.Next()) is not { } target) return null;
                    entry = entry with { Target = target };
                    break;
                case "called":
                    var name = _words.Next();
                    if (name.Length == 0) return Fail<CatalogEntry>("The line ends where a name with dashes is expected, such as 'a-registry-key'");
                    entry = entry with { Called = name.Replace('-', ' ') };
                    break;
                case "when" or "unless":
                    if (ParseCondition(excludes: word == "unless") is not { } condition) return null;
                    entry = entry with { Conditions = entry.Conditions.Add(condition) };
                    break;
                default:
                    return Fail<CatalogEntry>($"'{word}' is no clause; {Suggestion.For(word, Clauses)}");
            }
        }

        return entry;
    }

    private CatalogCondition? ParseCondition(bool excludes)
    {
        if (ParsePath(_words.Next()) is not { } path) return null;
        switch (_words.Next())
        {
            case "unfiltered": return new CatalogCondition(path, ConditionTest.Unfiltered, null, excludes);
            case "given": return new CatalogCondition(path, ConditionTest.Given, null, excludes);
            case "each": return new CatalogCondition(path, ConditionTest.Each, null, excludes);
            case "=": return ParseComparison(path, ConditionTest.Equals, excludes);
            case "is": return ParseComparison(path, ConditionTest.Is, excludes);
            default: return Fail<CatalogCondition>("'= VALUE', 'is VALUE', 'unfiltered', 'each' or 'given' is expected here");
        }
    }

    private CatalogCondition? ParseComparison(ValuePath path, ConditionTest test, bool excludes)
    {
        var literal = _words.Next();
        return literal.Length == 0
            ? Fail<CatalogCondition>("The line ends where a value is expected")
            : new CatalogCondition(path, test, ParseLiteral(literal), excludes);
    }

    // The parts of the last word, with the place of each.
    private IEnumerable<(string Text, TextSpan Span)> Items(string word)
    {
        var start = _words.LastSpan.Start;
        foreach (var item in word.Split(','))
        {
            yield return (item, new TextSpan(start, item.Length));
            start += item.Length + 1;
        }
    }

    private ValuePath? ParsePath(string word, TextSpan? span = null)
    {
        if (word is ['"', _, .., '"']) return new ValuePath(word, ImmutableArray<string>.Empty);
        var segments = word.Split('.');
        if (segments.Any(segment => segment.Length == 0 || !IsIdentifier(segment)))
            return Fail<ValuePath>($"'{word}' is no path: name a parameter or 'receiver', then properties with dots between", span);
        return new ValuePath(segments[0], segments.Skip(1).ToImmutableArray());
    }

    private static bool IsIdentifier(string word) =>
        !char.IsDigit(word[0]) && word.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static object? ParseLiteral(string word) => word switch
    {
        "true" => true,
        "false" => false,
        "null" => null,
        ['"', .. var inner, '"'] => inner,
        _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => word,
    };

    private static string Quote(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));

    private T? Fail<T>(string message, TextSpan? span = null) where T : class
    {
        _errors.Add(new ConfigurationError(span ?? _words.LastSpan, message));
        return null;
    }

    private T? FailValue<T>(string message, TextSpan? span = null) where T : struct
    {
        _errors.Add(new ConfigurationError(span ?? _words.LastSpan, message));
        return null;
    }
}
