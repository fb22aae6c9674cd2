using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.CodeFixes.Tests.Documentation;

public sealed partial class RulePageTests
{
    public static TheoryData<string> Ids => Rules.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_what_the_descriptor_says(string id)
    {
        var rule = Rules.Get(id);
        var page = Page(id);
        Assert.StartsWith($"# {id}: {rule.Title}\n", page);
        foreach (var (name, value) in new[]
        {
            ("Id", id), ("Title", rule.Title.ToString()), ("Category", rule.Category), ("Severity", rule.DefaultSeverity.ToString()),
            ("Enabled by default", rule.IsEnabledByDefault ? "Yes" : "No"),
        })
        {
            Assert.Contains($"\n| {name} | {value} |\n", page);
        }

        foreach (var section in new[] { "Cause", "Why", "How to fix it", "Example" }) Assert.Contains($"\n## {section}\n", page);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_the_page_of_this_version(string id)
    {
        var properties = File.ReadAllText(Path.Combine(TestPaths.Root, "Directory.Build.props"));
        var version = VersionElement().Match(properties).Groups[1].Value;
        Assert.EndsWith($"/blob/v{version}/docs/rules/{id}.md", Rules.Get(id).HelpLinkUri);
        Assert.True(File.Exists(PathOf(id)), $"docs/rules/{id}.md is missing");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_message_and_a_description(string id)
    {
        var rule = Rules.Get(id);
        Assert.NotEmpty(rule.Description.ToString());
        Assert.NotEmpty(rule.MessageFormat.ToString());
        Assert.DoesNotMatch(@"(?i)pragma|NoWarn|SuppressMessage|severity\s*=", rule.MessageFormat.ToString() + rule.Description);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_examples_report_what_their_comments_say(string id)
    {
        var examples = CodeFence().Matches(Page(id)).Select(match => (Language: match.Groups["language"].Value, Code: match.Groups["code"].Value)).ToList();
        Assert.NotEmpty(examples);
        var reported = new List<string>();
        foreach (var (language, code) in examples)
        {
            var found = language switch
            {
                "csharp" => await Analyze(code, [], ""),
                "text " => await Analyze("", [new TextFile(id == "AG0301" ? "AgentGuard.Approvals.txt" : "AgentGuard.Operations.txt", code)], ""),
                "ini " => await Analyze("class Empty;", [], code),
                _ => throw new InvalidOperationException($"what is a fence of '{language}'?"),
            };
            var expected = language == "csharp" ? Commented(code) : [$"0 {id}"];
            Assert.Equal(expected, found);
            reported.AddRange(found);
        }

        Assert.Contains(reported, line => line.EndsWith(id));
    }

    private static string PathOf(string id) => Path.Combine(TestPaths.Root, "docs", "rules", id + ".md");

    private static string Page(string id) => File.ReadAllText(PathOf(id)).ReplaceLineEndings("\n");

    private static List<string> Commented(string code) =>
    [
        .. code.Split('\n').SelectMany((line, index) => line.Contains("// AG")
            ? line[(line.IndexOf("// AG", StringComparison.Ordinal) + 3)..].Split(' ').Select(id => $"{index + 1} {id}")
            : []),
    ];

    private static async Task<List<string>> Analyze(string code, ImmutableArray<AdditionalText> files, string options)
    {
        var tree = CSharpSyntaxTree.ParseText(code, VerifyFix.Parsing, "Example.cs");
        var compilation = CSharpCompilation.Create("Example", [tree], VerifyFix.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var config = new OptionsProvider(options.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries)).ToImmutableDictionary(pair => pair[0], pair => pair[1]));
        var analysis = compilation.WithAnalyzers([.. Rules.Analyzers], new AnalyzerOptions(files, config));
        return
        [
            .. (await analysis.GetAnalyzerDiagnosticsAsync())
                .Select(diagnostic => (Line: diagnostic.Location.IsInSource ? diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1 : 0, diagnostic.Id))
                .Order()
                .Select(found => $"{found.Line} {found.Id}"),
        ];
    }

    [GeneratedRegex(@"```(?<language>csharp|(?:text|ini) (?=AG))[^\n]*\n(?<code>.*?)\n?```", RegexOptions.Singleline)]
    private static partial Regex CodeFence();

    [GeneratedRegex("<Version>(.*?)</Version>")]
    private static partial Regex VersionElement();

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => Microsoft.CodeAnalysis.Text.SourceText.From(text);
    }

    private sealed class OptionsProvider(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        private readonly Options _global = new(ImmutableDictionary<string, string>.Empty.Add("build_property.AgentGuardInterceptors", "true"));
        private readonly Options _file = new(values);

        public override AnalyzerConfigOptions GlobalOptions => _global;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _file;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _file;
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
