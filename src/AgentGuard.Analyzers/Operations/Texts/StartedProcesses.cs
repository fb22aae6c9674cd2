using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Processes whose input a program writes, or that are handed it before they start, and the command lines that they are started with.</summary>
internal sealed class StartedProcesses(AnalysisServices services)
{
    /// <summary>The property of a process that is its input.</summary>
    public const string Input = "StandardInput";

    private static readonly ImmutableArray<ImmutableArray<string>> CommandLine =
        ImmutableArray.Create(ImmutableArray.Create("StartInfo", "FileName"), ImmutableArray.Create("StartInfo", "Arguments"), ImmutableArray.Create("StartInfo", "ArgumentList"));

    private static readonly ImmutableArray<ImmutableArray<string>> Wrapped = ImmutableArray.Create(ImmutableArray.Create("TargetFilePath"), ImmutableArray.Create("Arguments"));

    /// <summary>The process whose input a writer is, or the command that is given one; null for any other writer.</summary>
    public IOperation? BehindInput(IOperation writer) => IsCommand(writer) ? writer : services.Values.Of(writer)
        .Select(static source => source is IPropertyReferenceOperation { Property: { Name: Input, ContainingType.Name: "Process" }, Instance: { } process } ? process : null)
        .FirstOrDefault(static process => process is not null);

    /// <summary>The command lines that a process may have been started with.</summary>
    public IEnumerable<FoldedString> CommandLines(IOperation process, SyntaxNode use)
    {
        var started = services.Values.Of(process).OfType<IInvocationOperation>()
            .SelectMany(start => services.Catalog.Match(start.TargetMethod)
                .Where(static entry => entry is { Effect: CatalogEffect.Runs, Channel: TextChannel.Shell })
                .SelectMany(entry => services.Channels.Read(entry, start)))
            .Select(static read => read.Text)
            .ToList();
        return started.Count > 0 ? started : TextChannels
            .Combinations((IsCommand(process) ? Wrapped : CommandLine).Select(path => services.Channels.FoldFrom(process, path, use)).ToImmutableArray())
            .Select(static parts => TextChannels.Joined(parts));
    }

    private static bool IsCommand(IOperation value) => value.Type is { Name: "Command", ContainingNamespace.Name: "CliWrap" };
}
