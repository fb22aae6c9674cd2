using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Rules;

/// <summary>What the rules about code report in one file, whatever hides it from the reader of the build.</summary>
internal static class FileInspection
{
    /// <summary>All that is reported, in no particular order.</summary>
    public static IReadOnlyList<Diagnostic> Of(SyntaxTree tree, AnalysisServices services, CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        var model = services.ModelFor(tree);
        new CallInspection(model, services, found.Add, cancellation).In(null);
        var own = new Lazy<AnalysisServices>(() => services);
        foreach (var attribute in tree.GetRoot(cancellation).DescendantNodes().OfType<AttributeSyntax>()) DeclaredGuardAnalyzer.Check(attribute, model, own, found.Add, cancellation);
        return found;
    }
}
