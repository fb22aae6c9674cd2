using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Gate;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Methods whose calls are operations themselves, so that what their body does would be a second report: decorators, overloads, and what the project has declared to be destructive.</summary>
internal sealed class OwnOperations(AnalysisServices services)
{
    private const string DestructiveAttribute = "DestructiveAttribute";

    /// <summary>Whether every call of the member around a call is an operation of this kind.</summary>
    public bool AreAround(DestructiveKind kind, IOperation call) => CallSites.MemberAround(call) is IMethodSymbol method && (IsListed(method, kind, call) || IsMarked(method, kind));

    /// <summary>What <c>[Destructive]</c> says that a member destroys: on itself, or on what it overrides or implements where its body is not in view.</summary>
    public DestructiveKind? KindOf(ISymbol member) =>
        KindOn(member) ?? (member is IMethodSymbol method && (method.IsAbstract || services.DeclarationsOf(method.OriginalDefinition).IsEmpty)
            ? Declarations(method.OriginalDefinition).Select(KindOn).FirstOrDefault(static kind => kind is not null)
            : null);

    private static DestructiveKind? KindOn(ISymbol member) =>
        member.OriginalDefinition.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass is { Name: DestructiveAttribute, ContainingNamespace: { Name: "AgentGuard", ContainingNamespace.IsGlobalNamespace: true } }) is { ConstructorArguments: [{ Value: int kind }, ..] }
            ? (DestructiveKind)kind
            : null;

    private bool IsListed(IMethodSymbol method, DestructiveKind kind, IOperation call) =>
        services.Catalog.Index.Mentions(method.Name)
        && services.Catalog.Match(method).Any(entry => entry.Effect == CatalogEffect.Destroys && entry.Conditions.All(condition => IsHandedOn(condition.Path, method, call)) && entry.Kinds.Contains(kind) && (!IsOwnLine(entry, method) || IsCalled(method)));

    // What the line asks about is what the method was handed under the same name: its calls are judged by it.
    private bool IsHandedOn(ValuePath path, IMethodSymbol method, IOperation call) =>
        ValueSources.RootOf(call, path.Root) is { } given && Variables.Unwrap(given) is IParameterReferenceOperation { Parameter: var parameter }
        && parameter.Name == path.Root && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)
        && services.AssignmentsAround(call).All(parameter).Count == 0;

    // A line of the project about its own method moves the report to the calls of it; without any there would be none.
    private static bool IsOwnLine(CatalogEntry entry, IMethodSymbol method) =>
        entry.Id.FitsDeclaration(CatalogId.ContainerOf(method), CatalogId.ParametersOf(method), CatalogId.IsInBlock(method)) && !CatalogIndex.BuiltIn.Lookup(CatalogMatcher.CalledName(method)).All.Contains(entry);

    // The attribute says the same, on the method or on what it implements or overrides, as long as no call goes past the marked one.
    private bool IsMarked(IMethodSymbol method, DestructiveKind kind)
    {
        var all = Declarations(method).ToList();
        return all.Exists(member => KindOn(member) == kind && IsCalled(member)) && all.TrueForAll(member => KindOn(member) == kind || !IsCalled(member));
    }

    private static IEnumerable<IMethodSymbol> Declarations(IMethodSymbol method)
    {
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod) yield return declared;
        foreach (var member in method.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>()))
        {
            if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)) yield return member;
        }
    }

    private bool IsCalled(IMethodSymbol method) => services.Compilation.SyntaxTrees.Any(tree => services.Names
        .In(tree, null, default)
        .Where(token => token.ValueText == method.Name)
        .SelectMany(CandidateCalls.At)
        .Any(node => OperationFinder.MemberOf(services.ModelFor(tree).GetOperation(node)) is { } called
            && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.OriginalDefinition)
            && !method.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == tree && own.Span.Contains(node.Span))));
}
