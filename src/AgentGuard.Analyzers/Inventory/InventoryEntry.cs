using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;

namespace AgentGuard.Analyzers.Inventory;

/// <summary>One destructive operation of a project. The schema is in docs/inventory.md.</summary>
/// <param name="File">The file, from the project's directory, with slashes.</param>
/// <param name="Member">Documentation id of the member.</param>
/// <param name="Operation">The operation as approvals name it.</param>
/// <param name="Api">Documentation id of the API that is called.</param>
/// <param name="Kind">What is destroyed.</param>
/// <param name="Target">Its name, where the source tells.</param>
/// <param name="Required">The guards that the policy asks for.</param>
/// <param name="AnyOne">Whether one of them is enough.</param>
/// <param name="ByCode">The guards that the code proves.</param>
/// <param name="ByAttribute">The guards that enforced attributes add.</param>
/// <param name="InMigration">Whether a migration does it, where AG0205 is the rule.</param>
/// <param name="Approval">The approval that holds for it.</param>
internal sealed record InventoryEntry(
    string File,
    string Member,
    string Operation,
    string Api,
    DestructiveKind Kind,
    string? Target,
    GuardKinds Required,
    bool AnyOne,
    GuardKinds ByCode,
    GuardKinds ByAttribute,
    bool InMigration,
    OperationApproval? Approval)
{
    /// <summary>The guards that lack.</summary>
    public GuardKinds Missing => InMigration ? GuardKinds.None : new Policy.Requirement(Required, AnyOne).Missing(ByCode | ByAttribute);

    /// <summary>The entries in the order of the written file, which does not depend on the order of compilation.</summary>
    public static ImmutableArray<InventoryEntry> Sorted(IEnumerable<InventoryEntry> entries) => entries
        .OrderBy(entry => entry.Member, StringComparer.Ordinal)
        .ThenBy(entry => entry.Operation, StringComparer.Ordinal)
        .ThenBy(entry => entry.File, StringComparer.Ordinal)
        .ToImmutableArray();
}
