using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Credentials;

/// <summary>Where a credential comes from.</summary>
internal enum OriginKind
{
    /// <summary>It is written in the source.</summary>
    Literal,

    /// <summary>It was read from a file.</summary>
    File,

    /// <summary>It was read from an environment variable or a configuration key.</summary>
    Key,
}

/// <summary>Where a credential comes from.</summary>
/// <param name="Kind">The sort of place.</param>
/// <param name="Name">The file or key as far as it is known; empty for a literal, which no message repeats.</param>
/// <param name="Location">The expression that reads it.</param>
internal sealed record CredentialOrigin(OriginKind Kind, string Name, Location Location);

/// <summary>Follows a credential back to what it was read from. What is followed is listed in docs/rules/AG0204.md.</summary>
internal sealed class CredentialOrigins(AnalysisServices services, CancellationToken cancellation)
{
    private const int MaxDepth = 12;
    private const int ShortestSecret = 4;

    private static readonly ImmutableHashSet<string> Placeholders = ImmutableHashSet.Create("test", "tests", "testing", "dummy", "fake", "local", "localstack", "sample", "example", "emulator", "minioadmin", "guest", "token", "key", "secret", "password", "access", "api", "user", "not", "used", "unused", "none", "empty", "default", "bearer", "basic", "postgres", "sa", "root", "admin");
    private static readonly string[] SecretParts = ["password=", "pwd=", "accountkey=", "sharedaccesskey=", "accesskey=", "user id=sa"];
    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "(localdb)", "::1", "=.;", "host.docker.internal", "UseDevelopmentStorage", "devstoreaccount1"];

    // The keys of the emulators of Azure Cosmos DB and Azure Storage, the same for everybody: learn.microsoft.com/azure/cosmos-db/emulator, learn.microsoft.com/azure/storage/common/storage-use-azurite.
    private static readonly string[] EmulatorKeys = ["C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="];
    private static readonly string[] MountedSecrets = ["/run/secrets/", "/var/run/secrets/", "/etc/secrets/", "/mnt/secrets"];

    /// <summary>The origins of a credential.</summary>
    public IEnumerable<CredentialOrigin> Of(CredentialSlot slot) => slot.IsConnectionString ? InConnectionString(slot.Value) : Walk(slot.Value, 0, literals: true);

    private IEnumerable<CredentialOrigin> InConnectionString(IOperation value)
    {
        foreach (var text in services.Texts.Fold(value))
        {
            var written = text.Text.Replace(" =", "=").Replace("= ", "=");
            var at = SecretParts.Select(part => (Start: written.IndexOf(part, StringComparison.OrdinalIgnoreCase), part.Length)).FirstOrDefault(part => part.Start >= 0);
            if (at.Length == 0 || LocalHosts.Any(host => written.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0) || EmulatorKeys.Any(written.Contains)) continue;
            var rest = written[(at.Start + at.Length)..];
            if (rest.Length > 0 && rest[0] != FoldedText.Hole && rest[0] != ';') yield return new CredentialOrigin(OriginKind.Literal, "", value.Syntax.GetLocation());
        }

        foreach (var origin in Walk(value, 0, literals: false).Where(origin => origin.Kind == OriginKind.File)) yield return origin;
    }

    private IEnumerable<CredentialOrigin> Walk(IOperation value, int depth, bool literals)
    {
        if (depth > MaxDepth) yield break;
        foreach (var source in services.Values.Of(value).Select(Variables.Unwrap))
        {
            if (source.ConstantValue is { HasValue: true, Value: var constant })
            {
                if (literals && constant is string text && IsSecret(text)) yield return new CredentialOrigin(OriginKind.Literal, "", source.Syntax.GetLocation());
                continue;
            }

            if (Read(source) is { } read)
            {
                if (read.Kind != OriginKind.File || !IsHandedIn(source)) yield return read;
                continue;
            }

            var inner = Parts(source).SelectMany(part => Walk(part.Value, depth + 1, literals && part.Literals));
            foreach (var origin in inner) yield return origin;
        }
    }

    private IEnumerable<(IOperation Value, bool Literals)> Parts(IOperation source)
    {
        switch (source)
        {
            case IObjectCreationOperation creation:
                // A scheme or a user name is no secret, so of several arguments the last counts as literal.
                return creation.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select((argument, index) => (argument.Value, index == creation.Arguments.Length - 1 || creation.Arguments.Length == 1));
            case IInterpolatedStringOperation interpolated:
                return interpolated.Parts.OfType<IInterpolationOperation>().Select(hole => (hole.Expression, true));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return [(sum.LeftOperand, false), (sum.RightOperand, true)];
            case IInvocationOperation { TargetMethod: var method } invocation when services.DeclarationsOf(method) is [var declaration, ..]:
                return Returned(declaration.GetSyntax(cancellation)).Select(result => (result, true)).Concat(invocation.Arguments.Select(argument => (argument.Value, false)));
            case IInvocationOperation invocation:
                var passed = invocation.Arguments.Select(argument => (argument.Value, false));
                return invocation.Instance is { } instance ? passed.Prepend((instance, true)) : passed;
            case IPropertyReferenceOperation { Instance: { } holder } property:
                return property.Arguments.Select(argument => (argument.Value, false)).Prepend((holder, false));
            case IArrayElementReferenceOperation element:
                return [(element.ArrayReference, false)];
            case IConditionalAccessOperation access:
                return [(access.Operation, false)];
            default:
                return [];
        }
    }

    private CredentialOrigin? Read(IOperation source)
    {
        switch (source)
        {
            case IInvocationOperation { TargetMethod: { ContainingType: { Name: "File", ContainingNamespace.Name: "IO" }, Name: var name }, Arguments: [var path, ..] } when name.StartsWith("Read", StringComparison.Ordinal) || name.StartsWith("Open", StringComparison.Ordinal):
                return new CredentialOrigin(OriginKind.File, Text(path.Value), source.Syntax.GetLocation());
            case IObjectCreationOperation { Type.Name: "StreamReader" or "FileStream" or "FileInfo", Arguments: [{ Value: { Type.SpecialType: SpecialType.System_String } path }, ..] }:
                return new CredentialOrigin(OriginKind.File, Text(path), source.Syntax.GetLocation());
            case IInvocationOperation { TargetMethod: { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" }, Arguments: [var key, ..] }:
                return new CredentialOrigin(OriginKind.Key, Text(key.Value), source.Syntax.GetLocation());
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: { } type, Arguments: [var key] } when IsConfiguration(type):
                return new CredentialOrigin(OriginKind.Key, Text(key.Value), source.Syntax.GetLocation());
            case IInvocationOperation { TargetMethod: { Name: "GetValue" or "GetRequiredValue" } } get when get.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key") is { } key && get.Arguments.Any(argument => argument.Value.Type is { } type && IsConfiguration(type)):
                return new CredentialOrigin(OriginKind.Key, Text(key.Value), source.Syntax.GetLocation());
            default:
                return null;
        }
    }

    // The platform mounts secrets as files, and configuration or a caller may name the file: that is no borrowing.
    private bool IsHandedIn(IOperation read)
    {
        var path = read switch
        {
            IInvocationOperation invocation => invocation.Arguments[0].Value,
            IObjectCreationOperation creation => creation.Arguments[0].Value,
            _ => read,
        };
        if (MountedSecrets.Any(place => Text(path).StartsWith(place, StringComparison.Ordinal))) return true;
        return services.Values.Of(path).Select(Variables.Unwrap).All(source => source is IParameterReferenceOperation || Read(source) is { Kind: OriginKind.Key } || (source is IPropertyReferenceOperation { Instance: { } holder } && services.Values.Of(holder).All(origin => origin is IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation)));
    }

    private static bool IsConfiguration(ITypeSymbol type) => type.Name.StartsWith("IConfiguration", StringComparison.Ordinal) || type.Name.StartsWith("Configuration", StringComparison.Ordinal);

    private static bool IsSecret(string text)
    {
        text = text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? text[(text.IndexOf(' ') + 1)..] : text;
        return text.Length >= ShortestSecret && !NameParts.Of(text).All(Placeholders.Contains) && !LocalHosts.Any(text.Contains) && !EmulatorKeys.Contains(text);
    }

    private string Text(IOperation value) => services.Texts.Fold(value) is [{ Text: var text }] ? text.Trim(FoldedText.Hole) : "";

    private IEnumerable<IOperation> Returned(SyntaxNode declaration)
    {
        var model = services.ModelFor(declaration.SyntaxTree);
        var results = declaration.DescendantNodes().OfType<ReturnStatementSyntax>().Select(result => result.Expression)
            .Concat(declaration.ChildNodes().OfType<ArrowExpressionClauseSyntax>().Select(arrow => arrow.Expression));
        return results.OfType<ExpressionSyntax>().Select(result => model.GetOperation(result, cancellation)).OfType<IOperation>();
    }
}
