using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>The calls of helpers that execute the text they are given. They are found at the helper, which may stand in any file, so all files are searched once.</summary>
internal sealed class ForwardedOperations(AnalysisServices services)
{
    private readonly Lazy<ILookup<SyntaxTree, DestructiveOperation>> _all = new(() => services.Compilation.SyntaxTrees
        .SelectMany(tree => services.Operations.FoundFrom(tree.GetRoot(), services.ModelFor(tree), default))
        .Where(static operation => !operation.Through.IsEmpty)
        .OrderBy(static operation => operation.Syntax.SpanStart)
        .ToLookup(static operation => operation.Syntax.SyntaxTree));

    /// <summary>Those that stand in a piece of code, harmless ones too, in source order.</summary>
    public IEnumerable<DestructiveOperation> In(SyntaxNode code) => _all.Value[code.SyntaxTree].Where(operation => code.Span.Contains(operation.Syntax.Span));
}
