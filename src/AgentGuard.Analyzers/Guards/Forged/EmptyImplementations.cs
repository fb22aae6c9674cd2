using System.Collections.Concurrent;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>
/// Members of interfaces and abstract classes of this program that are named like a guard, and that nothing in it implements but classes that say the same
/// whatever they are asked: <c>class AutoConfirm : IDialogs { public bool Confirm(string question) => true; }</c>. One beside it that asks anybody is enough to be believed.
/// </summary>
internal sealed class EmptyImplementations(AnalysisServices services)
{
    private readonly ConcurrentDictionary<ISymbol, bool?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a member is one of them, and what it always says is what lets the call through. Tests answer by right.</summary>
    /// <param name="member">The member.</param>
    /// <param name="named">What its name promises.</param>
    /// <param name="body">The body that asks it.</param>
    public bool StandBehind(ISymbol member, Value? named, FlowBody body)
    {
        if (!(member.IsAbstract || member.ContainingType.TypeKind == TypeKind.Interface) || services.DeclarationsOf(member.ContainingType).IsEmpty) return false;
        var said = _known.TryGetValue(member.OriginalDefinition, out var known) ? known : _known.GetOrAdd(member.OriginalDefinition, Judge(member.OriginalDefinition, body));

        // `bool IsProduction => false` lets everything through as well.
        return said switch
        {
            true => !Value.WhenTrue(named).Overlap(Facts.Production | Facts.NotAllowed | Facts.Declined),
            false => Value.WhenFalse(named).Overlap(Facts.Allowed | Facts.NotProduction | Facts.Confirmed),
            null => false,
        };
    }

    private bool? Judge(ISymbol member, FlowBody body)
    {
        if (services.IsTestProject || services.Implementations.Of(member) is not { IsEmpty: false } all || !all.Any(implementation => IsPutToUse(implementation.ContainingType))) return null;
        return Said(all[0], body) is { } said && all.Skip(1).All(other => Said(other, body) == said) ? said : null;
    }

    // What an implementation says whatever it is asked; one that does nothing lets everything through.
    private bool? Said(ISymbol implementation, FlowBody body)
    {
        var summary = implementation switch
        {
            IMethodSymbol method => body.Helpers.OfDeclaration(method, 0, body.Cancellation),
            IPropertySymbol { GetMethod: { } getter } => body.Helpers.OfDeclaration(getter, 0, body.Cancellation),
            _ => null,
        };
        if (summary is null || summary.OnReturn.IsUnreachable) return null;
        if (implementation is IMethodSymbol saving && body.Recognition.Backups.OfNamed(saving) is var saved && saved != Facts.None) return !summary.Proves(saved) && services.BackupBodies.FaultOf(saving) == NearMissReason.ProvesNothing ? true : null;
        var result = Value.Awaited(summary.Result);
        if (summary.IsOpaque || summary.OnReturn.Overlap(Facts.Environment | Facts.Confirmed)) return null;
        if (result is not null) return result.IsConstant(out var constant) ? constant as bool? : null;
        return !summary.DoesSomething && HasNoAnswer(implementation) && !summary.Proves(Facts.Environment | Facts.Confirmed) ? true : null;
    }

    private static bool HasNoAnswer(ISymbol implementation) => implementation is IMethodSymbol { ReturnType: { SpecialType: SpecialType.System_Void } or INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true } };

    // Made, or registered as a service. One that stands ready for others to pick up says nothing of this program.
    private bool IsPutToUse(INamedTypeSymbol type) => services.CallSites.NamesAnywhere(type.Name).Any(name =>
        (name.Parent is ObjectCreationExpressionSyntax or TypeArgumentListSyntax or TypeOfExpressionSyntax || (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name))
        && SymbolEqualityComparer.Default.Equals(services.ModelFor(name.SyntaxTree).GetSymbolInfo(name).Symbol?.OriginalDefinition, type.OriginalDefinition));
}
