using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Lists of arguments: each element is one word of a command line, in its place, however it gets into the list.</summary>
internal sealed partial class TextFolder
{
    // Stands for an argument of which only matters whether a function gives it back.
    private const string AnyArgument = "\uE000";

    private sealed partial class Folding
    {
        // `new List<string>(args) { "--yes" }`
        private ImmutableArray<FoldedString> FoldList(IObjectCreationOperation list, int depth)
        {
            var copied = list.Arguments.Where(static argument => argument.Value.Type is { } type && KnownParameters.IsCollection(type)).Select(static argument => argument.Value);
            return FoldArguments(copied.Concat(list.Initializer is null ? [] : Variables.ElementsOf(list.Initializer) ?? []), list.Syntax, depth);
        }

        private ImmutableArray<FoldedString> FoldArguments(IEnumerable<IOperation> elements, SyntaxNode list, int depth) =>
            elements.Take(MaxElements).Aggregate(One(FoldedString.Empty), (sum, element) => Concat(sum, FoldArgument(element, list, depth)));

        // One word, or the words of a list of which the element is each in turn.
        private ImmutableArray<FoldedString> FoldArgument(IOperation element, SyntaxNode use, int depth) =>
            AllBehind(element, use) is var (list, first) ? Concat(One(Known(" ")), FoldFrom(list, first, depth + 1)) : AsArgument(Fold(element, depth + 1));

        // `foreach (var arg in args) list.Add(arg)`, where the loop goes on for one and the same list.
        private (IOperation List, int First)? AllBehind(IOperation element, SyntaxNode use)
        {
            if (Variables.SpreadIn(element) is { } spread) return (spread, 0);
            element = Variables.Unwrap(element);
            return element switch
            {
                ILocalReferenceOperation { Local: var local } when services.AssignmentsAround(element).CollectionOf(local) is { } collection => EndsBefore(collection.Parent, use) ? (collection, 0) : null,
                IParameterReferenceOperation parameter when ElementFunctions.ListOf(parameter) is { } list => EndsBefore(list.Parent, use) ? (list, 0) : null,
                IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var index] } when CountedFrom(index, use) is { } first => (array, first),
                IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } type } list, Arguments: [{ Value: var index }] } when KnownParameters.IsCollection(type) && CountedFrom(index, use) is { } first => (list, first),
                { Type: { } type } when KnownParameters.IsCollection(type) => (element, 0),
                _ => null,
            };
        }

        private static bool EndsBefore(IOperation? loop, SyntaxNode use) => loop is not null && !loop.Syntax.Span.Contains(use.Span);

        // Where a `for` loop begins to count that runs through a list; null for any other index.
        private static int? CountedFrom(IOperation index, SyntaxNode use)
        {
            if (Variables.Unwrap(index) is not ILocalReferenceOperation { Local: var counter }) return null;
            for (var around = index.Parent; around is not null && EndsBefore(around, use); around = around.Parent)
            {
                if (around is IForLoopOperation loop && loop.Locals.Contains(counter, SymbolEqualityComparer.Default))
                    return CountedLoop.StartOf(loop, counter) is { } start ? Number(start) : null;
            }

            return null;
        }

        // The words of a list from one of them on; where they cannot be told apart, what the list waits for.
        private ImmutableArray<FoldedString> FoldFrom(IOperation list, int first, int depth)
        {
            if (first == 0) return Fold(list, depth);
            if (depth > MaxDepth) return Unknown;
            return ListOf(list, depth) is { } words
                ? words.Skip(first).Aggregate(One(FoldedString.Empty), static (sum, word) => Concat(sum, AsArgument(word)))
                : Fold(list, depth).Select(static text => FoldedString.Unknown with { Parameters = text.Parameters }).ToImmutableArray();
        }

        /// <summary>The elements of a list in view, each with the texts that it may be; null where it is filled on the way or out of sight.</summary>
        private IReadOnlyList<ImmutableArray<FoldedString>>? ListOf(IOperation list, int depth)
        {
            if (depth > MaxDepth || ++_steps > MaxSteps || services.Values.Of(list) is not [var source] || AddedTo(list, depth).Any()) return null;
            switch (source)
            {
                case IParameterReferenceOperation { Parameter: var parameter }:
                    return parameters.Arguments.TryGetValue(parameter, out var handed) ? AtCaller(handed, (outside, value) => outside.ListOf(value, depth + 1)) : null;
                case IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var index] } when FirstOf(index) is { } first:
                    return ListOf(array, depth + 1)?.Skip(first).ToList();
                case IImplicitIndexerReferenceOperation { Instance: var whole, Argument: var range } when FirstOf(range) is { } first:
                    return ListOf(whole, depth + 1)?.Skip(first).ToList();
                case IInvocationOperation { TargetMethod.Name: var name, Arguments: var arguments } call when (call.Instance ?? arguments.FirstOrDefault()?.Value) is { } receiver && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty:
                    return name switch
                    {
                        "ToArray" or "ToList" or "AsEnumerable" or "AsReadOnly" or "AsSpan" or "ToImmutableArray" or "ToImmutableList" => ListOf(receiver, depth + 1),
                        "Skip" when Number(arguments[^1].Value) is { } first => ListOf(receiver, depth + 1)?.Skip(first).ToList(),
                        "Select" when FunctionIn(arguments[^1].Value) is var (body, element) => ListOf(receiver, depth + 1)?.Select(word => FoldWith(body, element, word, depth + 1)).ToList(),
                        _ => null,
                    };
                case var _ when ListedIn(source)?.Take(MaxElements).ToList() is { } listed && !listed.Exists(static element => Variables.SpreadIn(element) is not null):
                    return listed.ConvertAll(element => Fold(element, depth + 1));
                default:
                    return null;
            }
        }

        // `args[1..]`
        private static int? FirstOf(IOperation index) => Variables.Unwrap(index) is IRangeOperation { RightOperand: null } range && Index(range.LeftOperand, fromEnd: false) is (var first, false) ? first : null;

        // Null: no query that hands on the elements of a list.
        private ImmutableArray<FoldedString>? FoldQuery(IInvocationOperation query, int depth)
        {
            var (method, arguments) = (query.TargetMethod, query.Arguments);
            if (method.Name == "Split" && query.Instance is { Type.SpecialType: SpecialType.System_String } line && arguments.FirstOrDefault()?.Value.ConstantValue.Value is null or ' ' or " ") return Fold(line, depth + 1);
            if ((query.Instance ?? arguments.FirstOrDefault()?.Value) is not { Type: { } type } source || !KnownParameters.IsCollection(type) || method.DeclaringSyntaxReferences.Length > 0) return null;
            return method.Name switch
            {
                "Where" or "ToArray" or "ToList" or "AsEnumerable" or "AsReadOnly" or "AsSpan" or "ToImmutableArray" or "ToImmutableList" or "Cast" or "OfType" => Fold(source, depth + 1),
                "Skip" when Number(arguments[^1].Value) is { } first => FoldFrom(source, first, depth + 1),
                "Append" when arguments.Length == 2 => Concat(Fold(source, depth + 1), FoldArgument(arguments[1].Value, query.Syntax, depth)),
                "Prepend" when arguments.Length == 2 => Concat(FoldArgument(arguments[1].Value, query.Syntax, depth), FoldArgument(source, query.Syntax, depth)),
                "Concat" when arguments.Length == 2 => Concat(Fold(source, depth + 1), FoldArgument(arguments[1].Value, query.Syntax, depth)),
                "Select" when arguments.Length == 2 && GivesBack(arguments[1].Value, depth) => Fold(source, depth + 1),
                _ => null,
            };
        }

        // `string.Join(" ", args.Select(a => ...))`
        private ImmutableArray<FoldedString>? FoldLine(IInvocationOperation query, int depth) =>
            FoldQuery(query, depth) ?? (ListOf(query, depth + 1) is { } words ? words.Aggregate(One(FoldedString.Empty), static (sum, word) => Concat(sum, Concat(One(Known(" ")), word))) : null);

        // `args.Select(Quote)`: whatever it puts around or before a character in it, the word stays one.
        private bool GivesBack(IOperation function, int depth) => FunctionIn(function) is var (body, argument)
            && FoldWith(body, argument, One(Known(AnyArgument)), depth + 1).Any(static text => text.Text.Trim('"', '\'') == AnyArgument);

        private (IOperation Body, IParameterSymbol Argument)? FunctionIn(IOperation function) => Variables.Unwrap(function) switch
        {
            IAnonymousFunctionOperation { Symbol.Parameters: [var argument, ..] } lambda => (lambda, argument),
            IMethodReferenceOperation { Method: { IsVirtual: false, IsAbstract: false, IsOverride: false } method } when services.BodyOf(method.OriginalDefinition) is { } body && method.OriginalDefinition.Parameters is [var argument] => (body, argument),
            _ => null,
        };

        private ImmutableArray<FoldedString> FoldWith(IOperation function, IParameterSymbol argument, ImmutableArray<FoldedString> texts, int depth)
        {
            if (depth + CallDepth > MaxDepth) return Unknown;
            var inside = Inside(parameters with { Texts = parameters.Texts.SetItem(argument, texts) });
            var returned = Join(ReturnedValues.Of(function).Select(value => inside.Fold(value, depth + CallDepth)));
            _steps = inside._steps;
            return returned;
        }

        // What was handed over is read where it is written.
        private T AtCaller<T>(HandedArgument handed, Func<Folding, IOperation, T> read)
        {
            var outside = Inside(handed.Around);
            var result = read(outside, handed.Value);
            _steps = outside._steps;
            return result;
        }
    }
}
