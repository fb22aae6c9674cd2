using System.Text;

namespace AgentGuard.Text.Shell;

/// <summary>Texts that flow into a command: here-documents, here-strings, and what echo prints into the pipe, also through a decoder.</summary>
internal static class ShellInputs
{
    /// <summary>The texts that a command reads.</summary>
    public static IReadOnlyList<ShellWord> Of(ShellCommand command) =>
        command.PipedFrom is { } source && PrintedBy(source) is { Count: > 0 } printed ? [.. command.Inputs, .. printed] : command.Inputs;

    private static IReadOnlyList<ShellWord> PrintedBy(ShellCommand source)
    {
        var arguments = source.Words.Skip(1).ToArray();
        switch (ShellWrappers.ProgramName(source.Words[0].Text))
        {
            case "echo" or "printf" or "write-output" when arguments.Length > 0:
                var text = string.Join(" ", arguments.Where((word, index) => index > 0 || word.Text is not ("-n" or "-e" or "-ne" or "-en")).Select(word => word.Text));
                return [new ShellWord(text, arguments[0].Start, arguments[arguments.Length - 1].End, arguments[0].IsQuoted)];
            case "cat" or "tee":
                return Of(source);
            case "base64" or "openssl" when arguments.Any(word => word.Text is "-d" or "-D" or "--decode" or "-di"):
                return [.. Of(source).Select(word => Decoded(word.Text, Encoding.UTF8) is { } text ? word with { Text = text } : null).OfType<ShellWord>()];
            default:
                return [];
        }
    }

    /// <summary>What a text in Base64 says; null where it is none.</summary>
    public static string? Decoded(string base64, Encoding encoding)
    {
        try
        {
            return encoding.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
