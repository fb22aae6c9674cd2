using System.Globalization;

namespace AgentGuard.Text;

/// <summary>A comparison of what a row holds with what is the same for all rows: <c>id &gt; 5</c>. Two of them may leave no row out.</summary>
/// <param name="Left">What the row holds, as it is written.</param>
/// <param name="Sign">One of <c>= &lt;&gt; &lt; &gt; &lt;= &gt;=</c>, or <see cref="IsNull"/> or <see cref="IsNotNull"/>.</param>
/// <param name="Right">What it is compared with, as it is written.</param>
internal sealed record RowComparison(string Left, string Sign, string Right)
{
    /// <summary>The sign for a value that is missing.</summary>
    public const string IsNull = "null";

    /// <summary>The sign for a value that is there.</summary>
    public const string IsNotNull = "not null";

    /// <summary>How many alternatives are compared with each other at most, so that a long list costs no square.</summary>
    public const int MostAlternatives = 8;

    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["="] = "<>",
        ["<>"] = "=",
        ["<"] = ">=",
        [">="] = "<",
        [">"] = "<=",
        ["<="] = ">",
        [IsNull] = IsNotNull,
        [IsNotNull] = IsNull,
    };

    private static readonly Dictionary<string, string> Turned = new(StringComparer.Ordinal) { ["<"] = ">", [">"] = "<", ["<="] = ">=", [">="] = "<=" };

    /// <summary>The comparison that holds for the other rows.</summary>
    public RowComparison Negated => this with { Sign = Opposites[Sign] };

    /// <summary>The sign when the sides change places.</summary>
    public static string TurnRound(string sign) => Turned.TryGetValue(sign, out var turned) ? turned : sign;

    /// <summary>Whether every row fits one of the two.</summary>
    public bool LeavesNothingTo(RowComparison other)
    {
        if (!string.Equals(Left, other.Left, StringComparison.OrdinalIgnoreCase)) return false;
        if (Right == other.Right) return Sign == Opposites[other.Sign] || (Sign, other.Sign) is ("<=", ">=") or (">=", "<=");
        if (!TryNumber(Right, out var here) || !TryNumber(other.Right, out var there))
            return Sign == "=" && other.Sign == "=" && IsTruth(Right) && IsTruth(other.Right);
        if (Sign == "<>" && other.Sign == "<>") return here != there;
        return (IsLower && other.IsUpper && here < there) || (IsUpper && other.IsLower && there < here);
    }

    private bool IsLower => Sign is ">" or ">=";

    private bool IsUpper => Sign is "<" or "<=";

    // `flag = true or flag = false`
    private static bool IsTruth(string text) => text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool TryNumber(string text, out decimal value) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
