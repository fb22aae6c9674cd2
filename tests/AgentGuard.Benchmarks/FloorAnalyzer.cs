using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Benchmarks;

/// <summary>The least that an analyzer of calls can do: it looks up each invocation's name in a set and never finds it.</summary>
#pragma warning disable RS1001, RS1036 // Runs in this process only.
internal sealed class FloorAnalyzer : DiagnosticAnalyzer
{
    private readonly HashSet<string> _names = CatalogIndex.BuiltIn.Entries.Select(entry => entry.Id.Container).ToHashSet(StringComparer.Ordinal);

    public int Hits;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("FLOOR", "Floor", "Floor", "Measuring", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Look, SyntaxKind.InvocationExpression);
    }

    private void Look(SyntaxNodeAnalysisContext context)
    {
        var name = ((InvocationExpressionSyntax)context.Node).Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => null,
        };
        if (name is not null && _names.Contains(name)) Hits++;
    }
}

/// <summary>Registers nothing: what the driver costs by itself.</summary>
internal sealed class IdleAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("IDLE", "Idle", "Idle", "Measuring", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
    }
}
#pragma warning restore RS1001, RS1036
