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

    // What shows, packs, copies or sends a file, whatever it is.
    private static readonly ImmutableHashSet<string> Carriers = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "gzip", "bzip2", "xz", "zip", "7z", "tar", "git", "code", "notepad", "notepad++", "explorer", "open", "xdg-open", "less", "cat", "more", "type", "vim", "nano", "diff", "cp", "mv", "copy", "scp", "rsync", "chmod", "dos2unix");

    /// <summary>The texts of the files that a started command names.</summary>
    /// <param name="call">The call that starts it.</param>
    /// <param name="commandLines">What the command line may be.</param>
    public IEnumerable<ExecutedText> RunBy(IOperation call, ImmutableArray<ExecutedText> commandLines)
    {
        var member = Variables.WholeAround(call);
        foreach (var (write, path, contents) in services.OncePerUnit(member.Syntax, () => WritesIn(member).Concat(StreamsIn(member)).ToImmutableArray()))
        {
            if (write.Syntax.SpanStart > call.Syntax.SpanStart) continue;
            var paths = services.Texts.Fold(path);
            foreach (var line in commandLines.Select(static read => read.Text.Text).Where(line => paths.Any(known => IsNamed(known.Text, line)) || IsHandedOn(path, write, call, member)))
            {
                foreach (var text in TextsOf(contents))
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
            if (call is IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "File" or "IFile" }, Arguments: [{ Value: var path }, { Value: var content }, ..] } write && Writers.Contains(name)) yield return new Write(write, path, ImmutableArray.Create(content));
        }
    }

    // `using var script = new StreamWriter(path); script.WriteLine("...");`
    private IEnumerable<Write> StreamsIn(IOperation member)
    {
        var lines = member.Descendants().OfType<IInvocationOperation>()
            .Where(static call => call is { TargetMethod.Name: "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync", Instance: ILocalReferenceOperation { Type.Name: "StreamWriter" or "TextWriter" }, Arguments: [{ Value.Type.SpecialType: SpecialType.System_String }, ..] })
            .ToLookup(static call => ((ILocalReferenceOperation)call.Instance!).Local, SymbolEqualityComparer.Default);
        foreach (var written in lines)
        {
            if (services.Values.Of(written.First().Instance!) is [var opened] && OpenedBy(opened) is { } path) yield return new Write(opened, path, written.Select(static line => line.Arguments[0].Value).ToImmutableArray());
        }
    }

    // The path of the file that a writer or stream is opened on.
    private IOperation? OpenedBy(IOperation opened) => Variables.Unwrap(opened) switch
    {
        IObjectCreationOperation { Type.Name: "StreamWriter" or "FileStream", Arguments: [{ Value: { Type.SpecialType: SpecialType.System_String } path }, ..] } => path,
        IObjectCreationOperation { Type.Name: "StreamWriter", Arguments: [{ Value: var stream }, ..] } => services.Values.Of(stream) is [var file] && file != opened ? OpenedBy(file) : null,
        IInvocationOperation { TargetMethod: { Name: "CreateText" or "AppendText" or "Create" or "OpenWrite" or "Open", ContainingType.Name: "File" or "IFile" }, Arguments: [{ Value: var path }, ..] } => path,
        _ => null,
    };

    private sealed record Write(IOperation Call, IOperation Path, ImmutableArray<IOperation> Contents);

    private static bool IsNamed(string path, string commandLine) => path.Length >= ShortestPath && path.IndexOf(FoldedText.Hole) < 0 && commandLine.Contains(path);

    // The variable of the path is used on the way to the call, and not only to mark or show the file, or to start something else.
    private bool IsHandedOn(IOperation path, IOperation write, IOperation call, IOperation member) => Variables.Of(path) is { } variable && member.Descendants().Any(use =>
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

    // What a writer is handed bit by bit is one text.
    private IEnumerable<FoldedString> TextsOf(ImmutableArray<IOperation> contents) => contents is [var content]
        ? TextsOf(content)
        : [contents.Aggregate(FoldedString.Empty, (sum, piece) => sum.Concat(services.Texts.Fold(piece)[0]).Concat(FoldedString.Empty with { Text = "\n" }))];

    private IEnumerable<FoldedString> TextsOf(IOperation content)
    {
        if (content.Type?.SpecialType == SpecialType.System_String) return services.Texts.Fold(content);
        var lines = new TextSequences(services).Of(content) ?? [];
        return [lines.Aggregate(FoldedString.Empty, (sum, line) => sum.Concat(line is null ? FoldedString.Unknown : services.Texts.Fold(line)[0]).Concat(FoldedString.Empty with { Text = "\n" }))];
    }

    private static IEnumerable<string> ProgramsOf(string commandLine, ImmutableArray<FoldedString> paths)
    {
        var started = commandLine.TrimStart().Split(' ')[0];
        yield return started;
        if (Carriers.Contains(System.IO.Path.GetFileNameWithoutExtension(started))) yield break;
        foreach (var (extension, program) in Programs)
        {
            if (paths.Any(path => path.Text.EndsWith(extension, StringComparison.OrdinalIgnoreCase))) yield return program;
        }
    }
}
