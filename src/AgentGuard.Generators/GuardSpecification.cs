using System.Globalization;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Generators;

/// <summary>The guards that hold for a call: of each attribute the nearest one.</summary>
internal sealed class GuardSpecification
{
    /// <summary>Stands for the field of a call until the writer has numbered it.</summary>
    public const string Field = "@@call@@";

    private static readonly SymbolDisplayFormat ApiFormat = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType, typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly);

    private readonly IReadOnlyList<AttributeData> _attributes;

    private GuardSpecification(IReadOnlyList<AttributeData> attributes) => _attributes = attributes;

    /// <summary>The guards around a call; null if there are none.</summary>
    public static GuardSpecification? Around(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        var nearest = GuardAttributes.AttributesAround(call, model, cancellation)
            .GroupBy(attribute => attribute.AttributeClass!.Name, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderBy(attribute => attribute.AttributeClass!.Name, StringComparer.Ordinal)
            .ToList();
        return nearest.Count == 0 ? null : new GuardSpecification(nearest);
    }

    /// <summary>The attributes again, for the interceptor: it holds the call now, so it is what the analyzer looks at.</summary>
    public string Attributes => string.Concat(_attributes.Select(attribute => $"[global::AgentGuard.{attribute.AttributeClass!.Name}({string.Join(", ", AttributeArguments(attribute))})]"));

    /// <summary>The expression that creates the description of the call.</summary>
    public string Call(IMethodSymbol method, string callSite) =>
        $"new global::AgentGuard.GuardedCall({Literal(method.ToDisplayString(ApiFormat))}, {Literal(callSite)}){string.Concat(_attributes.Select(Guard))}";

    private static string Guard(AttributeData attribute)
    {
        var arguments = string.Join(", ", Values(attribute));
        return attribute.AttributeClass!.Name switch
        {
            "RequiresEnvironmentAttribute" => $".InEnvironment({arguments})",
            "RequiresTargetAttribute" => $".AgainstTarget({arguments})",
            "RequiresConfirmationAttribute" => $".Confirmed({arguments})",
            _ => $".BackedUp({string.Join(", ", Values(attribute).DefaultIfEmpty("null"))}, {MaxAge(attribute)})",
        };
    }

    private static IEnumerable<string> AttributeArguments(AttributeData attribute) =>
        MaxAge(attribute) is not "0" and var minutes ? Values(attribute).Append($"MaxAgeMinutes = {minutes}") : Values(attribute);

    // A null array of names, which only a person who tries can write, is written as no names at all.
    private static IEnumerable<string> Values(AttributeData attribute) => attribute.ConstructorArguments.SelectMany(argument => argument switch
    {
        { Kind: TypedConstantKind.Array, IsNull: true } => [],
        { Kind: TypedConstantKind.Array } => argument.Values.Select(value => Literal(value.Value as string)),
        _ => Enumerable.Repeat(Literal(argument.Value as string), 1),
    });

    private static string MaxAge(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "MaxAgeMinutes").Value.Value is int minutes ? minutes.ToString(CultureInfo.InvariantCulture) : "0";

    private static string Literal(string? value) => value is null ? "(string)null" : SymbolDisplay.FormatLiteral(value, quote: true);
}
