using System.Text.RegularExpressions;

namespace AgentGuard.Text.Shell;

/// <summary>Programs that send a text on to a database or a server: what they send is judged by the scanner of its language.</summary>
internal static class ShellClients
{
    private static readonly HashSet<string> Sql = new(
        ("psql pgcli mysql mariadb mycli sqlcmd osql isql sqlite3 sqlite duckdb cqlsh clickhouse clickhouse-client snowsql snow bq hive beeline spark-sql " +
        "trino presto usql cockroach sqlplus sql invoke-sqlcmd invoke-dbaquery heroku wrangler turso supabase dbmate litecli db2 vsql").Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Redis = new(["redis-cli", "valkey-cli", "keydb-cli"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> RedisOptions = new("-h -p -s -a -u -r -i -n -d -D -x --user --pass --cacert --cert --key --sni -l".Split(' '), StringComparer.Ordinal);

    private static readonly (string Call, DestructiveKind Kind)[] MongoCalls =
    [
        (".dropDatabase(", DestructiveKind.Database),
        (".drop(", DestructiveKind.Collection),
        (".dropCollection(", DestructiveKind.Collection),
        (".shutdownServer(", DestructiveKind.Compute),
        (".dropUser(", DestructiveKind.Identity),
        (".dropAllUsers(", DestructiveKind.Identity),
    ];

    private const int LongestDocument = 256;

    private static readonly Regex MongoDocumentCalls = new(@"\.(deleteMany|remove|updateMany|runCommand|adminCommand)\(\s*(?=\{)", RegexOptions.CultureInvariant);

    public static bool IsSqlClient(string program) => Sql.Contains(program);

    /// <summary>What the client is given to run, with where it stands.</summary>
    public static IEnumerable<(TextFinding Finding, ShellWord In)> Scan(string program, IReadOnlyList<ShellWord> words, int first, IReadOnlyList<ShellWord> inputs, bool fedByPipe)
    {
        if (Sql.Contains(program))
        {
            // A statement has blanks in it; so has every argument that carries one.
            var texts = words.Skip(first).Where(word => word.Text.IndexOf(' ') > 0).Concat(inputs);
            return texts.SelectMany(word => SqlScanner.Scan(word.Text.StartsWith("-", StringComparison.Ordinal) ? AfterOption(word.Text) : word.Text), (word, finding) => (finding, word));
        }

        if (Redis.Contains(program)) return ScanRedis(words, first, inputs, fedByPipe);
        if (program is "mongosh" or "mongo")
            return words.Skip(first).Concat(inputs).SelectMany(word => ScanMongo(word.Text), (word, finding) => (finding, word));
        return [];
    }

    // -e"DROP TABLE t" and --execute="DROP TABLE t", with blanks for what is not the statement so that positions hold.
    private static string AfterOption(string text)
    {
        var equals = text.IndexOf('=');
        var length = text.StartsWith("--", StringComparison.Ordinal) ? (equals > 0 ? equals + 1 : 0) : Math.Min(2, text.Length);
        return new string(' ', length) + text.Substring(length);
    }

    private static IEnumerable<(TextFinding, ShellWord)> ScanRedis(IReadOnlyList<ShellWord> words, int first, IReadOnlyList<ShellWord> inputs, bool fedByPipe)
    {
        var command = ShellWrappers.SkipOptions(words, first, RedisOptions);
        if (command < words.Count)
        {
            var text = string.Join(" ", words.Skip(command).Select(word => word.Text));
            foreach (var finding in RedisScanner.Scan(text)) yield return (finding, words[command]);
            if (fedByPipe && words[command].Text.ToUpperInvariant() is "DEL" or "UNLINK")
                yield return (new TextFinding(TextEffect.Destroys, DestructiveKind.Cache, words[command].Text.ToUpperInvariant(), null, 0, text.Length), words[command]);
        }

        foreach (var input in inputs)
        {
            foreach (var line in input.Text.Split('\n'))
            {
                foreach (var finding in RedisScanner.Scan(line)) yield return (finding, input);
            }
        }
    }

    private static IEnumerable<TextFinding> ScanMongo(string text)
    {
        foreach (var (call, kind) in MongoCalls)
        {
            var at = text.IndexOf(call, StringComparison.Ordinal);
            if (at >= 0) yield return new TextFinding(TextEffect.Destroys, kind, call.Trim('.', '('), null, at, call.Length);
        }

        foreach (Match call in MongoDocumentCalls.Matches(text))
        {
            var document = DocumentAt(text, call.Index + call.Length);
            var name = call.Groups[1].Value;
            if (name is "runCommand" or "adminCommand")
            {
                foreach (var finding in MongoScanner.Scan(document)) yield return finding with { Start = call.Index, Length = call.Length };
            }
            else if (document.Length > 0 && MongoScanner.IsForAll(document))
            {
                yield return new TextFinding(TextEffect.Destroys, DestructiveKind.Rows, name, null, call.Index, call.Length);
            }
        }
    }

    // From its brace to the one that closes it; a filter of every document is short.
    private static string DocumentAt(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length && i < start + LongestDocument; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0) return text.Substring(start, i - start + 1);
        }

        return "";
    }
}
