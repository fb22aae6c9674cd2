using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Scripts that a member writes to a file before it starts a program on it: the command line names the file only.</summary>
internal sealed class WrittenScripts(AnalysisServices services)
{
    private const int ShortestPath = 4;

    private static readonly ImmutableHashSet<string> Writers = ImmutableHashSet.Create(
        "WriteAllText", "WriteAllTextAsync", "AppendAllText", "AppendAllTextAsync", "WriteAllLines", "WriteAllLinesAsync", "AppendAllLines", "AppendAllLinesAsync");

    // What runs a file of this name, when the command line does not say it first.
    private static readonly (string Extension, string Program)[] Programs =
        [(".sh", "sh"), (".sql", "psql"), (".ps1", "pwsh"), (".cmd", "cmd"), (".bat", "cmd"), (".py", "python"), (".js", "node"), (".rb", "ruby"), (".pl", "perl"), (".php", "php")];

    /// <summary>The texts of the files that a started command names.</summary>
    /// <param name="call">The call that starts it.</param>
    /// <param name="commandLines">What the command line may be.</param>
    public IEnumerable<ExecutedText> RunBy(IOperation call, ImmutableArray<ExecutedText> commandLines)
    {
        var member = Variables.WholeAround(call);
        foreach (var (write, path, content) in services.OncePerUnit(member.Syntax, () => WritesIn(member).ToImmutableArray()))
        {
            if (write.Syntax.SpanStart > call.Syntax.SpanStart) continue;
            var paths = services.Texts.Fold(path);
            foreach (var line in commandLines.Select(static read => read.Text.Text).Where(line => paths.Any(known => IsNamed(known.Text, line)) || IsHandedOn(path, write, call, member)))
            {
                foreach (var text in TextsOf(content))
                {
                    if (ProgramsOf(line, paths).Select(program => ShellScanner.ScanInput(program, text.Text)).FirstOrDefault(static found => found.Count > 0) is { } findings) yield return new ExecutedText(text, findings) { IsInFile = true };
                }
            }
        }
    }

    private static IEnumerable<Write> WritesIn(IOperation member)
    {
        foreach (var call in member.Descendants())
        {
            if (call is IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "File" or "IFile" }, Arguments: [{ Value: var path }, { Value: var content }, ..] } write && Writers.Contains(name)) yield return new Write(write, path, content);
        }
    }

    private sealed record Write(IInvocationOperation Call, IOperation Path, IOperation Content);

    private static bool IsNamed(string path, string commandLine) => path.Length >= ShortestPath && path.IndexOf(FoldedText.Hole) < 0 && commandLine.Contains(path);

    // The variable of the path is used on the way to the call, and not only to mark or show the file, or to start something else.
    private bool IsHandedOn(IOperation path, IInvocationOperation write, IOperation call, IOperation member) => Variables.Of(path) is { } variable && member.Descendants().Any(use =>
        use is ILocalReferenceOperation or IParameterReferenceOperation
        && use.Syntax.SpanStart > write.Syntax.Span.End && use.Syntax.SpanStart < call.Syntax.Span.End
        && SymbolEqualityComparer.Default.Equals(Variables.Of(use), variable)
        && !IsForOther(use, call));

    private bool IsForOther(IOperation use, IOperation call)
    {
        for (var around = use.Parent; around is not null && around != call; around = around.Parent)
        {
            if (around is IInvocationOperation { TargetMethod: var method } && (method.ContainingType.Name is "File" or "Path" or "IFile" or "IPath" or "Console" || services.Catalog.Match(method).Any(static entry => entry.Channel == TextChannel.Shell))) return true;
        }

        return false;
    }

    private IEnumerable<FoldedString> TextsOf(IOperation content)
    {
        if (content.Type?.SpecialType == SpecialType.System_String) return services.Texts.Fold(content);
        var lines = new TextSequences(services).Of(content) ?? [];
        return [lines.Aggregate(FoldedString.Empty, (sum, line) => sum.Concat(line is null ? FoldedString.Unknown : services.Texts.Fold(line)[0]).Concat(FoldedString.Empty with { Text = "\n" }))];
    }

    private static IEnumerable<string> ProgramsOf(string commandLine, ImmutableArray<FoldedString> paths)
    {
        yield return commandLine.TrimStart().Split(' ')[0];
        foreach (var (extension, program) in Programs)
        {
            if (paths.Any(path => path.Text.EndsWith(extension, StringComparison.OrdinalIgnoreCase))) yield return program;
        }
    }
}
