using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>What a string is, judged by the name of the place that it is read from.</summary>
internal static class OriginNames
{
    private static readonly string[] Environments = [" environment ", " environment name ", " env ", " env name ", " aspnetcore environment ", " dotnet environment "];

    private static readonly string[] Targets =
    [
        " database ", " database name ", " db name ", " dbname ", " host ", " host name ", " hostname ", " server ", " server name ", " data source ",
        " initial catalog ", " catalog ", " connection string ", " conn string ", " connstring ", " connection string value ", " endpoint ", " authority ", " base url ",
        " schema ", " schema name ", " namespace name ", " bucket name ", " container name ",
    ];

    private static readonly string[] Paths = [" path ", " dir ", " directory ", " folder ", " full name ", " root ", " file ", " file name ", " directory name "];

    // What somebody types to say that they mean it.
    private static readonly string[] Answers = [" confirm ", " confirmation ", " confirmation text ", " confirmation name ", " confirm name ", " typed ", " typed name "];

    private static readonly string[] TypedAgain = [" confirm ", " confirmation ", " typed "];

    /// <summary>The origin that a name says.</summary>
    public static Origin Read(string name)
    {
        var words = NameWords.Split(name);
        if (EndsWithAny(words, Environments)) return Origin.Environment;
        if (Array.Exists(Answers, name => words == name) || IsTyped(words)) return Origin.Answer;
        if (EndsWithAny(words, Targets)) return Origin.Target;
        return EndsWithAny(words, Paths) ? Origin.Path : Origin.Unknown;
    }

    // `ConfirmDatabaseName`, `confirmationPhrase`: what is typed again to say that it is meant; a new password is typed twice as well.
    private static bool IsTyped(string words) =>
        Array.Exists(TypedAgain, start => words.StartsWith(start, StringComparison.Ordinal)) && !NameWords.HasAny(words, ["password", "pass", "passwd", "pwd", "email", "mail", "phone", "url", "uri", "link", "message", "subject", "template", "title", "button", "label"]);

    /// <summary>Whether a name says that the list behind it holds what is allowed.</summary>
    public static bool IsAllowList(string name) =>
        NameWords.HasAny(NameWords.Split(name), ["allowed", "allow", "permitted", "safe", "approved", "known", "expected", "development", "dev", "test", "local", "non production", "nonprod", "sandbox", "disposable"]);

    /// <summary>The name of a list; one that only stands for the arguments of the command line is called what they are.</summary>
    public static string OfList(ISymbol list) =>
        list is ILocalSymbol { DeclaringSyntaxReferences: [var written] } && written.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var given } && given.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is { Identifier.ValueText: ("args" or "argv") and var source } ? source : list.Name;

    /// <summary>Whether the name of a target says that it is not production.</summary>
    public static bool IsDevelopment(string target) =>
        target.StartsWith("127.", StringComparison.Ordinal) || NameWords.HasAny(NameWords.Split(target), ["development", "dev", "test", "tests", "testing", "local", "localhost", "staging", "stage", "sandbox", "demo", "ci"]);

    /// <summary>Whether the name of something says that it can be done without.</summary>
    public static bool IsDisposable(string name) => IsDevelopment(name) || NameWords.HasAny(NameWords.Split(name), ["tmp", "temp", "scratch", "qa", "playground", "fixture"]);

    private static bool EndsWithAny(string words, string[] names) => Array.Exists(names, name => words.EndsWith(name, StringComparison.Ordinal));
}
