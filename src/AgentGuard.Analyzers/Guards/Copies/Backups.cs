using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Texts;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>Which methods make a backup, and of what.</summary>
internal sealed class Backups(AnalysisServices services, PolicyOptions options)
{
    private readonly ConcurrentDictionary<SyntaxNode, Facts> _known = new();
    private readonly ConcurrentDictionary<ISymbol, Facts> _named = new(SymbolEqualityComparer.Default);

    private static readonly DestructiveKind[] Relational =
        [DestructiveKind.Database, DestructiveKind.Schema, DestructiveKind.Table, DestructiveKind.Column, DestructiveKind.Rows, DestructiveKind.Collection, DestructiveKind.SearchIndex];

    private static readonly DestructiveKind[] Storage = [DestructiveKind.Bucket, DestructiveKind.Container, DestructiveKind.FileShare];

    private static readonly DestructiveKind[] Local = [DestructiveKind.Directory, DestructiveKind.Files];

    // What else is safe once this is: whoever has the database has its tables.
    private static readonly (string Word, DestructiveKind[] Kinds)[] KindsByWord =
    [
        ("database", [.. Relational, DestructiveKind.Cache]), ("db", Relational), ("sql", Relational), ("schema", Relational), ("tables", Relational), ("table", [DestructiveKind.Table, DestructiveKind.Column, DestructiveKind.Rows]),
        ("rows", [DestructiveKind.Rows]), ("collection", [DestructiveKind.Collection, DestructiveKind.Rows]), ("index", [DestructiveKind.SearchIndex]),
        ("volume", [DestructiveKind.Volume, DestructiveKind.Disk]), ("disk", [DestructiveKind.Volume, DestructiveKind.Disk]),
        ("bucket", Storage), ("container", Storage), ("blobs", Storage), ("share", Storage),
        ("file", Local), ("files", Local), ("directory", Local), ("folder", Local),
        ("keys", [DestructiveKind.Key, DestructiveKind.Secret]), ("key", [DestructiveKind.Key, DestructiveKind.Secret]),
        ("secrets", [DestructiveKind.Secret, DestructiveKind.Key]), ("secret", [DestructiveKind.Secret, DestructiveKind.Key]),
    ];

    // What is written out under such a name is about the program, not its data.
    private static readonly string[] NoData =
    [
        "metric", "metrics", "state", "log", "logs", "screen", "screenshot", "statistics", "stats", "report", "reports", "trace", "traces", "diagnostics", "telemetry", "memory", "heap", "thread", "threads",
        "stack", "audit", "debug", "usage", "performance", "pdf", "image", "images", "chart", "charts",
    ];

    // What a parameter is called that takes what is to be saved.
    private static readonly string[] Sources = ["database", "db", "schema", "table", "collection", "volume", "bucket", "keyspace", "tenant", "source", "index"];

    // Where it goes, rather.
    private static readonly string[] Goals = ["backup", "target", "destination", "dest", "to", "into", "output", "path", "file", "folder", "dir", "directory", "archive"];

    private static readonly string[] Settings = ["settings", "setting", "config", "configuration", "preferences", "logs", "log"];

    private static readonly string[] Folders = ["directory", "directories", "dir", "folder", "folders", "files", "tree", "all", "recursive", "recursively", "contents"];

    private static readonly string[] NotMaking =
    [
        " delete ", " remove ", " drop ", " restore ", " list ", " get ", " find ", " is ", " has ", " exists ", " can ", " should ", " purge ", " clear ", " load ", " describe ", " cancel ", " schedule ",
        " enable ", " disable ", " configure ", " log ", " enqueue ", " queue ", " request ", " trigger ", " notify ", " publish ", " prepare ", " begin ", " announce ", " plan ", " suggest ", " need ", " needs ", " add ", " use ", " map ", " try get ",
        " open ", " read ", " extract ", " unpack ", " unzip ", " import ",
    ];

    // `StreamArchiveAsync` brings what somebody published, while `StreamBackupAsync` may well write one.
    private static readonly string[] Bringing = [" stream ", " download ", " fetch ", " receive "];

    /// <summary>What has been backed up when the call has completed with success, or none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="body">The body that makes it, with the texts that it is called with.</param>
    public Facts OfCall(IInvocationOperation call, FlowBody body)
    {
        var own = _known.GetOrAdd(call.Syntax, _ => Find(call, null));
        if (own != Facts.None || body.Depth == 0) return own;

        // `SqlAsync("BACKUP DATABASE ...")`: what a helper runs is told by who calls it.
        var given = body.GivenTexts.ToImmutableDictionary(static pair => pair.Parameter, static pair => ImmutableArray.Create(new FoldedString(pair.Text, ImmutableArray<Location>.Empty)), SymbolEqualityComparer.Default);
        return given.IsEmpty ? own : Find(call, KnownParameters.None with { Texts = given });
    }

    /// <summary>What the name of a method says that it backs up, or none.</summary>
    public Facts OfNamed(IMethodSymbol method) => _named.TryGetValue(method, out var known) ? known : _named.GetOrAdd(method, IsNamedLikeBackup(method) ? OfName(method.Name, method.ContainingType?.Name ?? "") : IsNamedLikeCopy(method) ? Facts.BackupOf(Local) : Facts.None);

    /// <summary>Whether a parameter of a backup takes what is to be saved.</summary>
    public static bool SaysWhat(string parameter) => NameWords.Split(parameter) is var words && NameWords.HasAny(words, Sources) && !NameWords.HasAny(words, Goals);

    // `CopyDirectory(from, to)`: whole folders, to another place.
    private static bool IsNamedLikeCopy(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, Parameters.Length: >= 2 } && NameWords.Split(method.Name) is var words && words.StartsWith(" copy ", StringComparison.Ordinal) && NameWords.HasAny(words, Folders);

    // It only has the name of a backup; what it does must bear that out where its body can be seen.
    private bool IsNamedLikeBackup(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension)) return false;
        if (!options.BackupMethods.Any(pattern => Fits(pattern, method.Name))) return false;
        var words = NameWords.Split(method.Name);
        if (NameWords.HasAny(words, Settings)) return false;
        if (!NameWords.HasAny(words, ["backup", "back up"]) && (NameWords.HasAny(words, NoData) || ExtendsAnything(method) || Array.Exists(Bringing, verb => words.StartsWith(verb, StringComparison.Ordinal)))) return false;
        return !Array.Exists(NotMaking, verb => words.StartsWith(verb, StringComparison.Ordinal));
    }

    // `error.Dump()` shows a value, whatever it is.
    private static bool ExtendsAnything(IMethodSymbol method) =>
        (method.ReducedFrom ?? method) is { IsExtensionMethod: true, OriginalDefinition.Parameters: [{ Type: var extended }, ..] }
        && (extended is { TypeKind: TypeKind.TypeParameter } or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" });

    /// <summary>The kinds that a backup of one kind keeps safe.</summary>
    public static IEnumerable<DestructiveKind> Cover(DestructiveKind kind) => kind switch
    {
        DestructiveKind.Database or DestructiveKind.Schema => [.. Relational, kind],
        DestructiveKind.Table => [DestructiveKind.Table, DestructiveKind.Column, DestructiveKind.Rows],
        DestructiveKind.Collection => [DestructiveKind.Collection, DestructiveKind.Rows],
        DestructiveKind.Volume or DestructiveKind.Disk => [DestructiveKind.Volume, DestructiveKind.Disk],
        DestructiveKind.Directory or DestructiveKind.Files => Local,
        _ => [kind],
    };

    private Facts Find(IInvocationOperation call, KnownParameters? given)
    {
        var entries = services.Catalog.Match(call.TargetMethod);
        if (!entries.Any(entry => entry.Effect is CatalogEffect.BacksUp or CatalogEffect.Runs)) return Facts.None;

        return services.AsWritten(call) is { } written
            ? Facts.BackupOf(services.Operations.BackupsBy(written, given).SelectMany(Cover))
            : Facts.None;
    }

    // A name that says nothing of what is backed up is taken at its word.
    private static Facts OfName(string method, string type)
    {
        foreach (var words in new[] { NameWords.Split(method), NameWords.Split(type) })
        {
            var named = KindsByWord.Where(pair => NameWords.Has(words, pair.Word)).SelectMany(pair => pair.Kinds).ToImmutableArray();
            if (!named.IsEmpty) return Facts.BackupOf(named);
        }

        return Facts.AnyBackup;
    }

    private static bool Fits(string pattern, string name)
    {
        var parts = pattern.Split('*');
        var position = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var found = name.IndexOf(parts[i], position, StringComparison.OrdinalIgnoreCase);
            if (found < 0 || (i == 0 && found > 0)) return false;
            position = found + parts[i].Length;
        }

        return parts[parts.Length - 1].Length == 0 || name.EndsWith(parts[parts.Length - 1], StringComparison.OrdinalIgnoreCase);
    }
}
