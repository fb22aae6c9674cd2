namespace AgentGuard.Text.Sql;

/// <summary>The words that decide where a statement can begin and what can be a name.</summary>
internal static class SqlWords
{
    // Reserved wherever a table name may stand, and met there only when the name is missing.
    private static readonly HashSet<string> NeverNames = Set(
        "WHERE SET SELECT RETURNING FROM WHEN OUTPUT ON TO AS AND OR NOT IN IS VALUES INTO USING JOIN INNER LEFT RIGHT FULL CROSS " +
        "GROUP ORDER BY HAVING LIMIT UNION THEN ELSE FOR CASCADE WITH");

    // After these a DELETE or DROP is part of the clause before, not a new statement.
    private static readonly HashSet<string> NeverLast = Set(
        "ON AFTER BEFORE AND OR NOT FOR OF INSTEAD GRANT REVOKE DENY AS BY IN IS LIKE BETWEEN FROM JOIN INTO TABLE UPDATE SELECT WHERE SET " +
        "COLUMN ALTER ADD CREATE DROP UNION DISTINCT WHEN CASE USING WITH TO EXPLAIN ANALYZE VERBOSE SHOW COMMENT DESCRIBE DESC KEY TRUNCATE " +
        "DELETE INSERT HAVING EXCEPT INTERSECT REPLACE IGNORE TOP ROW STATEMENT ENABLE DISABLE UNDROP EXISTS IF HELP NO LOCK ONLY");

    // After these a statement begins, inside a block or a branch.
    private static readonly HashSet<string> Openers = Set("BEGIN THEN ELSE DO LOOP TRY CATCH ATOMIC REPEAT");

    private static readonly HashSet<string> Verbs = Set(
        "SELECT INSERT UPDATE DELETE MERGE TRUNCATE DROP CREATE ALTER EXEC EXECUTE DECLARE IF WHILE BEGIN PRINT RETURN COMMIT ROLLBACK BACKUP " +
        "RESTORE DBCC KILL SHUTDOWN USE GRANT REVOKE DISABLE ENABLE RAISERROR THROW WAITFOR FETCH OPEN CLOSE DEALLOCATE END ELSE");

    public static bool CannotBeName(SqlTokens tokens, int index) => NeverNames.Contains(tokens.Upper(index));

    public static bool OpensStatement(SqlTokens tokens, int index) => tokens.IsWord(index) && Openers.Contains(tokens.Upper(index));

    public static bool IsVerb(SqlTokens tokens, int index) => tokens.IsWord(index) && Verbs.Contains(tokens.Upper(index));

    /// <summary>Whether a statement can end with this token.</summary>
    public static bool CanBeLast(SqlTokens tokens, int index) => tokens.Kind(index) switch
    {
        SqlTokenKind.Word => !NeverLast.Contains(tokens.Upper(index)),
        SqlTokenKind.Symbol => tokens.Is(index, ")") || tokens.Is(index, "*"),
        _ => true,
    };

    /// <summary>A set of words that ignores case.</summary>
    public static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
