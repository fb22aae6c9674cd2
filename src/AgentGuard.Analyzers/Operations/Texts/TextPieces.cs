using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>What a text is put together from where it is written: literal pieces, and the expressions between them.</summary>
internal static class TextPieces
{
    /// <summary>The pieces in their order; a text that is not put together is one.</summary>
    public static IEnumerable<IOperation> Of(IOperation text)
    {
        text = Variables.Unwrap(text);
        return text switch
        {
            { ConstantValue.HasValue: true } => [text],
            IInterpolatedStringOperation { Parts: var parts } => parts.Select(static part => part switch
            {
                IInterpolatedStringTextOperation { Text: var written } => written,
                IInterpolationOperation { Expression: var hole } => hole,
                _ => (IOperation)part,
            }),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Of(sum.LeftOperand).Concat(Of(sum.RightOperand)),
            _ => [text],
        };
    }
}
