using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Loops over what a filter has let through: <c>foreach (var request in requests.Where(r => r.ApprovedBy != null))</c> is as good as the same condition in the loop.</summary>
internal static class FilteredLoops
{
    private const int MostSteps = 8;

    // These give the same elements again, or some of them.
    private static readonly string[] Keepers = ["ToList", "ToArray", "ToHashSet", "ToListAsync", "ToArrayAsync", "ToImmutableArray", "ToImmutableList", "AsEnumerable", "AsNoTracking", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Take", "Skip", "TakeLast", "SkipLast", "Distinct", "DistinctBy", "Reverse", "ConfigureAwait", "AsAsyncEnumerable"];

    /// <summary>What going on to the next element proves; null for another call, or where no filter says anything.</summary>
    public static CallMeaning? Read(IInvocationOperation call, FlowBody body, FlowState state)
    {
        if (call is not { IsImplicit: true, TargetMethod.Name: "MoveNext", Instance: IFlowCaptureReferenceOperation enumerator, Syntax.Parent: CommonForEachStatementSyntax }) return null;
        if (body.Storages.CapturedOperation(enumerator.Id) is not IInvocationOperation { TargetMethod.Name: "GetEnumerator" } started || SourceOf(started) is not { } source) return null;

        // Which folders a list holds is judged with the list, not by one part of a name.
        var facts = FactsOf(source, body, state).Without(Facts.PathContained);
        return facts == Facts.None ? null : CallMeaning.Of(Value.Condition(facts, Facts.None));
    }

    private static Facts FactsOf(IOperation? list, FlowBody body, FlowState state)
    {
        var facts = Facts.None;
        for (var step = 0; list is not null && step < MostSteps; step++)
        {
            // What is checked must be what is destroyed.
            if (body.Storages.SymbolOf(list) is { } listed && body.Unrelated.Contains(listed)) return facts & Facts.Confirmed;
            switch (list)
            {
                case IConversionOperation conversion:
                    list = conversion.Operand;
                    break;
                case ITranslatedQueryOperation query:
                    list = query.Operation;
                    break;
                case IAwaitOperation wait:
                    list = wait.Operation;
                    break;
                case IFlowCaptureReferenceOperation capture:
                    list = body.Storages.CapturedOperation(capture.Id);
                    break;
                case ILocalReferenceOperation local:
                    list = InitialOf(local.Local, body);
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Where" or "FindAll" or "TakeWhile", DeclaringSyntaxReferences.IsEmpty: true } } filter when filter.Arguments.LastOrDefault() is { Value: var predicate }:
                    if (body.Helpers.OfFunction(predicate, body, state) is { } summary && Value.WhenTrue(summary.Result) is { IsUnreachable: false } proven) facts |= proven;
                    list = SourceOf(filter);
                    break;
                case IInvocationOperation { TargetMethod.Name: var name } kept when Array.IndexOf(Keepers, name) >= 0:
                    list = SourceOf(kept);
                    break;
                default:
                    return facts;
            }
        }

        return facts;
    }

    private static IOperation? SourceOf(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

    // Of a variable that is written once, and to which nothing is added.
    private static IOperation? InitialOf(ILocalSymbol local, FlowBody body) => body.Storages.IsWrittenOnce(local) && !IsAddedTo(local, body)
        ? body.Graph.Blocks.SelectMany(static block => block.Operations).OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is ILocalReferenceOperation { Local: var written } && SymbolEqualityComparer.Default.Equals(written, local))?.Value
        : null;

    private static bool IsAddedTo(ILocalSymbol local, FlowBody body) => MemberRoot.Of(body.Graph.OriginalOperation.Syntax) is not { } root || root.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Any(use => use.Identifier.ValueText == local.Name && ListChanges.TryReadChange(use, out _));
}
