using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Texts that an object holds beside others: a step of a list, an entry of a dictionary.</summary>
internal sealed partial class TextFolder
{
    private sealed partial class Folding
    {
        // `step.Sql`, of a variable that gets such an object or of each element of a list in view. What the object does not show stays unknown.
        private ImmutableArray<FoldedString> FoldMember(IMemberReferenceOperation reference, IOperation holder, int depth)
        {
            var member = reference.Member;
            if (depth > MaxDepth) return Unknown;
            if (Variables.Unwrap(holder) is ILocalReferenceOperation { Local: var local } && services.AssignmentsAround(holder).CollectionOf(local) is { } collection)
                return FoldParts(collection, element => MemberOf(element, member), depth);
            if (Variables.Of(holder) is { } variable && services.AssignmentsAround(holder).Reaching(variable, member.Name, holder.Syntax).Any()) return FoldVariable(Variables.Unwrap(holder), member.Name, holder.Syntax, depth);
            var values = services.Values.Of(holder).Select(source => MemberOf(source, member)).ToList();
            return values.TrueForAll(static value => value is null) ? FoldSources(reference, depth) : Join(values.Select(value => value is null ? Unknown : Fold(value, depth + 1)));
        }

        // `Scripts["reset"]`: the entry of that key, or any where the key is not known.
        private ImmutableArray<FoldedString> FoldKeyed(IOperation holder, IOperation key, int depth)
        {
            if (depth > MaxDepth || services.Values.Of(holder) is not [IObjectCreationOperation { Type.Name: "Dictionary" or "SortedDictionary" } created] || JsonMembers.Of(created)?.ToList() is not { Count: > 0 } entries) return Unknown;
            var wanted = key.ConstantValue is { HasValue: true, Value: { } constant } ? entries.FindAll(entry => entry.Key?.ConstantValue is not { HasValue: true, Value: { } known } || known.Equals(constant)) : entries;
            return Join(wanted.Take(MaxElements).Select(entry => Fold(entry.Value, depth + 1)));
        }

        private ImmutableArray<FoldedString> FoldParts(IOperation collection, Func<IOperation, IOperation?> part, int depth)
        {
            if (depth > MaxDepth || ++_steps > MaxSteps) return Unknown;
            var elements = services.Values.Of(collection).SelectMany(source => ListedIn(source) ?? [source]).Take(MaxElements).SelectMany(element => services.Values.Of(element));
            return Join(elements.Select(element => part(Variables.Unwrap(element)) is { } value ? Fold(value, depth + 1) : Unknown));
        }

        private static IOperation? PartAt(IOperation element, int part) => element switch
        {
            ITupleOperation { Elements: var parts } when part < parts.Length => parts[part],
            IObjectCreationOperation { Type.IsRecord: true, Arguments: var arguments } => arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == part)?.Value,
            _ => null,
        };

        private IOperation? MemberOf(IOperation element, ISymbol member) => element switch
        {
            ITupleOperation { Elements: var parts } when member is IFieldSymbol field && IndexOf(field) is { } index && index < parts.Length => parts[index],
            IAnonymousObjectCreationOperation => JsonMembers.Of(element)?.Where(one => one.Name == member.Name).Select(static one => one.Value).FirstOrDefault(),
            IObjectCreationOperation => services.Values.InitialValues(element, member.Name).FirstOrDefault(),
            _ => null,
        };

        // Item2 is the part at one.
        private static int? IndexOf(IFieldSymbol field) =>
            (field.CorrespondingTupleField ?? field).Name is ['I', 't', 'e', 'm', .. var number] && int.TryParse(number, out var place) ? place - 1 : null;
    }
}
