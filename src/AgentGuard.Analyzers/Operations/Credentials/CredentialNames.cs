using System.Collections.Immutable;

namespace AgentGuard.Analyzers.Operations.Credentials;

/// <summary>What the name of a parameter, property or header says of its value.</summary>
internal static class CredentialNames
{
    private static readonly ImmutableHashSet<string> SecretWords = ImmutableHashSet.Create("token", "apikey", "secret", "password", "passphrase", "credential", "credentials", "pat", "bearer", "jwt", "authorization", "auth", "sas");
    private static readonly ImmutableHashSet<string> KeyCompanions = ImmutableHashSet.Create("api", "access", "account", "secret", "private", "shared", "auth", "subscription");

    /// <summary>Whether it is a credential.</summary>
    public static bool IsSecret(string? name)
    {
        if (name is null) return false;
        var words = NameParts.Of(name);
        return words.Any(SecretWords.Contains) && !words.Contains("cancellation") || (words.Contains("key") && words.Any(KeyCompanions.Contains));
    }

    /// <summary>Whether it is a connection string, of which a credential may be a part.</summary>
    public static bool IsConnectionString(string? name) => name is not null && NameParts.Of(name) is var words && words.Contains("connection") && words.Contains("string");
}
