using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Where the assembly of a test project lies, by what the base library and the test frameworks call it: a build makes that folder anew. Elsewhere the same properties tell where a program is installed, with what it keeps there.</summary>
internal static class TestOutputs
{
    private static readonly ImmutableHashSet<string> OfFrameworks = ImmutableHashSet.Create("TestDirectory", "WorkDirectory", "DeploymentDirectory", "TestRunDirectory", "TestRunResultsDirectory", "ResultsDirectory", "TestResultsDirectory");

    /// <summary>Whether a value is that folder.</summary>
    public static bool AreReadBy(IPropertyReferenceOperation value, AnalysisServices services) =>
        value.Property is { Name: var name, ContainingType.Name: var type }
        && (type is "AppContext" or "AppDomain" ? name == "BaseDirectory" : type == "TestContext" && OfFrameworks.Contains(name))
        && services.IsTestProject;

    /// <summary>Whether a value is the file of an assembly in it.</summary>
    public static bool AreAround(IPropertyReferenceOperation value, AnalysisServices services) => value.Property is { Name: "Location", ContainingType.Name: "Assembly" } && services.IsTestProject;
}
