using System.Reflection;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AgentGuard.Analyzers.CodeFixes.Tests.Documentation;

public sealed partial class RepositoryTests
{
    [Fact]
    public void Every_id_belongs_to_one_rule_and_is_of_the_right_form()
    {
        var ids = Rules.Descriptors.Select(rule => rule.Id).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^AG(00|01|02|03|09)[0-9]{2}$", id));
    }

    [Fact]
    public void The_release_files_hold_every_rule_with_its_category_and_severity()
    {
        var released = new[] { "Shipped", "Unshipped" }
            .SelectMany(name => File.ReadLines(Path.Combine(TestPaths.Root, "src", "AgentGuard.Analyzers", $"AnalyzerReleases.{name}.md")))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length >= 3 && cells[0].StartsWith("AG"))
            .Select(cells => $"{cells[0]} {cells[1]} {cells[2]}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(Rules.Descriptors.Select(rule => $"{rule.Id} {rule.Category} {rule.DefaultSeverity}"), released);
    }

    [Fact]
    public void The_table_of_rules_in_the_readme_is_the_table_of_descriptors()
    {
        var rows = RuleRow().Matches(File.ReadAllText(Path.Combine(TestPaths.Root, "README.md")).ReplaceLineEndings("\n"))
            .Select(match => (Id: match.Groups["id"].Value, Title: match.Groups["title"].Value, Severity: match.Groups["severity"].Value));
        Assert.Equal(Rules.Descriptors.Select(rule => (rule.Id, rule.Title.ToString(), SeverityInWords(rule.DefaultSeverity))), rows);
    }

    [Theory]
    [InlineData("recommended")]
    [InlineData("strict")]
    [InlineData("audit")]
    [InlineData("tests")]
    public void Every_preset_names_every_rule_that_can_be_configured(string preset)
    {
        var lines = File.ReadAllLines(Path.Combine(TestPaths.Root, "src", "AgentGuard.Package", "configuration", preset + ".globalconfig"));
        var named = lines.Select(line => SeverityLine().Match(line)).Where(match => match.Success).ToDictionary(match => match.Groups["id"].Value, match => match.Groups["severity"].Value);
        var configurable = Rules.Descriptors.Where(rule => !rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)).ToList();
        Assert.Equal(configurable.Select(rule => rule.Id), named.Keys.Order(StringComparer.Ordinal));
        if (preset == "recommended") Assert.All(configurable, rule => Assert.Equal(SeverityInWords(rule.DefaultSeverity), named[rule.Id]));
        Assert.Contains("is_global = true", lines);
        Assert.Contains("global_level = -100", lines);
    }

    [Fact]
    public void Every_option_and_every_kind_is_documented()
    {
        var page = File.ReadAllText(Path.Combine(TestPaths.Root, "docs", "configuration.md"));
        foreach (var key in PolicyReader.AllKeys.Where(key => !key.StartsWith("agentguard.kinds."))) Assert.Contains($"| `{key}` |", page);
        Assert.Contains("| `agentguard.kinds.<kind>` |", page);
        foreach (var kind in Kinds.Names) Assert.Contains($"`{kind}`", page);
    }

    [Fact]
    public void Every_fix_fixes_rules_that_exist_in_all_scopes_and_has_tests()
    {
        Assert.NotEmpty(Rules.Fixes);
        foreach (var fix in Rules.Fixes)
        {
            var name = fix.GetType().Name;
            Assert.All(fix.FixableDiagnosticIds, id => Assert.Contains(Rules.Descriptors, rule => rule.Id == id));
            var scopes = Assert.IsAssignableFrom<FixAllProvider>(fix.GetFixAllProvider()).GetSupportedFixAllScopes();
            Assert.All([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], scope => Assert.Contains(scope, scopes));

            // VerifyFix fixes one by one and then all at once in each scope, so a test of a fix is a test of its fix-all.
            var tests = GetType().Assembly.GetTypes().SingleOrDefault(type => type.Name == name[..^"Fix".Length] + "Tests");
            Assert.True(tests is not null && tests.GetMethods().Any(method => method.GetCustomAttributes<FactAttribute>().Any()), $"{name} has no tests");
        }
    }

    [Fact]
    public void Every_equivalence_key_is_public_and_unique()
    {
        var keys = Rules.Fixes.SelectMany(fix => fix.GetType().GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral))
            .Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.All(keys, key => Assert.StartsWith("AgentGuard.", key));
        Assert.Equal(keys.Distinct(), keys);
        Assert.All(Rules.Fixes, fix => Assert.Contains(fix.GetType().GetFields(), field => field.IsLiteral && field.Name.EndsWith("Key")));
    }

    [Fact]
    public void No_file_has_outgrown_its_idea()
    {
        var tooLong = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TestPaths.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => (Name: Path.GetRelativePath(TestPaths.Root, file).Replace('\\', '/'), Lines: File.ReadLines(file).Count()))
            .Where(file => !file.Name.Contains("/obj/") && !file.Name.Contains("/bin/") && file.Lines > CeilingOf(file.Name))
            .Select(file => $"{file.Name} has {file.Lines} lines; {CeilingOf(file.Name)} is the most");
        Assert.Empty(tooLong);
    }

    private static int CeilingOf(string name) => name switch
    {
        _ when name.StartsWith("tests/") => 500,
        _ when name.Contains("/Rules/") => 120,
        _ => 300,
    };

    private static string SeverityInWords(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Info => "suggestion",
        DiagnosticSeverity.Hidden => "silent",
        _ => severity.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex(@"^\| \[(?<id>AG\d{4})\]\(docs/rules/\k<id>\.md\) \| (?<title>.*?) \| (?<severity>\w+) \|$", RegexOptions.Multiline)]
    private static partial Regex RuleRow();

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>AG\d{4})\.severity = (?<severity>\w+)$")]
    private static partial Regex SeverityLine();
}
