using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>Calls of methods that are named like a backup.</summary>
internal sealed class BackupCalls(FlowBody body)
{
    /// <summary>A call that has made a backup once it has completed, or says so by its result.</summary>
    public static CallMeaning Completed(IInvocationOperation call, Facts backup)
    {
        var (method, type) = (call.TargetMethod, CallMeaning.Awaited(call.TargetMethod));
        if (Places.IsBool(type)) return CallMeaning.Completed(method, Facts.None, Value.Condition(backup, Facts.None));
        return BackupResults.Of(call, type, backup) is { } result ? CallMeaning.Completed(method, Facts.None, result) : CallMeaning.Completed(method, backup, null);
    }

    /// <summary>What the name of a method is worth whose body can be seen: that is too much to judge, so that one that does anything is believed. Null where the body alone counts.</summary>
    public CallMeaning? WithBody(IInvocationOperation call, Value?[] arguments, IMethodSymbol method, HelperSummary summary, OperationReader reader)
    {
        var backup = body.Recognition.Backups.OfNamed(method);
        if (backup == Facts.None || summary.Proves(backup)) return null;
        if (IsOfOther(call, arguments, reader)) return new CallMeaning(summary.OnReturn, summary.Result, summary);
        if ((summary.IsOverridable ? null : body.Recognition.BackupBodies.FaultOf(method)) is not { } fault) return Completed(call, backup);
        reader.Notes.Note(new Sighting(GuardKinds.Backup, call.Syntax, fault));
        return null;
    }

    /// <summary>What the name alone says; null where it is none of a backup.</summary>
    public CallMeaning? ByName(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        var backup = body.Recognition.Backups.OfNamed(call.TargetMethod);
        return backup == Facts.None ? null : IsOfOther(call, arguments, reader) ? default(CallMeaning) : Completed(call, backup);
    }

    // `BackupTable(orders)` before `customers` is dropped: only a parameter that says what is saved tells, for a name may be the backup's own.
    private bool IsOfOther(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        if (body.Unrelated.IsEmpty) return false;
        var saved = call.Arguments.Zip(arguments, static (argument, value) => (argument, value)).Where(static pair => pair.argument.Parameter is { } parameter && Backups.SaysWhat(parameter.Name)).ToList();
        if (saved.Count == 0 || saved.Exists(static pair => pair.value is not { Origin: Origin.Unrelated })) return false;
        reader.Notes.Note(new Sighting(GuardKinds.Backup, call.Syntax, NearMissReason.WrongKind));
        return true;
    }
}
