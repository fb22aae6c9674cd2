using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Values;

/// <summary>What this project has written for a virtual, abstract or interface member. The declared names tell where to look, so that nothing is bound for it.</summary>
internal sealed class Implementations(Compilation compilation)
{
    // More than the folding of texts can tell apart.
    private const int MaxBodies = 64;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a call of a member may run a body that stands elsewhere.</summary>
    public static bool MayBeElsewhere(ISymbol member) => member is { IsAbstract: true } or { IsVirtual: true } or { IsOverride: true, IsSealed: false };

    /// <summary>The members that override or implement another one.</summary>
    public ImmutableArray<ISymbol> Of(ISymbol member)
    {
        var definition = member.OriginalDefinition;
        return _known.TryGetValue(definition, out var known) ? known : _known.GetOrAdd(definition, Find(definition));
    }

    /// <summary>Whether a member implements one of an interface: <c>Repository&lt;T&gt; : IRepository&lt;T&gt;</c> does so for its own T.</summary>
    /// <param name="own">The member of a class or struct.</param>
    /// <param name="member">The definition of the interface's member.</param>
    public static bool Implements(ISymbol own, ISymbol member) => own.ContainingType.AllInterfaces
        .Where(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, member.ContainingType))
        .SelectMany(implemented => implemented.GetMembers(member.Name))
        .Any(declared => SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, member) && SymbolEqualityComparer.Default.Equals(own.ContainingType.FindImplementationForInterfaceMember(declared), own));

    private ImmutableArray<ISymbol> Find(ISymbol member) =>
        compilation.GetSymbolsWithName(member.Name, SymbolFilter.Member).Where(other => other.Kind == member.Kind && StandsFor(other, member)).Take(MaxBodies).ToImmutableArray();

    private static bool StandsFor(ISymbol other, ISymbol member)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface) return other.ContainingType.TypeKind != TypeKind.Interface && Implements(other, member);
        for (var overridden = OverriddenBy(other); overridden is not null; overridden = OverriddenBy(overridden))
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member)) return true;
        }

        return false;
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
