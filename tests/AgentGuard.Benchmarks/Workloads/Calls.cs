using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Benchmarks.Workloads;

/// <summary>Counts the calls of a workload.</summary>
internal static class Calls
{
    public static int Count(Workload workload) => Of(workload).Count();

    /// <summary>The called names that the built-in index lets through, with how often they are called.</summary>
    public static IEnumerable<(string Name, int Count)> LetThrough(Workload workload) => Of(workload)
        .Select(call => CallSyntax.CalledName(call))
        .OfType<string>()
        .Where(CatalogIndex.BuiltIn.Mentions)
        .GroupBy(name => name, (name, calls) => (name, calls.Count()));

    private static IEnumerable<InvocationExpressionSyntax> Of(Workload workload) =>
        workload.Trees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>());
}
