using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Migrations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Rules;

/// <summary>Finds every destructive operation once and lets each operation rule look at it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DestructiveCallAnalyzer : DiagnosticAnalyzer
{
    // The order matters: a rule that explains a missing guard stands before the one that reports it as missing.
    private static readonly ImmutableArray<OperationRule> Rules = ImmutableArray.Create<OperationRule>(
        new UnenforcedAttributeRule(), new MissingGuardRule(), new ErrorRecoveryRule(), new BackupsTogetherRule(), new BorrowedCredentialRule(), new GuessedTargetRule());

    private static readonly SafetySwitchRule SafetySwitches = new();
    private static readonly MigrationRule Migrations = new();
    private static readonly AgentToolRule Tools = new();

    // Kept by the compiler per file, so that an edit in one file does not cost a look at all others.
    private static readonly SyntaxTreeValueProvider<ImmutableHashSet<string>> DeclaredNames = new(tree => DeclaredOperations.NamesIn(tree, CancellationToken.None));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Rules.Append(SafetySwitches).SelectMany(rule => rule.Descriptors).Concat(Migrations.Descriptors).Concat(Tools.Descriptors).Append(ApprovalAnalyzer.Rule).ToImmutableArray();

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Generated code too: a generated-code header must not be a way past the rules.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var services = AnalysisServices.Create(start.Compilation, start.Options, tree => start.TryGetValue(tree, DeclaredNames, out var names) ? names : ImmutableHashSet<string>.Empty, start.CancellationToken);
            start.RegisterSyntaxNodeAction(
                node => Analyze(node, services),
                SyntaxKind.InvocationExpression,
                SyntaxKind.ObjectCreationExpression,
                SyntaxKind.ImplicitObjectCreationExpression,
                SyntaxKind.EqualsValueClause,
                SyntaxKind.SimpleAssignmentExpression,
                SyntaxKind.MethodDeclaration);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var approval in services.Approvals.Unused<OperationApproval>()) end.ReportDiagnostic(ApprovalAnalyzer.Unused(approval, end.Options, end.CancellationToken));
            });
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnalysisServices services)
    {
        switch (context.Node)
        {
            case InvocationExpressionSyntax invocation:
                var name = CallSyntax.CalledName(invocation);
                Look(context, services, invocation, name);
                LookAtMethodGroups(context, services, invocation.ArgumentList);
                if (name is not null && AgentTools.IsFactoryName(name) && AgentTools.Of(invocation, services, context.SemanticModel, context.CancellationToken) is { } made) CheckTool(context, services, made);
                break;
            case MethodDeclarationSyntax method:
                if (AgentTools.MayBeTool(method) && AgentTools.Of(method, context.SemanticModel, context.CancellationToken) is { } tool) CheckTool(context, services, tool);
                if (MigrationRule.MayBeUp(method)) CheckMigration(context, services, method);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                Look(context, services, creation, CallSyntax.CalledName(creation));
                LookAtMethodGroups(context, services, creation.ArgumentList);
                break;
            case EqualsValueClauseSyntax { Value: IdentifierNameSyntax or MemberAccessExpressionSyntax } initializer:
                Look(context, services, initializer.Value, CallSyntax.CalledName(initializer.Value));
                break;
            case AssignmentExpressionSyntax assignment:
                foreach (var weakening in services.Weakenings.Of(assignment, context.SemanticModel, context.CancellationToken)) SafetySwitches.Check(ContextOf(weakening, context, services));
                if (assignment.Right is IdentifierNameSyntax or MemberAccessExpressionSyntax) Look(context, services, assignment.Right, CallSyntax.CalledName(assignment.Right));
                break;
        }
    }

    // Methods of their own: a closure in Analyze would be allocated for every node.
    private static void CheckTool(SyntaxNodeAnalysisContext context, AnalysisServices services, AgentTool tool) =>
        Tools.Check(tool, operation => ContextOf(operation, context, services), services, context.CancellationToken);

    private static void CheckMigration(SyntaxNodeAnalysisContext context, AnalysisServices services, MethodDeclarationSyntax up) =>
        Migrations.Check(up, operation => ContextOf(operation, context, services), services, context.SemanticModel, context.CancellationToken);

    private static void LookAtMethodGroups(SyntaxNodeAnalysisContext context, AnalysisServices services, ArgumentListSyntax? arguments)
    {
        if (arguments is null) return;
        foreach (var argument in arguments.Arguments)
        {
            if (argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax) Look(context, services, argument.Expression, CallSyntax.CalledName(argument.Expression));
        }
    }

    private static void Look(SyntaxNodeAnalysisContext context, AnalysisServices services, SyntaxNode node, string? name)
    {
        if (name is null || !services.Catalog.Index.Mentions(name) || !services.Gate.Admits(node, name, context.SemanticModel)) return;
        foreach (var operation in services.Operations.Find(node, context.SemanticModel, context.CancellationToken))
        {
            var found = ContextOf(operation, context, services);
            if (MigrationPlan.IsInMigration(operation.Syntax, found.Model, context.CancellationToken)) continue;
            foreach (var rule in Rules) rule.Check(found);
        }

        foreach (var weakening in services.Weakenings.Of(node, context.SemanticModel.GetOperation(node, context.CancellationToken))) SafetySwitches.Check(ContextOf(weakening, context, services));
    }

    private static OperationContext ContextOf(DestructiveOperation operation, SyntaxNodeAnalysisContext context, AnalysisServices services)
    {
        var model = operation.Syntax.SyntaxTree == context.Node.SyntaxTree ? context.SemanticModel : services.ModelFor(operation.Syntax.SyntaxTree);
        return new OperationContext(services, operation, model, context.ReportDiagnostic, context.CancellationToken);
    }
}
