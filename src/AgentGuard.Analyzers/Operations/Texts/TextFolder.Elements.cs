using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Texts that stand in a collection: what a <c>foreach</c> hands out one by one.</summary>
internal sealed partial class TextFolder
{
    private const int MaxElements = 1024;

    private sealed partial class Folding
    {
        /// <summary>The texts that one element of a collection may be; never empty.</summary>
        public ImmutableArray<FoldedString> FoldElements(IOperation collection, int depth)
        {
            if (depth > MaxDepth || ++_steps > MaxSteps) return Unknown;
            return Weightiest(services.Values.Of(collection).SelectMany(source => ElementsIn(source, depth + 1)).Concat(AddedTo(collection, depth)).Take(MaxElements).ToList());
        }

        // The list of which a variable is each element in turn; null for any other variable.
        private IOperation? LoopedList(IOperation reference) => Variables.Unwrap(reference) switch
        {
            ILocalReferenceOperation { Local: var local } => services.AssignmentsAround(reference).CollectionOf(local),
            IParameterReferenceOperation parameter => ElementFunctions.ListOf(parameter),
            _ => null,
        };

        // The element at a number that is known, or any.
        private ImmutableArray<FoldedString> FoldElement(IOperation collection, IOperation index, int depth) =>
            index.ConstantValue is { HasValue: true, Value: int at } && ListOf(collection, depth + 1) is { } list && at >= 0 && at < list.Count ? list[at] : FoldElements(collection, depth);

        private IEnumerable<FoldedString> ElementsIn(IOperation source, int depth) => source switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => parameters.Elements.TryGetValue(parameter, out var known) ? known : One(FoldedString.Unknown with { Parameters = ImmutableArray.Create(parameter) }),
            IInvocationOperation call => ElementsFrom(call, depth),
            IPropertyReferenceOperation { Property.Name: "Values", Instance: { Type: { } type } table } when IsTable(type) => FoldKeyed(table, key: null, depth),
            IPropertyReferenceOperation property => FoldDeclared(property, depth, static (inside, value, depth) => inside.FoldElements(value, depth)),
            IObjectCreationOperation { Arguments: [{ Value: { Type: { } type } copied }, ..] } when KnownParameters.IsCollection(type) => FoldElements(copied, depth),
            _ when ListedIn(source) is { } listed => listed.Take(MaxElements).SelectMany(element => Variables.SpreadIn(element) is { } spread ? FoldElements(spread, depth) : Fold(element, depth)),
            _ => Unknown,
        };

        private static IEnumerable<IOperation>? ListedIn(IOperation source) => source switch
        {
            IObjectCreationOperation { Initializer: { } initializer } => Variables.ElementsOf(initializer),
            IObjectCreationOperation { Arguments.IsEmpty: true } => [],
            _ => Variables.ElementsOf(source),
        };

        // `list.Add("...")` on the way to the use.
        private IEnumerable<FoldedString> AddedTo(IOperation collection, int depth) => Variables.Of(collection) is not { } variable ? [] : services.AssignmentsAround(collection)
            .Reaching(variable, "", collection.Syntax)
            .Where(static assignment => assignment is { Appends: true, Call: null, Value: not null })
            .Take(MaxElements)
            .Reverse()
            .SelectMany(assignment => Fold(assignment.Value!, depth + 1));

        private IEnumerable<FoldedString> ElementsFrom(IInvocationOperation call, int depth)
        {
            var arguments = call.Arguments;
            var receiver = call.Instance ?? (arguments.IsEmpty ? null : arguments[0].Value);
            return call.TargetMethod.Name switch
            {
                "Split" when arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "input")?.Value is { } input => Fold(input, depth),
                "Split" when call.Instance is { Type.SpecialType: SpecialType.System_String } text => Fold(text, depth),
                "Select" when arguments.Length == 2 && Variables.Unwrap(arguments[1].Value) is IAnonymousFunctionOperation function => Selected(function, arguments[0].Value, depth),
                "Create" when call.TargetMethod.ContainingType.Name.StartsWith("Immutable", StringComparison.Ordinal) => arguments.SelectMany(argument => argument.Value.Type is { } type && KnownParameters.IsCollection(type) ? FoldElements(argument.Value, depth) : Fold(argument.Value, depth)),
                "Concat" or "Union" when arguments.Length == 2 => FoldElements(arguments[0].Value, depth).AddRange(FoldElements(arguments[1].Value, depth)),
                "Append" or "Prepend" when arguments.Length == 2 => FoldElements(arguments[0].Value, depth).AddRange(Fold(arguments[1].Value, depth)),
                "Where" or "OrderBy" or "OrderByDescending" or "Distinct" or "Reverse" or "Skip" or "Take" or "ToList" or "ToArray" or "AsEnumerable" or "AsReadOnly" or "AsParallel" or "Cast" or "ToImmutableArray" or "ToImmutableList" or "ToHashSet" when receiver is not null => FoldElements(receiver, depth),
                _ => FoldReturned(call, depth, static (inside, value, depth) => value.Type?.SpecialType == SpecialType.System_String ? inside.Fold(value, depth) : inside.FoldElements(value, depth)),
            };
        }

        // `tables.Select(table => "DROP TABLE " + table)`
        private IEnumerable<FoldedString> Selected(IAnonymousFunctionOperation function, IOperation collection, int depth)
        {
            if (function.Symbol.Parameters is not [var element, ..]) return Unknown;
            var inside = Inside(parameters with { Texts = parameters.Texts.SetItem(element, FoldElements(collection, depth)) });
            var texts = Join(ReturnedValues.Of(function).Select(value => inside.Fold(value, depth + 1)));
            _steps = inside._steps;
            return texts;
        }
    }
}
