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
    public static DestructiveText? Sql(GuardedCall call, params object?[] parts) => Sql(call, TextParts.Join(parts));

    /// <summary>Scans a Redis command: its name, then its arguments.</summary>
    public static DestructiveText? Redis(GuardedCall call, params object?[] parts) => DestructiveText.Of(RedisScanner.Scan(TextParts.Join(parts)));

    /// <inheritdoc cref="Redis(GuardedCall, object[])"/>
    public static DestructiveText? Redis(GuardedCall call, string? command, object? arguments) =>
        command is null || !RedisScanner.MayDestroy(command) ? null : DestructiveText.Of(RedisScanner.Scan(TextParts.Join([command, arguments])));

    /// <summary>Scans a MongoDB command document.</summary>
    public static DestructiveText? Mongo(GuardedCall call, params object?[] parts) => DestructiveText.Of(MongoScanner.Scan(TextParts.Join(parts)));
}
