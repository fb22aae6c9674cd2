using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>One member of an object as it is written into JSON.</summary>
/// <param name="Name">Its name, where the source has one.</param>
/// <param name="Key">The key of a dictionary in place of a name.</param>
/// <param name="Value">The value.</param>
internal readonly record struct JsonMember(string Name, IOperation? Key, IOperation Value);

/// <summary>What the JSON of a created object holds: of an anonymous object, a record, a dictionary or a JSON object.</summary>
internal static class JsonMembers
{
    /// <summary>The members in source order; null where nothing says what the object holds.</summary>
    public static IEnumerable<JsonMember>? Of(IOperation created) => created switch
    {
        IAnonymousObjectCreationOperation anonymous => anonymous.Initializers.SelectMany(Initialized),
        IObjectCreationOperation { Type.Name: "JObject", Arguments: [{ Value: var content }] } => (Variables.ElementsOf(content) ?? [content]).SelectMany(Property),
        IObjectCreationOperation { Type: { } type, Arguments: var arguments, Initializer: var initializer } => (Given(type, arguments).ToList(), initializer) switch
        {
            ([], null) => null,
            var (given, _) => given.Concat((initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).SelectMany(Initialized)),
        },
        _ => null,
    };

    /// <summary>Whether objects of a type are GraphQL requests.</summary>
    public static bool HaveQuery(ITypeSymbol type) => type.GetMembers().Any(member => member is IPropertySymbol property && IsQuery(NameOf(property)));

    // The arguments of a request's constructor become the properties of their names; of other objects nothing is known.
    private static IEnumerable<JsonMember> Given(ITypeSymbol type, ImmutableArray<IArgumentOperation> arguments)
    {
        var given = arguments.Where(argument => argument.Parameter is not null).Select(argument => new JsonMember(NameIn(type, argument.Parameter!.Name), null, argument.Value)).ToList();
        return given.Any(member => IsQuery(member.Name)) ? given : [];
    }

    private static IEnumerable<JsonMember> Initialized(IOperation initializer) => initializer switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }] }, Value: var value } => [new JsonMember("", key, value)],
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } => [new JsonMember(NameOf(property), null, value)],
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var key, var value] } => [new JsonMember("", key.Value, value.Value)],
        _ => [],
    };

    private static IEnumerable<JsonMember> Property(IOperation content) =>
        Variables.Unwrap(content) is IObjectCreationOperation { Type.Name: "JProperty", Arguments: [{ Value: var name }, { Value: var value }, ..] } ? [new JsonMember("", name, value)] : [];

    private static string NameIn(ITypeSymbol type, string parameter) =>
        type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => property.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase)) is { } property ? NameOf(property) : parameter;

    private static string NameOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute") is { ConstructorArguments: [{ Value: string name }] } ? name : property.Name;

    // Serializers write it in camel case.
    private static bool IsQuery(string name) => name.Equals("query", StringComparison.OrdinalIgnoreCase);
}
