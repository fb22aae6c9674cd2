using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.CodeFixes.Tests.Documentation;

/// <summary>What the assemblies declare, found by reflection so that nothing can be forgotten.</summary>
internal static class Rules
{
    /// <summary>All analyzers.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = Create<DiagnosticAnalyzer>(typeof(DestructiveCallAnalyzer));

    /// <summary>All fixes.</summary>
    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = Create<CodeFixProvider>(typeof(AddGuardAttributeFix));

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Test data: one row per rule.</summary>
    public static TheoryData<string> Ids => [.. Descriptors.Select(rule => rule.Id).Distinct()];

    /// <summary>The rule with an id.</summary>
    public static DiagnosticDescriptor Get(string id) => Descriptors.First(rule => rule.Id == id);

    private static List<T> Create<T>(Type inAssembly) =>
        [.. inAssembly.Assembly.GetTypes().Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!)];
}
