using System.Collections.Concurrent;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>
/// Members of interfaces of this program that are named like a guard, and that nothing in it implements but classes that say yes whatever
/// they are asked: <c>class AutoConfirm : IDialogs { public bool Confirm(string question) => true; }</c>. One beside it that asks anybody is enough to be believed.
/// </summary>
internal sealed class EmptyImplementations(AnalysisServices services)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a member is one of them. Tests answer by right.</summary>
    public bool StandBehind(ISymbol member, FlowBody body) => member is { ContainingType.TypeKind: TypeKind.Interface } && !services.DeclarationsOf(member.ContainingType).IsEmpty
        && (_known.TryGetValue(member.OriginalDefinition, out var known) ? known : _known.GetOrAdd(member.OriginalDefinition, Judge(member.OriginalDefinition, body)));

    private bool Judge(ISymbol member, FlowBody body) => !services.IsTestProject
        && services.Implementations.Of(member) is { IsEmpty: false } implementations
        && implementations.All(implementation => SaysOnlyYes(implementation, body))
        && implementations.Any(implementation => IsPutToUse(implementation.ContainingType));

    private bool SaysOnlyYes(ISymbol implementation, FlowBody body)
    {
        var summary = implementation switch
        {
            IMethodSymbol method => body.Helpers.OfDeclaration(method, 0, body.Cancellation),
            IPropertySymbol property => body.Helpers.OfProperty(property, null, 0, body.Cancellation),
            _ => null,
        };
        if (summary is null || summary.OnReturn.IsUnreachable) return false;
        if (implementation is IMethodSymbol saving && body.Recognition.Backups.OfNamed(saving) is var saved && saved != Facts.None) return !summary.Proves(saved) && services.BackupBodies.FaultOf(saving) == NearMissReason.ProvesNothing;
        if (summary.IsOpaque || summary.Proves(Facts.Environment | Facts.Confirmed)) return false;
        var result = summary.Result?.Task is { } task ? task.Result : summary.Result;
        return result is null ? !summary.DoesSomething && HasNoAnswer(implementation) : result.IsConstant(out var constant) && constant is true;
    }

    private static bool HasNoAnswer(ISymbol implementation) => implementation is IMethodSymbol { ReturnType: { SpecialType: SpecialType.System_Void } or INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true } };

    // Made, or registered as a service. One that stands ready for others to pick up says nothing of this program.
    private bool IsPutToUse(INamedTypeSymbol type) => services.CallSites.NamesAnywhere(type.Name).Any(name =>
        (name.Parent is ObjectCreationExpressionSyntax or TypeArgumentListSyntax or TypeOfExpressionSyntax || (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name))
        && SymbolEqualityComparer.Default.Equals(services.ModelFor(name.SyntaxTree).GetSymbolInfo(name).Symbol?.OriginalDefinition, type.OriginalDefinition));
}
