using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Targets;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What is known of the values of properties and fields: by the object that holds them, by declaration, by their body, and by their name where no body can be seen.</summary>
/// <param name="body">The body that reads them.</param>
/// <param name="forgeries">What that body sets itself.</param>
/// <param name="lists">The lists that it fills.</param>
internal sealed class MemberValues(FlowBody body, Forgeries forgeries, FilledLists lists)
{
    /// <summary>What is known of a property's value.</summary>
    public Value? OfProperty(IPropertyReferenceOperation property, Value? instance, Value? key, OperationReader reader, IOperation? source = null)
    {
        var symbol = property.Property;
        if ((ObjectValues.PartOf(instance, symbol) ?? lists.CountOf(property, instance, source ?? property.Instance)) is { } part) return part;
        if (instance?.Each is { } each && symbol is { Name: "Current", IsIndexer: false }) return ListedChecks.InLoop(each);
        if (instance?.Task is { } made && symbol is { Name: "Value", ContainingType.Name: "Lazy" or "IOptions" })
        {
            if (forgeries.IsForged(property.Syntax, Value.Under(made.Result, made.Facts), reader.Notes)) return null;
            reader.Prove(made.Facts);
            return made.Result;
        }

        if (instance is { Cases.Length: > 0 } && symbol is { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }) return ConditionReader.Negated(ConditionReader.Test(instance, null, TextTest.Equals, body.Options));
        if (instance is { Origin: Origin.Answer } && symbol is { IsIndexer: true, ContainingType.SpecialType: SpecialType.System_String }) return TextCalls.FirstLetter(instance);
        if (instance is { Origin: Origin.Answer } or { Cases.Length: > 0 } && symbol.Name is "Value" or "IsPresent" && symbol.ContainingType.SpecialType != SpecialType.System_String) return instance;
        if (instance is { Origin: Origin.Answer })
            return Places.IsBool(symbol.Type) ? Value.Condition(Facts.Confirmed, Facts.Declined) : symbol.Name == "Length" ? null : instance;
        if (instance is { Origin: Origin.Destroyed } && !Places.IsBool(symbol.Type) && symbol.Name is not ("Length" or "Count")) return instance;
        if (instance is { Origin: Origin.Unrelated } && (!Places.IsBool(symbol.Type) || symbol.ContainingNamespace.Name == "System")) return instance;
        if (ClimbingPaths.AreReadBy(property)) return Value.Of(Origin.Ancestor);
        var value = DeclaredGuards.FactsOf(symbol) is { } declared && DeclaredGuards.MayBeTrusted(symbol, declared, body)
            ? Value.Condition(declared, Facts.None)
            : Dialogs.OfProperty(property, body) is { } pressed ? pressed
            : body.Helpers.OfProperty(symbol, instance, body.Depth, body.Cancellation) is { } summary ? summary.Result
            : body.Helpers.TryGetAssigned(symbol, body, out var assigned) ? assigned ?? OfText(body.Recognition.Places.OfProperty(symbol, null))
            : body.Recognition.Places.OfProperty(symbol, key is not null && key.IsConstant(out var constant) ? constant as string : null) ?? body.Helpers.States.Of(symbol, body);
        if (value is not null && IsAnsweredHere(property, value, key))
        {
            reader.Notes.NoteRefuted(property.Syntax, new CallMeaning(value.Origin == Origin.Environment ? Facts.Allowed : Facts.None, value));
            return null;
        }

        if (forgeries.IsForged(property.Syntax, value, reader.Notes) || forgeries.IsKeySet(property.Syntax, OptionCalls.AsText(key), value, reader.Notes) || forgeries.IsSwitchedOn(property, value, reader.Notes)) return null;
        reader.Notes.NoteNamed(property.Syntax, symbol, value, body);
        return value;
    }

    /// <summary>What is known of a field's value.</summary>
    public Value? OfField(IFieldReferenceOperation field, OperationReader reader)
    {
        // A service says nothing by its value, and nearly every field that a call goes to holds one.
        if (field.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: false }) return null;
        if (body.Unrelated.Contains(field.Field)) return Value.Of(Origin.Unrelated);
        if (DeclaredGuards.FactsOf(field.Field) is { } declared) return Value.Condition(declared, Facts.None);
        if (body.Helpers.TryGetAssigned(field.Field, body, out var assigned)) return assigned ?? OfText(body.Recognition.Places.OfField(field.Field));
        var named = body.Recognition.Places.OfField(field.Field);
        return forgeries.IsSwitchedOn(field, named, reader.Notes) ? null : named ?? body.Helpers.States.Of(field.Field, body);
    }

    /// <summary>The value of a member that a property pattern looks at.</summary>
    public Value? OfPattern(IMemberReferenceOperation member, Value? holder, IOperation? source, OperationReader reader)
    {
        var root = source is null ? null : body.Storages.StorageOf(source);
        if (root is { Member: null } place && reader.State.Values.TryGetValue(place with { Member = member.Member }, out var stored)) return stored;
        return member switch
        {
            IPropertyReferenceOperation property => OfProperty(property, holder, null, reader, source),
            IFieldReferenceOperation field => ObjectValues.PartOf(holder, field.Field) ?? OfField(field, reader),
            _ => null,
        };
    }

    private bool IsAnsweredHere(IPropertyReferenceOperation property, Value value, Value? key) =>
        forgeries.IsChosenAtStart(property.Property, OptionCalls.AsText(key), value)
        || (property.Property is { IsAbstract: true, IsIndexer: false } asked && (body.Recognition.ObjectsInView.IsFake(property) || body.Recognition.EmptyImplementations.StandBehind(asked, value, body)));

    private static Value? OfText(Value? byName) => byName is { Cases.IsEmpty: true } ? byName : null;
}
