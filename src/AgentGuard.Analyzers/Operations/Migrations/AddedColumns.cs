using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Migrations;

/// <summary>The columns that any migration of the project adds to a table that was there before.</summary>
internal sealed class AddedColumns(AnalysisServices services)
{
    private const string Add = "AddColumn";

    private readonly Lazy<HashSet<(string Table, string Column)>> _all = new(() => [.. Find(services)]);

    /// <summary>Whether a column is one of them.</summary>
    public bool Contain(string table, string column) => _all.Value.Contains((table.ToUpperInvariant(), column.ToUpperInvariant()));

    private static IEnumerable<(string, string)> Find(AnalysisServices services)
    {
        foreach (var name in services.CallSites.NamesAnywhere(Add))
        {
            if (CallSyntax.CallOf(name) is { } node && services.ModelFor(node.SyntaxTree).GetOperation(node) is IInvocationOperation call
                && MigrationVocabulary.Methods.TryGetValue((call.TargetMethod.ContainingType.OriginalDefinition.ToDisplayString(), Add), out var known)
                && TextOf(call, known.Table) is { } table && TextOf(call, known.Column) is { } column) yield return (table, column);
        }
    }

    private static string? TextOf(IInvocationOperation call, string? parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value is { } value && Variables.Unwrap(value).ConstantValue is { HasValue: true, Value: string text } ? text.ToUpperInvariant() : null;
}
