using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>What is known of a value because of the parameter, field or property that it is read from.</summary>
/// <param name="catalog">The catalogue.</param>
/// <param name="options">The options of a file.</param>
/// <param name="declarations">Where a symbol is declared in this compilation.</param>
internal sealed class Places(CatalogMatcher catalog, PolicyOptions options, Func<ISymbol, ImmutableArray<SyntaxReference>> declarations)
{
    /// <summary>What names say.</summary>
    public KnownNames Names { get; } = new(options);

    /// <summary>The value of a parameter that nobody in the member has assigned.</summary>
    public Value? OfParameter(IParameterSymbol parameter)
    {
        if (parameter.RefKind == RefKind.Out) return null;
        if (IsBool(parameter.Type)) return parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: true } ? null : OfSwitch(parameter.Name, parameter.Type);
        var named = OfName(parameter.Name, parameter.Type);
        return parameter.HasExplicitDefaultValue && DefaultAnswers.SayYes(parameter.ExplicitDefaultValue, named, options) ? null : named;
    }

    /// <summary>The value of a local of which only the name is known.</summary>
    public Value? OfLocal(ILocalSymbol local) => OfName(local.Name, local.Type);

    /// <summary>The value of a field that is not assigned from something better known.</summary>
    public Value? OfField(IFieldSymbol field)
    {
        if (field.HasConstantValue) return Value.Of(Constant(field.ConstantValue, field.Type));
        if (IsBool(field.Type)) return IsInitiallyTrue(field) ? null : OfSwitch(field.Name, field.Type);
        return OfMember(field, field.Type);
    }

    /// <summary>The value of a property without a body that could be looked into.</summary>
    /// <param name="property">The property.</param>
    /// <param name="key">The constant argument of an indexer.</param>
    public Value? OfProperty(IPropertySymbol property, string? key)
    {
        foreach (var entry in catalog.Match(property))
        {
            if (OfEntry(entry, property.Name, property.Type, key, property.IsIndexer) is { } value) return value;
        }

        if (property.IsIndexer) return key is not null && (IsText(property.Type) || property.Type.Name == "StringValues" || property.Type.SpecialType == SpecialType.System_Object) ? OfKey(key, property.ContainingType.Name) : null;
        if (ApprovalNames.Read(property) is { } approval) return approval;
        if (property is { Name: "Name", ContainingType: { Name: "FileSystemInfo" or "DirectoryInfo" or "FileInfo", ContainingNamespace.Name: "IO" } }) return Value.Of(Origin.Path);
        if (IsBool(property.Type)) return IsInitiallyTrue(property) ? null : OfSwitch(property.Name, property.Type) ?? OfSwitch(SwitchNames.InOptions(property), property.Type);
        return OfMember(property, property.Type);
    }

    /// <summary>What a catalogue line says of the result of a member.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="type">The type of the result, without its task.</param>
    /// <param name="key">The constant text that it is called with.</param>
    /// <param name="takesKey">Whether it is called with a text.</param>
    public Value? OfEntry(CatalogEntry entry, string name, ITypeSymbol type, string? key, bool takesKey)
    {
        switch (entry.Effect)
        {
            case CatalogEffect.Confirms:
                return IsBool(type) ? Value.Condition(Facts.Confirmed, Facts.Declined) : Value.Of(Origin.Answer);
            case CatalogEffect.Checks when IsBool(type):
                if (takesKey && key is null) return null;
                var (passes, fails) = entry.Subject == "target" ? (Facts.Allowed, Facts.NotAllowed) : Judgement.Of(Origin.Environment, key ?? Named(name), TextTest.Equals, options);
                return Value.Condition(passes, fails);
            case CatalogEffect.Checks when entry.Subject == "target":
                return Value.Of(Origin.Target);
            case CatalogEffect.Checks:
                return !takesKey || (key is not null && IsEnvironmentKey(key)) ? Value.Of(Origin.Environment) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether an operation is a constant. A compiler temporary is none: it carries the constant of the expression that it was made for, which may be the opposite of what it holds.</summary>
    public static bool HasConstant(IOperation operation)
    {
        while (operation is IConversionOperation conversion && (conversion.ConstantValue.HasValue || Constants.IsKept(conversion))) operation = conversion.Operand;
        return operation is not IFlowCaptureReferenceOperation && (operation.ConstantValue.HasValue || EnvironmentName(operation) is not null);
    }

    // `Environments.Production` of the host's library is a field that holds its own name.
    private static string? EnvironmentName(IOperation operation) =>
        operation is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, Name: ("Development" or "Staging" or "Production") and var name, ContainingType: { Name: "Environments" or "EnvironmentName", ContainingNamespace: { Name: "Hosting", ContainingNamespace.Name: "Extensions" or "AspNetCore" } } } } ? name : null;

    /// <summary>The constant value of an operation, as it was before any conversion: <c>'y'</c>, not its number.</summary>
    public static object? Constant(IOperation operation)
    {
        while (operation is IConversionOperation { Operand: var operand } && HasConstant(operand) && (!operation.ConstantValue.HasValue || SaysMore(operand, operation.ConstantValue.Value))) operation = operand;
        return EnvironmentName(operation) ?? Constant(operation.ConstantValue.Value, operation.Type);
    }

    /// <summary>The constant text of a value; null for any other value.</summary>
    public static string? TextOf(IOperation value) => Variables.Unwrap(value) is var inner && HasConstant(inner) ? Constant(inner) as string : null;

    /// <summary>A constant in the form in which values are compared: enum members by name.</summary>
    public static object? Constant(object? constant, ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { IsValueType: true, OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (constant is null || type?.TypeKind != TypeKind.Enum) return constant;
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant));
        return member is null ? constant : new EnumName(member.Name, constant);
    }

    private static bool SaysMore(IOperation operand, object? converted) =>
        operand.Type is { SpecialType: SpecialType.System_Char } or { TypeKind: TypeKind.Enum } && Constants.Same(operand.ConstantValue.Value, converted) == true;

    /// <summary>Whether a type is <c>bool</c>, <c>bool?</c> or the switch of a cmdlet.</summary>
    public static bool IsBool(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || type is { Name: "SwitchParameter", ContainingNamespace: { Name: "Automation", ContainingNamespace.Name: "Management" } }
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    private Value? OfSwitch(string name, ITypeSymbol type) => ConditionReader.Lifted(Names.OfSwitch(name), type);

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    // `Is`, then the environment that is asked for: IsDevelopment, IsStaging, IsProduction.
    private static string Named(string name) => name.StartsWith("Is", StringComparison.Ordinal) ? name[2..] : name;

    private bool IsInitiallyTrue(ISymbol symbol) => InitialLiterals(symbol).Any(static value => value is true);

    // One that starts with what a guard wants to hear says nothing of what is configured.
    private Value? OfMember(ISymbol member, ITypeSymbol type)
    {
        var named = OfName(member.Name, type);
        return named is { Origin: Origin.Environment or Origin.Answer } && InitialLiterals(member).Any(text => DefaultAnswers.SayYes(text, named, options)) ? null : named;
    }

    private IEnumerable<object?> InitialLiterals(ISymbol symbol) => declarations(symbol)
        .Select(static reference => reference.GetSyntax() switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        })
        .OfType<LiteralExpressionSyntax>()
        .Select(static literal => literal.Token.Value);

    /// <summary>The text that a configuration or another map holds under a constant key.</summary>
    /// <param name="key">The key; its sections are parted by colons.</param>
    /// <param name="holder">The name of the type that is asked.</param>
    public Value? OfKey(string key, string holder)
    {
        if (IsEnvironmentKey(key)) return Value.Of(Origin.Environment);
        var last = key[(key.LastIndexOf(':') + 1)..];
        if (holder.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal)) return OriginNames.Read(last) == Origin.Target ? Value.Of(Origin.Target) : null;
        if (holder is "IQueryCollection" or "IFormCollection" or "IHeaderDictionary") return SwitchNames.ReadOption(key.StartsWith("X-", StringComparison.OrdinalIgnoreCase) ? key[2..] : key, options) is null ? null : Value.Of(Origin.Answer);
        if (holder.IndexOf("Configuration", StringComparison.Ordinal) < 0) return null;
        if (OriginNames.Read(last) == Origin.Environment) return Value.Of(Origin.Environment);
        return SwitchNames.ReadOption(key, options) is null ? null : Value.Of(Origin.Answer);
    }

    // One that names production beside others, whatever it is called.
    private bool IsEnvironmentEnum(ITypeSymbol type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type) is { TypeKind: TypeKind.Enum } kinds
        && kinds.GetMembers().OfType<IFieldSymbol>().Select(static member => member.Name).ToList() is var names
        && names.Any(name => options.ProductionEnvironments.Contains(name, StringComparer.OrdinalIgnoreCase))
        && names.Any(OriginNames.IsDevelopment);

    private bool IsEnvironmentKey(string key) => options.EnvironmentVariables.Contains(key, StringComparer.OrdinalIgnoreCase);

    private Value? OfName(string name, ITypeSymbol type)
    {
        if (IsEnvironmentEnum(type)) return Value.Of(Origin.Environment);
        if (!IsText(type)) return null;
        var origin = OriginNames.Read(name);
        return origin == Origin.Unknown ? null : Value.Of(origin);
    }
}
