using AgentGuard.Text.Http;

namespace AgentGuard.Text;

/// <summary>Finds mutations that destroy something in a GraphQL request body: a bare document, or JSON that carries one.</summary>
internal static class GraphQlScanner
{
    /// <summary>The findings in the order of the text.</summary>
    public static IReadOnlyList<TextFinding> Scan(string body)
    {
        var findings = new List<TextFinding>();
        foreach (var part in GraphQlBody.In(body))
        {
            foreach (var field in new GraphQlDocument(part.Document).MutationFields())
            {
                if (MutationNames.Judge(field) is not var (effect, kind)) continue;
                var start = part.PositionOf(field.Start);
                findings.Add(new TextFinding(effect, kind, field.Name.Replace(FoldedText.Hole, '*'), Target(field.Arguments), start, Math.Max(1, part.PositionOf(field.End - 1) + 1 - start)));
            }
        }

        return findings;
    }

    // The first literal among the arguments names what is hit.
    private static string? Target(string arguments)
    {
        var open = arguments.IndexOf('"');
        if (open < 0) return null;
        var close = arguments.IndexOf('"', open + 1);
        if (close <= open + 1) return null;
        var name = arguments.Substring(open + 1, close - open - 1);
        return name.IndexOf(FoldedText.Hole) >= 0 ? null : name;
    }
}
