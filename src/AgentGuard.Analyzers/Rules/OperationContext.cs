using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Rules;

/// <summary>One destructive operation, with all that rules may ask about it. What is costly is found out on demand, once.</summary>
internal sealed class OperationContext(AnalysisServices services, DestructiveOperation operation, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellation)
{
    private readonly Lazy<GuardState> _state = new(() => services.Guards.At(operation.Syntax, model, cancellation), LazyThreadSafetyMode.None);
    private readonly Lazy<GuardKinds> _attributes = new(() => GuardAttributes.Around(operation.Syntax, model, services.Policy.For(operation.Syntax.SyntaxTree), cancellation), LazyThreadSafetyMode.None);
    private readonly Lazy<ImmutableArray<Forgery>> _forgeries = new(() => ForgeriesOf(operation, services, model, cancellation), LazyThreadSafetyMode.None);
    private readonly Lazy<string?> _obstacle = new(() => ObstacleOf(operation, services, model, cancellation), LazyThreadSafetyMode.None);
    private readonly Lazy<OperationApproval?> _approval = new(() => services.Approvals.For(operation, services, cancellation), LazyThreadSafetyMode.None);

    /// <summary>What is shared in the compilation.</summary>
    public AnalysisServices Services { get; } = services;

    /// <summary>The operation.</summary>
    public DestructiveOperation Operation { get; } = operation;

    /// <summary>The model of the operation's file.</summary>
    public SemanticModel Model { get; } = model;

    /// <summary>The options of the operation's file.</summary>
    public PolicyOptions Policy { get; } = services.Policy.For(operation.Syntax.SyntaxTree);

    /// <summary>Stops the work when the result is no longer wanted.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>What the code before the call proves.</summary>
    public GuardState State => _state.Value;

    /// <summary>The guards that attributes around the call ask for.</summary>
    public GuardKinds Attributes => _attributes.Value;

    /// <summary>Why attributes around this call are not enforced, as the end of a sentence; null where they are.</summary>
    public string? Obstacle => _obstacle.Value;

    /// <summary>Whether the generator makes attributes around this call hold.</summary>
    public bool AttributesCount => Obstacle is null;

    /// <summary>The guards that hold at the call, by code or by enforced attribute.</summary>
    public GuardKinds Present => State.GuardsFor(Operation.Kind) | InHelpers | Enforced;

    /// <summary>Where the program sets what a guard attribute around this call asks; null where it does not.</summary>
    public Location? ForgeryOf(GuardKinds guard) => Attributes.HasFlag(guard) ? _forgeries.Value.FirstOrDefault(forgery => forgery.Guards.HasFlag(guard))?.Node.GetLocation() : null;

    // Without an attribute nothing of that needs to be found out.
    private GuardKinds Enforced => Attributes != GuardKinds.None && AttributesCount ? Attributes & ~Forged : GuardKinds.None;

    private GuardKinds Forged => _forgeries.Value.Aggregate(GuardKinds.None, (all, forgery) => all | forgery.Guards);

    // A target is what it is, whatever the program calls its environment.
    private static ImmutableArray<Forgery> ForgeriesOf(DestructiveOperation operation, AnalysisServices services, SemanticModel model, CancellationToken cancellation)
    {
        var before = services.Guards.ForgeriesBefore(operation.Syntax, cancellation);
        var asked = GuardAttributes.AttributesAround(operation.Syntax, model, cancellation).Select(static attribute => attribute.AttributeClass!.Name).ToList();
        return asked.Contains("RequiresEnvironmentAttribute") && !asked.Contains("RequiresTargetAttribute") && services.StartUpChoices.AnswerTo(null) is { } chosen ? before.Add(chosen) : before;
    }

    private GuardKinds InHelpers => Operation.Through.IsEmpty ? GuardKinds.None : Operation.Through
        .Select(sink => (Syntax: sink, Model: Services.ModelFor(sink.SyntaxTree)))
        .Select(sink => Services.Guards.At(sink.Syntax, sink.Model, Cancellation).GuardsFor(Operation.Kind) | AttributesAt(sink.Syntax, sink.Model))
        .Aggregate(GuardKinds.None, (all, guards) => all | guards);

    private GuardKinds AttributesAt(SyntaxNode sink, SemanticModel model) =>
        Interception.ObstacleOf(Operation) is null && model.GetOperation(sink, Cancellation) is { } call && ObstacleAt(call, Services, model, Cancellation) is null ? GuardAttributes.Around(sink, model, Services.Policy.For(sink.SyntaxTree), Cancellation) : GuardKinds.None;

    // At a helper that forwards text, the generator stands before the call inside the helper, not before the call of it.
    private static string? ObstacleOf(DestructiveOperation operation, AnalysisServices services, SemanticModel model, CancellationToken cancellation) =>
        Interception.ObstacleOf(operation) ?? (operation.Through.IsEmpty ? ObstacleAt(operation.Call, services, model, cancellation) : operation.Statement is null ? "the rows are deleted in another member" : "the text is executed in another member");

    private static string? ObstacleAt(IOperation call, AnalysisServices services, SemanticModel model, CancellationToken cancellation) =>
        Interception.ObstacleAt(call, services)
        ?? services.OtherGenerators.ObstacleAt(call, GuardAttributes.AttributesAround(call.Syntax, model, cancellation).ToList(), cancellation);

    /// <summary>What the policy asks for.</summary>
    public Requirement Requirement => Policy.RequirementFor(Operation.Kind);

    /// <summary>Guards whose absence another rule has reported already, so that one fault is one diagnostic.</summary>
    public GuardKinds Explained { get; set; }

    /// <summary>The guards that are asked for and do not hold.</summary>
    public GuardKinds Missing => Requirement.Missing(Present);

    /// <summary>Reports at the operation, unless it is approved as it stands.</summary>
    public void Report(DiagnosticDescriptor descriptor, IEnumerable<Location>? additional = null, ImmutableDictionary<string, string?>? properties = null, params object?[] arguments) =>
        Report(Diagnostic.Create(descriptor, Operation.Location, (additional ?? []).Concat(Operation.Evidence), properties, arguments));

    /// <summary>Reports where the operation comes from, such as the call of a helper that performs it, unless it is approved as it stands.</summary>
    public void ReportAt(Location location, DiagnosticDescriptor descriptor, IEnumerable<Location>? additional, params object?[] arguments) =>
        Report(Diagnostic.Create(descriptor, location, (additional ?? []).Concat(Operation.Evidence), arguments));

    private void Report(Diagnostic diagnostic)
    {
        if (Operation.IsHarmless) return;
        if (_approval.Value is { } approval) Services.Approvals.Use(approval);
        else report(diagnostic);
    }
}

/// <summary>A rule that looks at each destructive operation.</summary>
internal abstract class OperationRule
{
    /// <summary>What the rule can report.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Looks at one operation.</summary>
    public abstract void Check(OperationContext context);
}
