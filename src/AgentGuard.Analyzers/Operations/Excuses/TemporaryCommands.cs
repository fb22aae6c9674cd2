using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Texts;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Command lines that remove nothing but temporary folders: <c>Process.Start("rm", $"-rf {folder}")</c>.</summary>
/// <param name="services">What is shared in the compilation.</param>
/// <param name="isTemporary">Whether a path certainly is a temporary one.</param>
internal sealed class TemporaryCommands(AnalysisServices services, Func<IOperation, bool> isTemporary)
{
    // What the scanner knows to be temporary on every system with `rm`.
    private const string Folder = "/tmp/ag_own_folder";

    /// <summary>Whether a call runs one.</summary>
    public bool Contain(IOperation call, CatalogEntry entry)
    {
        var words = entry.Sources.Select(source => source.Literal ?? WordsAt(call, source)).ToList();
        if (words.Contains(null)) return false;
        var command = string.Join(" ", words);
        return command.Contains(Folder) && !ShellScanner.Scan(command).Any(static finding => finding.Effect == TextEffect.Destroys);
    }

    private string? WordsAt(IOperation call, ValuePath source)
    {
        var values = services.Values.At(call, source);
        if (values.IsEmpty) return "";
        if (values.Length > 1 || services.Values.Of(values[0]) is not [var only]) return null;
        if (Variables.ElementsOf(only) is not { } elements) return TextOf(only);
        var words = elements.Select(TextOf).ToList();
        return words.Contains(null) ? null : string.Join(" ", words);
    }

    private string? TextOf(IOperation text)
    {
        var pieces = TextPieces.Of(text).Select(piece => piece.ConstantValue is { HasValue: true, Value: string known } ? known : isTemporary(piece) ? Folder : null).ToList();
        return pieces.Contains(null) ? null : string.Concat(pieces);
    }
}
