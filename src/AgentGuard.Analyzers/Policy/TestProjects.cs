using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Policy;

/// <summary>What makes a project one of tests, in which answers are made up by right.</summary>
internal static class TestProjects
{
    private static readonly string[] Frameworks = ["xunit", "nunit", "mstest", "tunit", "microsoft.visualstudio.testplatform", "microsoft.visualstudio.testtools"];

    /// <summary>Whether the project calls itself one of tests.</summary>
    public static bool IsDeclared(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var value) && string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it can be one.</summary>
    public static bool HasFramework(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static name => Frameworks.Any(framework => name.Name.StartsWith(framework, StringComparison.OrdinalIgnoreCase)));
}
