using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Folds an expression to the texts that it may be, with holes where a part is not known.</summary>
internal sealed partial class TextFolder(AnalysisServices services)
{
    private const int MaxAlternatives = 32;
    private const int MaxDepth = 24;

    // What following a call costs of the depth: a handful of helpers inside each other can be followed.
    private const int CallDepth = 5;

    // A text that is built up in many optional steps has more histories than anyone can read.
    private const int MaxSteps = 4096;

    private static readonly ImmutableArray<FoldedString> Unknown = ImmutableArray.Create(FoldedString.Unknown);

    // Wrappers that hold one text and hand it on as it is.
    private static readonly ImmutableHashSet<string> TextHolders = ImmutableHashSet.Create("StringBuilder", "Uri", "StringContent", "ByteArrayContent", "FormUrlEncodedContent", "StreamContent", "MemoryStream", "HttpMethod", "BsonJavaScript", "JsonCommand", "UriBuilder", "Url", "FlurlRequest", "FlurlClient");
    private static readonly ImmutableHashSet<string> TextConverters = ImmutableHashSet.Create("Serialize", "SerializeToUtf8Bytes", "SerializeObject", "GetBytes", "Create", "FromString", "FromObject", "FromResult", "Invariant");

    private static readonly Regex Placeholder = new(@"\{(\d+)[^{}]*\}", RegexOptions.CultureInvariant);

    /// <summary>The texts that an expression may be; never empty.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="parameters">What is known of parameters of the member around, when one of its calls is looked at.</param>
    public ImmutableArray<FoldedString> Fold(IOperation text, KnownParameters? parameters = null) => new Folding(services, parameters ?? KnownParameters.None).Fold(text, 0);

    /// <summary>The texts of the JSON that an object, a list or a text becomes; what is no list is folded as ever.</summary>
    public ImmutableArray<FoldedString> FoldJson(IOperation value, KnownParameters? parameters = null) => new Folding(services, parameters ?? KnownParameters.None).FoldJson(value, 0);

    /// <summary>The text that an expression is, where it can be no other and all of it is known.</summary>
    public string? Known(IOperation text) => Fold(text) is [{ Text: var known }] && known.IndexOf(FoldedText.Hole) < 0 ? known : null;

    /// <summary>The texts that a property of a variable may hold at a use, such as a command's text.</summary>
    public ImmutableArray<FoldedString> FoldProperty(IOperation holder, string property, SyntaxNode use, KnownParameters? parameters = null) =>
        new Folding(services, parameters ?? KnownParameters.None).FoldProperty(holder, property, use, 0);

    /// <summary>What has been put under keys into an object that a property of a variable holds, such as the headers of a request; as JSON, empty where there is nothing.</summary>
    public ImmutableArray<FoldedString> FoldEntries(IOperation holder, string property, SyntaxNode use) => new Folding(services, KnownParameters.None).FoldEntries(holder, property, use, 0);

    /// <summary>What a call tells of the parameters of the member that it calls.</summary>
    /// <param name="call">The call.</param>
    /// <param name="wanted">The parameters of that member, or of what implements it.</param>
    /// <param name="parameters">What is known of parameters of the member around the call.</param>
    public KnownParameters At(IOperation call, IReadOnlyList<IParameterSymbol> wanted, KnownParameters? parameters = null) =>
        new Folding(services, parameters ?? KnownParameters.None).At(call, wanted, 0);

    private sealed partial class Folding(AnalysisServices services, KnownParameters parameters)
    {
        private int _steps;

        public ImmutableArray<FoldedString> Fold(IOperation operation, int depth)
        {
            if (depth > MaxDepth || ++_steps > MaxSteps) return Unknown;
            operation = Unwrap(operation);
            if (operation is IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum, Name: var choice } }) return One(Known(choice));
            if (operation.ConstantValue is { HasValue: true, Value: var constant })
                return One(new FoldedString(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "", ImmutableArray.Create(operation.Syntax.GetLocation())));

            return operation switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } => FoldSum(operation, depth),
                IInterpolatedStringOperation interpolated => interpolated.Parts.Aggregate(One(FoldedString.Empty), (sum, part) => Concat(sum, FoldPart(part, depth))),
                IInterpolatedStringHandlerCreationOperation { Content: { } content } => Fold(content, depth + 1),
                ILocalReferenceOperation or IParameterReferenceOperation => WithEntries(FoldVariable(operation, "", operation.Syntax, depth), operation, depth),
                IInvocationOperation invocation => FoldInvocation(invocation, depth),
                IObjectCreationOperation { Type.SpecialType: SpecialType.System_String, Arguments: [{ Value: { } characters }] } => Characters(characters, depth),
                IImplicitIndexerReferenceOperation slice when FoldSlice(slice, depth) is { } sliced => sliced,
                IObjectCreationOperation { Type.Name: "StringBuilder" } creation when !creation.Arguments.Any(IsText) => One(FoldedString.Empty),
                IObjectCreationOperation { Type.Name: "Uri", Arguments: [{ Parameter.Name: "baseUri", Value: var start }, { Value: var rest }, ..] } => FoldRelative(start, rest, depth + 1),
                IObjectCreationOperation { Type.Name: var type, Arguments: [var first, ..] } creation when TextHolders.Contains(type) => Fold((creation.Arguments.FirstOrDefault(IsText) ?? first).Value, depth + 1),
                IObjectCreationOperation { Type: INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } type } list when KnownParameters.IsCollection(type) => FoldList(list, depth),
                IObjectCreationOperation { Type.Name: "BsonDocument" or "JProperty", Arguments: [{ Parameter.Name: "name", Value: var name }, var value] } => FoldPair(name, value.Value, depth),
                IObjectCreationOperation { Type.Name: "BsonDocument", Arguments.IsEmpty: true, Initializer: null } => One(Known("{}")),
                IObjectCreationOperation or IAnonymousObjectCreationOperation when JsonMembers.Of(operation) is { } members => FoldObject(members, depth),
                IPropertyReferenceOperation { Property: { Name: "NewLine", ContainingType.Name: "Environment" } } => One(Known("\n")),
                IPropertyReferenceOperation { Property: { Name: "Uri", ContainingType.Name: "UriBuilder" }, Instance: { } builder } => FoldBuilt(builder, depth),
                IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "HttpMethod", Name: var verb } } => One(FoldedString.Empty with { Text = verb.ToUpperInvariant() }),
                IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var index] } when FirstOf(index) is { } first => FoldFrom(array, first, depth + 1),
                IImplicitIndexerReferenceOperation { Instance: { Type: { } sliced } list, Argument: var range } when KnownParameters.IsCollection(sliced) && FirstOf(range) is { } first => FoldFrom(list, first, depth + 1),
                IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var index] } => FoldElement(array, index, depth + 1),
                IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } table } holder, Arguments: [{ Value: var key }] } when IsTable(table) => FoldKeyed(holder, key, depth + 1),
                IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } list } holder, Arguments: [var index] } when KnownParameters.IsCollection(list) => FoldElement(holder, index.Value, depth + 1),
                IMemberReferenceOperation { Instance: { } holder, Type.SpecialType: SpecialType.System_String } member when holder is not IInstanceReferenceOperation && member is not IPropertyReferenceOperation { Property.IsIndexer: true } => OrByName(member, FoldMember(member, holder, depth + 1)),
                IPropertyReferenceOperation { Property: { IsIndexer: false, ContainingType.DeclaringSyntaxReferences.IsEmpty: false }, Instance: { } holder, Type: { } listed } member when holder is not IInstanceReferenceOperation && KnownParameters.IsCollection(listed) => FoldMember(member, holder, depth + 1),
                IUtf8StringOperation { Value: var bytes } => One(new FoldedString(bytes, ImmutableArray.Create(operation.Syntax.GetLocation()))),
                _ when Variables.ElementsOf(operation) is { } elements => FoldArguments(elements, operation.Syntax, depth),
                _ => OrByName(operation, FoldSources(operation, depth)),
            };
        }

        public ImmutableArray<FoldedString> FoldProperty(IOperation holder, string property, SyntaxNode use, int depth)
        {
            if (depth > MaxDepth) return Unknown;
            holder = Variables.Unwrap(holder);
            if (Variables.Of(holder) is not null && services.AssignmentsAround(holder).Reaching(Variables.Of(holder)!, property, use).Any()) return FoldVariable(holder, property, use, depth);
            return FoldCreated(holder, property, depth);
        }

        // `new Uri(root, "volumes/1")`
        private ImmutableArray<FoldedString> FoldRelative(IOperation root, IOperation address, int depth) =>
            Join(Fold(root, depth).Select(start => Fold(address, depth).Select(rest => rest.ContinuesAt(start)).ToImmutableArray()));

        // A left-deep chain of a thousand terms must not become a thousand stack frames.
        private ImmutableArray<FoldedString> FoldSum(IOperation sum, int depth)
        {
            var terms = new Stack<IOperation>();
            while (sum is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary && !binary.ConstantValue.HasValue)
            {
                terms.Push(binary.RightOperand);
                sum = Unwrap(binary.LeftOperand);
            }

            return terms.Aggregate(Fold(sum, depth + 1), (folded, term) => Concat(folded, Fold(term, depth + 1)));
        }

        private ImmutableArray<FoldedString> FoldPart(IInterpolatedStringContentOperation part, int depth) => part switch
        {
            IInterpolatedStringTextOperation text => Fold(text.Text, depth + 1),
            IInterpolationOperation hole => Fold(hole.Expression, depth + 1),
            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var value, ..] } } => Fold(value.Value, depth + 1),
            _ => Unknown,
        };

        // An object made in view that says nothing of the property has it empty; of any other object nothing is known.
        private ImmutableArray<FoldedString> FoldCreated(IOperation holder, string property, int depth) => depth > MaxDepth ? Unknown : Join(services.Values.Of(holder).Select(source => source switch
        {
            _ when services.Values.InitialValues(source, property).ToList() is { Count: > 0 } initial => Join(initial.Select(value => Fold(value, depth + 1))),
            IObjectCreationOperation { Type: var type } => FoldDefault(type, property, depth),
            IObjectOrCollectionInitializerOperation => One(FoldedString.Empty),
            IInvocationOperation call => IsFactory(call) ? One(FoldedString.Empty) : FoldMade(call, property, depth),
            _ when LoopedList(source) is { } list => Join(ElementSources(list).Select(element => FoldCreated(element, property, depth + 1))),
            IParameterReferenceOperation { Parameter: var parameter } => FoldHanded(parameter, property, depth),
            _ => Unknown,
        }));

        private static bool IsFactory(IInvocationOperation source) => source.TargetMethod is { Name: "CreateCommand" or "Wrap", Parameters.Length: <= 1 };

        private ImmutableArray<FoldedString> Start(ISymbol variable, IOperation reference, int depth) => variable switch
        {
            _ when !parameters.Texts.ContainsKey(variable) && LoopedList(reference) is { } list => FoldElements(list, depth + 1),
            ILocalSymbol local when services.AssignmentsAround(reference).PartOf(local) is var (collection, part) => FoldParts(collection, part, depth + 1),
            IParameterSymbol parameter when parameters.Texts.TryGetValue(parameter, out var known) => known,
            IParameterSymbol parameter => FoldOpen(parameter, reference),
            _ => Unknown,
        };

        // What a caller may leave out is what it is by default.
        private static ImmutableArray<FoldedString> FoldOpen(IParameterSymbol parameter, IOperation reference)
        {
            var open = FoldedString.Unknown with { Parameters = ImmutableArray.Create(parameter) };
            return parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string usual } && SqlScanner.MayDestroy(usual)
                ? ImmutableArray.Create(open, new FoldedString(usual, parameter.Locations.IsEmpty ? ImmutableArray.Create(reference.Syntax.GetLocation()) : ImmutableArray.Create(parameter.Locations[0])))
                : One(open);
        }

        private ImmutableArray<FoldedString> FoldInvocation(IInvocationOperation invocation, int depth)
        {
            var method = invocation.TargetMethod;
            var arguments = invocation.Arguments;
            switch (method.Name)
            {
                case "Trim" or "TrimEnd" or "TrimStart" when arguments.Any(static argument => !argument.IsImplicit) && FoldRewritten(invocation, depth) is { } trimmed:
                    return trimmed;
                case "ToString" or "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant" or "Trim" or "TrimEnd" or "TrimStart" or "AsSpan" or "ReplaceLineEndings" or "ToJsonString" when invocation.Instance is { } text:
                    return Fold(text, depth + 1);
                case "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" when invocation.Instance is { } builder:
                    return Concat(Fold(builder, depth + 1), FoldAppended(invocation, depth));
                case "Clear" when method.ContainingType.Name == "StringBuilder":
                    return One(FoldedString.Empty);
                case "Format" or "Create" when arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format") is { } format:
                    return FoldFormat(format.Value, arguments, depth);
                case "Create" when arguments.FirstOrDefault(argument => argument.Parameter?.Name == "handler") is { } handler:
                    return Fold(handler.Value, depth + 1);
                case "GetValueOrDefault" when arguments.Length > 0 && (invocation.Instance ?? arguments[0].Value) is { Type: { } table } holder && IsTable(table):
                    return Join([FoldKeyed(holder, arguments[invocation.Instance is null ? 1 : 0].Value, depth + 1), .. arguments.Where(static argument => argument.Parameter?.Name == "defaultValue").Select(argument => Fold(argument.Value, depth + 1))]);
                case "GetValue" when arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "defaultValue" && IsText(argument)) is { } usual:
                    return Join([Unknown, Fold(usual.Value, depth + 1)]);
                case "Dequeue" or "Pop" or "Peek" when invocation is { Instance: { } queue, Type.SpecialType: SpecialType.System_String } && method.DeclaringSyntaxReferences.IsEmpty:
                    return FoldElements(queue, depth + 1);
                case "Combine" or "Join" when method.ContainingType is { Name: "Path", ContainingNamespace.Name: "IO" } && arguments.Length > 0:
                    return FoldJoin(One(Known("/")), Items(arguments), depth);
                case "GetFullPath" when method.ContainingType is { Name: "Path", ContainingNamespace.Name: "IO" }:
                    return Fold(arguments[0].Value, depth + 1);
                case "GetString" when method.ContainingType.Name.EndsWith("Encoding", StringComparison.Ordinal) && arguments.Length == 1:
                    return FoldBytes(arguments[0].Value) is { } decoded ? One(decoded) : Fold(arguments[0].Value, depth + 1);
                case "Parse" when method.ContainingType.Name is "BsonDocument" or "JsonNode" or "JObject" or "JToken" or "JsonDocument" or "HttpMethod" && arguments.Length > 0:
                    return Fold(arguments[0].Value, depth + 1);
                case "Replace" when invocation.Instance is { Type.SpecialType: SpecialType.System_String } template && arguments.Length > 1 && Fold(arguments[0].Value, depth + 1) is [{ Text: { Length: > 0 } sought }] && sought.IndexOf(FoldedText.Hole) < 0:
                    return Join(Fold(template, depth + 1).Select(text => FoldReplaced(text, sought, Fold(arguments[1].Value, depth + 1))));
                case "Concat" when method.ContainingType.SpecialType == SpecialType.System_String:
                    return FoldJoin(One(FoldedString.Empty), Items(arguments), depth);
                case "Join" when method.ContainingType.SpecialType == SpecialType.System_String && arguments.Length > 1:
                    return FoldJoin(Fold(arguments[0].Value, depth + 1), Items(arguments.RemoveAt(0)), depth);
                case "First" or "FirstOrDefault" when arguments.Length == 1 && invocation.Type?.SpecialType == SpecialType.System_String && ListOf(arguments[0].Value, depth + 1) is [var first, ..]:
                    return first;
                case "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" when method.ContainingType.Name == "Enumerable" && arguments.Length > 0 && invocation.Type?.SpecialType == SpecialType.System_String:
                    return FoldElements(arguments[0].Value, depth + 1);
                case "Invoke" when method.MethodKind == MethodKind.DelegateInvoke && invocation.Instance is { } function:
                    return FoldFunction(function, depth);
                case var converter when TextConverters.Contains(converter) && arguments.Length > 0:
                    var converted = (arguments.FirstOrDefault(IsText) ?? arguments[0]).Value;
                    return method.ContainingType.Name is "JsonSerializer" or "JsonConvert" or "JsonContent" ? FoldJson(converted, depth + 1) : Fold(converted, depth + 1);
                default:
                    return services.EmbeddedTexts.ReadBy(invocation) is { } embedded ? One(embedded) : FoldRewritten(invocation, depth) ?? FoldQuery(invocation, depth) ?? OrByName(invocation, FoldReturned(invocation, depth));
            }
        }

        private static ImmutableArray<FoldedString> OrByName(IOperation source, ImmutableArray<FoldedString> texts) =>
            texts is [var text] && text.Text == FoldedString.Unknown.Text && (text.Parameters.IsEmpty || source is IMemberReferenceOperation) && NamedTexts.Of(source) is { } named ? One(named) : texts;

        // As JSON, so that a request body reads the same whether it is written as text or as an object.
        private ImmutableArray<FoldedString> FoldObject(IEnumerable<JsonMember> members, int depth)
        {
            var result = One(Known("{"));
            foreach (var member in members)
            {
                var name = member.Key is { } key ? Fold(key, depth + 1) : One(Known($"\"{member.Name}\""));
                result = Concat(Concat(Concat(result, name), One(Known(":"))), Concat(FoldJsonValue(member.Value, depth), One(Known(","))));
            }

            return Concat(result, One(Known("}")));
        }

        private ImmutableArray<FoldedString> FoldPair(IOperation key, IOperation value, int depth) =>
            Concat(Concat(Concat(One(Known("{")), Concat(Fold(key, depth + 1), One(Known(":")))), FoldJsonValue(value, depth)), One(Known("}")));

        private static FoldedString Known(string text) => FoldedString.Empty with { Text = text };

        // One element of an argument list stays one word of the command line, whatever a shell would make of it.
        private static ImmutableArray<FoldedString> AsArgument(ImmutableArray<FoldedString> texts) =>
            texts.Select(static text => text with { Text = text.Text.All(IsPlain) ? " " + text.Text : $" {FoldedText.Element}{text.Text}{FoldedText.Element}" }).ToImmutableArray();

        private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or ',' or '@' or '%' or '+' or FoldedText.Hole;

        private static bool IsText(IArgumentOperation argument) => argument.Value.Type?.SpecialType == SpecialType.System_String;

        private ImmutableArray<FoldedString> FoldJoin(ImmutableArray<FoldedString> separator, IReadOnlyList<IOperation?> items, int depth)
        {
            if (separator is [{ Text: " " }] && items is [{ } line] && Variables.Unwrap(line) is IInvocationOperation { TargetMethod.Name: "Select" } query && FoldLine(query, depth) is { } words) return words;
            if (items is [{ } only] && new TextSequences(services).Of(only) is { } elements) items = elements;
            return items.Count == 0 ? Unknown : items.Skip(1).Aggregate(FoldItem(items[0]), (sum, item) => Concat(Concat(sum, separator), FoldItem(item)));

            ImmutableArray<FoldedString> FoldItem(IOperation? item) => item is null ? Unknown : Fold(item, depth + 1);
        }

        private ImmutableArray<FoldedString> FillIn(FoldedString template, IReadOnlyList<IOperation> items, int depth)
        {
            var result = One(FoldedString.Empty);
            var end = 0;
            foreach (Match match in Placeholder.Matches(template.Text))
            {
                var known = int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count;
                result = Concat(result, One(template with { Text = template.Text[end..match.Index] }));
                result = Concat(result, known ? Fold(items[index], depth + 1) : Unknown);
                end = match.Index + match.Length;
            }

            return Concat(result, One(template with { Text = template.Text[end..] }));
        }

        // The values behind `format` or a separator, with a params array or span opened.
        private static IReadOnlyList<IOperation> Items(ImmutableArray<IArgumentOperation> arguments) => arguments
            .Where(argument => argument.Parameter is { Name: not "format" and not "provider" })
            .SelectMany(argument => Variables.ElementsOf(argument.Value) ?? [argument.Value])
            .ToList();

        private ImmutableArray<FoldedString> FoldSources(IOperation operation, int depth)
        {
            var sources = services.Values.Of(operation);
            return sources.Length == 1 && sources[0] == operation ? FoldDeclared(operation, depth, static (inside, value, depth) => inside.Fold(value, depth)) : Join(sources.Select(source => source == operation ? Unknown : Fold(source, depth + 1)));
        }

        private static ImmutableArray<FoldedString> One(FoldedString text) => ImmutableArray.Create(text);

        private static ImmutableArray<FoldedString> Join(IEnumerable<ImmutableArray<FoldedString>> alternatives) => Limit(alternatives.SelectMany(texts => texts));

        private static ImmutableArray<FoldedString> Concat(ImmutableArray<FoldedString> left, ImmutableArray<FoldedString> right) =>
            left.Length * right.Length > MaxAlternatives
                ? left.Select(text => text.Concat(FoldedString.Unknown)).ToImmutableArray()
                : left.SelectMany(text => right.Select(text.Concat)).ToImmutableArray();

        private static ImmutableArray<FoldedString> Limit(IEnumerable<FoldedString> alternatives)
        {
            var limited = alternatives.Take(MaxAlternatives).ToImmutableArray();
            return limited.IsEmpty ? Unknown : limited;
        }
    }
}
