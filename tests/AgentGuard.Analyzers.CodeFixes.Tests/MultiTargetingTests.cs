using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Analyzers.CodeFixes.Tests;

/// <summary>A file that is compiled for several frameworks.</summary>
public sealed class MultiTargetingTests
{
    private const string Source = "using AgentGuard;\n\npublic class B\n{\n    public void M(string p)\n    {\n        System.IO.Directory.Delete(p, true);\n    }\n}\n";

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp10)]
    public async Task An_attribute_is_not_offered_where_one_language_is_too_old_to_enforce_it(LanguageVersion oldest)
    {
        Assert.Equal(Source, await FixedText.Of(new AddGuardAttributeFix(), Source, "Delete(p, true)", LanguageVersion.CSharp12, oldest));
        Assert.Contains("        Guard.RequireEnvironment(\"Development\");\n", await FixedText.Of(new InsertGuardStatementFix(), Source, "Delete(p, true)", oldest));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp14)]
    public async Task An_attribute_is_offered_where_every_language_enforces_it(LanguageVersion other) =>
        Assert.Contains("    [RequiresEnvironment(\"Development\")]\n", await FixedText.Of(new AddGuardAttributeFix(), Source, "Delete(p, true)", other));
}
