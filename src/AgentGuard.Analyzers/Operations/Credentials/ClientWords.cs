using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Credentials;

/// <summary>Tells whether the name of an environment variable or configuration key belongs to the client that uses its value.</summary>
internal sealed class ClientWords(AnalysisServices services, CancellationToken cancellation)
{
    private static readonly Regex Host = new(@"https?://(?<host>[^/\s""':" + FoldedText.Hole + "]+)", RegexOptions.CultureInvariant);

    // These say what a value is, or where it is kept, and not whose it is.
    private static readonly ImmutableHashSet<string> Generic = ImmutableHashSet.Create(
        "api", "apikey", "token", "tokens", "key", "keys", "secret", "secrets", "password", "pass", "auth", "authorization", "access", "bearer", "pat", "jwt", "service", "services", "account", "client", "id", "user", "admin", "root",
        "url", "uri", "host", "endpoint", "connection", "connectionstring", "connectionstrings", "string", "strings", "default", "prod", "production", "dev", "development", "staging", "test", "app", "application", "my", "settings", "options", "config",
        "http", "https", "graphql", "rest", "credentials", "credential", "private", "main", "primary", "deploy", "deployment", "ci", "cd", "infra", "infrastructure", "platform", "cloud", "value", "values", "the", "www", "com", "org", "net", "io", "session");

    private static readonly ImmutableArray<ImmutableHashSet<string>> Aliases = ImmutableArray.Create(
        ImmutableHashSet.Create("aws", "amazon", "awssdk", "s3", "ec2", "rds", "dynamo", "dynamodb"),
        ImmutableHashSet.Create("azure", "arm", "entra", "cosmos", "windows"),
        ImmutableHashSet.Create("google", "gcp", "gcloud", "gcs", "googleapis"),
        ImmutableHashSet.Create("github", "gh", "octokit"),
        ImmutableHashSet.Create("kubernetes", "k8s", "kube"),
        ImmutableHashSet.Create("mongodb", "mongo", "atlas"),
        ImmutableHashSet.Create("elastic", "elasticsearch", "nest"),
        ImmutableHashSet.Create("redis", "stackexchange"),
        ImmutableHashSet.Create("postgres", "postgresql", "npgsql", "pg"));

    /// <summary>Whether a key certainly names something else than the client, the host or the code around.</summary>
    public bool IsForeign(string key, DestructiveOperation operation)
    {
        var named = NameParts.Of(key).Where(word => word.Length > 1 && !Generic.Contains(word) && !word.All(char.IsDigit)).ToList();
        if (named.Count == 0) return false;
        var own = OwnWords(operation);
        return own.Vendor && !named.Any(word => own.Words.Any(mine => Related(word, mine)));
    }

    private static bool Related(string one, string other) =>
        one == other || (one.Length > 2 && other.Contains(one)) || (other.Length > 2 && one.Contains(other)) || Aliases.Any(names => names.Contains(one) && names.Contains(other));

    // Without a vendor in the client's namespace or a host that is known, nothing can be said to be foreign.
    private (bool Vendor, HashSet<string> Words) OwnWords(DestructiveOperation operation)
    {
        var type = operation.Member.ContainingType;
        var words = new HashSet<string>(NameParts.Of(type.ToDisplayString()).Where(word => !Generic.Contains(word)));
        var vendor = type.ContainingNamespace.ToDisplayString() is var space && !space.StartsWith("System", StringComparison.Ordinal) && !space.StartsWith("Dapper", StringComparison.Ordinal) && !IsData(operation.Kind);
        var around = operation.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? operation.Syntax.SyntaxTree.GetRoot(cancellation);
        foreach (var literal in around.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText)
            .Concat(around.DescendantNodesAndSelf().OfType<InterpolatedStringTextSyntax>().Select(text => text.TextToken.ValueText))
            .Concat(services.Texts.Fold(operation.Call is Microsoft.CodeAnalysis.Operations.IInvocationOperation { Arguments: [var first, ..] } ? first.Value : operation.Call).Select(text => text.Text)))
        {
            if (Host.Match(literal) is not { Success: true } match) continue;
            vendor = true;
            words.UnionWith(NameParts.Of(match.Groups["host"].Value).Where(word => !Generic.Contains(word)));
        }

        for (var symbol = services.ModelFor(operation.Syntax.SyntaxTree).GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation); symbol is not null; symbol = symbol.ContainingSymbol)
            words.UnionWith(NameParts.Of(symbol.Name).Where(word => !Generic.Contains(word) && word.Length > 2));
        return (vendor, words);
    }

    // A connection is chosen by its string, whose key is named after the application's own data.
    private static bool IsData(DestructiveKind kind) => kind is DestructiveKind.Database or DestructiveKind.Schema or DestructiveKind.Table or DestructiveKind.Column or DestructiveKind.Rows or DestructiveKind.Collection;
}
