using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>Catalogue files that a project, or a package it uses, adds: <c>AgentGuard.Operations*.txt</c>.</summary>
internal static class UserCatalog
{
    /// <summary>Whether an additional file is a catalogue file, by its name.</summary>
    public static bool IsCatalogueFile(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        return name.StartsWith("AgentGuard.Operations", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The lines of all such files that are understood.</summary>
    public static ImmutableArray<CatalogEntry> Read(AnalyzerOptions options, CancellationToken cancellation) => options.AdditionalFiles
        .Where(IsCatalogueFile)
        .Select(file => file.GetText(cancellation))
        .SelectMany(text => text is null ? ImmutableArray<CatalogEntry>.Empty : CatalogParser.Parse(text).Entries)
        .ToImmutableArray();
}
