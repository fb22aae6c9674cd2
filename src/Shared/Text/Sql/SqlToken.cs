namespace AgentGuard.Text.Sql;

internal enum SqlTokenKind : byte
{
    /// <summary>A keyword or a name without quotes; also <c>#temp</c>, and a name with holes in it.</summary>
    Word,

    /// <summary><c>"x"</c>, <c>[x]</c> or <c>`x`</c>.</summary>
    QuotedName,

    /// <summary><c>'x'</c> with any prefix, or Oracle's <c>q'[x]'</c>.</summary>
    String,

    /// <summary><c>$tag$x$tag$</c>.</summary>
    DollarString,

    Number,

    /// <summary><c>@p</c>, <c>:p</c>, <c>$1</c> or <c>?</c>.</summary>
    Parameter,

    Symbol,

    /// <summary>Text that is not known, standing apart from any name.</summary>
    Hole,

    /// <summary><c>;</c></summary>
    Terminator,

    /// <summary><c>GO</c> or <c>/</c> on its own line, or the delimiter of a <c>DELIMITER</c> line.</summary>
    BatchEnd,
}

/// <summary>One token: where it stands, and for strings where its content stands.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int End, int ContentStart, int ContentEnd)
{
    public SqlToken(SqlTokenKind kind, int start, int end)
        : this(kind, start, end, start, end)
    {
    }

    public int Length => End - Start;
}
