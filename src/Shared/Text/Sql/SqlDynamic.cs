using System.Text;

namespace AgentGuard.Text.Sql;

/// <summary>Text inside the text that gets executed: EXEC, sp_executesql, EXECUTE IMMEDIATE, DO, PREPARE, and the variables that carry it.</summary>
internal static class SqlDynamic
{
    public static void Exec(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var index = tokens.Skip(statement.Start + 1, "IMMEDIATE", "STATEMENT");
        if (tokens.Kind(index) == SqlTokenKind.Parameter && tokens.Is(index + 1, "=")) index += 2;
        if (IsExpression(tokens, index))
        {
            Run(context, index, statement.End);
            return;
        }

        if (tokens.Name(index, statement.End) is not { } procedure) return;
        // plpgsql: EXECUTE sql; runs what the variable holds.
        if (context.Script.Variables.ContainsKey(tokens.Raw(index))) Run(context, index, statement.End);
        Call(context, statement, procedure);
    }

    /// <summary>A function that runs its texts somewhere else, or later: <c>dblink_exec('...', 'DROP TABLE x')</c>, <c>cron.schedule('x', '* * * * *', 'DROP TABLE x')</c>.</summary>
    public static void CallInQuery(SqlContext context, int index)
    {
        var tokens = context.Tokens;
        if (!tokens.Is(index + 1, "(") || !(tokens.IsAny(index, "DBLINK_EXEC") || (tokens.IsAny(index, "SCHEDULE", "SCHEDULE_IN_DATABASE") && tokens.Are(index - 2, "CRON", ".")))) return;
        RunTexts(context, index + 2, tokens.After(index + 1, tokens.Count));
    }

    /// <summary>SQL Server calls a procedure by its name alone where that begins a batch, and so does a command of the type <c>StoredProcedure</c>.</summary>
    public static void CallWithoutExec(SqlContext context, SqlStatement statement)
    {
        if (context.Tokens.Name(statement.Start, statement.End) is { } procedure) Call(context, statement, procedure);
    }

    private static void Call(SqlContext context, SqlStatement statement, SqlName procedure)
    {
        var tokens = context.Tokens;
        var arguments = procedure.End;
        switch (procedure.Last)
        {
            case "sp_executesql":
                Run(context, FirstValue(tokens, arguments), statement.End);
                break;
            case "sp_msforeachtable" or "sp_msforeachdb":
                RunEach(context, arguments, statement.End);
                break;
            case "sp_add_jobstep":
                for (var i = arguments; i < statement.End; i++)
                {
                    if (tokens.Kind(i) == SqlTokenKind.Parameter && tokens.Is(i + 1, "=") && tokens.Raw(i).Equals("@command", StringComparison.OrdinalIgnoreCase)) Run(context, i + 2, statement.End);
                }

                break;
            case "xp_cmdshell":
                if (Fold(context, FirstValue(tokens, arguments), statement.End) is { } commandLine) RunShell(context, statement, "xp_cmdshell", commandLine.Text);
                break;
            case "sp_rename":
                Rename(context, statement, FirstValue(tokens, arguments));
                break;
            default:
                SqlAdmin.Procedure(context, statement, procedure);
                break;
        }
    }

    public static void Do(SqlContext context, SqlStatement statement)
    {
        for (var i = statement.Start + 1; i < statement.End && i < statement.Start + 5; i++)
        {
            if (context.Tokens.IsText(i)) Enqueue(context, context.Fragment(context.Tokens.Value(i), i, i));
        }
    }

    /// <summary>CREATE EVENT e ON SCHEDULE ... DO statement: a definition that runs by itself.</summary>
    public static void Event(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        var named = tokens.Skip(statement.Start + 1, "OR", "REPLACE");
        if (!tokens.Is(named, "EVENT") || tokens.Find(named, statement.End, "DO") is not (> 0 and var body) || body + 1 >= statement.End) return;
        var (first, last) = (tokens[body + 1].Start, tokens[statement.End - 1].End);
        Enqueue(context, context.Fragment(tokens.Text.Substring(first, last - first), body + 1, statement.End - 1));
    }

    /// <summary>PREPARE name FROM text.</summary>
    public static void Prepare(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        if (tokens.Find(statement.Start, statement.End, "FROM") is var from and >= 0) Run(context, from + 1, statement.End);
    }

    /// <summary>Remembers text that goes into a variable: SET @x = '', DECLARE @x text = '', x := ''.</summary>
    public static void Assign(SqlContext context, SqlStatement statement)
    {
        var tokens = context.Tokens;
        for (var i = statement.Start + 1; i + 1 < statement.End; i = tokens.Next(i, statement.End))
        {
            var isDefined = tokens.Is(i, ":") && tokens.Is(i + 1, "=");
            if (!isDefined && !tokens.IsAny(i, "=", "+=")) continue;
            var variable = VariableBefore(tokens, i, statement.Start);
            if (variable < 0 || Fold(context, isDefined ? i + 2 : i + 1, statement.End) is not { } text) continue;
            var name = tokens.Raw(variable);
            var isAppended = tokens.Is(i, "+=") && context.Script.Variables.ContainsKey(name);
            context.Script.Variables[name] = isAppended ? text with { Text = Joined(context, context.Script.Variables[name].Text, text.Text) } : text;
        }
    }

    // DECLARE @sql nvarchar(max) = '' and DECLARE sql text := '': the type stands between the name and its value.
    private static int VariableBefore(SqlTokens tokens, int index, int start)
    {
        for (var i = index - 1; i >= start && i > index - 8 && !tokens.Is(i, ","); i--)
        {
            if (tokens.Kind(i) == SqlTokenKind.Parameter) return i;
        }

        if (tokens.Is(start, "DECLARE")) start++;
        return tokens.IsWord(start) && index - start is >= 1 and <= 5 ? start : -1;
    }

    private static void Run(SqlContext context, int start, int end)
    {
        if (Fold(context, start, end) is { } text) Enqueue(context, text);
    }

    private static void RunTexts(SqlContext context, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (context.Tokens.IsText(i)) Enqueue(context, context.Fragment(context.Tokens.Value(i), i, i));
        }
    }

    // Every text argument is run for each table; the question mark stands for its name.
    private static void RunEach(SqlContext context, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (context.Tokens.IsText(i)) Enqueue(context, context.Fragment(context.Tokens.Value(i).Replace('?', FoldedText.Hole), i, i));
        }
    }

    /// <summary>A command line that the server hands to its shell.</summary>
    public static void RunShell(SqlContext context, SqlStatement statement, string verb, string commandLine)
    {
        foreach (var finding in ShellScanner.Scan(commandLine))
        {
            if (finding.Effect == TextEffect.Destroys) context.Destroys(finding.Kind, $"{verb} {finding.Verb}", null, statement.Start, statement.End);
        }
    }

    private static void Rename(SqlContext context, SqlStatement statement, int index)
    {
        var tokens = context.Tokens;
        if (!tokens.IsText(index) || !tokens.Is(index + 1, ",") || FirstValue(tokens, index + 2) is var to && !tokens.IsText(to)) return;
        var target = FirstValue(tokens, index + 2);
        context.Script.Rebuilds.Renamed(NameOf(tokens.Value(index)), NameOf(tokens.Value(target)), context.Position(statement.Start));
    }

    private static SqlName NameOf(string text) => new(text.Replace("[", "").Replace("]", ""), 0, text.IndexOf(FoldedText.Hole) >= 0, false);

    private static bool IsExpression(SqlTokens tokens, int index) =>
        tokens.Is(index, "(") || tokens.IsText(index) || tokens.Kind(index) == SqlTokenKind.Parameter || (tokens.IsAny(index, "FORMAT", "CONCAT") && tokens.Is(index + 1, "("));

    // @stmt = N'...' names the parameter first.
    private static int FirstValue(SqlTokens tokens, int index) =>
        tokens.Kind(index) == SqlTokenKind.Parameter && tokens.Is(index + 1, "=") ? index + 2 : index;

    /// <summary>The text that an expression of literals and variables makes; what is not known leaves a hole. Null where nothing is known.</summary>
    private static SqlFragment? Fold(SqlContext context, int start, int end)
    {
        var tokens = context.Tokens;
        var text = new StringBuilder();
        var first = -1;
        var last = -1;
        var depth = 0;
        var joins = tokens.Is(start, "CONCAT");
        SqlFragment? only = null;
        for (var i = start; i < end; i++)
        {
            if (tokens.Is(i, "(")) depth++;
            else if (tokens.Is(i, ")") && --depth < 0) break;
            else if ((tokens.Is(i, ",") && !joins) || tokens.Is(i, "=")) break;
            else if (tokens.IsAny(i, "+", "||", ",", ")", "USING", "AT", "INTO")) { }
            else if (tokens.IsText(i)) Append(tokens.Value(i), i);
            else if (context.Script.Variables.TryGetValue(tokens.Raw(i), out var known)) AppendKnown(known, i);
            else if (!(tokens.IsWord(i) && tokens.Is(i + 1, "("))) AppendHole();
        }

        if (first < 0) return null;
        return only is not null && only.Text.Length == text.Length
            ? only with { Depth = context.Depth + 1 }
            : context.Fragment(tokens.Is(start, "FORMAT") || tokens.Is(start + 1, "FORMAT") ? Formatted(text.ToString()) : text.ToString(), first, last);

        void Append(string piece, int token)
        {
            if (first < 0) first = token;
            last = token;
            text.Append(Affordable(context, piece));
        }

        void AppendKnown(SqlFragment known, int token)
        {
            only = known;
            Append(known.Text, token);
        }

        void AppendHole()
        {
            if (text.Length == 0 || text[text.Length - 1] != FoldedText.Hole) text.Append(FoldedText.Hole);
        }
    }

    private static string Joined(SqlContext context, string first, string second) => Affordable(context, first) + second;

    // Past the budget the piece is not copied again; that something was left out is reported, not passed over.
    private static string Affordable(SqlContext context, string piece)
    {
        context.Script.Budget -= piece.Length;
        return context.Script.Budget >= 0 ? piece : "";
    }

    private static string Formatted(string format) =>
        format.Replace("%I", "\uE000").Replace("%s", "\uE000").Replace("%L", "\uE000");

    private static void Enqueue(SqlContext context, SqlFragment fragment)
    {
        context.Script.Budget -= fragment.Text.Length;
        if (context.Script.Budget >= 0) context.Script.Pending.Enqueue(fragment);
    }
}
