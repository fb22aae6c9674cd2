using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Excuses;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0201: the call sits in a catch, or runs because something failed.</summary>
internal sealed class ErrorRecoveryRule : OperationRule
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.ErrorRecovery,
        "Destruction as error recovery",
        "'{0}' destroys {1} {2}: a failure says that something is not as expected, not that the data may go. Let the failure surface and ask a person what is to be done.",
        Descriptor.Incidents,
        "A call that destroys data or infrastructure must not be the answer to an error. What failed may be a password, a network or a typing mistake; what is destroyed stays destroyed.");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (context.Operation.Kind == DestructiveKind.Cache) return;
        if (new FailureBranches(context.Services).Around(context.Operation.Syntax, context.Cancellation) is not { } branch) return;
        if ((branch.Tried is { } tried && IsRetry(context, tried)) || CleansUp(context, branch.Tried)) return;
        context.Report(Rule, [branch.Where is CatchClauseSyntax handler ? handler.CatchKeyword.GetLocation() : branch.Where.GetLocation()], null, context.Operation.DisplayName, context.Operation.Phrase, branch.Phrase);
    }

    // The same deletion tried a second time is no new destruction.
    private static bool IsRetry(OperationContext context, BlockSyntax tried) =>
        context.Services.Operations.In(tried, context.Model, context.Cancellation)
            .Any(other => SymbolEqualityComparer.Default.Equals(other.Member, context.Operation.Member) && other.Statement == context.Operation.Statement && SyntaxFactory.AreEquivalent(other.Syntax, context.Operation.Syntax));

    // What the attempt itself created may be taken away again when it fails half-way.
    private static bool CleansUp(OperationContext context, BlockSyntax? tried)
    {
        var targets = Targets(context).ToList();
        if (targets.Any(target => context.Services.Values.Of(target).Any(source => Creates(source)))) return true;
        var variables = targets.Select(Root).OfType<ISymbol>().ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (variables.IsEmpty || context.Operation.Kind is not (DestructiveKind.Directory or DestructiveKind.Files)) return false;
        if (tried is not null && tried.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => CreatesOneOf(call, variables))) return true;

        // A field may hold the folder of an earlier run, which is made sure of at every start.
        variables = variables.Where(static variable => variable is ILocalSymbol or IParameterSymbol).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        return !variables.IsEmpty && EarlierCalls.Before(context.Operation.Syntax).Any(call => CreatesOneOf(call, variables));

        bool CreatesOneOf(InvocationExpressionSyntax call, ImmutableHashSet<ISymbol> folders) =>
            context.Model.GetOperation(call, context.Cancellation) is IInvocationOperation made && Creates(made)
            && made.Arguments.Select(static argument => argument.Value).Append(made.Instance).Any(folder => folder is not null && Root(folder) is { } variable && folders.Contains(variable));
    }

    private static IEnumerable<IOperation> Targets(OperationContext context) =>
        context.Operation.Entry?.Target is { } path && ValueSources.RootOf(context.Operation.Call, path.Root) is { } root
            ? context.Services.Values.At(context.Operation.Call, path).Add(root).Select(Receiver)
            : [];

    // `volume.VolumeId` is about `volume`.
    private static IOperation Receiver(IOperation target)
    {
        target = Variables.Unwrap(target);
        while (target is IPropertyReferenceOperation { Instance: { } holder } && Variables.Unwrap(holder) is ILocalReferenceOperation or IPropertyReferenceOperation) target = Variables.Unwrap(holder);
        return target;
    }

    private static ISymbol? Root(IOperation value) => Variables.Of(Receiver(value));

    private static bool Creates(IOperation source) =>
        Receiver(source) is IInvocationOperation { TargetMethod.Name: var name }
        && NameParts.Of(name) is [var verb, ..] words && verb is "create" or "extract" or "clone" or "provision" or "launch" && !words.Contains("not") && !words.Contains("ensure");
}
