using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Tables that are named for holding what is on its way elsewhere, and that the same code loads anew once they are empty: <c>TRUNCATE TABLE staging.Orders</c> before a bulk copy into it.</summary>
internal static class StagingTables
{
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create("staging", "stage", "stg", "landing", "temp", "tmp", "temporary", "scratch", "fts");

    private static readonly Regex Quotes = new(@"[\[\]""`]", RegexOptions.CultureInvariant);

    private const string Loading = @"\b(INSERT(\s+OVERWRITE(\s+TABLE)?)?|INTO(\s+TABLE)?|COPY|MERGE)\s+";

    /// <summary>Whether a table whose rows go is one.</summary>
    /// <param name="call">The call that executes the text.</param>
    /// <param name="target">The name of the table.</param>
    /// <param name="rest">What stands behind the statement in its text.</param>
    public static bool Contain(IOperation call, string? target, string rest)
    {
        if (target is null || !target.Split('.').Any(IsNamedSo)) return false;
        var loading = new Regex(Loading + Regex.Escape(target) + @"(?![\w.$])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return Loads(rest, loading, null) || Variables.WholeAround(call).Descendants().Any(later =>
            later.Syntax.SpanStart >= call.Syntax.Span.End && later.ConstantValue is { HasValue: true, Value: string text } && Loads(text, loading, target));
    }

    // `stg_orders`, `orders_staging`: a word at either end.
    private static bool IsNamedSo(string part) => NameParts.Of(part) is [var first, ..] words && (Names.Contains(first) || Names.Contains(words[words.Count - 1]));

    // Text that loads the table, or its bare name, as a bulk copy is told it.
    private static bool Loads(string text, Regex loading, string? name)
    {
        var plain = Quotes.Replace(text, "");
        return loading.IsMatch(plain) || (name is not null && plain.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
