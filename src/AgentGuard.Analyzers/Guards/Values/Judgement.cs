using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Policy;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>How a text is compared with a constant.</summary>
internal enum TextTest
{
    /// <summary>It is the constant.</summary>
    Equals,

    /// <summary>It begins with the constant.</summary>
    StartsWith,

    /// <summary>It ends with the constant.</summary>
    EndsWith,

    /// <summary>It holds the constant.</summary>
    Contains,
}

/// <summary>What it proves that a value of some origin passes or fails a test against a constant.</summary>
internal static class Judgement
{
    private static readonly string[] Refusals = ["n", "no", "non", "nein", "nope", "cancel", "abort", "q", "quit", "exit", "false", "escape", "none", "never", "secondary", "close"];

    private static readonly string[] Refusing = ["no", "cancel", "abort"];

    /// <summary>The facts if the test passes, and those if it does not.</summary>
    public static (Facts Passes, Facts Fails) Of(Origin origin, object? constant, TextTest test, PolicyOptions options)
    {
        var text = constant switch { string s => s, char c => c.ToString(), EnumName e => e.Name, null => "", var other => other.ToString() };
        if (string.IsNullOrWhiteSpace(text)) return origin == Origin.Answer ? (Facts.Declined, Facts.None) : default;
        return origin switch
        {
            Origin.Environment => OfName(text, IsProductionName(text, test, options)),
            // `Server=.` is this very machine.
            Origin.Target when test == TextTest.Equals && text.Trim() == "." => (Facts.Allowed, Facts.NotAllowed),

            // `Server=` is a key without a value, and stands in every connection string.
            Origin.Target when !text.Any(char.IsLetterOrDigit) || text.TrimEnd().EndsWith("=", StringComparison.Ordinal) => default,
            Origin.Target => OfTarget(text, options.ProductionEnvironments.Any(name => Contains(text, name))),
            Origin.Destroyed => (OriginNames.IsDisposable(text) ? Facts.Allowed : Facts.None, Facts.None),
            Origin.Path or Origin.Ancestor when test != TextTest.EndsWith && text.Trim('/', '\\', '.') is { Length: > 0 } root && !root.EndsWith(":", StringComparison.Ordinal) => (Facts.PathContained, Facts.None),
            Origin.RelativePath when test == TextTest.StartsWith && text.StartsWith("..", StringComparison.Ordinal) => (Facts.None, Facts.PathContained),
            Origin.Answer => OfAnswer(text, constant is EnumName),
            _ => default,
        };

        static (Facts Passes, Facts Fails) OfName(string text, bool production) => production
            ? (text.Length >= 3 ? Facts.Production : Facts.None, Facts.NotProduction)
            : (Facts.Allowed, Facts.NotAllowed);

        // `schema != "public"` spares one target; that it lets only production through is told by a name such as "localhost" alone.
        static (Facts Passes, Facts Fails) OfTarget(string text, bool production) =>
            production || OriginNames.IsDevelopment(text) ? OfName(text, production) : (Facts.Allowed, Facts.None);
    }

    /// <summary>The facts where a value of some origin equals something that is not a constant.</summary>
    public static (Facts Passes, Facts Fails) OfUnknown(Origin origin, string? otherName, TextTest test) => origin switch
    {
        // A button that is an object: `TaskDialog.ShowDialog(page) == TaskDialogButton.No`.
        Origin.Answer when otherName is not null && NameWords.HasAny(NameWords.Split(otherName), Refusing) => (Facts.Declined, Facts.None),
        Origin.Answer => (Facts.Confirmed, Facts.Declined),
        Origin.Path when test == TextTest.StartsWith => (Facts.PathContained, Facts.None),
        Origin.Ancestor when test == TextTest.Equals => (Facts.PathContained, Facts.None),
        Origin.Target when otherName == "MachineName" => (Facts.Allowed, Facts.NotAllowed),
        Origin.Environment or Origin.Target when otherName is not null && OriginNames.IsAllowList(otherName) => (Facts.Allowed, Facts.NotAllowed),
        _ => default,
    };

    /// <summary>What it proves that an answer is a text, and that it is not.</summary>
    public static (Facts Passes, Facts Fails) OfAnswer(string text, bool isEnum)
    {
        if (!Refusals.Contains(text.Trim().ToLowerInvariant())) return (Facts.Confirmed, Facts.Declined);

        // A dialog has only its buttons, so that "not No" is a yes; any key, or no key at all, is "not n" on a console.
        return (Facts.Declined, isEnum && text is "No" or "Cancel" or "Abort" ? Facts.Confirmed : Facts.None);
    }

    private static bool IsProductionName(string text, TextTest test, PolicyOptions options) => options.ProductionEnvironments.Any(name => test switch
    {
        TextTest.Equals => text.StartsWith(name, StringComparison.OrdinalIgnoreCase),
        TextTest.StartsWith => name.StartsWith(text, StringComparison.OrdinalIgnoreCase),
        TextTest.EndsWith => name.EndsWith(text, StringComparison.OrdinalIgnoreCase),
        _ => Contains(name, text),
    });

    private static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
