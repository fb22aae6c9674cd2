using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Targets;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What calls prove that a line of the catalogue is about: checks, confirmations and backups.</summary>
internal sealed class CatalogCalls(FlowBody body)
{
    /// <summary>What the lines say; null where none is about the call.</summary>
    public CallMeaning? Read(IInvocationOperation call, Value?[] arguments, OperationReader reader)
    {
        var method = call.TargetMethod;
        foreach (var entry in body.Recognition.Catalog.Match(method))
        {
            if (DeclaredGuards.IsContradicted(entry, method, body) is { } guard)
            {
                reader.Notes.Note(new Sighting(guard, call.Syntax, NearMissReason.ProvesNothing));
                return null;
            }

            switch (entry.Effect)
            {
                case CatalogEffect.Checks when entry.Subject != "target" && body.Recognition.ObjectsInView.IsNamedHere(call):
                    reader.Notes.Note(new Sighting(GuardKinds.Environment, call.Syntax, NearMissReason.SetByProgram));
                    return default(CallMeaning);
                case CatalogEffect.Confirms when !Readers.IsPerson(call, body):
                    return default(CallMeaning);
                case CatalogEffect.Confirms or CatalogEffect.Checks:
                    // The receiver of an extension method is an argument too, but never a text.
                    var keys = call.Arguments.Select((argument, i) => (argument.Value.Type, Value: arguments[i])).Where(pair => pair.Type?.SpecialType == SpecialType.System_String).ToArray();
                    var key = keys.Length > 0 && keys[0].Value is { } first && first.IsConstant(out var constant) ? constant as string : null;
                    var result = body.Recognition.Places.OfEntry(entry, method.Name, CallMeaning.Awaited(method), key, keys.Length > 0 && entry.Effect == CatalogEffect.Checks);
                    return CallMeaning.Completed(method, method.ReturnsVoid && entry.Effect == CatalogEffect.Confirms ? Facts.Confirmed : Facts.None, result);
                // `File.Copy(settings, settings + ".bak")`: whatever the copy is called, it is of the first.
                case CatalogEffect.BacksUp when UnrelatedVariables.AreHandedOver(method is { Name: "Copy", ContainingType.Name: "File" or "IFile" } ? call.Arguments.Take(1) : call.Arguments, arguments):
                    return default(CallMeaning);
                case CatalogEffect.BacksUp or CatalogEffect.Runs:
                    var backup = body.Recognition.Backups.OfCall(call, body);

                    // `process.Start()` says only that it runs: the process is what is waited for.
                    if (backup != Facts.None && call.Instance is { } process && method is { Name: "Start", ContainingType.Name: "Process" })
                    {
                        reader.Store(process, Value.Pending(backup, null), null);
                        return default(CallMeaning);
                    }

                    return backup == Facts.None ? entry.Effect == CatalogEffect.Runs ? default(CallMeaning) : null : BackupCalls.Completed(call, backup);
                case CatalogEffect.Destroys:
                    return default(CallMeaning);
            }
        }

        return null;
    }
}
