using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Rows;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>
/// The second gate, behind the names: a call ends here when the declared type of its receiver rules every entry out, or when the command
/// that it executes has a harmless text in view. No body is bound for that. Where the gate cannot tell, it lets the call through.
/// </summary>
internal sealed class CallGate(Compilation compilation, CatalogIndex index, PolicyReader policy, Func<SyntaxTree, string> texts)
{
    private readonly PresentTypes _present = new(compilation);
    private readonly NamespacesInScope _scope = new(compilation);
    private readonly ReceiverTypes _receivers = new(texts);
    private readonly SwitchMethods _switches = new(compilation, policy);
    private readonly ConcurrentDictionary<string, GateCandidates> _candidates = new(StringComparer.Ordinal);
    private readonly Lazy<bool> _importsMembers = new(() => compilation.SyntaxTrees.Any(static tree => tree.GetRoot() is CompilationUnitSyntax unit && unit.Usings.Any(static import => import.GlobalKeyword.RawKind != 0 && IsStatic(import))));

    /// <summary>Whether a call, object creation, assignment or method group can be a destructive operation.</summary>
    public bool Admits(SyntaxNode node, SemanticModel model)
    {
        if (node is AssignmentExpressionSyntax assignment) return CallSyntax.CalledName(assignment.Left) is { } set && index.IsDeclared(set);
        if (LateBoundCalls.SoughtName(node, model) is { } sought && index.Mentions(sought)) return true;
        if (CallSyntax.CalledName(node, model) is not { } name || !index.Mentions(name)) return false;
        var candidates = CandidatesFor(name);
        if (candidates.Always) return true;
        if (candidates.Entries.IsEmpty) return false;
        var entries = EntriesAt(node, candidates, model);
        if (entries.IsEmpty || (entries.All(static entry => entry.Conditions.Any(static condition => condition.Test == ConditionTest.Each)) && !RowLoops.MayHandOverEach(node))) return false;
        return !(node is InvocationExpressionSyntax call && PlainCommands.IsHarmless(call, entries, _receivers, model));
    }

    /// <summary>Whether an assignment to a property of a name that the index mentions can switch a protection off.</summary>
    public bool AdmitsWeakening(string name) => CandidatesFor(name).PresentEntries.Any(static entry => entry.Effect == CatalogEffect.Weakens);

    /// <summary>Whether a call with the argument <c>true</c> can answer a question that the program asks a person.</summary>
    public bool AdmitsAnswer(InvocationExpressionSyntax call, SemanticModel model) => _switches.MayBeCalled(call, _receivers, model);

    /// <summary>Whether a call can be of one of these types' members.</summary>
    /// <param name="call">The call.</param>
    /// <param name="containers">Full names of types.</param>
    /// <param name="model">The model of the file.</param>
    public bool AdmitsMemberOf(InvocationExpressionSyntax call, ImmutableHashSet<string> containers, SemanticModel model)
    {
        if (!_present.MayBeHidden && !containers.Any(container => !_present.Of(container).IsEmpty)) return false;
        return call.Expression is not MemberAccessExpressionSyntax access || _receivers.Of(access.Expression, model) is not { } type || containers.Contains(type.ToDisplayString());
    }

    private GateCandidates CandidatesFor(string name) =>
        _candidates.TryGetValue(name, out var candidates) ? candidates : _candidates.GetOrAdd(name, new GateCandidates(index, _present, _scope, name));

    private ImmutableArray<CatalogEntry> EntriesAt(SyntaxNode node, GateCandidates candidates, SemanticModel model) => node switch
    {
        InvocationExpressionSyntax invocation => EntriesAt(invocation.Expression, candidates, model),
        MemberAccessExpressionSyntax access => OnType(_receivers.Of(access.Expression, model), candidates),
        MemberBindingExpressionSyntax binding => OnType(ReceiverOf(binding) is { } receiver ? _receivers.Of(receiver, model) : null, candidates),
        ObjectCreationExpressionSyntax creation => OnType(_receivers.Written(creation.Type, creation, model), candidates),
        ImplicitObjectCreationExpressionSyntax { Parent.Parent.Parent: VariableDeclarationSyntax declaration } => OnType(_receivers.Written(declaration.Type, declaration, model), candidates),
        IdentifierNameSyntax name => InScope(name, candidates, model),
        _ => candidates.PresentEntries,
    };

    private static ImmutableArray<CatalogEntry> OnType(INamedTypeSymbol? type, GateCandidates candidates) => type is null ? candidates.PresentEntries : candidates.On(type);

    // A name alone is a member of the types around, or imported by `using static`.
    private ImmutableArray<CatalogEntry> InScope(IdentifierNameSyntax name, GateCandidates candidates, SemanticModel model) =>
        ImportsMembers(name) || _importsMembers.Value
            ? candidates.PresentEntries
            : _receivers.Around(name, model).SelectMany(type => candidates.On(type)).ToImmutableArray();

    private static bool ImportsMembers(SyntaxNode place) => place.Ancestors().Any(static ancestor => ancestor switch
    {
        CompilationUnitSyntax unit => unit.Usings.Any(IsStatic),
        BaseNamespaceDeclarationSyntax space => space.Usings.Any(IsStatic),
        _ => false,
    });

    private static bool IsStatic(UsingDirectiveSyntax import) => import.StaticKeyword.RawKind != 0;

    private static ExpressionSyntax? ReceiverOf(MemberBindingExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression;
}
