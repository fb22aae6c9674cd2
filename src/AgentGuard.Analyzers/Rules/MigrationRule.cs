using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Migrations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0205: a migration destroys data on its way up.</summary>
internal sealed class MigrationRule
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.DestructiveMigration,
        "A migration destroys data",
        "'{0}' destroys {1} when this migration is applied. {2}",
        Descriptor.Incidents,
        "A migration runs wherever the application is deployed, production included, and nobody is asked. What it drops or narrows on its way up is gone; its Down brings back the structure, not the data.");

    /// <summary>What the rule can report.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rule);

    /// <summary>Whether a method may be the way up of a migration, by its syntax alone.</summary>
    public static bool MayBeUp(MethodDeclarationSyntax method) => method.Parent is ClassDeclarationSyntax && (method.Identifier.ValueText == MigrationPlan.Up || MigrationPlan.MayBeHook(method));

    /// <summary>Looks at the method around the first operation in it, where a base class runs it as a part of the way up.</summary>
    public void CheckAround(DestructiveOperation operation, Func<DestructiveOperation, OperationContext> context, AnalysisServices services, SemanticModel model, CancellationToken cancellation)
    {
        if (operation.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && MigrationPlan.MayBeHook(method) && !MigrationPlan.MayBeHookWithBuilder(method) && services.Operations.AllIn(method, model, cancellation) is [var first, ..] && first.Syntax == operation.Syntax)
            Check(method, context, services, model, cancellation);
    }

    /// <summary>Looks at one method.</summary>
    public void Check(MethodDeclarationSyntax up, Func<DestructiveOperation, OperationContext> context, AnalysisServices services, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var loss in LossesOf(up, services, model, cancellation))
            context(OperationOf(loss)).Report(Rule, loss.Step.Start == loss.Step.Call.Syntax ? null : [loss.Step.Call.Syntax.GetLocation()], null, loss.Statement, loss.Kind.Phrase(), loss.Advice);
    }

    /// <summary>What a method loses as the way up of a migration.</summary>
    public static IEnumerable<MigrationLoss> LossesOf(MethodDeclarationSyntax up, AnalysisServices services, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(up, cancellation) is not IMethodSymbol { ContainingType: var type } method || !MigrationPlan.IsMigration(type)) return [];
        var plan = new MigrationPlan(services, cancellation);
        if (method.Name != MigrationPlan.Up && !plan.IsHook(method, up)) return [];
        var down = type.GetMembers("Down").SelectMany(member => member.DeclaringSyntaxReferences).SelectMany(member => plan.Read(member.GetSyntax(cancellation))).ToImmutableArray();
        return new MigrationLosses(services, plan.Read(up), down, cancellation).All();
    }

    /// <summary>A loss as an operation, which approvals and the inventory name by its statement.</summary>
    public static DestructiveOperation OperationOf(MigrationLoss loss) =>
        new(loss.Step.Start, loss.Step.Call, loss.Step.Call.TargetMethod, loss.Kind, loss.Statement, loss.Step.Table, loss.Evidence, null);
}
