using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What calls say by the name of their method alone, which is believed only where no body can be seen.</summary>
internal sealed class NamedCalls(FlowBody body)
{
    private readonly BackupCalls _backups = new(body);

    /// <summary>What a call says by its name, null where it says nothing; no more than that it returns where what stands behind it is seen to do nothing.</summary>
    public CallMeaning? Read(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        var named = _backups.ByName(call, arguments, reader) ?? OfName(call.TargetMethod);
        if (named == default) return null;
        if (!body.Recognition.ObjectsInView.IsFake(call) && !body.Recognition.EmptyImplementations.StandBehind(call.TargetMethod, Value.Awaited(named.Result), body)) return named;
        reader.Notes.NoteRefuted(call.Syntax, named);
        return default(CallMeaning);
    }

    private CallMeaning OfName(IMethodSymbol method)
    {
        var type = CallMeaning.Awaited(method);
        var name = body.Recognition.Names.OfMethod(method.Name);
        if (name.IsReauthentication) return CallMeaning.Completed(method, Facts.None, Places.IsBool(type) ? Value.Condition(Facts.Confirmed, Facts.Declined) : Value.Of(Origin.Answer));
        if (PromptNames.IsButton(type)) return CallMeaning.Completed(method, Facts.None, Value.Of(Origin.Answer));
        if (!Places.IsBool(type)) return method.DeclaringSyntaxReferences.IsEmpty || method.IsAbstract ? CallMeaning.Completed(method, SwitchNames.ReadDemand(method.Name), null) : default;
        if (name.IsPrompt) return CallMeaning.Completed(method, Facts.None, Value.Condition(Facts.Confirmed, Facts.Declined));
        return method.Parameters.IsEmpty ? CallMeaning.Completed(method, Facts.None, name.Answer) : default;
    }
}
