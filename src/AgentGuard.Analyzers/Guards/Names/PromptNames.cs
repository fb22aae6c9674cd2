using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>Names of methods that ask a person, believed where there is no body to look into.</summary>
internal static class PromptNames
{
    private static readonly string[] Questions = ["confirm", "confirmation", "yes no", "yes or no", "ask user", "ask yes", "are you sure", "user agrees", "user accepts", "prompt user", "ask for approval", "request approval", "get consent"];

    private static readonly string[] Secrets = ["password", "secret", "pin", "passphrase", "otp", "totp", "mfa", "two factor", "credential", "credentials", "passcode"];

    private static readonly string[] Checks = [" check ", " verify ", " validate ", " confirm "];

    /// <summary>Whether the method asks a question and answers yes or no.</summary>
    public static bool IsPrompt(string name) => NameWords.HasAny(NameWords.Split(name), Questions);

    /// <summary>Whether a type is the buttons of a dialog.</summary>
    public static bool IsButton(ITypeSymbol type) =>
        type.Name == "TaskDialogButton" || type.TypeKind == TypeKind.Enum && (type.Name == "ContentDialogResult" || type.GetMembers("Yes").Length + type.GetMembers("OK").Length > 0 && type.GetMembers("No").Length + type.GetMembers("Cancel").Length > 0);

    /// <summary>Whether the method makes a person prove who they are.</summary>
    public static bool IsReauthentication(string name)
    {
        var words = NameWords.Split(name);
        if (NameWords.HasAny(words, ["reauthenticate", "re authenticate", "reauthorize"])) return true;
        return Checks.Any(check => words.StartsWith(check, StringComparison.Ordinal)) && NameWords.HasAny(words, Secrets);
    }
}
