using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Credentials;

/// <summary>What sets a credential on a variable, at the root of a chain of members: <c>client.DefaultRequestHeaders.Authorization = ...</c>.</summary>
/// <param name="Property">The property that is set; null for a call such as <c>request.Headers.Add("Authorization", ...)</c>.</param>
/// <param name="Node">The value that is assigned, or the call.</param>
internal sealed record CredentialSetter(string? Property, SyntaxNode Node);

/// <summary>The setters of credentials in a member or type, found where the name of the variable stands in its text.</summary>
internal sealed class CredentialSetters(SyntaxNode place, string file)
{
    private static readonly ImmutableHashSet<string> Methods = ImmutableHashSet.Create("Add", "TryAddWithoutValidation", "SetBearerToken", "WithOAuthBearerToken", "WithHeader", "AddDefaultHeader", "AddHeader", "Authenticate", "WithToken", "WithCredentials", "WithBasicAuth");

    private readonly NodeText _text = new(place, file);
    private readonly ConcurrentDictionary<string, ImmutableArray<CredentialSetter>> _known = new(StringComparer.Ordinal);

    /// <summary>The setters on a variable of this name.</summary>
    public ImmutableArray<CredentialSetter> On(string variable) => _known.GetOrAdd(variable, name => Candidates(name)
        .Select(static token => token.Parent)
        .OfType<IdentifierNameSyntax>()
        .Select(SetterOn)
        .OfType<CredentialSetter>()
        .ToImmutableArray());

    private IEnumerable<SyntaxToken> Candidates(string variable) =>
        _text.HasEscapes ? _text.Identifiers(variable) : _text.PlacesOf(variable).Where(at => MayBeSetter(variable, at + variable.Length)).Select(at => _text.IdentifierAt(at, variable));

    // A chain of members that ends in an assignment or a call of such a name. What else may stand between them, such as a comment, the tree tells.
    private bool MayBeSetter(string name, int at)
    {
        while (true)
        {
            at = _text.AfterSpace(at);
            switch (_text[at])
            {
                case '.':
                    var start = _text.AfterSpace(at + 1);
                    at = _text.EndOfWord(start);
                    if (at == start) return true;
                    name = file[start..at];
                    break;
                case '=':
                    return _text.MayBeAssigned(at) && IsCredential(name);
                case '(':
                    return Methods.Contains(name);
                case '/' or '#' or '+' or '?':
                    return true;
                default:
                    return false;
            }
        }
    }

    private static CredentialSetter? SetterOn(IdentifierNameSyntax name)
    {
        ExpressionSyntax chain = name;
        if (name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own && own.Name == name) chain = own;
        while (chain.Parent is MemberAccessExpressionSyntax access && access.Expression == chain) chain = access;
        if (chain is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var last }) return null;
        return chain.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == chain && IsCredential(last) => new CredentialSetter(last, assignment.Right),
            InvocationExpressionSyntax call when call.Expression == chain && Methods.Contains(last) => new CredentialSetter(null, call),
            _ => null,
        };
    }

    private static bool IsCredential(string name) => CredentialNames.IsSecret(name) || CredentialNames.IsConnectionString(name);
}
