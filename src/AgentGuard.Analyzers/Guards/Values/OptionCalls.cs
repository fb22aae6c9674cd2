using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Calls that ask for an option: of the command line, of the configuration, of the process's variables.</summary>
internal sealed class OptionCalls(FlowBody body)
{
    private readonly OptionFlags _flags = new(body);

    /// <summary>What is known of the option's value; null if the call asks for none that matters.</summary>
    public Value? Read(IInvocationOperation call, Value?[] arguments, FlowState state)
    {
        var method = call.TargetMethod;
        switch (method)
        {
            case { Name: "GetConnectionString", ReturnType.SpecialType: SpecialType.System_String } when arguments.FirstOrDefault() is not { Origin: Origin.Unrelated }:
                return Value.Of(Origin.Target);
            case { Name: "GetValue", ContainingType.Name: "ConfigurationBinder" and var holder, ReturnType.SpecialType: SpecialType.System_String }:
                return arguments.Select(AsText).FirstOrDefault(static text => text is not null) is { } key && body.Recognition.Places.OfKey(key, holder) is var text && !DefaultAnswers.SayYes(call, text, body.Options) ? text : null;
            case { Name: "GetEnvironmentVariable" } when arguments is [var name, ..] && (method.IsAbstract || body.Helpers.DeclarationsOf(method.OriginalDefinition).IsEmpty):
                return AsText(name) is { } variable ? OfVariable(variable) : null;
            case { Name: "Get", ContainingType.Name: "ConfigurationBinder" } when Places.IsBool(method.ReturnType) && SectionOf(call) is { } section:
                return SwitchNames.ReadOption(section, body.Options);
            case { Name: "GetValue" or "GetValueForOption" or "GetRequiredValue", ReturnType.SpecialType: SpecialType.System_String }:
                return NamedOption(call, arguments) is null ? null : Value.Of(Origin.Answer);
        }

        if (!IsBool(method.ReturnType)) return null;
        switch (method.Name)
        {
            case "Any" or "Exists" or "All" or "TrueForAll" when ListCalls.Read(call, arguments, body, state) is { } asked:
                return asked;
            case "Contains" when arguments is [] or [{ Origin: Origin.List }, ..] || body.Helpers.ListOf(call.Instance ?? call.Arguments[0].Value, null, body.Cancellation) is not null:
                return null;
            case "Contains":
                return call.Arguments.Zip(arguments, (argument, value) => AsText(value) is { } flag && _flags.Of(flag, argument.Syntax) is { } option && !AddedFlags.Contain(call.Instance ?? call.Arguments[0].Value, flag, body) ? option : null).FirstOrDefault(static option => option is not null);
            case "GetValue" or "GetValueForOption" or "GetBoolean" or "GetFlag" or "HasFlag" or "HasOption" or "HasSwitch" or "IsSet" or "GetRequiredValue" or "GetValueOrDefault"
                or "IsEnabled" or "IsEnabledAsync" or "IsFeatureEnabled" or "IsFeatureEnabledAsync" or "BoolVariation" or "GetBooleanValueAsync":
                return NamedOption(call, arguments) is { } option && !DefaultAnswers.SayYes(call, option) ? option : null;
            default:
                return null;
        }
    }

    /// <summary>The text that a value is, if it is a constant.</summary>
    public static string? AsText(Value? value) => value is not null && value.IsConstant(out var constant) ? constant as string : null;

    // `APP_ENV` names the environment as `config["APP_ENV"]` does.
    private Value? OfVariable(string name) =>
        SwitchNames.ReadOption(name, body.Options) is not null ? Value.Of(Origin.Answer) : OriginNames.Read(name) == Origin.Environment ? Value.Of(Origin.Environment) : null;

    private Value? NamedOption(IInvocationOperation call, Value?[] arguments) => call.Arguments
        .Zip(arguments, (argument, value) => AsText(value) ?? body.Storages.SymbolOf(argument.Value)?.Name)
        .Select(name => name is null ? null : SwitchNames.ReadOption(name, body.Options))
        .FirstOrDefault(static option => option is not null);

    // `config.GetSection("Database:DropOnStartup").Get<bool>()`
    private static string? SectionOf(IInvocationOperation call)
    {
        var section = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        while (section is IConversionOperation conversion) section = conversion.Operand;
        return section is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection", Arguments: var keys }
            ? keys.Select(static key => key.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null).FirstOrDefault(static text => text is not null)
            : null;
    }

    private static bool IsBool(ITypeSymbol type) => Places.IsBool(type) || type is INamedTypeSymbol { TypeArguments: [var result] } && type.Name.EndsWith("Task", StringComparison.Ordinal) && Places.IsBool(result);
}
