using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Objects that get their members by key after they were made: <c>body["query"] = "..."</c>.</summary>
internal sealed partial class TextFolder
{
    private const int MaxEntries = 64;

    private static readonly ImmutableHashSet<string> Lists = ImmutableHashSet.Create("List", "IList", "IReadOnlyList", "ICollection", "IReadOnlyCollection", "IEnumerable", "ImmutableArray", "BsonArray");

    private sealed partial class Folding
    {
        public ImmutableArray<FoldedString> FoldEntries(IOperation holder, string property, SyntaxNode use, int depth)
        {
            var created = property.Length == 0 ? One(FoldedString.Empty) : FoldInitialEntries(holder, property, depth);
            if (Variables.PathOf(holder) is not var (variable, outer)) return created;
            var path = string.Join(".", new[] { outer, property, MemberAssignments.Entries }.Where(static part => part.Length > 0));
            var entries = services.AssignmentsAround(holder).Reaching(variable, path, use).Where(static entry => entry is { Key: not null, Value: not null }).Take(MaxEntries).Reverse();
            return entries.Aggregate(created, (sum, entry) => Concat(sum, FoldEntry(entry.Key!, entry.Value!, depth)));
        }

        // `new HttpRequestMessage { Headers = { { "X-HTTP-Method-Override", "DELETE" } } }`
        private ImmutableArray<FoldedString> FoldInitialEntries(IOperation holder, string property, int depth) => services.Values.Of(holder)
            .SelectMany(source => services.Values.InitialValues(source, property))
            .OfType<IObjectOrCollectionInitializerOperation>()
            .SelectMany(static initializer => initializer.Initializers)
            .OfType<IInvocationOperation>()
            .Where(static add => add is { TargetMethod.Name: "Add", Arguments.Length: 2 })
            .Take(MaxEntries)
            .Aggregate(One(FoldedString.Empty), (sum, add) => Concat(sum, FoldEntry(add.Arguments[0].Value, add.Arguments[1].Value, depth)));

        private ImmutableArray<FoldedString> FoldEntry(IOperation key, IOperation value, int depth) =>
            Concat(Concat(AsName(Fold(key, depth + 1)), One(Known(":"))), Concat(FoldJsonValue(value, depth), One(Known(","))));

        private ImmutableArray<FoldedString> WithEntries(ImmutableArray<FoldedString> created, IOperation reference, int depth)
        {
            if (reference.Type is not { IsValueType: false, SpecialType: SpecialType.None }) return created;
            var entries = FoldEntries(reference, "", reference.Syntax, depth);
            if (entries is [{ Text: "" }]) return created;
            var open = created.Select(static text => text.Text.StartsWith("{", StringComparison.Ordinal) ? text with { Text = text.Text.TrimEnd('}') } : text with { Text = "{" }).ToImmutableArray();
            return Concat(Concat(open, entries), One(Known("}")));
        }

        // `new[] { "FLUSHALL" }`: in JSON a list stays one, while for a command line its elements are words.
        public ImmutableArray<FoldedString> FoldJson(IOperation value, int depth) => depth <= MaxDepth && ListInJson(value) is { } elements
            ? Concat(elements.Aggregate(One(Known("[")), (sum, element) => Concat(sum, Concat(FoldJsonValue(element, depth + 1), One(Known(","))))), One(Known("]")))
            : Fold(value, depth);

        private IReadOnlyList<IOperation>? ListInJson(IOperation value) =>
            Variables.Unwrap(value).Type is { } type && IsListInJson(type) && services.Values.Of(value) is [var list] && ListedIn(list)?.Take(MaxEntries).ToList() is { } elements && !elements.Exists(static element => Variables.SpreadIn(element) is not null)
                ? elements : null;

        // A dictionary has elements too, but becomes an object.
        private static bool IsListInJson(ITypeSymbol type) => type is IArrayTypeSymbol { ElementType.SpecialType: not SpecialType.System_Byte } || Lists.Contains(type.Name);

        private ImmutableArray<FoldedString> FoldJsonValue(IOperation value, int depth) => ListInJson(value) is not null ? FoldJson(value, depth) : Fold(value, depth + 1)
            .Select(text => text.Text.StartsWith("{", StringComparison.Ordinal) ? text : text with { Text = IsBareInJson(value) ? text.Text.ToLowerInvariant() : JsonString(text.Text) })
            .ToImmutableArray();

        // `limit: 1`, `multi: true`
        private static bool IsBareInJson(IOperation value) => Variables.Unwrap(value).ConstantValue is { HasValue: true, Value: bool or int or long or double };

        private static string JsonString(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n") + "\"";

        private static ImmutableArray<FoldedString> AsName(ImmutableArray<FoldedString> names) => names.Select(static name => name with { Text = JsonString(name.Text) }).ToImmutableArray();
    }
}
