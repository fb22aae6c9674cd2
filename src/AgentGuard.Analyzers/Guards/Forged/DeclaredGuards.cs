using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>What the body of a member that is declared as a guard makes of the claim.</summary>
internal enum Honesty
{
    /// <summary>The body implies what the attribute claims.</summary>
    Implied,

    /// <summary>The body relies on something that cannot be looked into, or there is none.</summary>
    Opaque,

    /// <summary>The body lets everything through.</summary>
    Contradicted,
}

/// <summary>Members that carry <c>[EnvironmentGuard]</c>, <c>[ConfirmationGuard]</c> or <c>[BackupGuard]</c>, and the runtime's own <c>Guard</c> methods.</summary>
internal static class DeclaredGuards
{
    /// <summary>What the attributes on a member claim, or null if there are none.</summary>
    public static Facts? FactsOf(ISymbol member)
    {
        Facts? facts = null;
        foreach (var attribute in member.OriginalDefinition.GetAttributes())
        {
            if (ClaimOf(attribute) is { } claim) facts = (facts ?? Facts.None) | claim;
        }

        return facts;
    }

    /// <summary>Whether an attribute of this name could be one of the three.</summary>
    public static bool IsClaim(string name) => name is "EnvironmentGuard" or "EnvironmentGuardAttribute" or "ConfirmationGuard" or "ConfirmationGuardAttribute" or "BackupGuard" or "BackupGuardAttribute";

    /// <summary>What one attribute claims, or null if it is none of the three. They are known by name, so that users may paste their source.</summary>
    public static Facts? ClaimOf(AttributeData attribute) => attribute.AttributeClass is { ContainingNamespace: { Name: "AgentGuard", ContainingNamespace.IsGlobalNamespace: true } } type
        ? type.Name switch
        {
            "EnvironmentGuardAttribute" => Facts.Allowed,
            "ConfirmationGuardAttribute" => Facts.Confirmed,
            "BackupGuardAttribute" => Facts.AnyBackup,
            _ => null,
        }
        : null;

    /// <summary>What a return of <c>AgentGuard.Guard.RequireX</c> proves, or null for another method.</summary>
    public static Facts? OfRuntime(IMethodSymbol method) =>
        method.ContainingType is { Name: "Guard", ContainingAssembly.Name: "AgentGuard", ContainingNamespace: { Name: "AgentGuard", ContainingNamespace.IsGlobalNamespace: true } }
            ? method.Name switch
            {
                "RequireEnvironment" or "RequireTarget" => Facts.Allowed,
                "RequireConfirmation" or "RequireConfirmationAsync" => Facts.Confirmed,
                "RequireBackup" or "RequireBackupAsync" => Facts.AnyBackup,
                _ => Facts.None,
            }
            : null;

    /// <summary>Whether a claim may be relied on at a call.</summary>
    public static bool MayBeTrusted(ISymbol member, Facts claim, FlowBody body) => Judge(member, claim, body.Helpers, body.Depth, body.Cancellation) != Honesty.Contradicted;

    /// <summary>The guard that a catalogue line claims for a method whose body can be seen and does not bear it out; null where there is none.</summary>
    public static GuardKinds? IsContradicted(CatalogEntry entry, IMethodSymbol method, FlowBody body)
    {
        var (guard, claim) = entry.Effect switch
        {
            CatalogEffect.Confirms => (GuardKinds.Confirmation, Facts.Confirmed),
            CatalogEffect.Checks => (GuardKinds.Environment, Facts.Allowed),
            CatalogEffect.BacksUp => (GuardKinds.Backup, Facts.BackupOf(entry.Kinds)),
            _ => (GuardKinds.None, Facts.None),
        };
        if (guard == GuardKinds.None || body.Helpers.OfDeclaration(method, body.Depth, body.Cancellation) is not { } summary) return null;

        // What a backup does is too much to judge, and a text is no yes or no: only one that does nothing, or is a constant, is none.
        var isText = !Places.IsBool(method.ReturnType) && method.ReturnType.SpecialType != SpecialType.System_Void && summary.Result?.Task is null;
        var isEmpty = guard == GuardKinds.Backup ? body.Recognition.BackupBodies.FaultOf(method) == NearMissReason.ProvesNothing : isText ? summary.Result is { HasRest: false } : !MayBeTrusted(method, claim, body);
        return isEmpty ? guard : null;
    }

    private static Facts Opposite(Facts claim) =>
        claim == Facts.Allowed ? Facts.NotAllowed | Facts.Production : claim == Facts.Confirmed ? Facts.Declined : Facts.None;

    /// <summary>Compares the claim of a member with its body.</summary>
    public static Honesty Judge(ISymbol member, Facts claim, Helpers helpers, int depth, CancellationToken cancellation)
    {
        var summary = member switch
        {
            IPropertySymbol property => helpers.OfProperty(property, null, depth, cancellation),
            IMethodSymbol method => helpers.OfDeclaration(method, depth, cancellation),
            _ => null,
        };
        if (summary is null) return Honesty.Opaque;
        var proven = summary.Proves(claim == Facts.Allowed ? Facts.Allowed | Facts.NotProduction : claim);
        if (!proven && summary.Proves(Opposite(claim))) return Honesty.Contradicted;
        return proven ? Honesty.Implied : summary.IsOpaque ? Honesty.Opaque : Honesty.Contradicted;
    }
}
