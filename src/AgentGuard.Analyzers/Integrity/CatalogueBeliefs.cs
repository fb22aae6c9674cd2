using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Integrity;

/// <summary>
/// Lines of catalogue files that make a guard of a library's member whose name says nothing of the kind. Where the member is one of the project,
/// its body decides (AG0102); a library's body cannot be seen.
/// </summary>
internal static class CatalogueBeliefs
{
    /// <summary>All such lines.</summary>
    public static IEnumerable<Lowering> In(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        foreach (var file in options.AdditionalFiles.Where(UserCatalog.IsCatalogueFile))
        {
            if (file.GetText(cancellation) is not { } text) continue;
            foreach (var line in text.Lines)
            {
                if (CatalogParser.Parse(SourceText.From(line.ToString())).Entries is not [var entry] || Belief(entry) is not { } belief || IsBorneOut(entry) || !IsOfLibrary(entry.Id, compilation)) continue;
                var location = Location.Create(file.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
                yield return new Lowering($"{entry.Id} {belief}", "makes a guard of a library's member whose name does not say that it is one", location);
            }
        }
    }

    private static string? Belief(CatalogEntry entry) => entry.Effect switch
    {
        CatalogEffect.Confirms => "confirms",
        CatalogEffect.Checks => $"checks {entry.Subject}",
        CatalogEffect.BacksUp => "backs-up " + string.Join(",", entry.Kinds.Select(static kind => kind.WrittenName())),
        _ => null,
    };

    // What .NET itself asks and saves is in the built-in catalogue.
    private static bool IsBorneOut(CatalogEntry entry) => entry.Effect switch
    {
        CatalogEffect.Checks => GuardWords.SayWhereOrWhat(entry.Id.Name) || GuardWords.SayWhereOrWhat(entry.Id.SimpleContainer),
        _ when entry.Id.Container.StartsWith("System.", StringComparison.Ordinal) => false,
        CatalogEffect.Confirms => GuardWords.Ask(entry.Id.Name),
        _ => GuardWords.Save(entry.Id.CalledName),
    };

    private static bool IsOfLibrary(CatalogId id, Compilation compilation) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + id.Container, compilation) is { ContainingAssembly: { } assembly } && !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly);
}
