namespace AgentGuard;

/// <summary>The answer of a confirmation provider.</summary>
public sealed class ConfirmationAnswer
{
    private ConfirmationAnswer(bool confirmed, string detail)
    {
        IsConfirmed = confirmed;
        Detail = detail;
    }

    /// <summary>Whether the operation may run.</summary>
    public bool IsConfirmed { get; }

    /// <summary>Who confirmed, or why not. Goes into the audit.</summary>
    public string Detail { get; }

    /// <summary>Somebody said yes.</summary>
    /// <param name="by">Who, or by what.</param>
    public static ConfirmationAnswer Yes(string by) => new(true, by);

    /// <summary>Nobody said yes.</summary>
    /// <param name="reason">Why, and what would help.</param>
    public static ConfirmationAnswer No(string reason) => new(false, reason);
}
