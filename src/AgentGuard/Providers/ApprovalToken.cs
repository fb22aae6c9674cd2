using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AgentGuard;

/// <summary>
/// A signed permission for one operation on one target, good for some minutes and once: <c>v1.EXPIRY.NONCE.SIGNATURE</c>. The signature is the HMAC-SHA256,
/// in hexadecimal, of <c>v1</c>, the operation, the target, the expiry in Unix seconds and the nonce, each followed by a line feed,
/// so that an operator can also make one with <c>openssl dgst -sha256 -hmac</c>.
/// </summary>
public static class ApprovalToken
{
    private const string Version = "v1";

    /// <summary>The shortest key that is accepted, in bytes.</summary>
    public const int MinimumKeyLength = 32;

    /// <summary>Issues a token. Belongs where the operator is, not into the program that destroys.</summary>
    /// <param name="key">The secret that the program verifies with.</param>
    /// <param name="operation">The operation, as the refusal names it.</param>
    /// <param name="target">The target, as the reason of the refusal names it: with its server, where that is known (<c>dev-db/orders</c>).</param>
    /// <param name="lifetime">How long it is good for.</param>
    public static string Issue(byte[] key, string operation, string target, TimeSpan lifetime) => Issue(key, operation, target, DateTimeOffset.UtcNow + lifetime);

    internal static string Issue(byte[] key, string operation, string target, DateTimeOffset expiry)
    {
        var nonce = new byte[16];
        using (var random = RandomNumberGenerator.Create()) random.GetBytes(nonce);
        var (seconds, text) = (expiry.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Hex(nonce));
        return string.Join(".", Version, seconds, text, Sign(key, operation, target, seconds, text));
    }

    /// <summary>Why a token does not cover an operation, or null if it does.</summary>
    internal static string? Objection(byte[] key, string token, string operation, string target, DateTimeOffset now, TimeSpan longest, out string nonce, out DateTimeOffset expiry)
    {
        (nonce, expiry) = ("", default);
        if (token.Trim().Split('.') is not [Version, var seconds, var text, var signature] || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) || unix > MaxUnixSeconds)
            return "the approval token is not of the form v1.EXPIRY.NONCE.SIGNATURE.";
        if (!SameBytes(Sign(key, operation, target, seconds, text), signature))
            return $"the approval token was not issued for '{operation}' on '{target}' with this key.";

        (nonce, expiry) = (text, DateTimeOffset.FromUnixTimeSeconds(unix));
        if (expiry <= now) return $"the approval token expired at {expiry.UtcDateTime:u}.";
        return expiry - now > longest ? $"the approval token is good until {expiry.UtcDateTime:u}, longer than the {longest.TotalMinutes:0.#} minutes that are accepted." : null;
    }

    private static readonly long MaxUnixSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private static string Sign(byte[] key, string operation, string target, string seconds, string nonce)
    {
        // A line feed inside a name could move the border between two of them.
        var message = string.Concat(new[] { Version, operation, target, seconds, nonce }.Select(part => part.Replace("\n", "\\n") + "\n"));
        using var hmac = new HMACSHA256(key);
        return Hex(hmac.ComputeHash(Encoding.UTF8.GetBytes(message)));
    }

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "").ToLowerInvariant();

    // Every character is looked at, so that the time tells nothing about where the first difference is.
    private static bool SameBytes(string expected, string given)
    {
        if (expected.Length != given.Length) return false;
        var difference = 0;
        for (var i = 0; i < expected.Length; i++) difference |= expected[i] ^ given[i];
        return difference == 0;
    }
}
