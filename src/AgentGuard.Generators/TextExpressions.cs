using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Generators;

/// <summary>Writes the expression that scans the text of a call when it is about to run.</summary>
internal static class TextExpressions
{
    /// <summary>An expression that is null if the text destroys nothing; null if no source of the text can be read.</summary>
    /// <param name="entries">The catalogue lines that the call fits.</param>
    /// <param name="method">The method.</param>
    /// <param name="call">The name of the field that describes the call.</param>
    public static string? For(IEnumerable<CatalogEntry> entries, MethodReader method, string call)
    {
        var scans = entries.Select(entry => Scan(entry, method, call)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return scans.Count == 0 ? null : string.Join(" ?? ", scans);
    }

    private static string? Scan(CatalogEntry entry, MethodReader method, string call)
    {
        var values = entry.Sources.Select(source => Value(source, method)).OfType<string>().ToList();
        if (values.Count == 0) return null;

        // A client knows the part of the address that its requests leave out.
        if (entry.Channel == TextChannel.Http && method.Root(ValuePath.Receiver) is var (self, _)) values.Insert(0, self);
        return $"global::AgentGuard.GuardedText.{entry.Channel}({call}, {string.Join(", ", values)})";
    }

    private static string? Value(ValuePath source, MethodReader method) => source.Literal is { } literal
        ? SymbolDisplay.FormatLiteral(literal, quote: true)
        : method.Value(source)?.Expression;
}
