using System.Text;

namespace AgentGuard.Text.Http;

/// <summary>The GraphQL documents in a request body: the body itself, or what its JSON holds under <c>query</c>; and other texts that JSON holds.</summary>
internal sealed class GraphQlBody
{
    private const string Query = "query";

    private GraphQlBody(string document, int[]? positions)
    {
        Document = document;
        Positions = positions;
    }

    public string Document { get; }

    // Where each character of the document stands in the body, where escapes were taken off.
    private int[]? Positions { get; }

    public int PositionOf(int index) => Positions is null ? index : Positions[Math.Min(index, Positions.Length - 1)];

    public static IEnumerable<GraphQlBody> In(string body)
    {
        var start = 0;
        while (start < body.Length && (char.IsWhiteSpace(body[start]) || body[start] == '\uFEFF')) start++;
        if (start >= body.Length) yield break;
        if (body[start] is not ('{' or '[') || NextString(body, Query, 0) < 0)
        {
            yield return new GraphQlBody(body, null);
            yield break;
        }

        foreach (var document in Under(Query, body)) yield return document;
    }

    /// <summary>The texts that the JSON of a body holds under a name.</summary>
    public static IEnumerable<GraphQlBody> Under(string name, string body)
    {
        for (var at = NextString(body, name, 0); at >= 0; at = NextString(body, name, at)) yield return ReadString(body, at);
    }

    // The first character of the next string under a name, or -1.
    private static int NextString(string body, string name, int from)
    {
        while (true)
        {
            var key = body.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);
            if (key < 0) return -1;
            from = key + name.Length;
            if (key > 0 && char.IsLetterOrDigit(body[key - 1])) continue;
            var next = from;
            while (next < body.Length && body[next] is '"' or '\'') next++;
            while (next < body.Length && char.IsWhiteSpace(body[next])) next++;
            if (next >= body.Length || body[next] != ':') continue;
            next++;
            while (next < body.Length && char.IsWhiteSpace(body[next])) next++;
            if (next < body.Length && body[next] == '"') return next + 1;
        }
    }

    private static GraphQlBody ReadString(string body, int start)
    {
        var document = new StringBuilder();
        var positions = new List<int>();
        for (var i = start; i < body.Length && body[i] != '"'; i++)
        {
            positions.Add(i);
            if (body[i] != '\\' || i + 1 >= body.Length)
            {
                document.Append(body[i]);
                continue;
            }

            i++;
            document.Append(body[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'u' => Unicode(body, ref i), var c => c });
        }

        positions.Add(Math.Max(start, Math.Min(start + positions.Count, body.Length) - 1));
        return new GraphQlBody(document.ToString(), [.. positions]);
    }

    private static char Unicode(string body, ref int index)
    {
        if (index + 4 >= body.Length || !int.TryParse(body.Substring(index + 1, 4), System.Globalization.NumberStyles.HexNumber, null, out var code)) return 'u';
        index += 4;
        return (char)code;
    }
}
