using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>
/// What a record says of an approval that a person has given: <c>approval.ApprovedBy</c>, <c>request.Status == RequestStatus.Approved</c>. It counts in a type that
/// is named for an approval or for what goes; that an invoice is approved says nothing of deleting it.
/// </summary>
internal static class ApprovalNames
{
    private static readonly string[] Holders = ["approval", "deletion", "delete", "removal", "purge", "wipe", "reset", "erasure", "destruction", "teardown", "decommission", "decommissioning", "drop"];

    private static readonly string[] Given = [" approved by ", " approved by id ", " approved at ", " approved on ", " approved utc ", " approved at utc ", " approver ", " approver id "];

    private static readonly string[] Refused = ["Rejected", "Denied", "Declined", "Pending", "Requested"];

    /// <summary>What the value of a property proves; null where it says nothing of an approval.</summary>
    public static Value? Read(IPropertySymbol property)
    {
        if (!(property.Type.TypeKind == TypeKind.Enum ? property.Type.GetMembers("Approved").Length == 1 : property.Name.IndexOf("pprove", StringComparison.Ordinal) > 0) || !NameWords.HasAny(NameWords.Split(property.ContainingType.Name), Holders)) return null;
        var words = NameWords.Split(property.Name);
        if (Places.IsBool(property.Type)) return words is " approved " or " is approved " or " was approved " ? Value.Condition(Facts.Confirmed, Facts.Declined) : null;

        // Nobody has: it is missing.
        if (Array.IndexOf(Given, words) >= 0 && property.Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            return new Value(Origin.Unknown, ImmutableArray.Create(new Case(null, Facts.Declined)), Facts.Confirmed) { IsPresent = true };
        return property.Type.TypeKind == TypeKind.Enum ? OfState(property.Type) : null;
    }

    private static Value OfState(ITypeSymbol states) => new(
        Origin.Unknown,
        states.GetMembers().OfType<IFieldSymbol>().Where(static state => state.HasConstantValue).Select(static state => new Case(new EnumName(state.Name, state.ConstantValue!), FactsOf(state.Name))).ToImmutableArray(),
        Facts.Unreachable);

    private static Facts FactsOf(string state) => state == "Approved" ? Facts.Confirmed : Array.IndexOf(Refused, state) >= 0 ? Facts.Declined : Facts.None;
}
