using System.ComponentModel;
using AgentGuard.Text;

namespace AgentGuard;

/// <summary>Reads what a text is about to destroy, from the values that a call got. Each method returns null if it destroys nothing. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class GuardedText
{
    /// <summary>Scans SQL.</summary>
    public static DestructiveText? Sql(GuardedCall call, string? text)
    {
        if (text is null || call.IsKnownHarmless(text)) return null;
        var found = SqlScanner.MayDestroy(text) ? DestructiveText.Of(SqlScanner.Scan(text)) : null;
        if (found is null) call.RememberHarmless(text);
        return found;
    }

    /// <summary>Scans SQL whose values are sent as parameters.</summary>
    public static DestructiveText? Sql(GuardedCall call, FormattableString? text) => Sql(call, text is null ? null : TextParts.WithParameters(text));

    /// <summary>Scans SQL that is given in parts.</summary>
    public static DestructiveText? Sql(GuardedCall call, params object?[] parts) => TextParts.Join(parts) is { } text ? Sql(call, text) : Unreadable("SQL");

    /// <summary>Scans a Redis command: its name, then its arguments.</summary>
    public static DestructiveText? Redis(GuardedCall call, params object?[] parts) => TextParts.Join(parts) is { } text ? DestructiveText.Of(RedisScanner.Scan(text)) : Unreadable("a Redis command");

    /// <inheritdoc cref="Redis(GuardedCall, object[])"/>
    public static DestructiveText? Redis(GuardedCall call, string? command, object? arguments) =>
        command is null || !RedisScanner.MayDestroy(command) ? null : Redis(call, [command, arguments]);

    /// <summary>Scans a MongoDB command document.</summary>
    public static DestructiveText? Mongo(GuardedCall call, params object?[] parts) => TextParts.Join(parts) is { } text ? DestructiveText.Of(MongoScanner.Scan(text)) : Unreadable("a MongoDB command");

    // What cannot be read may be anything.
    private static DestructiveText Unreadable(string what) => DestructiveText.Unreadable($"{what} that cannot be read", null);
}
