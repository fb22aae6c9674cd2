using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Gate;
using AgentGuard.Analyzers.Operations.Migrations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Rules;

/// <summary>Hands what stands at a mentioned name to the rules.</summary>
internal sealed class CallInspection(SemanticModel model, AnalysisServices services, Action<Diagnostic> report, CancellationToken cancellation)
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

    /// <summary>Looks at what stands in a part of the file, or in all of it.</summary>
    public void In(TextSpan? part) => EachAlone.Do(services.Names.In(model.SyntaxTree, part, cancellation), At);

    // An identifier, a `true` or a `new`.
    private void At(SyntaxToken token)
    {
        foreach (var candidate in CandidateCalls.At(token)) AtCall(candidate);
        switch (token.Parent)
        {
            case SimpleNameSyntax { Identifier.ValueText: MigrationVocabulary.Builder } builder when builder.FirstAncestorOrSelf<ParameterSyntax>() is { Parent.Parent: MethodDeclarationSyntax { Parent: ClassDeclarationSyntax } hook } && MigrationPlan.MayBeHookWithBuilder(hook):
                Migrations.Check(hook, ContextOf, services, model, cancellation);
                break;
            case SimpleNameSyntax name:
                AtName(name);
                break;
            case LiteralExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument } when AnsweredConfirmationRule.FirstAnswer(call) == argument:
                Answers.CheckCall(call, model, services, ContextOf, cancellation);
                break;
            case MethodDeclarationSyntax method when MigrationRule.MayBeUp(method):
                Migrations.Check(method, ContextOf, services, model, cancellation);
                break;
            case MethodDeclarationSyntax method when OwnAnswerRule.MayBeProvider(method):
                OwnAnswerRule.Check(method, model, services, report, cancellation);
                break;
        }
    }

    // Beside calls: an assignment that switches a protection off or answers a guard, and what exposes a method to an agent.
    private void AtName(SimpleNameSyntax name)
    {
        var whole = CallSyntax.WithQualifiers(name);
        switch (CallSyntax.WithWrappers(whole).Parent)
        {
            case InvocationExpressionSyntax call when AgentTools.IsFactoryName(name.Identifier.ValueText):
                Check(AgentTools.Of(call, services, model, cancellation));
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == whole:
                foreach (var weakening in services.Weakenings.Of(assignment, model, cancellation)) SafetySwitches.Check(ContextOf(weakening));
                OwnAnswerRule.Check(assignment, name.Identifier.ValueText, model, services, report, cancellation);
                break;
            case AttributeSyntax { Parent.Parent: MethodDeclarationSyntax method } attribute when AgentTools.ExposingAttribute(method) == attribute:
                Check(AgentTools.Of(method, model, cancellation));
                break;
        }
    }

    private void AtCall(SyntaxNode node)
    {
        if (!services.Gate.Admits(node, model)) return;
        var call = model.GetOperation(node, cancellation);
        foreach (var operation in services.Operations.FindAt(node, call))
        {
            var found = ContextOf(operation);
            if (MigrationPlan.IsInMigration(operation.Syntax, found.Model, cancellation))
            {
                Migrations.CheckAround(operation, ContextOf, services, found.Model, cancellation);
                continue;
            }

            foreach (var rule in Rules) rule.Check(found);
        }

        foreach (var weakening in services.Weakenings.Of(node, call)) SafetySwitches.Check(ContextOf(weakening));
    }

    private void Check(AgentTool? tool)
    {
        if (tool is not null) Tools.Check(tool, ContextOf, services, cancellation);
    }

    private OperationContext ContextOf(DestructiveOperation operation)
    {
        var own = operation.Syntax.SyntaxTree == model.SyntaxTree ? model : services.ModelFor(operation.Syntax.SyntaxTree);
        return new OperationContext(services, operation, own, report, cancellation);
    }
}
