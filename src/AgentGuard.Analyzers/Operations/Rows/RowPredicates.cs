using System.Collections.Immutable;
using System.Globalization;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Tells of a predicate over rows whether it says the same of all of them: <c>x =&gt; true</c>, <c>x =&gt; x.Id &gt; 0</c>, <c>x =&gt; x.A &gt; 5 || x.A &lt;= 5</c>.</summary>
internal static class RowPredicates
{
    private const int MaxDepth = 32;

    private static readonly ImmutableHashSet<string> KeyNames = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "Id", "_id", "Pk", "Guid", "Uuid", "RowId");

    /// <summary>Whether a lambda lets every row through.</summary>
    public static bool IsAlwaysTrue(IAnonymousFunctionOperation lambda)
    {
        if (lambda.Body.Operations is not [IReturnOperation { ReturnedValue: { } result }, ..]) return false;
        if (Evaluate(result, lambda.Symbol.Parameters.FirstOrDefault(), 0) is { } known) return known;
        // A predicate that does not look at the row says the same for all of them.
        return !Looks(result, lambda.Symbol.Parameters.FirstOrDefault());
    }

    /// <summary>Whether a value is the key of a row, by its name: every row has one.</summary>
    public static bool IsKey(IOperation value) =>
        Variables.Unwrap(value) is IMemberReferenceOperation { Instance: { } row, Member: { Name: var name } member }
        && Variables.Unwrap(row) is IParameterReferenceOperation
        && (KeyNames.Contains(name) || string.Equals(name, member.ContainingType.Name + "Id", StringComparison.OrdinalIgnoreCase));

    private static bool? Evaluate(IOperation predicate, IParameterSymbol? row, int depth)
    {
        predicate = Variables.Unwrap(predicate);
        if (predicate.ConstantValue is { HasValue: true, Value: bool constant }) return constant;
        if (depth == MaxDepth) return null;
        return predicate switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Evaluate(not.Operand, row, depth + 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both => Both(Evaluate(both.LeftOperand, row, depth + 1), Evaluate(both.RightOperand, row, depth + 1)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either => Either(either, row, depth),
            IBinaryOperation comparison when SignOf(comparison.OperatorKind) is { } sign => Compare(comparison, sign, row),
            IInvocationOperation call => Ask(call, row),
            _ => null,
        };
    }

    private static bool? Both(bool? left, bool? right) => left == false || right == false ? false : left == true && right == true ? true : null;

    private static bool? Either(IBinaryOperation either, IParameterSymbol? row, int depth)
    {
        var alternatives = new List<IOperation>();
        Flatten(either, alternatives);
        var values = alternatives.ConvertAll(alternative => Evaluate(alternative, row, depth + 1));
        if (values.Contains(true)) return true;
        if (values.TrueForAll(static value => value == false)) return false;
        var comparisons = alternatives.Select(alternative => ComparisonIn(alternative, row)).OfType<RowComparison>().Take(RowComparison.MostAlternatives).ToList();
        return comparisons.Exists(one => comparisons.Exists(one.LeavesNothingTo)) ? true : null;
    }

    private static void Flatten(IOperation either, List<IOperation> alternatives)
    {
        var pending = new Stack<IOperation>();
        pending.Push(either);
        while (pending.Count > 0)
        {
            var next = Variables.Unwrap(pending.Pop());
            if (next is not IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } inner)
            {
                alternatives.Add(next);
                continue;
            }

            pending.Push(inner.RightOperand);
            pending.Push(inner.LeftOperand);
        }
    }

    private static RowComparison? ComparisonIn(IOperation predicate, IParameterSymbol? row)
    {
        predicate = Variables.Unwrap(predicate);
        if (predicate is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not) return ComparisonIn(not.Operand, row)?.Negated;
        if (predicate is IMemberReferenceOperation && Looks(predicate, row)) return new RowComparison(Written(predicate), "=", "true");
        if (predicate is not IBinaryOperation comparison || SignOf(comparison.OperatorKind) is not { } sign) return null;
        var (left, right) = (Variables.Unwrap(comparison.LeftOperand), Variables.Unwrap(comparison.RightOperand));
        if (Looks(left, row) == Looks(right, row)) return null;
        return Looks(left, row) ? new RowComparison(Written(left), sign, ConstantOf(right)) : new RowComparison(Written(right), RowComparison.TurnRound(sign), ConstantOf(left));
    }

    private static bool? Compare(IBinaryOperation comparison, string sign, IParameterSymbol? row)
    {
        var (left, right) = (Variables.Unwrap(comparison.LeftOperand), Variables.Unwrap(comparison.RightOperand));
        if (left.Syntax.IsEquivalentTo(right.Syntax, topLevel: false) && Looks(left, row)) return sign is "=" or "<=" or ">=";
        if (Looks(left, row)) return IsBelowAll(left, sign, right) ? true : null;
        return Looks(right, row) && IsBelowAll(right, RowComparison.TurnRound(sign), left) ? true : null;
    }

    // Every row is there, has a key, and keys count from one; a length counts from zero.
    private static bool IsBelowAll(IOperation value, string sign, IOperation bound)
    {
        if (bound.ConstantValue is { HasValue: true, Value: null }) return sign == "<>" && (value is IParameterReferenceOperation || IsKey(value));
        if (IsKey(value) && sign == "<>" && bound is IMemberReferenceOperation { Member: { IsStatic: true, Name: "Empty" } } or IDefaultValueOperation) return true;
        var counts = value is IPropertyReferenceOperation { Property.Name: "Length" or "Count" };
        if ((!counts && !IsKey(value)) || bound.ConstantValue is not { HasValue: true, Value: { } constant }) return false;
        if (constant is string text) return text.Length == 0 && sign == "<>" && !counts;
        if (constant is not IConvertible number || constant is bool or char) return false;
        var first = counts ? 0 : 1;
        var least = Convert.ToDouble(number, CultureInfo.InvariantCulture);
        return sign switch { ">" => least < first, ">=" => least <= first, "<>" => least < first, _ => false };
    }

    private static bool? Ask(IInvocationOperation call, IParameterSymbol? row) => call.TargetMethod switch
    {
        { Name: "Equals" } when call is { Instance: { } left, Arguments: [{ Value: var right }, ..] } => left.Syntax.IsEquivalentTo(Variables.Unwrap(right).Syntax, topLevel: false) && Looks(left, row) ? true : null,
        { Name: "Contains" or "StartsWith" or "EndsWith", ContainingType.SpecialType: SpecialType.System_String } when call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: "" } }, ..] => true,
        { Name: "Like" or "ILike", ContainingType.Name: "DbFunctionsExtensions" or "NpgsqlDbFunctionsExtensions" } when call.Arguments is [_, _, { Value.ConstantValue: { HasValue: true, Value: string pattern } }, ..] => pattern.Length > 0 && pattern.Trim('%').Length == 0 ? true : null,
        { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } when call.Arguments is [{ Value: var value }] => IsKey(value) ? false : null,
        _ => null,
    };

    /// <summary>Whether a value depends on the row.</summary>
    public static bool Looks(IOperation value, IParameterSymbol? row) =>
        value.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, row));

    private static string Written(IOperation value) => value.Syntax.WithoutTrivia().ToString();

    private static string ConstantOf(IOperation value) => value.ConstantValue is { HasValue: true, Value: var constant } ? Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "" : Written(value);

    private static string? SignOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => "=",
        BinaryOperatorKind.NotEquals => "<>",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        _ => null,
    };
}
