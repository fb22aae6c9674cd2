using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>Which place of a deconstruction gets which part, however deep the tuples nest.</summary>
internal static class Deconstruction
{
    /// <summary>The places in their order, each with its part where the right side is written out as a tuple.</summary>
    public static IReadOnlyList<(IOperation Target, Value? Value, IOperation? Source)> Parts(IOperation target, IOperation value, Func<IOperation?, Value?> read)
    {
        var parts = new List<(IOperation Target, Value? Value, IOperation? Source)>();
        Take(target, value, null);
        return parts;

        void Take(IOperation target, IOperation? given, Value? known)
        {
            while (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
            while (given is IConversionOperation { OperatorMethod: null } conversion && (target is ITupleOperation || Constants.IsKept(conversion))) given = conversion.Operand;
            if (target is not ITupleOperation tuple)
            {
                parts.Add((target, given is null ? known : read(given), given));
                return;
            }

            var written = given is ITupleOperation literal && literal.Elements.Length == tuple.Elements.Length ? literal.Elements : default;
            var elements = written.IsDefault ? ObjectValues.ElementsOf(given is null ? known : read(given), tuple.Type) : [];
            for (var i = 0; i < tuple.Elements.Length; i++) Take(tuple.Elements[i], written.IsDefault ? null : written[i], i < elements.Length ? elements[i] : null);
        }
    }
}
