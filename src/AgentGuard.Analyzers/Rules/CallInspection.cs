using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Migrations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Rules;

/// <summary>Hands what stands at a node to the rules. A struct whose delegates are made only where something was found, so that the usual node costs nothing.</summary>
internal readonly struct CallInspection(SyntaxNodeAnalysisContext context, AnalysisServices services)
{
    private static readonly AnsweredConfirmationRule Answers = new();

    // The order matters: a rule that explains a missing guard stands before the one that reports it as missing.
    private static readonly ImmutableArray<OperationRule> Rules = ImmutableArray.Create<OperationRule>(
        new UnenforcedAttributeRule(), new InvertedEnvironmentRule(), new UselessGuardRule(), new BackupFaultRule(), Answers, new DenyListRule(), new MissingGuardRule(), new ErrorRecoveryRule(), new BackupsTogetherRule(), new BorrowedCredentialRule(), new GuessedTargetRule());

    private static readonly SafetySwitchRule SafetySwitches = new();
    private static readonly MigrationRule Migrations = new();
    private static readonly AgentToolRule Tools = new();

    /// <summary>What all rules together can report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        Rules.Append(SafetySwitches).SelectMany(rule => rule.Descriptors).Concat(Migrations.Descriptors).Concat(Tools.Descriptors).ToImmutableArray();

    /// <summary>A call, an object creation, or a method group.</summary>
    public void AtCall(SyntaxNode node)
    {
        var name = CallSyntax.CalledName(node, context.SemanticModel);
        if (name is null || !services.Catalog.Index.Mentions(name) || !services.Gate.Admits(node, name, context.SemanticModel)) return;
        foreach (var operation in services.Operations.Find(node, context.SemanticModel, context.CancellationToken))
        {
            var found = ContextOf(operation, context, services);
            if (MigrationPlan.IsInMigration(operation.Syntax, found.Model, context.CancellationToken)) continue;
            foreach (var rule in Rules) rule.Check(found);
        }

        foreach (var weakening in services.Weakenings.Of(node, context.SemanticModel.GetOperation(node, context.CancellationToken))) SafetySwitches.Check(ContextOf(weakening, context, services));
    }

    /// <summary>Methods that are handed on as arguments.</summary>
    public void AtMethodGroups(ArgumentListSyntax? arguments)
    {
        if (arguments is null) return;
        foreach (var argument in arguments.Arguments)
        {
            if (argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax) AtCall(argument.Expression);
        }
    }

    /// <summary>A confirmation that code answers.</summary>
    public void AtAnswer(InvocationExpressionSyntax call)
    {
        if (AnsweredConfirmationRule.MayAnswer(call)) Answers.CheckCall(call, context.SemanticModel, services, Contexts(context, services), context.CancellationToken);
    }

    /// <summary>A call that makes a tool for agents of a method.</summary>
    public void AtFactory(InvocationExpressionSyntax call)
    {
        if (CallSyntax.CalledName(call) is { } name && AgentTools.IsFactoryName(name)) Check(AgentTools.Of(call, services, context.SemanticModel, context.CancellationToken));
    }

    /// <summary>A property that is set, or a method group.</summary>
    public void AtAssignment(AssignmentExpressionSyntax assignment)
    {
        foreach (var weakening in services.Weakenings.Of(assignment, context.SemanticModel, context.CancellationToken)) SafetySwitches.Check(ContextOf(weakening, context, services));
        if (assignment.Right is IdentifierNameSyntax or MemberAccessExpressionSyntax) AtCall(assignment.Right);
    }

    /// <summary>A method that may be a tool, or the way up of a migration.</summary>
    public void AtMethod(MethodDeclarationSyntax method)
    {
        if (AgentTools.MayBeTool(method)) Check(AgentTools.Of(method, context.SemanticModel, context.CancellationToken));
        if (MigrationRule.MayBeUp(method)) Migrations.Check(method, Contexts(context, services), services, context.SemanticModel, context.CancellationToken);
    }

    private void Check(AgentTool? tool)
    {
        if (tool is not null) Tools.Check(tool, Contexts(context, services), services, context.CancellationToken);
    }

    private static Func<DestructiveOperation, OperationContext> Contexts(SyntaxNodeAnalysisContext context, AnalysisServices services) => operation => ContextOf(operation, context, services);

    private static OperationContext ContextOf(DestructiveOperation operation, SyntaxNodeAnalysisContext context, AnalysisServices services)
    {
        var model = operation.Syntax.SyntaxTree == context.Node.SyntaxTree ? context.SemanticModel : services.ModelFor(operation.Syntax.SyntaxTree);
        return new OperationContext(services, operation, model, context.ReportDiagnostic, context.CancellationToken);
    }
}
