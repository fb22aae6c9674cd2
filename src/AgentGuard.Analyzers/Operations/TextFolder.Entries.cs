using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations;

/// <summary>Objects that get their members by key after they were made: <c>body["query"] = "..."</c>.</summary>
internal sealed partial class TextFolder
{
    private const int MaxEntries = 64;

    private sealed partial class Folding
    {
        public ImmutableArray<FoldedString> FoldEntries(IOperation holder, string property, SyntaxNode use, int depth)
        {
            if (Variables.PathOf(holder) is not var (variable, outer)) return One(FoldedString.Empty);
            var path = string.Join(".", new[] { outer, property, MemberAssignments.Entries }.Where(static part => part.Length > 0));
            var entries = services.AssignmentsAround(holder).Reaching(variable, path, use).Where(static entry => entry is { Key: not null, Value: not null }).Take(MaxEntries).Reverse();
            return entries.Aggregate(One(FoldedString.Empty), (sum, entry) => Concat(Concat(Concat(sum, AsName(Fold(entry.Key!, depth + 1))), One(Known(":"))), Concat(FoldJsonValue(entry.Value!, depth), One(Known(",")))));
        }

        private ImmutableArray<FoldedString> WithEntries(ImmutableArray<FoldedString> created, IOperation reference, int depth)
        {
            if (reference.Type is not { IsValueType: false, SpecialType: SpecialType.None }) return created;
            var entries = FoldEntries(reference, "", reference.Syntax, depth);
            if (entries is [{ Text: "" }]) return created;
            var open = created.Select(static text => text.Text.StartsWith("{", StringComparison.Ordinal) ? text with { Text = text.Text.TrimEnd('}') } : text with { Text = "{" }).ToImmutableArray();
            return Concat(Concat(open, entries), One(Known("}")));
        }

        private static ImmutableArray<FoldedString> AsName(ImmutableArray<FoldedString> names) => names.Select(static name => name with { Text = JsonString(name.Text) }).ToImmutableArray();
    }
}
