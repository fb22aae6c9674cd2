using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0102 at a declaration: a member claims by attribute to be a guard, and its body does not bear that out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredGuardAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UselessGuardRule.Useless);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Almost no compilation has such an attribute, so nothing is made before the first one.
            var services = new Lazy<AnalysisServices>(() => AnalysisServices.Create(start.Compilation, start.Options, ImmutableHashSet<string>.Empty, start.CancellationToken));
            start.RegisterSyntaxNodeAction(node => Check(node, services), SyntaxKind.Attribute);
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, Lazy<AnalysisServices> services)
    {
        var attribute = (AttributeSyntax)context.Node;
        var claim = WrittenAttributes.NameOf(attribute);
        if (!DeclaredGuards.IsClaim(claim) || attribute.Parent?.Parent is not MemberDeclarationSyntax declaration) return;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } member) return;
        var data = member.GetAttributes().FirstOrDefault(candidate => candidate.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) == attribute);
        if (data is null || services.Value.Guards.Judge(member, data, context.CancellationToken) != Honesty.Contradicted) return;
        context.ReportDiagnostic(Diagnostic.Create(
            UselessGuardRule.Useless,
            attribute.GetLocation(),
            $"'{member.Name}'",
            $"does not do what [{claim}] claims: its body lets every call through",
            "Make the body check it, or remove the attribute."));
    }
}
