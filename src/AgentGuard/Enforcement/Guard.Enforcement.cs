using System.ComponentModel;

namespace AgentGuard;

// What the generated interceptors call. Public because they stand in other assemblies; nobody is meant to write such calls by hand.
public static partial class Guard
{
    /// <summary>Runs the guards of a call; returns if all hold.</summary>
    /// <param name="call">The call.</param>
    /// <param name="target">What it is about to hit, if that could be read.</param>
    /// <param name="text">What the text that it executes destroys, if it executes text.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Enforce(GuardedCall call, GuardTarget? target, DestructiveText? text = null)
    {
        foreach (var check in Checks(call, target, text)) check.Run();
    }

    /// <inheritdoc cref="Enforce"/>
    /// <param name="call">The call.</param>
    /// <param name="target">What it is about to hit, if that could be read.</param>
    /// <param name="text">What the text that it executes destroys, if it executes text.</param>
    /// <param name="cancellationToken">The token of the call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static async Task EnforceAsync(GuardedCall call, GuardTarget? target, DestructiveText? text = null, CancellationToken cancellationToken = default)
    {
        foreach (var check in Checks(call, target, text)) await check.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a target; one whose reading fails is unknown, and the guards that need it refuse then.</summary>
    /// <param name="source">The receiver or argument that tells it.</param>
    /// <param name="read">How.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static GuardTarget? Target<T>(T source, Func<T, GuardTarget?> read)
    {
        try
        {
            return read(source);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Target{T}"/>
    /// <param name="source">The receiver or argument that tells it.</param>
    /// <param name="other">The other one.</param>
    /// <param name="read">How.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static GuardTarget? Target<T, TOther>(T source, TOther other, Func<T, TOther, GuardTarget?> read) => Target((source, other, read), static all => all.read(all.source, all.other));

    // Where the receiver tells what is hit, all statements hit the same; otherwise each is checked for what it names itself.
    private static IEnumerable<GuardCheck> Checks(GuardedCall call, GuardTarget? target, DestructiveText? text) => (target, text) switch
    {
        (_, null) => [Check(call, target)],
        (null, _) => text.Statements.Select(statement => new GuardCheck(Options, call, $"{call.Operation}: {statement.Words}", statement.Target)),
        _ => [new GuardCheck(Options, call, $"{call.Operation}: {text}", target)],
    };
}
