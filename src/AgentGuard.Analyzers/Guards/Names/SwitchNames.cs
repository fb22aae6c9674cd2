using System.Runtime.CompilerServices;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>What a bool switch says that somebody outside the program sets: a parameter, an option, a configured property.</summary>
internal static class SwitchNames
{
    private static readonly string[] DryRuns =
        ["dry run", "dryrun", "what if", "whatif", "simulate", "simulation", "simulated", "preview", "preview only", "validate only", "pretend", "noop", "no op", "report only", "list only", "test run"];

    private static readonly string[] Protections =
        ["disabled", "disable", "prevent", "prevented", "protect", "protected", "protection", "forbid", "forbidden", "deny", "denied", "block", "blocked", "locked", "lock"];

    private static readonly string[] Permissions = ["allow", "allows", "allowed", "enable", "enabled", "permit", "permitted"];

    private static readonly string[] Destructions =
        ["delete", "deletes", "deletion", "erase", "drop", "destroy", "destruction", "destructive", "wipe", "purge", "clean", "truncate", "reset", "termination", "terminate", "data loss"];

    private static readonly string[] Questions = ["confirm", "confirmation", "confirmations", "prompt", "prompts", "ask", "question", "questions"];

    private static readonly string[] Skips = [" skip ", " no ", " without ", " suppress ", " bypass ", " assume "];

    private static readonly string[] Deletions = [" delete ", " remove "];

    // `deleteFailed` tells how a deletion went, and `deletePermission` who may do it.
    private static readonly string[] Outcomes =
        ["failed", "failure", "fails", "succeeded", "success", "successful", "pending", "result", "results", "completed", "complete", "done", "error", "errors", "running", "started", "button", "visible", "permission", "permissions", "supported", "available", "possible", "required", "needed"];

    private static readonly string[] Fillers = [" is ", " was ", " has ", " should ", " do ", " must ", " user ", " opt ", " m ", " the ", " arg ", " flag ", " auto "];

    private static readonly string[] Questioning = [" is ", " has ", " should ", " must ", " was "];

    private static readonly string[] Demands = [" ensure ", " require ", " assert ", " demand ", " enforce ", " verify "];

    private static readonly string[] Holders = ["Options", "Settings", "Configuration", "Config"];

    private static readonly string[] Suffixes = [" option ", " flag ", " switch ", " argument ", " arg ", " parameter "];

    private static readonly HashSet<string> Developments = Padded(
    [
        "is development", "is dev", "is staging", "is local", "is test environment", "is testing", "is non production", "is nonprod", "is sandbox", "is localhost",
        "is development environment", "is dev environment", "is local environment", "is staging environment", "is sandbox environment", "is in development", "is running in development", "is running locally",
    ]);

    private static readonly HashSet<string> Productions = Padded(["is production", "is prod", "is live", "is production environment", "is prod environment", "is in production", "is running in production", "is running in prod"]);

    private static readonly HashSet<string> NotProductions = Padded(["is not production", "is not prod", "is not live", "is not in production", "is not production environment"]);

    // What somebody ticks to say that the loss is meant.
    private static readonly string[] Assents = ["are you sure", "i am sure", "i understand", "acknowledge data loss", "acknowledged data loss", "accept data loss", "accepts data loss", "accepted data loss"];

    // The configured names as words, once per set of options.
    private static readonly ConditionalWeakTable<PolicyOptions, string[]> WordsOf = new();

    /// <summary>Whether a bool of this name says, when true, that somebody has confirmed.</summary>
    public static bool AsksForYes(string name, PolicyOptions options) => Read(name, options) is { } asked && asked.WhenEqual(true).Include(Facts.Confirmed);

    /// <summary>What a bool of this name proves when true and when false, or null if its name says nothing.</summary>
    public static Value? Read(string name, PolicyOptions options)
    {
        var words = NameWords.Split(name);
        return ReadEnvironment(words) ?? ReadConfirmation(words, options) ?? ReadDeletion(words);
    }

    /// <summary>The name of a switch that says only with its options what it is for: <c>ResetOptions.Enabled</c>; the name alone where there are no options.</summary>
    public static string InOptions(ISymbol member) => member is { Name: "Enabled" or "IsEnabled" or "Allowed" or "IsAllowed", ContainingType.Name: var holder } && Array.Find(Holders, suffix => holder.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
        ? holder[..^suffix.Length] + member.Name
        : member.Name;

    /// <summary>The same for the name of a method: only one that is a question, for <c>Clear()</c> and <c>Reset()</c> are answers of their own work.</summary>
    public static Value? ReadMethod(string name, PolicyOptions options)
    {
        var words = NameWords.Split(name);
        return ReadEnvironment(words) ?? (Questioning.Any(verb => words.StartsWith(verb, StringComparison.Ordinal)) ? ReadConfirmation(words, options) : null);
    }

    /// <summary>The same for the name of a command-line option or of the variable that holds one: <c>--force</c>, <c>forceOption</c>.</summary>
    public static Value? ReadOption(string name, PolicyOptions options)
    {
        // Of a configuration key, the sections before the last say where it is set: `Database:Wipe`.
        var words = NameWords.Split(name[(name.LastIndexOf(':') + 1)..]);
        foreach (var suffix in Suffixes)
        {
            if (words.Length > suffix.Length && words.EndsWith(suffix, StringComparison.Ordinal)) words = words[..^(suffix.Length - 1)];
        }

        return ReadConfirmation(words, options) ?? ReadDeletion(words) ?? (words is " y " ? Value.Condition(Facts.Confirmed, Facts.Declined) : null);
    }

    /// <summary>What it proves that a method has returned whose name says that it throws: <c>EnsureNotProduction</c>, <c>ThrowIfProduction</c>.</summary>
    public static Facts ReadDemand(string name)
    {
        var words = NameWords.Split(name);
        if (words.EndsWith(" async ", StringComparison.Ordinal)) words = words[..^"async ".Length];
        if (words.StartsWith(" throw if ", StringComparison.Ordinal)) return Value.WhenFalse(ReadEnvironment(words[" throw if".Length..]));
        var verb = Array.Find(Demands, verb => words.StartsWith(verb, StringComparison.Ordinal));
        return verb is null ? Facts.None : Value.WhenTrue(ReadEnvironment(words[(verb.Length - 1)..])) & (Facts.Allowed | Facts.NotProduction);
    }

    private static Value? ReadEnvironment(string words)
    {
        if (!words.StartsWith(" is ", StringComparison.Ordinal)) words = " is" + words;
        if (Productions.Contains(words)) return Value.Condition(Facts.Production, Facts.NotProduction);
        if (NotProductions.Contains(words)) return Value.Condition(Facts.NotProduction, Facts.Production);
        return Developments.Contains(words) ? Value.Condition(Facts.Allowed, Facts.NotAllowed) : null;
    }

    private static Value? ReadConfirmation(string words, PolicyOptions options)
    {
        var yes = Value.Condition(Facts.Confirmed, Facts.Declined);
        var no = Value.Condition(Facts.Declined, Facts.Confirmed);
        if (NameWords.HasAny(words, DryRuns)) return no;
        if (NameWords.HasAny(words, Assents)) return yes;
        if (NameWords.HasAny(words, Destructions))
        {
            if (NameWords.HasAny(words, Protections)) return no;
            if (NameWords.HasAny(words, Permissions)) return yes;
        }

        var stripped = Strip(words);
        if (Array.Exists(Skips, skip => stripped.StartsWith(skip, StringComparison.Ordinal)))
            return NameWords.HasAny(stripped, Questions) ? yes : Configured(stripped, options, wholeName: true) ? yes : null;
        return Configured(stripped, options, wholeName: false) ? yes : null;
    }

    // `deleteFiles`: what is asked for is said in full.
    private static Value? ReadDeletion(string words) =>
        Deletions.Any(verb => words.Length > verb.Length && words.StartsWith(verb, StringComparison.Ordinal)) && !NameWords.HasAny(words, Outcomes) ? Value.Condition(Facts.Confirmed, Facts.Declined) : null;

    private static HashSet<string> Padded(string[] names) => new(names.Select(static name => $" {name} "), StringComparer.Ordinal);

    private static bool Configured(string words, PolicyOptions options, bool wholeName)
    {
        foreach (var sought in WordsOf.GetValue(options, static options => [.. options.ConfirmationNames.Select(static name => Strip(NameWords.Split(name)))]))
        {
            if (words == sought) return true;
            if (wholeName) continue;
            if (words.StartsWith(sought, StringComparison.Ordinal)) return true;
            if (sought is " confirm " or " confirmed " or " force " or " forced " or " yes " && words.EndsWith(sought, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static string Strip(string words)
    {
        while (Array.Find(Fillers, filler => words.Length > filler.Length && words.StartsWith(filler, StringComparison.Ordinal)) is { } found)
            words = words[(found.Length - 1)..];
        return words;
    }
}
