using AgentGuard.Catalog.Tests.Census;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Catalog.Tests;

/// <summary>The stand-ins compile, so that a mistyped one cannot hide a line that resolves against nothing.</summary>
public class StubTests
{
    [Fact]
    public void TheStandInsCompile()
    {
        var errors = RealLibraries.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors.Select(error => error.ToString()));
    }
}
