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
        // `step.Sql`, of a variable that gets such an object or of each element of a list in view. What the object does not show is what the member is declared with.
        private ImmutableArray<FoldedString> FoldMember(IMemberReferenceOperation reference, IOperation holder, int depth)
        {
            var member = reference.Member;
            if (depth > MaxDepth) return Unknown;
            if (LoopedList(holder) is { Type: { } type } table && IsTable(type) && member.Name == "Value") return FoldKeyed(table, key: null, depth);
            if (Variables.Of(holder) is { } variable && services.AssignmentsAround(holder).Reaching(variable, member.Name, holder.Syntax).Any()) return FoldVariable(Variables.Unwrap(holder), member.Name, holder.Syntax, depth);
            var held = FoldHeld(holder, member, depth);
            return IsOpen(held) && FoldSources(reference, depth) is var declared && !IsOpen(declared) ? Limit(declared.Concat(held)) : held;
        }

        private ImmutableArray<FoldedString> FoldHeld(IOperation holder, ISymbol member, int depth) =>
            depth > MaxDepth || ++_steps > MaxSteps ? Unknown : Join((LoopedList(holder) is { } list ? ElementSources(list) : services.Values.Of(holder)).Select(source => source switch
            {
                _ when MemberOf(source, member) is { } value => Fold(value, depth + 1),
                IParameterReferenceOperation { Parameter: var given } => FoldHanded(given, member.Name, depth),
                IInvocationOperation call => FoldReturned(call, depth, (inside, value, depth) => inside.FoldHeld(value, member, depth)),
                _ => Unknown,
            }));

        // `Run(new ProcessStartInfo("terraform", "destroy"))`: what the caller has made is read where it is made.
        private ImmutableArray<FoldedString> FoldHanded(IParameterSymbol parameter, string property, int depth) =>
            depth + CallDepth > MaxDepth ? Unknown
            : parameters.Arguments.TryGetValue(parameter, out var handed) ? Join([services.Channels.FoldFrom(handed.Value, property.Split('.').ToImmutableArray(), handed.Value.Syntax, handed.Around)])
            : One(FoldedString.Unknown with { Parameters = ImmutableArray.Create(parameter) });

        // `Scripts["reset"]`: the entry of that key, or any where the key is not known.
        private ImmutableArray<FoldedString> FoldKeyed(IOperation holder, IOperation? key, int depth)
        {
            if (depth > MaxDepth || services.Values.Of(holder) is not [var source] || JsonMembers.Of(TableIn(source))?.ToList() is not { Count: > 0 } entries) return Unknown;
            var wanted = key?.ConstantValue is { HasValue: true, Value: { } constant } ? entries.FindAll(entry => entry.Key?.ConstantValue is not { HasValue: true, Value: { } known } || known.Equals(constant)) : entries;
            return Weightiest(wanted.Take(MaxElements).SelectMany(entry => Fold(entry.Value, depth + 1)).ToList());
        }

        private static bool IsTable(ITypeSymbol type) => type.Name.EndsWith("Dictionary", StringComparison.Ordinal);

        // `new Dictionary<string, string> { ... }.ToFrozenDictionary()`
        private IOperation TableIn(IOperation source) =>
            source is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: "ToFrozenDictionary" or "ToImmutableDictionary" or "AsReadOnly" }, Arguments: var arguments } call && (call.Instance ?? arguments.FirstOrDefault()?.Value) is { } table && services.Values.Of(table) is [var made] ? made : source;

        // `TryGetValue(key, out var sql)`, `TryBuild(out var sql)`
        private ImmutableArray<FoldedString> FoldOut(IArgumentOperation argument, int depth)
        {
            if (depth > MaxDepth || argument is not { Parent: IInvocationOperation { TargetMethod: var method, Arguments: var arguments } call, Parameter: { RefKind: RefKind.Out } parameter }) return Unknown;
            if (method.DeclaringSyntaxReferences.Length > 0)
                return FoldInside(call, depth, (inside, body, own, depth) => Join(services.AssignmentsAround(body).All(own.Parameters[parameter.Ordinal]).Select(given => given is { Appends: false, Value: { } value } ? inside.Fold(value, depth) : Unknown)));
            return call.Instance is not { } holder ? Unknown : method.Name switch
            {
                "TryGetValue" => FoldKeyed(holder, arguments[0].Value, depth + 1),
                "TryDequeue" or "TryPop" or "TryPeek" or "TryTake" => FoldElements(holder, depth + 1),
                _ => Unknown,
            };
        }

        private ImmutableArray<FoldedString> FoldParts(IOperation collection, int part, int depth)
        {
            if (depth > MaxDepth || ++_steps > MaxSteps) return Unknown;
            if (collection.Type is { } type && IsTable(type)) return part == 1 ? FoldKeyed(collection, key: null, depth) : Unknown;
            return Join(ElementSources(collection).Select(element => FoldPlace(element, part, depth)));
        }

        // `var (program, arguments) = isWindows ? ("cmd", "/c rd ...") : ("rm", "-rf ...")`
        private ImmutableArray<FoldedString> FoldPlace(IOperation whole, int place, int depth) => depth > MaxDepth || ++_steps > MaxSteps ? Unknown : Join(services.Values.Of(whole).Select(source =>
            PartAt(source, place) is { } part ? Fold(part, depth + 1)
            : source is IInvocationOperation call ? FoldReturned(call, depth, (inside, value, depth) => inside.FoldPlace(value, place, depth))
            : Unknown));

        private IEnumerable<IOperation> ElementSources(IOperation collection) =>
            services.Values.Of(collection).SelectMany(source => ListedIn(source) ?? [source]).Take(MaxElements).SelectMany(element => services.Values.Of(element));

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
