using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>Tells whether a file mentions some words at all, in its characters and without a string of them.</summary>
/// <param name="words">The words.</param>
internal sealed class SourceWords(params string[] words)
{
    private const int ChunkLength = 16 * 1024;

    private readonly int _longest = words.Max(static word => word.Length);

    /// <summary>Tells of names; a file that writes names with escapes may mention them too.</summary>
    public static SourceWords OrEscapes(string[] names) => new([.. names, @"\u", @"\U"]);

    /// <summary>Whether any of the words stands in a text, alone or as a part of another.</summary>
    public bool StandIn(SourceText text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            for (var start = 0; ; start += ChunkLength - _longest)
            {
                var count = Math.Min(ChunkLength, text.Length - start);
                text.CopyTo(start, buffer, 0, count);
                foreach (var word in words)
                {
                    if (buffer.AsSpan(0, count).IndexOf(word.AsSpan()) >= 0) return true;
                }

                if (start + count == text.Length) return false;
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
