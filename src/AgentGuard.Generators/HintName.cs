using System.Text;

namespace AgentGuard.Generators;

/// <summary>The name of the generated file that belongs to a source file.</summary>
internal static class HintName
{
    /// <summary>The file's name, for people, and a hash of its path, for two files of one name.</summary>
    public static string Of(string path)
    {
        var name = new StringBuilder();
        foreach (var character in Path.GetFileNameWithoutExtension(path)) name.Append(char.IsLetterOrDigit(character) ? character : '_');

        // FNV-1a: the same in each run, which string.GetHashCode is not.
        var hash = path.Aggregate(2166136261u, (current, character) => unchecked((current ^ character) * 16777619u));
        return $"{name}.{hash:x8}.AgentGuard.g.cs";
    }
}
