using AgentGuard.Analyzers.Guards.Forged;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>Calls that only compute, look, wait or write to a log: nothing is saved by them, and nobody is asked.</summary>
internal static class IdleCalls
{
    private static readonly string[] Computing =
    [
        "Path", "String", "StringBuilder", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "TimeProvider", "Guid", "Object", "Int32", "Int64", "Double", "Decimal", "Boolean", "Char", "Enum",
        "Math", "Random", "Stopwatch", "Environment", "AppContext", "CultureInfo", "ArgumentNullException", "ArgumentException", "ObjectDisposedException", "CancellationToken",
    ];

    private static readonly string[] Logs = ["Log", "ILog", "Logger", "AnsiConsole"];

    /// <summary>Whether a method is one of them.</summary>
    public static bool Contain(IMethodSymbol method) => method.ContainingType is { Name: var type } && (
        BodyShape.IsIdle(type)
        || (Array.IndexOf(Logs, type) >= 0 && method.DeclaringSyntaxReferences.IsEmpty)
        || (BodyShape.IsBaseLibrary(method) && Array.IndexOf(Computing, type) >= 0));

    /// <summary>Whether a method makes a place for a backup, looks for one or notes it: what is done around saving.</summary>
    public static bool AreAroundSaving(IMethodSymbol method) =>
        (BodyShape.IsBaseLibrary(method) && (method.ContainingType?.Name, method.Name) is ("Directory", "CreateDirectory" or "Exists") or ("File", "Exists"))
        || (DeclaredGuards.OfRuntime(method) is not null && method.Name == "RecordBackup");
}
