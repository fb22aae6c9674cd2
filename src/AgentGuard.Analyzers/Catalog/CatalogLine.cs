using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>
/// A line of a catalogue file: what it is about is known at once, what it says is read when it is asked for first. Of the built-in
/// lines, a compilation needs very few.
/// </summary>
internal sealed class CatalogLine
{
    private readonly string _text;
    private CatalogEntry? _entry;

    private CatalogLine(CatalogId id, bool isOperation, string text, CatalogEntry? entry) => (Id, IsOperation, _text, _entry) = (id, isOperation, text, entry);

    /// <summary>The API.</summary>
    public CatalogId Id { get; }

    /// <summary>Whether rules look for it at a call or an assignment.</summary>
    public bool IsOperation { get; }

    /// <summary>What the line says; the same object each time.</summary>
    public CatalogEntry Entry => _entry ?? Interlocked.CompareExchange(ref _entry, Parse(), null) ?? _entry;

    /// <summary>A line that has been read.</summary>
    public static CatalogLine Of(CatalogEntry entry) => new(entry.Id, entry.IsOperation, "", entry);

    /// <summary>The lines of a file without faults; comments are left out.</summary>
    public static IEnumerable<CatalogLine> In(string file)
    {
        for (var start = 0; start < file.Length;)
        {
            var end = file.IndexOf('\n', start);
            if (end < 0) end = file.Length;
            var text = file[start..end];
            var words = new LineWords(text, 0);
            if (words.More && CatalogId.TryRead(words.Next()) is { } id) yield return new CatalogLine(id, CatalogEntry.IsOperationEffect(words.Next()), text, null);
            start = end + 1;
        }
    }

    private CatalogEntry Parse() => CatalogParser.Parse(SourceText.From(_text)).Entries is [var entry] ? entry : throw new InvalidOperationException($"The built-in catalogue holds a line that is not understood: {_text}");
}
