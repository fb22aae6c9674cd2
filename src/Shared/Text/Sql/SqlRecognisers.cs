namespace AgentGuard.Text.Sql;

/// <summary>Gives each statement of a fragment to the recogniser of its verb.</summary>
internal static class SqlRecognisers
{
    public static void Run(SqlContext context, SqlReading reading)
    {
        var tokens = context.Tokens;
        var readUpTo = 0;
        foreach (var statement in new SqlSplitter(tokens, reading.LooseStatements).Split())
        {
            for (; readUpTo < statement.Start; readUpTo++) SqlAdmin.FunctionCall(context, readUpTo);
            if (IsFirstOfBatch(tokens, statement)) SqlDynamic.CallWithoutExec(context, statement);
            if (statement.IsInert) readUpTo = Math.Max(readUpTo, statement.End);
            if (statement.IsInert) SqlDynamic.Event(context, statement);
            else Recognise(context, statement);
        }

        for (; readUpTo < tokens.Count; readUpTo++) SqlAdmin.FunctionCall(context, readUpTo);
    }

    private static bool IsFirstOfBatch(SqlTokens tokens, SqlStatement statement) => tokens.Kind(statement.Start - 1) == SqlTokenKind.BatchEnd;

    private static void Recognise(SqlContext context, SqlStatement statement)
    {
        switch (statement.Verb)
        {
            case "DROP":
                SqlDrop.Drop(context, statement);
                break;
            case "TRUNCATE":
                SqlDrop.Truncate(context, statement);
                break;
            case "DELETE":
                SqlRows.Delete(context, statement);
                break;
            case "UPDATE":
                SqlRows.Update(context, statement);
                break;
            case "MERGE":
                SqlRows.Merge(context, statement);
                break;
            case "INSERT":
                SqlDrop.InsertOverwrite(context, statement);
                SqlCreate.Insert(context, statement);
                break;
            case "LOAD":
                SqlDrop.LoadOverwrite(context, statement);
                break;
            case "PURGE":
                SqlDrop.Purge(context, statement);
                break;
            case "ALTER":
                SqlAlter.Alter(context, statement);
                break;
            case "CREATE":
                SqlCreate.Create(context, statement);
                break;
            case "REPLACE":
                SqlCreate.Replace(context, statement);
                break;
            case "RENAME":
                SqlCreate.Rename(context, statement);
                break;
            case "BACKUP":
                SqlCreate.BackupStatement(context, statement);
                break;
            case "EXPORT":
                SqlCreate.Export(context, statement);
                break;
            case "EXEC" or "EXECUTE" or "CALL":
                SqlDynamic.Exec(context, statement);
                break;
            case "DO":
                SqlDynamic.Do(context, statement);
                break;
            case "PREPARE":
                SqlDynamic.Prepare(context, statement);
                break;
            case "SET":
                SqlSettings.Set(context, statement);
                SqlDynamic.Assign(context, statement);
                break;
            case "PRAGMA":
                SqlSettings.Pragma(context, statement);
                break;
            case "DISABLE":
                SqlSettings.Disable(context, statement);
                break;
            case "SELECT":
                SqlCreate.Select(context, statement);
                SqlDynamic.Assign(context, statement);
                break;
            case "DECLARE":
                SqlCreate.Declare(context, statement);
                SqlDynamic.Assign(context, statement);
                break;
            case "":
                SqlDynamic.Assign(context, statement);
                break;
            default:
                SqlAdmin.Statement(context, statement);
                if (context.Tokens.Is(statement.Start + 1, ":")) SqlDynamic.Assign(context, statement);
                break;
        }
    }
}
