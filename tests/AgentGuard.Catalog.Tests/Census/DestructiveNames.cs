using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Catalog.Tests.Census;

/// <summary>Decides by name alone which members someone has to look at.</summary>
internal static partial class DestructiveNames
{
    // Verbs of destruction, and the less obvious ones that some library destroys with.
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "Delete", "Deletes", "Remove", "Drop", "Destroy", "Purge", "Truncate", "Terminate", "Wipe", "Erase", "Flush", "Clear", "Clean", "Cleanup",
        "Reset", "Revoke", "Uninstall", "Deregister", "Unregister", "Disable", "Deactivate", "Kill", "Prune", "Evict", "Expunge", "Unlink", "Obliterate",
        "Reimage", "Reprovision", "Redeploy", "Rebuild", "Shutdown", "Deallocate", "Swap", "Replica", "Slave", "Detach", "Overwrite", "Delist", "Release",
        "Disassociate", "Recreate", "Discard", "Forget", "Completely", "Failover", "Decommission", "Unassign", "Rollback", "Downgrade", "Withdraw", "Unpublish",
        "Unmount", "Dismount", "Nuke", "Teardown", "Abort", "Archive", "Retire", "Offboard",
    };

    // Families in which the verb is the type's and the method only sends it.
    private static readonly string[] VerbTypes = ["RequestBuilder", "ExpressionRoot", "DataSyntax"];

    /// <summary>Whether the name of a method, of the request that it takes, or of the builder that it ends means destruction.</summary>
    public static bool Matches(IMethodSymbol method) =>
        HasVerb(method.Name)
        || method.Parameters.Any(parameter => parameter.Type.Name.EndsWith("Request", StringComparison.Ordinal) && HasVerb(parameter.Type.Name))
        || (VerbTypes.Any(suffix => method.ContainingType.Name.EndsWith(suffix, StringComparison.Ordinal)) && HasVerb(method.ContainingType.Name));

    private static bool HasVerb(string name) => Word().Matches(name).Any(match => Verbs.Contains(match.Value));

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+")]
    private static partial Regex Word();
}
