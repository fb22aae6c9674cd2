using System.Text.RegularExpressions;

namespace AgentGuard.Package.Tests;

/// <summary>A user's folder with a project in it.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Variables">The environment of the processes that run in it.</param>
internal sealed partial record Workspace(string Folder, IReadOnlyDictionary<string, string?> Variables)
{
    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    /// <summary>The full path of a file.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs the .NET command line.</summary>
    public CommandResult DotNet(params string[] arguments) => CommandLine.Run("dotnet", Folder, Variables, arguments);

    /// <summary>Builds from scratch, so that every warning is reported again.</summary>
    public CommandResult Build(params string[] arguments) => DotNet(["build", "--no-incremental", "-nodeReuse:false", .. arguments]);

    /// <summary>Runs a program with more environment variables.</summary>
    public CommandResult Run(string program, IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var all = new Dictionary<string, string?>(Variables);
        foreach (var (name, value) in variables) all[name] = value;
        return CommandLine.Run(program, Folder, all, arguments);
    }

    /// <summary>The diagnostics of a build, as <c>File.cs:line id</c>, each once and in order.</summary>
    public static IReadOnlyList<string> Diagnostics(string output) =>
    [
        .. Diagnostic().Matches(output)
            .Select(match => (File: Path.GetFileName(match.Groups["file"].Value), Line: int.Parse(match.Groups["line"].Value), Id: match.Groups["id"].Value))
            .Distinct()
            .Order()
            .Select(found => $"{found.File}:{found.Line} {found.Id}"),
    ];

    [GeneratedRegex(@"^\s*(?<file>[^\s(][^(\n]*)\((?<line>\d+),\d+\): (?:warning|error) (?<id>\w+):", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();
}
