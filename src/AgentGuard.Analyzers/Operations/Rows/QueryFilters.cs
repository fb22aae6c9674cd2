using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Excuses;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>
/// The query filters of Entity Framework's model that let only the rows of somebody through, such as those of one tenant: <c>HasQueryFilter(o => o.Tenant == Tenant)</c>.
/// One that hides rows by what they are, such as deleted ones, leaves all others.
/// </summary>
internal sealed class QueryFilters(AnalysisServices services)
{
    private readonly Lazy<ImmutableHashSet<ISymbol>> _narrowed = new(() => Find(services));

    /// <summary>Whether every query of a type of rows is narrowed so.</summary>
    public bool Narrow(ITypeSymbol row)
    {
        for (var type = row; type is not null; type = type.BaseType)
        {
            if (_narrowed.Value.Contains(type)) return true;
        }

        return false;
    }

    // Of several filters of a type the last one may replace the others.
    private static ImmutableHashSet<ISymbol> Find(AnalysisServices services) => services.CallSites.NamesAnywhere("HasQueryFilter")
        .Select(CallSyntax.CallOf)
        .OfType<InvocationExpressionSyntax>()
        .Select(call => services.ModelFor(call.SyntaxTree).GetOperation(call) as IInvocationOperation)
        .Where(static call => call is { TargetMethod.ContainingType: { Name: "EntityTypeBuilder", TypeArguments.Length: 1 } })
        .GroupBy(static call => (ISymbol)call!.TargetMethod.ContainingType.TypeArguments[0], SymbolEqualityComparer.Default)
        .Where(filters => filters.All(call => !IsInBranch(call!.Syntax) && call.Arguments.Any(argument => Variables.Unwrap(argument.Value) is IAnonymousFunctionOperation filter && IsAboutSomebody(filter, services))))
        .Select(static filters => filters.Key!)
        .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);

    private static bool IsInBranch(SyntaxNode call) => call.Ancestors().TakeWhile(static around => around is not MemberDeclarationSyntax).Any(static around => around is IfStatementSyntax or SwitchStatementSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax);

    private static bool IsAboutSomebody(IAnonymousFunctionOperation filter, AnalysisServices services) =>
        filter is { Body.Operations: [IReturnOperation { ReturnedValue: { } result }], Symbol.Parameters: [var row] }
        && HeldConditions.Split(result, holds: true).Any(part => part.Condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var left, RightOperand: var right }
            && ((IsOf(left, row) && ComesFromOutside(right, row, services)) || (IsOf(right, row) && ComesFromOutside(left, row, services))));

    // `o.IsDeleted == _showsDeleted` and `o.State == _shown` are about what they are.
    private static bool IsOf(IOperation value, IParameterSymbol row) => Variables.Unwrap(value).Type is not ({ SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum }) && RowPredicates.Looks(value, row);

    private static bool ComesFromOutside(IOperation value, IParameterSymbol row, AnalysisServices services) => !RowPredicates.Looks(value, row) && value.DescendantsAndSelf().Any(piece => piece switch
    {
        IInstanceReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation { ConstantValue.HasValue: false } => true,
        IMemberReferenceOperation { Member: { IsStatic: true } member, ConstantValue.HasValue: false } => !services.DeclarationsOf(member).IsEmpty,
        _ => false,
    });
}
