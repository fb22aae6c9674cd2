namespace AgentGuard.Text.Sql;

/// <summary>Decides whether a condition limits anything: <c>1=1</c>, <c>id = id</c>, <c>x OR true</c> do not. One pass with a stack of its own, so depth costs no call stack.</summary>
internal sealed class SqlCondition
{
    private const int LongOperand = 64;

    private readonly SqlTokens _tokens;
    private readonly int _end;
    private readonly Stack<Level> _levels = new();
    private Level _level = new(-1);
    private int _next;

    private SqlCondition(SqlTokens tokens, int start, int end)
    {
        _tokens = tokens;
        _next = start;
        _end = end;
    }

    /// <summary>True or false where the condition always is, null where rows decide.</summary>
    public static bool? Evaluate(SqlTokens tokens, int start, int end) =>
        start >= end ? null : new SqlCondition(tokens, start, end).Run();

    private bool? Run()
    {
        while (_next < _end)
        {
            if (_tokens.Is(_next, "NOT") && !_tokens.IsAny(_next + 1, "NULL", "IN", "LIKE", "BETWEEN"))
            {
                _level.Negated = !_level.Negated;
                _next++;
            }
            else if (_tokens.Is(_next, "AND") || _tokens.Is(_next, "&&"))
            {
                _next++;
            }
            else if (_tokens.Is(_next, "OR") || _tokens.Is(_next, "||"))
            {
                _level.StartAlternative();
                _next++;
            }
            else if (_tokens.Is(_next, ")"))
            {
                if (_levels.Count == 0) return null;
                CloseGroup();
            }
            else if (_tokens.Is(_next, "(") && IsGroup(_next))
            {
                _levels.Push(_level);
                _level = new Level(_next++);
            }
            else
            {
                ReadPredicate(_next);
            }
        }

        return _levels.Count > 0 ? null : _level.Result();
    }

    // A parenthesis that closes a group may close an operand instead: (1) = (1).
    private void CloseGroup()
    {
        var open = _level.Open;
        var inner = _level.Result();
        var only = _level.Only;
        var isOpen = _level.IsOpen;
        _level = _levels.Pop();
        _next++;
        if (_next >= _end || IsBoundary(_next)) _level.Add(inner, only, isOpen);
        else if (_next - open <= LongOperand) ReadPredicate(open);
        else ReadLongOperand(inner);
    }

    // Reading a long operand again at every level would cost the square of the depth. Constant inside, it is taken for constant.
    private void ReadLongOperand(bool? inner)
    {
        var result = inner is null ? (bool?)null : true;
        _next = EndOfPredicate(_next);
        _level.Add(result, null, isOpen: false);
    }

    private bool IsGroup(int open) =>
        !SqlShapes.IsQuery(_tokens, open) && _tokens.After(open, _end) > open + 1;

    private bool IsBoundary(int index) => _tokens.IsAny(index, "AND", "OR", "&&", "||", ")");

    private void ReadPredicate(int start)
    {
        var end = EndOfPredicate(Math.Max(start, _next));
        _next = Math.Max(end, _next + (end == start ? 1 : 0));
        var predicate = new SqlPredicate(_tokens, start, end);
        var value = predicate.Evaluate();
        _level.Add(value, value is null ? predicate.Comparison() : null, value == true && predicate.IsOpen);
    }

    private int EndOfPredicate(int index)
    {
        var between = false;
        var cases = 0;
        while (index < _end)
        {
            if (_tokens.Is(index, "CASE")) cases++;
            else if (_tokens.Is(index, "END")) cases--;
            else if (_tokens.Is(index, "BETWEEN")) between = true;
            else if (between && _tokens.Is(index, "AND")) between = false;
            else if (cases <= 0 && IsBoundary(index) && !IsConcatenation(index)) break;
            index = _tokens.Next(index, _end);
        }

        return index;
    }

    // || joins strings everywhere but in MySQL, where it is OR.
    private bool IsConcatenation(int index) =>
        _tokens.Is(index, "||") && (_tokens.IsText(index - 1) || _tokens.IsText(index + 1) || _tokens.Kind(index + 1) != SqlTokenKind.Number);

    /// <summary>The alternatives of one parenthesis: each is a chain of AND.</summary>
    private sealed class Level(int open)
    {
        private bool _anyTrue;
        private bool _anyOpen;
        private bool _anyByRows;
        private bool _chainOpen;
        private bool _allFalse = true;
        private bool _chainTrue = true;
        private bool _chainFalse;
        private bool _empty = true;
        private readonly List<RowComparison> _alternatives = [];
        private RowComparison? _comparison;
        private int _predicates;
        private int _chains;

        public int Open => open;

        public bool Negated { get; set; }

        /// <summary>The comparison that is all there is; null where there is more or none.</summary>
        public RowComparison? Only => _chains == 1 && _alternatives.Count == 1 ? _alternatives[0] : null;

        /// <summary>Whether it holds for all rows or for none by what the caller hands over, such as <c>@all = 1</c>.</summary>
        public bool IsOpen => _anyOpen && !_anyTrue && !_anyByRows;

        public void Add(bool? value, RowComparison? comparison, bool isOpen)
        {
            if (Negated && !isOpen) (value, comparison) = (!value, comparison?.Negated);
            Negated = false;
            _comparison = comparison;
            _predicates++;
            _empty = false;
            _chainTrue &= value == true;
            _chainOpen |= isOpen;
            _chainFalse |= value == false;
        }

        public void StartAlternative()
        {
            _anyTrue |= _chainTrue && !_chainOpen && !_empty;
            _anyOpen |= _chainTrue && _chainOpen && !_empty;
            _anyByRows |= !_chainTrue && !_chainFalse && !_empty;
            _allFalse &= _chainFalse;
            NoteComparison();
            _chainTrue = true;
            _chainFalse = false;
            _chainOpen = false;
            _empty = true;
        }

        // `id > 5 OR id <= 5`: two alternatives that leave no row out.
        private void NoteComparison()
        {
            if (_predicates == 1 && _comparison is { } comparison && _alternatives.Count < RowComparison.MostAlternatives)
            {
                _anyTrue |= _alternatives.Exists(comparison.LeavesNothingTo);
                _alternatives.Add(comparison);
            }

            _comparison = null;
            _predicates = 0;
            _chains++;
        }

        public bool? Result()
        {
            StartAlternative();
            // `@tenant IS NULL OR tenant = @tenant`: the caller may ask for all rows, and need not.
            return _anyTrue || IsOpen ? true : _allFalse ? false : null;
        }
    }
}
