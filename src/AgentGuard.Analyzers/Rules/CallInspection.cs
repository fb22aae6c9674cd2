using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Gate;
using AgentGuard.Analyzers.Operations.Migrations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Rules;

/// <summary>Hands what stands at a mentioned name to the rules.</summary>
internal sealed class CallInspection(SemanticModelAnalysisContext context, AnalysisServices services)
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

    /// <summary>Looks at an identifier, a <c>true</c> or a <c>new</c>.</summary>
    public void At(SyntaxToken token)
    {
        foreach (var candidate in CandidateCalls.At(token)) AtCall(candidate);
        switch (token.Parent)
        {
            case SimpleNameSyntax { Identifier.ValueText: MigrationVocabulary.Builder } builder when builder.FirstAncestorOrSelf<ParameterSyntax>() is { Parent.Parent: MethodDeclarationSyntax { Parent: ClassDeclarationSyntax } hook } && MigrationPlan.MayBeHookWithBuilder(hook):
                Migrations.Check(hook, ContextOf, services, context.SemanticModel, context.CancellationToken);
                break;
            case SimpleNameSyntax name:
                AtName(name);
                break;
            case LiteralExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument } when AnsweredConfirmationRule.FirstAnswer(call) == argument:
                Answers.CheckCall(call, context.SemanticModel, services, ContextOf, context.CancellationToken);
                break;
            case MethodDeclarationSyntax method when MigrationRule.MayBeUp(method):
                Migrations.Check(method, ContextOf, services, context.SemanticModel, context.CancellationToken);
                break;
        }
    }

    // Beside calls: an assignment that switches a protection off, and what exposes a method to an agent.
    private void AtName(SimpleNameSyntax name)
    {
        var whole = CallSyntax.WithQualifiers(name);
        switch (CallSyntax.WithWrappers(whole).Parent)
        {
            case InvocationExpressionSyntax call when AgentTools.IsFactoryName(name.Identifier.ValueText):
                Check(AgentTools.Of(call, services, context.SemanticModel, context.CancellationToken));
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == whole:
                foreach (var weakening in services.Weakenings.Of(assignment, context.SemanticModel, context.CancellationToken)) SafetySwitches.Check(ContextOf(weakening));
                break;
            case AttributeSyntax { Parent.Parent: MethodDeclarationSyntax method } attribute when AgentTools.ExposingAttribute(method) == attribute:
                Check(AgentTools.Of(method, context.SemanticModel, context.CancellationToken));
                break;
        }
    }

    private void AtCall(SyntaxNode node)
    {
        if (!services.Gate.Admits(node, context.SemanticModel)) return;
        var call = context.SemanticModel.GetOperation(node, context.CancellationToken);
        foreach (var operation in services.Operations.FindAt(node, call))
        {
            var found = ContextOf(operation);
            if (MigrationPlan.IsInMigration(operation.Syntax, found.Model, context.CancellationToken))
            {
                Migrations.CheckAround(operation, ContextOf, services, found.Model, context.CancellationToken);
                continue;
            }

            foreach (var rule in Rules) rule.Check(found);
        }

        foreach (var weakening in services.Weakenings.Of(node, call)) SafetySwitches.Check(ContextOf(weakening));
    }

    private void Check(AgentTool? tool)
    {
        if (tool is not null) Tools.Check(tool, ContextOf, services, context.CancellationToken);
    }

    private OperationContext ContextOf(DestructiveOperation operation)
    {
        var model = operation.Syntax.SyntaxTree == context.SemanticModel.SyntaxTree ? context.SemanticModel : services.ModelFor(operation.Syntax.SyntaxTree);
        return new OperationContext(services, operation, model, context.ReportDiagnostic, context.CancellationToken);
    }
}
