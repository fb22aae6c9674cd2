using System.Runtime.ExceptionServices;

namespace AgentGuard.Analyzers.Rules;

/// <summary>Looks at several things so that a fault at one of them does not hide what the others would have told.</summary>
internal static class EachAlone
{
    /// <summary>Looks at each; the first fault is thrown once all have been looked at.</summary>
    /// <param name="all">The things.</param>
    /// <param name="look">What is done with each.</param>
    public static void Do<T>(IEnumerable<T> all, Action<T> look)
    {
        ExceptionDispatchInfo? fault = null;
        foreach (var one in all)
        {
            try
            {
                look(one);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                fault ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        fault?.Throw();
    }
}
