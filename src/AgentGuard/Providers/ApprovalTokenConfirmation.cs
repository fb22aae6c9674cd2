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

    private readonly byte[] _key;
    private readonly Func<string?> _tokens;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _spent = new(StringComparer.Ordinal);

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

    internal Func<DateTimeOffset> Clock { get; set; } = static () => DateTimeOffset.UtcNow;

    /// <summary>Verifies with the bytes of a file, which should be readable by the program's account only.</summary>
    public static ApprovalTokenConfirmation FromKeyFile(string path, Func<string?>? tokens = null) => new(File.ReadAllBytes(path), tokens);

    /// <inheritdoc/>
    public Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken) => Task.FromResult(Confirm(request));

    private ConfirmationAnswer Confirm(ConfirmationRequest request)
    {
        var now = Clock();
        foreach (var old in _spent.Where(pair => pair.Value <= now)) _spent.TryRemove(old.Key, out _);

        var reason = $"there is no approval token for '{request.Operation}' on '{request.Target}' in {Variable}.";
        foreach (var token in (_tokens() ?? "").Split([' ', ',', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ApprovalToken.Objection(_key, token, request.Operation, request.Target, now, LongestLifetime, out var nonce, out var expiry) is { } objection) reason = objection;
            else if (!_spent.TryAdd(nonce, expiry)) reason = "the approval token has been used already.";
            else return ConfirmationAnswer.Yes($"approval token {nonce[..Math.Min(8, nonce.Length)]}");
        }

        return ConfirmationAnswer.No(reason);
    }
}
