using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Forged;
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
            start.RegisterSyntaxNodeAction(node => Check((AttributeSyntax)node.Node, node.SemanticModel, services, node.ReportDiagnostic, node.CancellationToken), SyntaxKind.Attribute);
        });
    }

    /// <summary>Looks at one attribute.</summary>
    internal static void Check(AttributeSyntax attribute, SemanticModel model, Lazy<AnalysisServices> services, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var claim = WrittenAttributes.NameOf(attribute);
        if (!DeclaredGuards.IsClaim(claim) || attribute.Parent?.Parent is not MemberDeclarationSyntax declaration) return;
        if (model.GetDeclaredSymbol(declaration, cancellation) is not { } member) return;
        var data = member.GetAttributes().FirstOrDefault(candidate => candidate.ApplicationSyntaxReference?.GetSyntax(cancellation) == attribute);
        if (data is null || services.Value.Guards.Judge(member, data, cancellation) != Honesty.Contradicted) return;
        report(Diagnostic.Create(
            UselessGuardRule.Useless,
            attribute.GetLocation(),
            $"'{member.Name}'",
            $"does not do what [{claim}] claims: its body lets every call through",
            "Make the body check it, or remove the attribute."));
    }
}
