using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Corpus.Robustness;

/// <summary>Breaks source at random, token by token, as a person in the middle of typing does.</summary>
internal sealed class Mutator(Random random)
{
    private const int MaxEdits = 3;

    /// <summary>A mutant of a source: one to three deletions, duplications, swaps or a truncation.</summary>
    public string Mutate(string source)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToList();
        for (var edits = random.Next(1, MaxEdits + 1); edits > 0 && tokens.Count > 1; edits--) Edit(tokens);
        return string.Concat(tokens);
    }

    private void Edit(List<string> tokens)
    {
        var at = random.Next(tokens.Count);
        var other = random.Next(tokens.Count);
        switch (random.Next(7))
        {
            case 0 or 1: tokens.RemoveAt(at); break;
            case 2: tokens.Insert(at, tokens[at]); break;
            case 3: tokens.Insert(other, tokens[at]); break;
            case 4 or 5: (tokens[at], tokens[other]) = (tokens[other], tokens[at]); break;
            default: tokens.RemoveRange(at, tokens.Count - at); break;
        }
    }
}
