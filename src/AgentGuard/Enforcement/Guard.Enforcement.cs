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
        EnforceBy(Options, call, target, text);
    }

    /// <inheritdoc cref="Enforce"/>
    /// <param name="call">The call.</param>
    /// <param name="target">What it is about to hit, if that could be read.</param>
    /// <param name="text">What the text that it executes destroys, if it executes text.</param>
    /// <param name="cancellationToken">The token of the call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static async Task EnforceAsync(GuardedCall call, GuardTarget? target, DestructiveText? text = null, CancellationToken cancellationToken = default)
    {
        await EnforceByAsync(Options, call, target, text, cancellationToken).ConfigureAwait(false);
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

    internal static void EnforceBy(GuardOptions options, GuardedCall call, GuardTarget? target, DestructiveText? text = null)
    {
        if (Single(options, call, target, text) is { } check) check.Run();
        else GuardCheck.RunAll(Each(options, call, text!));
    }

    internal static Task EnforceByAsync(GuardOptions options, GuardedCall call, GuardTarget? target, DestructiveText? text = null, CancellationToken cancellationToken = default) =>
        Single(options, call, target, text) is { } check ? check.RunAsync(cancellationToken) : GuardCheck.RunAllAsync(Each(options, call, text!), cancellationToken);

    // Where the receiver tells what is hit, all statements hit the same.
    private static GuardCheck? Single(GuardOptions options, GuardedCall call, GuardTarget? target, DestructiveText? text) => text switch
    {
        null => new(options, call, call.Operation, target),
        _ when target is not null => new(options, call, $"{call.Operation}: {text}", target),
        { Statements: [var only] } => new(options, call, $"{call.Operation}: {only.Words}", only.Target),
        _ => null,
    };

    // Otherwise each is checked for what it names itself; all of that goes.
    private static IReadOnlyList<GuardCheck> Each(GuardOptions options, GuardedCall call, DestructiveText text)
    {
        IReadOnlyList<GuardTarget> all = [.. text.Statements.SelectMany(statement => statement.Target?.Parts ?? [])];
        return [.. text.Statements.Select(statement => new GuardCheck(options, call, $"{call.Operation}: {statement.Words}", statement.Target, all))];
    }
}
