using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Operations.Migrations;
using AgentGuard.Analyzers.Operations.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>
/// The first gate: finds the names that rules look for in the characters of a file. Asking the syntax tree for every call costs
/// several times as much, and nearly every call ends here.
/// </summary>
internal sealed class MentionedNames(CatalogIndex index)
{
    // Where the text ends, anything may follow.
    private const char End = '\0';

    // Where a command may be typed into something.
    private static readonly string[] Inputs = [StartedProcesses.Input, "ShellStream", "CreateShellStream", "CreateShellStreamNoTerminal"];

    // Any program has an EnvironmentName and a FindAsync; what answers the run time's guards stands where they are set up.
    private static readonly string[] SetUps = ["AgentGuard", "AddAgentGuard", "Guard", "GuardOptions", "IConfirmationProvider", "IBackupCatalog"];

    // What rules look for beside names of the catalogue; `true` may answer a confirmation, and `new("...")` may be a command.
    private static readonly WordSet Landmarks = new([.. Inputs, .. SetUps, .. AgentTools.LandmarkNames, .. OwnAnswers.LandmarkNames, .. LateBoundCalls.Finders, MigrationVocabulary.Builder, "Up", "true", "new"]);

    // Of a part of a file the rest is searched only where it matters.
    private static readonly SourceWords AnyInput = new(Inputs);
    private static readonly SourceWords AnySetUp = new(SetUps);
    private static readonly Lazy<WordSearch> BuiltIn = new(() => SearchFor(CatalogIndex.BuiltIn));

    private readonly WordSearch _search = index == CatalogIndex.BuiltIn ? BuiltIn.Value : SearchFor(index);

    /// <summary>The identifiers of such a name, the words <c>true</c> that end an argument, and <c>new</c> before a text, in source order.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="within">The part that is asked about; null for the whole file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IEnumerable<SyntaxToken> In(SyntaxTree tree, TextSpan? within, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var text = tree.GetText(cancellation);
        var last = -1;
        bool? types = null, setsUp = null;
        SyntaxNode? type = null;
        foreach (var (position, worth) in _search.In(text, within ?? new TextSpan(0, text.Length), WorthOf))
        {
            if (worth == WordWorth.IfTyped && !(types ??= within is not null && AnyInput.StandIn(text))) continue;
            if (worth == WordWorth.IfSetUp && !(setsUp ??= within is not null && AnySetUp.StandIn(text))) continue;

            // In a comment, a text or code that is compiled away there is no such token. Most stand in the type of the one before.
            var token = (type is not null && type.Span.Contains(position) ? type : root).FindToken(position);
            if (!token.Span.Contains(position) || token.SpanStart == last || token.RawKind is not ((int)SyntaxKind.IdentifierToken or (int)SyntaxKind.TrueKeyword or (int)SyntaxKind.NewKeyword)) continue;
            last = token.SpanStart;
            if (type is null || !type.Span.Contains(position)) type = token.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            yield return token;
        }

        WordWorth WorthOf(ReadOnlySpan<char> word, ReadOnlySpan<char> after)
        {
            // By far the most frequent ones.
            if (word.SequenceEqual("new".AsSpan())) return MayTakeText(after) ? WordWorth.Counts : WordWorth.Nothing;
            if (word.SequenceEqual("true".AsSpan())) return Next(after) is ')' or ',' or '/' or '#' or End ? WordWorth.Counts : WordWorth.Nothing;
            if (IsOneOf(OwnAnswers.LandmarkNames, word)) return WordWorth.IfSetUp;
            if (IsWrite(word)) return WordWorth.IfTyped;
            if (IsOneOf(Inputs, word)) types = true;
            if (IsOneOf(SetUps, word)) setsUp = true;
            return WordWorth.Counts;
        }
    }

    private static WordSearch SearchFor(CatalogIndex index) => new(index.Operations.Insert(0, Landmarks), index.HasPatterns ? index.Mentions : null);

    private static bool IsWrite(ReadOnlySpan<char> word) => word is ['W', 'r', 'i', 't', 'e', ..] && (word.Length == 5 || word[5] is 'A' or 'L');

    private static bool IsOneOf(IReadOnlyList<string> names, ReadOnlySpan<char> word)
    {
        foreach (var name in names)
        {
            if (word.SequenceEqual(name.AsSpan())) return true;
        }

        return false;
    }

    // A comment may stand anywhere.
    private static bool MayTakeText(ReadOnlySpan<char> after)
    {
        after = after.TrimStart();
        return after.IsEmpty || after[0] == '/' || (after[0] == '(' && Next(after[1..]) is '"' or '$' or '@' or '/' or '#' or End);
    }

    private static char Next(ReadOnlySpan<char> after)
    {
        after = after.TrimStart();
        return after.IsEmpty ? End : after[0];
    }
}
