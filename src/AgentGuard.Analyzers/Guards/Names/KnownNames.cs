using System.Collections.Concurrent;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Policy;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>What the name of a method says where there is no body to look into.</summary>
/// <param name="IsReauthentication">Whether a person must prove who they are.</param>
/// <param name="IsPrompt">Whether it asks a question and answers yes or no.</param>
/// <param name="Answer">For a question to the program, what its answer proves.</param>
internal sealed record MethodName(bool IsReauthentication, bool IsPrompt, Value? Answer);

/// <summary>Names under the options of a file. The same ones come again and again, so each is taken apart once.</summary>
internal sealed class KnownNames(PolicyOptions options)
{
    private readonly ConcurrentDictionary<string, Value?> _switches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MethodName> _methods = new(StringComparer.Ordinal);

    // `EmailConfirmed` says that an address is somebody's, not that somebody said yes.
    private static bool IsOfAccount(string name) =>
        NameWords.Split(name) is var words && words.EndsWith(" confirmed ", StringComparison.Ordinal) && NameWords.HasAny(words, ["email", "mail", "phone", "phone number", "account", "identity", "address"]);

    /// <summary>What a bool of this name proves, or null if its name says nothing.</summary>
    public Value? OfSwitch(string name) => _switches.TryGetValue(name, out var known) ? known : _switches.GetOrAdd(name, IsOfAccount(name) ? null : SwitchNames.Read(name, options));

    /// <summary>What the name of a method says.</summary>
    public MethodName OfMethod(string name) => _methods.TryGetValue(name, out var known)
        ? known
        : _methods.GetOrAdd(name, new MethodName(PromptNames.IsReauthentication(name), PromptNames.IsPrompt(name), SwitchNames.ReadMethod(name, options)));
}
