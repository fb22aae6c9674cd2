using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>Backups of something else, where both names are written out: <c>BACKUP DATABASE staging</c> before <c>DROP DATABASE prod</c>.</summary>
internal static class OtherBackups
{
    /// <summary>The last backup before an operation, where each of them names another thing of its kind; null where any may be of the right one.</summary>
    public static Location? Before(DestructiveOperation operation, AnalysisServices services)
    {
        if (NameOf(operation) is not { } destroyed || MemberRoot.Of(operation.Syntax) is not { } member) return null;
        var backups = services.Guards.BackupsFor(operation.Syntax.SyntaxTree);
        SyntaxNode? last = null;
        foreach (var syntax in member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.SpanStart < operation.Syntax.SpanStart))
        {
            if (services.ModelFor(syntax.SyntaxTree).GetOperation(syntax) is not IInvocationOperation call) continue;
            var saved = SavedBy(call, operation.Kind, services, backups).ToArray();
            if (Array.Exists(saved, name => name is null || IsSame(name, destroyed, operation.Kind))) return null;
            if (saved.Length > 0) last = syntax;
        }

        return last?.GetLocation();
    }

    /// <summary>What a call saves of a kind, nothing where it saves nothing; null stands for what is not written out, or may hold the other.</summary>
    public static IEnumerable<string?> SavedBy(IInvocationOperation call, DestructiveKind kind, AnalysisServices services, Backups backups)
    {
        foreach (var finding in services.Operations.BackupTexts(call)) yield return finding.Kind == kind ? finding.Target : null;
        var isListed = services.Catalog.Match(call.TargetMethod).Any(static entry => entry.Effect == CatalogEffect.BacksUp);
        if (isListed) yield return IsOfFiles(kind) && call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith("System.", StringComparison.Ordinal) ? TextOf(call.Arguments.FirstOrDefault()) : null;
        else if (backups.OfNamed(call.TargetMethod) != Facts.None) yield return TextOf(call.Arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && Backups.SaysWhat(parameter.Name) && Names(parameter.Name, kind)));
    }

    // Whoever saves a whole database has its tables, whatever they are called.
    private static bool Names(string parameter, DestructiveKind kind) => NameWords.HasAny(NameWords.Split(parameter), kind switch
    {
        DestructiveKind.Table or DestructiveKind.Column or DestructiveKind.Rows => ["table"],
        DestructiveKind.Database => ["database", "db"],
        DestructiveKind.SearchIndex => ["index"],
        _ => [kind.ToString().ToLowerInvariant()],
    });

    private static string? NameOf(DestructiveOperation operation) => operation.Target
        ?? (operation.Call is IInvocationOperation call && call.Arguments.Where(static argument => argument.Value.Type?.SpecialType == SpecialType.System_String).ToArray() is [var named] ? TextOf(named) : null);

    private static string? TextOf(IArgumentOperation? argument) => argument is null ? null : Places.TextOf(argument.Value);

    private static bool IsOfFiles(DestructiveKind kind) => kind is DestructiveKind.Directory or DestructiveKind.Files;

    // `dbo.orders` and `[orders]` are one table; what lies in a folder is a part of it.
    private static bool IsSame(string saved, string destroyed, DestructiveKind kind)
    {
        if (!IsOfFiles(kind)) return string.Equals(LastOf(saved), LastOf(destroyed), StringComparison.OrdinalIgnoreCase);
        var (one, other) = (PathOf(saved), PathOf(destroyed));

        // Where a program runs is not known here, so that `/srv/shop/data` may be `data`, and `.` may hold anything.
        return IsOpen(one) || IsOpen(other) || IsRooted(one) != IsRooted(other) || one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase);

        static string PathOf(string path)
        {
            path = path.Replace('\\', '/').TrimEnd('/');
            return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        }

        static bool IsOpen(string path) => path is "" or "." || path.StartsWith("..", StringComparison.Ordinal);

        static bool IsRooted(string path) => path is ['/', ..] or [_, ':', ..];

        static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..].Trim('[', ']', '"', '`', '\'', ' ');
    }
}
