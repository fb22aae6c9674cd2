using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations;
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
    private static readonly ImmutableArray<OperationRule> Rules = ImmutableArray.Create<OperationRule>(new UnenforcedAttributeRule(), new MissingGuardRule());

    // Kept by the compiler per file, so that an edit in one file does not cost a look at all others.
    private static readonly SyntaxTreeValueProvider<ImmutableHashSet<string>> DeclaredNames = new(tree => DeclaredOperations.NamesIn(tree, CancellationToken.None));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.SelectMany(rule => rule.Descriptors).Append(ApprovalAnalyzer.Rule).ToImmutableArray();

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
                SyntaxKind.SimpleAssignmentExpression);
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
                Look(context, services, invocation);
                LookAtMethodGroups(context, services, invocation.ArgumentList);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                Look(context, services, creation);
                LookAtMethodGroups(context, services, creation.ArgumentList);
                break;
            case EqualsValueClauseSyntax { Value: IdentifierNameSyntax or MemberAccessExpressionSyntax } initializer:
                Look(context, services, initializer.Value);
                break;
            case AssignmentExpressionSyntax { Right: IdentifierNameSyntax or MemberAccessExpressionSyntax } assignment:
                Look(context, services, assignment.Right);
                break;
        }
    }

    private static void LookAtMethodGroups(SyntaxNodeAnalysisContext context, AnalysisServices services, ArgumentListSyntax? arguments)
    {
        if (arguments is null) return;
        foreach (var argument in arguments.Arguments)
        {
            if (argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax) Look(context, services, argument.Expression);
        }
    }

    private static void Look(SyntaxNodeAnalysisContext context, AnalysisServices services, SyntaxNode node)
    {
        var name = CallSyntax.CalledName(node);
        if (name is null || !services.Catalog.Index.Mentions(name)) return;
        foreach (var operation in services.Operations.Find(node, context.SemanticModel, context.CancellationToken))
        {
            var model = operation.Syntax.SyntaxTree == context.Node.SyntaxTree ? context.SemanticModel : services.ModelFor(operation.Syntax.SyntaxTree);
            var found = new OperationContext(services, operation, model, context.ReportDiagnostic, context.CancellationToken);
            foreach (var rule in Rules) rule.Check(found);
        }
    }
}
