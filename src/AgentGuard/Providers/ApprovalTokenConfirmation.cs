using System.Collections.Concurrent;

namespace AgentGuard;

/// <summary>
/// Confirms by an <see cref="ApprovalToken"/> that an operator has issued, for runs at which nobody sits. Has to be set in code: if the key came
/// from wherever the token comes from, whoever starts the program could approve everything.
/// </summary>
public sealed class ApprovalTokenConfirmation : IConfirmationProvider
{
    /// <summary>The environment variable that holds the tokens, separated by spaces or commas.</summary>
    public const string Variable = "AGENTGUARD_APPROVAL";

    // Of the process, not of one provider: a token is good once, whoever looks at it.
    private static readonly ConcurrentDictionary<string, DateTimeOffset> Spent = new(StringComparer.Ordinal);

    private readonly byte[] _key;
    private readonly Func<string?> _tokens;

    /// <summary>Verifies with a key.</summary>
    /// <param name="key">The secret shared with the operator, of at least <see cref="ApprovalToken.MinimumKeyLength"/> bytes.</param>
    /// <param name="tokens">Where the tokens come from; none given means the environment variable <see cref="Variable"/>.</param>
    public ApprovalTokenConfirmation(byte[] key, Func<string?>? tokens = null)
    {
        if (key.Length < ApprovalToken.MinimumKeyLength)
            throw new ArgumentException($"The key must have at least {ApprovalToken.MinimumKeyLength} bytes.", nameof(key));
        _key = [.. key];
        _tokens = tokens ?? (static () => Environment.GetEnvironmentVariable(Variable));
    }

    /// <summary>The longest time from now that a token may be good for.</summary>
    public TimeSpan LongestLifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>The file that remembers which tokens have been used, so that a restart makes none good again; <see langword="null"/> remembers them in this process only.</summary>
    public string? SpentFile { get; set; } = GuardHome.File("approvals.spent");

    internal Func<DateTimeOffset> Clock { get; set; } = static () => DateTimeOffset.UtcNow;

    /// <summary>Verifies with the bytes of a file, which should be readable by the program's account only.</summary>
    public static ApprovalTokenConfirmation FromKeyFile(string path, Func<string?>? tokens = null) => new(File.ReadAllBytes(path), tokens);

    /// <inheritdoc/>
    public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken) => Task.FromResult(Confirm(request));

    private ConfirmationAnswer Confirm(ConfirmationRequest request)
    {
        var now = Clock();
        foreach (var old in Spent.Where(pair => pair.Value <= now)) Spent.TryRemove(old.Key, out _);

        var target = request.FullTarget;
        var reason = $"there is no approval token for '{request.Operation}' on '{target}' in {Variable}.";
        foreach (var token in (_tokens() ?? "").Split([' ', ',', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ApprovalToken.Objection(_key, token, request.Operation, target, now, LongestLifetime, out var nonce, out var expiry) is { } objection) reason = objection;
            else if (!Spend(token, nonce, expiry)) reason = "the approval token has been used already.";
            else return ConfirmationAnswer.Yes($"approval token {nonce[..Math.Min(8, nonce.Length)]}");
        }

        return ConfirmationAnswer.No(reason);
    }

    // The file before the answer: a process that dies in between has used the token up.
    private bool Spend(string token, string nonce, DateTimeOffset expiry) =>
        Spent.TryAdd(token, expiry) && (SpentFile is not { } file || ExclusiveFile.AppendOnce(file, nonce));
}
