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
    public static void Enforce(GuardedCall call, GuardTarget? target, string? text = null) => Check(call, target, text).Run();

    /// <inheritdoc cref="Enforce"/>
    /// <param name="call">The call.</param>
    /// <param name="target">What it is about to hit, if that could be read.</param>
    /// <param name="text">What the text that it executes destroys, if it executes text.</param>
    /// <param name="cancellationToken">The token of the call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Task EnforceAsync(GuardedCall call, GuardTarget? target, string? text = null, CancellationToken cancellationToken = default) =>
        Check(call, target, text).RunAsync(cancellationToken);

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

    private static GuardCheck Check(GuardedCall call, GuardTarget? target, string? text) => new(Options, call, text is null ? call.Operation : $"{call.Operation}: {text}", target);
}
