using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Texts that a program reads from a resource or file of a constant name, where the project hands that file to the analyzers as an AdditionalFile.</summary>
internal sealed class EmbeddedTexts(AnalysisServices services)
{
    private readonly ConcurrentDictionary<string, FoldedString?> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a reading call returns; null where that is not known.</summary>
    public FoldedString? ReadBy(IInvocationOperation call) => call switch
    {
        { TargetMethod: { Name: "ReadAllText" or "ReadAllTextAsync", ContainingType.Name: "File" }, Arguments: [var path, ..] } => Named(path.Value) ?? NamedTexts.OfFile(services.Texts.Fold(path.Value), call.Syntax),
        { TargetMethod.Name: "ReadToEnd" or "ReadToEndAsync", Instance: { } reader } => services.Values.Of(reader).Select(FromReader).FirstOrDefault(),
        _ => null,
    };

    private FoldedString? FromReader(IOperation reader) =>
        reader is IObjectCreationOperation { Arguments: [var stream, ..] } ? services.Values.Of(stream.Value).Select(FromStream).FirstOrDefault() : FromStream(reader);

    private FoldedString? FromStream(IOperation stream) =>
        stream is IInvocationOperation { TargetMethod.Name: "GetManifestResourceStream" or "OpenRead" or "OpenText" or "OpenResource", Arguments: [.., var name] } ? Named(name.Value) : null;

    private FoldedString? Named(IOperation name) =>
        services.Texts.Fold(name) is [{ Text: { Length: > 4 } text }] && !text.Contains(AgentGuard.Text.FoldedText.Hole) ? _byName.GetOrAdd(text, Find) : null;

    // A resource name has dots where the path has slashes, and the root namespace before it: the file that agrees longest from the end is meant.
    private FoldedString? Find(string name)
    {
        var wanted = Segments(name);
        var best = services.Options.AdditionalFiles
            .Select(file => (File: file, Agreement: AgreementFromTheEnd(Segments(file.Path), wanted)))
            .Where(candidate => candidate.Agreement >= 2)
            .OrderByDescending(candidate => candidate.Agreement)
            .Select(candidate => candidate.File)
            .FirstOrDefault();
        if (best?.GetText() is not { } text) return null;
        var start = Location.Create(best.Path, new TextSpan(0, 0), new LinePositionSpan(LinePosition.Zero, LinePosition.Zero));
        return new FoldedString(text.ToString(), ImmutableArray.Create(start));
    }

    private static int AgreementFromTheEnd(string[] path, string[] name) =>
        Enumerable.Range(1, Math.Min(path.Length, name.Length)).TakeWhile(back => string.Equals(path[^back], name[^back], StringComparison.OrdinalIgnoreCase)).Count();

    private static string[] Segments(string path) => path.Split('.', '/', '\\');
}
