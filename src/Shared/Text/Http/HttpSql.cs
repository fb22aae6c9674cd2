namespace AgentGuard.Text.Http;

/// <summary>Statements that a request hands to a database: ClickHouse, D1, Turso, the SQL interfaces of clouds, and PostgREST, where the request itself is the statement.</summary>
internal static class HttpSql
{
    // Under this name of a body or an address only SQL is sent.
    private static readonly string[] StatementNames = ["sql"];

    // Under these stands SQL, what somebody searches for, or what an account holds.
    private static readonly string[] QueryNames = ["query", "q", "statement", "stmt"];

    // ClickHouse, QuestDB, rqlite, CrateDB, InfluxDB and ksqlDB.
    private static readonly string[] Ports = ["8123", "9000", "4001", "4200", "8086", "8088"];
    private static readonly string[] ExecutingPaths = ["sql", "_sql", "query", "exec", "execute", "pipeline", "statements", "statement", "ksql", "rawsql", "run-sql", "run_sql"];

    // Where a statement is talked about.
    private static readonly string[] TalkingPaths = ["chat", "completions", "messages", "embeddings", "format", "lint", "parse", "validate", "explain", "translate", "search", "logs", "comments", "issues"];

    // What a text that is a statement begins with.
    private static readonly string[] Verbs = ["DROP", "TRUNCATE", "DELETE", "UPDATE", "ALTER", "CREATE", "INSERT", "SELECT", "WITH", "SET", "USE", "BEGIN", "MERGE", "EXEC", "EXECUTE", "DO"];

    // Parameters of PostgREST that limit nothing, and conditions that every key fits.
    private static readonly string[] Shaping = ["select", "order", "columns", "on_conflict", "apikey", ""];
    private static readonly string[] EveryKey = ["neq.", "neq.0", "neq.-1", "neq.00000000-0000-0000-0000-000000000000", "not.is.null", "gt.0", "gte.0", "gte.1", "gt.-1"];

    /// <summary>The findings in the statements that stand in the address or the body.</summary>
    public static IEnumerable<TextFinding> Find(string? url, string? body)
    {
        // Every request is asked, and nearly none has a statement in it.
        if ((url is null || url.IndexOf('?') < 0) && !MayHold(body)) return [];
        var address = Address.Of(url ?? "");
        if (address.IsHere || TalkingPaths.Any(address.HasSegment)) return [];
        var executes = Ports.Contains(address.Port) || ExecutingPaths.Any(address.HasSegment);
        return InAddress(address, executes).Concat(string.IsNullOrEmpty(body) ? [] : InBody(body!, executes));
    }

    /// <summary>Every row of a table of Supabase, whose address has no filter.</summary>
    public static TextFinding? FindRows(string method, string host, string[] segments, string url)
    {
        if (!host.EndsWith(".supabase.co", StringComparison.OrdinalIgnoreCase) || method.ToUpperInvariant() is not ("DELETE" or "PATCH") || segments is not ["rest", "v1", var table]) return null;
        if (table.IndexOf(FoldedText.Hole) >= 0 || Address.Of(url).Parameters.Any(IsFilter)) return null;
        return new TextFinding(TextEffect.Destroys, DestructiveKind.Rows, method.ToUpperInvariant() + " /rest/v1", table, 0, 1);
    }

    private static bool IsFilter((string Name, string Value) parameter) =>
        parameter.Name.IndexOf(FoldedText.Hole) >= 0 || !(Shaping.Contains(parameter.Name) || (parameter.Name is "id" or "uuid" or "pk" && EveryKey.Contains(parameter.Value)));

    // With escapes it may say more than its characters do.
    private static bool MayHold(string? body) => !string.IsNullOrEmpty(body) && (body!.IndexOf('\\') >= 0 || SqlScanner.MayDestroy(body));

    private static IEnumerable<TextFinding> InAddress(Address address, bool executes) =>
        from parameter in address.Parameters
        where StatementNames.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase) || QueryNames.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)
        from finding in Statements(parameter.Value, executes || StatementNames.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
        select finding with { Start = 0, Length = Math.Max(1, address.Length) };

    private static IEnumerable<TextFinding> InBody(string body, bool executes)
    {
        var text = body.TrimStart(' ', '\t', '\r', '\n', '\uFEFF');
        if (text.Length == 0) return [];
        if (text[0] is not ('{' or '[')) return Statements(body, executes);
        return StatementNames.SelectMany(name => In(GraphQlBody.Under(name, body), executes: true)).Concat(QueryNames.SelectMany(name => In(GraphQlBody.Under(name, body), executes)));
    }

    private static IEnumerable<TextFinding> In(IEnumerable<GraphQlBody> texts, bool executes) =>
        from text in texts
        from finding in Statements(text.Document, executes)
        let start = text.PositionOf(finding.Start)
        select finding with { Start = start, Length = Math.Max(1, text.PositionOf(finding.Start + finding.Length) - start) };

    // Where it is not known that SQL is executed there, only what nobody would write in prose is a statement.
    private static IEnumerable<TextFinding> Statements(string text, bool executes)
    {
        if (!SqlScanner.MayDestroy(text)) return [];
        var start = text.TrimStart();
        var word = new string(start.TakeWhile(char.IsLetter).ToArray());
        return Verbs.Contains(executes ? word.ToUpperInvariant() : word) ? SqlScanner.Scan(text).Where(static finding => finding.Effect == TextEffect.Destroys) : [];
    }

    private sealed record Address(bool IsHere, string Port, string[] Segments, IReadOnlyList<(string Name, string Value)> Parameters, int Length)
    {
        public bool HasSegment(string segment) => Segments.Contains(segment, StringComparer.OrdinalIgnoreCase);

        public static Address Of(string url)
        {
            var scheme = url.IndexOf("://", StringComparison.Ordinal);
            var start = scheme < 0 ? 0 : scheme + 3;
            var question = url.IndexOf('?', start);
            var way = question < 0 ? url.Substring(start) : url.Substring(start, question - start);
            var slash = way.IndexOf('/');
            var authority = scheme < 0 ? "" : slash < 0 ? way : way.Substring(0, slash);
            var colon = authority.LastIndexOf(':');
            var host = colon < 0 ? authority : authority.Substring(0, colon);
            var parameters = question < 0 ? [] : url.Substring(question + 1).Split('&').Select(Parameter).ToArray();
            return new Address(HttpScanner.IsLoopback(host), colon < 0 ? "" : authority.Substring(colon + 1), HttpRule.Segments(slash < 0 ? (scheme < 0 ? way : "") : way.Substring(slash)), parameters, url.Length);
        }

        private static (string Name, string Value) Parameter(string text)
        {
            var equals = text.IndexOf('=');
            return equals < 0 ? (text, "") : (text.Substring(0, equals), Uri.UnescapeDataString(text.Substring(equals + 1).Replace('+', ' ')));
        }
    }
}
