namespace AgentGuard.Text.Sql;

/// <summary>Finds where statements begin and end: at terminators, inside blocks and common table expressions, and, where a dialect allows it, without any sign.</summary>
internal sealed class SqlSplitter(SqlTokens tokens, bool loose)
{
    private readonly List<SqlStatement> _statements = [];
    private readonly Stack<(SqlStatement Statement, int Depth)> _open = new();
    private readonly Stack<bool> _blocks = new();
    private int _conditionalBlocks;
    private int _depth;
    private int _cases;
    private bool _fresh = true;
    private bool _afterCondition;
    private int _next;

    public IReadOnlyList<SqlStatement> Split()
    {
        while (_next < tokens.Count)
        {
            var index = _next++;
            if (tokens.Kind(index) is SqlTokenKind.Terminator or SqlTokenKind.BatchEnd) EndAll(index);
            else if (tokens.Is(index, "(")) _depth++;
            else if (tokens.Is(index, ")")) CloseParenthesis(index);
            else if (_fresh || CanStart(index)) Start(index);
            else Continue(index);
        }

        EndAll(tokens.Count);
        return _statements;
    }

    private string CurrentVerb => _open.Count > 0 ? _open.Peek().Statement.Verb : "";

    private void EndAll(int index)
    {
        while (_open.Count > 0) _open.Pop().Statement.End = index;
        _depth = 0;
        _cases = 0;
        _fresh = true;
        _afterCondition = false;
        if (tokens.Kind(index) != SqlTokenKind.BatchEnd) return;
        _blocks.Clear();
        _conditionalBlocks = 0;
    }

    private void CloseParenthesis(int index)
    {
        while (_open.Count > 0 && _open.Peek().Depth >= _depth && _depth > 0) _open.Pop().Statement.End = index;
        if (_depth > 0) _depth--;
    }

    // Words inside a statement that change how what follows is to be read.
    private void Continue(int index)
    {
        if (tokens.Is(index, "CASE")) _cases++;
        else if (tokens.Is(index, "END") && _cases > 0) _cases--;
        else if (tokens.Is(index, "END")) CloseBlock();
        else if (tokens.Is(index, "THEN") && _cases == 0 && CurrentVerb != "MERGE") OpenBlock(conditional: true);
    }

    private bool CanStart(int index)
    {
        if (!tokens.IsWord(index)) return false;
        var before = index - 1;
        if (tokens.Is(before, "(")) return IsNestedDml(index);
        if (CurrentVerb == "PREPARE" && tokens.Is(before, "AS")) return true;
        if (!SqlWords.IsVerb(tokens, index)) return false;
        if (CurrentVerb == "MERGE" && tokens.Is(before, "THEN")) return false;
        if (CurrentVerb == "WITH" && tokens.Is(before, ")")) return SqlShapes.LooksLikeStatement(tokens, index);
        if (_cases > 0 && tokens.IsAny(index, "END", "ELSE", "SELECT")) return false;
        if (SqlWords.OpensStatement(tokens, before)) return SqlShapes.LooksLikeStatement(tokens, index);
        return loose && _depth == 0 && StartsLoosely(index, before);
    }

    private bool IsNestedDml(int index) =>
        tokens.IsAny(index, "DELETE", "UPDATE", "INSERT", "MERGE") && SqlShapes.LooksLikeStatement(tokens, index);

    private bool StartsLoosely(int index, int before)
    {
        if (!(SqlWords.CanBeLast(tokens, before) || EndsSwitch(before)) || !SqlShapes.LooksLikeStatement(tokens, index)) return false;
        // Only SQL Server goes without terminators, and there TRUNCATE needs TABLE.
        if (tokens.Is(index, "TRUNCATE") && !tokens.Is(index + 1, "TABLE")) return false;
        // INSERT ... SELECT is one statement, and PostgreSQL takes tables out of publications and extensions by DROP TABLE.
        return CurrentVerb switch
        {
            "INSERT" or "REPLACE" or "CREATE" => !tokens.Is(index, "SELECT"),
            "ALTER" => !tokens.IsAny(index, "DISABLE", "ENABLE")
                && !tokens.IsAny(_open.Peek().Statement.Start + 1, "PUBLICATION", "EXTENSION"),
            _ => true,
        };
    }

    // SET NOCOUNT ON, which is not the ON of `ON DELETE SET NULL ON UPDATE`.
    private bool EndsSwitch(int index) => CurrentVerb == "SET" && tokens.Is(index, "ON") && !tokens.IsAny(index - 1, "SET", "NULL", "DEFAULT");

    private void Start(int index)
    {
        _fresh = false;
        var verb = tokens.Upper(index);
        if (verb is "EXPLAIN" or "DESCRIBE" or "DESC")
        {
            StartExplain(index, verb);
            return;
        }

        var with = CurrentVerb == "WITH" && _open.Peek().Depth == _depth ? _open.Peek().Statement : null;
        Close(index);
        var definitionEnd = verb is "CREATE" or "ALTER" or "REPLACE" ? SqlDefinitions.End(tokens, index) : -1;
        var statement = new SqlStatement(index, verb, _afterCondition || _conditionalBlocks > 0, with) { IsInert = definitionEnd >= 0 };
        _afterCondition = false;
        _statements.Add(statement);
        _open.Push((statement, _depth));
        if (definitionEnd >= 0)
        {
            _next = Math.Max(definitionEnd, index + 1);
            if (tokens.Kind(_next) is not (SqlTokenKind.Terminator or SqlTokenKind.BatchEnd)) EndAll(_next);
            return;
        }

        StartBlock(index, verb);
    }

    private void StartBlock(int index, string verb)
    {
        switch (verb)
        {
            case "IF" or "WHILE" or "ELSE":
                _afterCondition = true;
                break;
            case "CASE":
                _cases++;
                break;
            case "BEGIN" when !tokens.IsAny(index + 1, "TRAN", "TRANSACTION", "WORK", "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "ISOLATION"):
                OpenBlock(_statements[_statements.Count - 1].IsConditional || tokens.Is(index + 1, "CATCH"));
                break;
            case "END":
                CloseBlock();
                break;
        }
    }

    // A statement at the same depth ends the one before it.
    private void Close(int index)
    {
        while (_open.Count > 0 && _open.Peek().Depth >= _depth) _open.Pop().Statement.End = index;
    }

    private void StartExplain(int index, string verb)
    {
        Close(index);
        var end = index + 1;
        while (end < tokens.Count && tokens.Kind(end) is not (SqlTokenKind.Terminator or SqlTokenKind.BatchEnd)) end++;
        if (verb == "EXPLAIN" && SqlShapes.ExplainRuns(tokens, index, end) is var inner and >= 0)
        {
            _next = inner;
            _fresh = true;
            return;
        }

        _statements.Add(new SqlStatement(index, verb, false, null) { End = end, IsInert = true });
        _next = end;
    }

    private void OpenBlock(bool conditional)
    {
        _blocks.Push(conditional);
        if (conditional) _conditionalBlocks++;
    }

    private void CloseBlock()
    {
        if (_blocks.Count > 0 && _blocks.Pop()) _conditionalBlocks--;
    }
}
