using AgentGuard.Analyzers.Guards.Names;

namespace AgentGuard.Analyzers.Integrity;

/// <summary>Whether a name that a project adds to the guards says what it is believed for. One that says nothing of the kind makes a guard of anything: <c>confirmation_names = enabled</c>.</summary>
internal static class GuardWords
{
    // Beginnings of words.
    private static readonly string[] Asking =
        ["confirm", "ask", "prompt", "approv", "verif", "consent", "answer", "question", "yes", "sure", "authori", "authentic", "elicit", "agree", "accept", "acknowledg", "challeng", "password", "permi", "decid", "decision", "really", "proceed", "ahead", "understand", "risk"];

    private static readonly string[] Destroying =
        ["forc", "wip", "reset", "purg", "drop", "delet", "destr", "eras", "overwr", "recreat", "remov", "clean", "clear", "trunc", "nuke", "kill", "allow", "danger", "unsafe", "commit", "apply", "execut", "replac", "discard", "terminat"];

    private static readonly string[] Saving =
        ["backup", "back", "snapshot", "dump", "export", "archiv", "copy", "copies", "sav", "clon", "replic", "mirror", "stor", "upload", "vault", "checkpoint", "freez"];

    private static readonly string[] Placing =
        ["env", "stage", "staging", "tier", "deploy", "runtime", "slot", "profile", "landscape", "hosting", "mode"];

    private static readonly string[] Targeting =
        ["prod", "dev", "sandbox", "live", "test", "local", "host", "target", "tenant", "database", "server", "machine", "endpoint", "region", "cluster", "account", "connection", "name", "uri", "url", "address"];

    /// <summary>Whether a switch of this name asks for a person's yes.</summary>
    public static bool AskOrDestroy(string name) => Has(name, Asking) || Has(name, Destroying);

    /// <summary>Whether a method of this name asks a person.</summary>
    public static bool Ask(string name) => Has(name, Asking);

    /// <summary>Whether a method of this name, or a pattern, saves something.</summary>
    public static bool Save(string name) => Has(name, Saving);

    /// <summary>Whether a variable of this name may hold an environment's.</summary>
    public static bool SayWhere(string name) => Has(name, Placing);

    /// <summary>Whether a member of this name may tell an environment or a target.</summary>
    public static bool SayWhereOrWhat(string name) => Has(name, Placing) || Has(name, Targeting);

    private static bool Has(string name, string[] beginnings) =>
        NameWords.Split(name).Split([' '], StringSplitOptions.RemoveEmptyEntries).Any(word => Array.Exists(beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal)));
}
