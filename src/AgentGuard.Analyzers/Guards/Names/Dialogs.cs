using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>Dialogs of UI frameworks that ask a person: by the names that the frameworks give them, where no body can be seen.</summary>
internal static class Dialogs
{
    private static readonly string[] Pickers = ["file", "folder", "color", "font", "print", "directory"];

    private static readonly string[] Consoles = ["console", "prompt", "terminal", "user interface"];

    private static readonly string[] Boxes = [" chk ", " cb ", " check box ", " checkbox ", " toggle ", " switch "];

    private static readonly Value Yes = Value.Condition(Facts.Confirmed, Facts.Declined);

    /// <summary>What is known of the answer; null if the call opens no such dialog.</summary>
    public static Value? OfCall(IInvocationOperation call, Value?[] arguments)
    {
        var method = call.TargetMethod;
        var type = ReturnedValues.TypeOf(method);
        switch (method.Name)
        {
            case "InvokeAsync" or "Invoke" when method.ContainingType.Name.StartsWith("IJS", StringComparison.Ordinal) || method.ContainingType.Name.StartsWith("JS", StringComparison.Ordinal):
                return OfScript(arguments.Select(OptionCalls.AsText).FirstOrDefault(static text => text is not null), type);
            case "ShowDialog" when Places.IsBool(type):
                // Whoever picks a file has not said yes to anything else.
                return NameWords.HasAny(NameWords.Split(method.ContainingType.Name), Pickers) || NameWords.HasAny(NameWords.Split(call.Instance?.Type?.Name ?? ""), Pickers) ? null : Yes;
            case "ShowMessageBox" or "ShowMessageBoxAsync" when Places.IsBool(type) && call.Arguments.Any(static argument => argument is { Parameter.Name: "noText", ArgumentKind: ArgumentKind.DefaultValue }):
                // With no third button, what is not yes is nothing at all.
                return new Value(Origin.Unknown, ImmutableArray.Create(new Case(true, Facts.Confirmed), new Case(null, Facts.Declined)), Facts.Unreachable);
            case "DisplayAlert" or "DisplayAlertAsync" or "ShowMessageBox" or "ShowMessageBoxAsync" or "ShouldProcess" or "ShouldContinue" when Places.IsBool(type):
                return Yes;
            case "DisplayActionSheet" or "DisplayActionSheetAsync" or "DisplayPromptAsync" when type.SpecialType == SpecialType.System_String:
                return Value.Of(Origin.Answer);
            case "ReadLine" or "Prompt" or "Ask" or "ReadAnswer" or "GetString" or "Input" or "ReadLineAsync" or "PromptAsync" or "AskAsync" when type.SpecialType == SpecialType.System_String && NameWords.HasAny(NameWords.Split(method.ContainingType.Name), Consoles):
                return Value.Of(Origin.Answer);
            case "Query" or "ErrorQuery" when type.SpecialType == SpecialType.System_Int32 && method.ContainingType.Name == "MessageBox":
                return OfButtons(call);
            case "IsInMemory" when Places.IsBool(type) && method.ContainingType.Name.StartsWith("InMemory", StringComparison.Ordinal):
                return Value.Condition(Facts.Allowed | Facts.Confirmed | Facts.AnyBackup, Facts.None);
            default:
                return null;
        }
    }

    /// <summary>What a property of a dialog's result tells, or a box that is ticked: <c>confirmCheckBox.Checked</c>; null for any other property.</summary>
    public static Value? OfProperty(IPropertyReferenceOperation reference, FlowBody body) => reference.Property is { Name: "Checked" or "IsChecked" } ticked && (ticked.DeclaringSyntaxReferences.IsEmpty || ticked.IsExtern) && reference.Instance is IMemberReferenceOperation { Member.Name: var box }
        ? SwitchNames.ReadOption(Boxes.Aggregate(NameWords.Split(box), static (words, kind) => words.Replace(kind, " ")), body.Options)
        : OfResult(reference.Property);

    private static Value? OfResult(IPropertySymbol property) =>
        property is { Name: "Canceled" or "Cancelled" or "IsCanceled" or "IsCancelled", DeclaringSyntaxReferences.IsEmpty: true } && Places.IsBool(property.Type) && property.ContainingType.Name.IndexOf("Dialog", StringComparison.Ordinal) >= 0
            ? Value.Condition(Facts.Declined, Facts.Confirmed)
            : null;

    // `MessageBox.Query("Delete", "Sure?", "No", "Yes")` tells the number of the button, or -1 where none was pressed.
    private static Value? OfButtons(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.IsParams == true)?.Value is not { } list || Variables.ElementsOf(list) is not { } buttons) return null;
        var pressed = buttons.Select(static (button, number) => new Case(number, button.ConstantValue is { HasValue: true, Value: string label } ? Judgement.OfAnswer(label.Trim('_'), isEnum: true).Passes : Facts.None));
        return new Value(Origin.Unknown, pressed.Append(new Case(-1, Facts.Declined)).ToImmutableArray(), Facts.Unreachable);
    }

    private static Value? OfScript(string? function, ITypeSymbol type)
    {
        if (function is null) return null;
        if (Places.IsBool(type)) return PromptNames.IsPrompt(function) ? Yes : null;
        return type.SpecialType == SpecialType.System_String && NameWords.HasAny(NameWords.Split(function), ["prompt"]) ? Value.Of(Origin.Answer) : null;
    }
}
