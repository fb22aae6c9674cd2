using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Why code runs only after something failed.</summary>
/// <param name="Phrase">For a message: <c>in a catch</c>.</param>
/// <param name="Where">The catch or the condition.</param>
/// <param name="Tried">The code that failed, where it is known.</param>
internal sealed record FailureBranch(string Phrase, SyntaxNode Where, BlockSyntax? Tried);

/// <summary>Tells whether a call sits where code only comes after a failure.</summary>
internal sealed class FailureBranches(AnalysisServices services)
{
    private const int MaxCallers = 2;
    private readonly Outcomes _outcomes = new(services);

    /// <summary>The failure that leads to a node, in its member or, for a helper, at one of its calls in the same type.</summary>
    public FailureBranch? Around(SyntaxNode node, CancellationToken cancellation) => Around(node, MaxCallers, cancellation);

    private FailureBranch? Around(SyntaxNode node, int callers, CancellationToken cancellation)
    {
        var model = services.ModelFor(node.SyntaxTree);
        var child = node;
        foreach (var parent in node.Ancestors())
        {
            if (Between(parent, child, model, cancellation) is { } branch) return branch;
            if (parent is LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax) return AtCallsOnce(parent, model, callers, cancellation);
            if (parent is MemberDeclarationSyntax and not GlobalStatementSyntax) return null;
            child = parent;
        }

        return null;
    }

    private FailureBranch? AtCallsOnce(SyntaxNode function, SemanticModel model, int callers, CancellationToken cancellation)
    {
        if (callers < MaxCallers) return callers == 0 ? null : AtCalls(function, model, callers, cancellation);
        return services.OncePerUnit(function, () => AtCalls(function, model, callers, cancellation) is { } branch ? ImmutableArray.Create(branch) : ImmutableArray<FailureBranch>.Empty).FirstOrDefault();
    }

    private FailureBranch? AtCalls(SyntaxNode function, SemanticModel model, int callers, CancellationToken cancellation)
    {
        if (function is MethodDeclarationSyntax method && !CallSyntax.MayBePrivate(method)) return null;
        if (model.GetDeclaredSymbol(function, cancellation) is not IMethodSymbol symbol) return null;
        if (symbol is not ({ MethodKind: MethodKind.LocalFunction } or { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private })) return null;
        var places = symbol.MethodKind == MethodKind.LocalFunction ? [function.Parent!] : symbol.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation));
        return places
            .SelectMany(place => services.ObjectPerUnit(place, () => CallsByName(place))[symbol.Name])
            .Where(call => !function.Span.Contains(call.Span))
            .Where(call => SymbolEqualityComparer.Default.Equals(services.ModelFor(call.SyntaxTree).GetSymbolInfo(call, cancellation).Symbol?.OriginalDefinition, symbol))
            .Select(call => Around(call, callers - 1, cancellation) is { } branch && !IsRetry(branch, call) ? branch : null)
            .FirstOrDefault(branch => branch is not null);
    }

    // What failed was this same call, with nothing before it but a note: a clean-up at the end of much else is no attempt at itself.
    private static bool IsRetry(FailureBranch branch, InvocationExpressionSyntax call) =>
        branch.Tried is { } tried && tried.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(static other => !IsNote(other)) is { } first && SyntaxFactory.AreEquivalent(first, call);

    private static bool IsNote(InvocationExpressionSyntax call) => CallSyntax.CalledName(call) is { } name && (name.StartsWith("Log", StringComparison.Ordinal) || name.StartsWith("Write", StringComparison.Ordinal));

    // Where a catch has set the flag that is asked for, or kept its exception there.
    private static BlockSyntax? TriedBefore(ExpressionSyntax condition)
    {
        var names = condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).ToImmutableHashSet(StringComparer.Ordinal);
        return (MemberRoot.FunctionAround(condition) ?? MemberRoot.Of(condition))?
            .DescendantNodes().OfType<CatchClauseSyntax>()
            .Where(handler => handler.Block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var set } && names.Contains(set)))
            .Select(static handler => ((TryStatementSyntax)handler.Parent!).Block).FirstOrDefault();
    }

    private static ILookup<string, InvocationExpressionSyntax> CallsByName(SyntaxNode place) =>
        place.DescendantNodes().OfType<InvocationExpressionSyntax>().ToLookup(call => CallSyntax.CalledName(call) ?? "", StringComparer.Ordinal);

    private FailureBranch? Between(SyntaxNode parent, SyntaxNode child, SemanticModel model, CancellationToken cancellation)
    {
        switch (parent)
        {
            case CatchFilterClauseSyntax { Parent.Parent: TryStatementSyntax attempt } filter: return new FailureBranch("in an exception filter", filter, attempt.Block);
            case CatchClauseSyntax { Parent: TryStatementSyntax attempt } handler: return new FailureBranch("in a catch", handler, attempt.Block);
            case IfStatementSyntax branch when child == branch.Statement: return If(branch.Condition, Outcome.Failure);
            case IfStatementSyntax branch when child == branch.Else: return If(branch.Condition, Outcome.Success);
            case ConditionalExpressionSyntax choice when child == choice.WhenTrue: return If(choice.Condition, Outcome.Failure);
            case ConditionalExpressionSyntax choice when child == choice.WhenFalse: return If(choice.Condition, Outcome.Success);
            case WhileStatementSyntax loop when child == loop.Statement: return If(loop.Condition, Outcome.Failure);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when child == both.Right: return If(both.Left, Outcome.Failure);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either when child == either.Right: return If(either.Left, Outcome.Success);
            case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when child == arm.Expression && model.GetOperation(arm, cancellation) is ISwitchExpressionArmOperation { Pattern: var pattern }:
                return Matches(choice.GoverningExpression, [pattern]);
            case SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } section when child is StatementSyntax:
                return Matches(choice.Expression, section.Labels.Select(label => model.GetOperation(label, cancellation) switch
                {
                    IPatternCaseClauseOperation { Pattern: var pattern } => (IOperation)pattern,
                    ISingleValueCaseClauseOperation { Value: var value } => value,
                    _ => null,
                }));
            case BlockSyntax block: return After(block, block.Statements);
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }: return After(unit, unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement));
            default: return null;
        }

        FailureBranch? If(ExpressionSyntax condition, Outcome outcome) =>
            _outcomes.Of(model.GetOperation(condition, cancellation)) == outcome ? new FailureBranch("where something failed", condition, TriedBefore(condition)) : null;

        FailureBranch? Matches(ExpressionSyntax value, IEnumerable<IOperation?> patterns)
        {
            if (model.GetOperation(value, cancellation) is not { } governed) return null;
            var failed = patterns.Any(pattern => pattern switch
            {
                IPatternOperation matched => _outcomes.OfPattern(governed, matched) == Outcome.Failure,
                { ConstantValue: { HasValue: true, Value: false } } => _outcomes.Of(governed) == Outcome.Success,
                IFieldReferenceOperation { Field: var member } => NameParts.Of(member.Name).Any(word => word is "failed" or "failure" or "error" or "faulted" or "broken" or "corrupt" or "corrupted"),
                _ => false,
            });
            return failed ? new FailureBranch("where something failed", value, null) : null;
        }

        FailureBranch? After(SyntaxNode list, IEnumerable<StatementSyntax> statements) =>
            services.OncePerUnit(list, () => statements.Where(static statement => statement is IfStatementSyntax or TryStatementSyntax).SelectMany(Exits).ToImmutableArray()).FirstOrDefault(exit => exit.End <= child.SpanStart)?.Branch;

        // What is left when success has left: `if (ok) return;`, or a try that returns beside a catch that does not.
        IEnumerable<SuccessExit> Exits(StatementSyntax statement)
        {
            if (statement is IfStatementSyntax { Else: null } check && Leaves(check.Statement) && !Throws(check.Statement) && If(check.Condition, Outcome.Success) is { } branch) yield return new SuccessExit(statement.Span.End, branch);
            if (statement is TryStatementSyntax { Catches.Count: > 0 } attempt && LeavesWithSuccess(attempt.Block) && attempt.Catches.Any(handler => !Leaves(handler.Block)))
                yield return new SuccessExit(statement.Span.End, new FailureBranch("after a catch that goes on", attempt.Catches[0], attempt.Block));
        }
    }

    // Behind this place the code runs only after something failed.
    private sealed record SuccessExit(int End, FailureBranch Branch);

    // `return 2;` and `throw` tell of a failure themselves: the catch is what was hoped for.
    private static bool LeavesWithSuccess(BlockSyntax tried) => Leaves(tried) && tried.Statements.Last() is not (ThrowStatementSyntax
        or ReturnStatementSyntax { Expression: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } or LiteralExpressionSyntax { Token.Value: int and not 0 } });

    // What throws when something worked did not hope for it.
    private static bool Throws(StatementSyntax statement) => statement is ThrowStatementSyntax || (statement is BlockSyntax block && block.Statements.LastOrDefault() is ThrowStatementSyntax);

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.LastOrDefault() is { } last && Leaves(last),
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        _ => false,
    };
}
