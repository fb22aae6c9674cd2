using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Rules;
using AgentGuard.Corpus.Findings;
using AgentGuard.Corpus.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Corpus.Search;

/// <summary>A place that a pattern matches.</summary>
/// <param name="Path">The file, relative to the checkout.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Pattern">The name of the pattern.</param>
/// <param name="Place">What stands there.</param>
/// <param name="Subject">For a call, the method that it is bound to; for a text, the member around it.</param>
internal sealed record Match(string Path, int Line, string Pattern, Place Place, string Subject);

/// <summary>What a text search has hit.</summary>
internal enum Place
{
    /// <summary>A comment, or code that is not compiled.</summary>
    Comment,

    /// <summary>A name that is declared or mentioned, not called.</summary>
    Name,

    /// <summary>A call of a method that the checkout itself declares: what that method does is searched in its body.</summary>
    OwnMethod,

    /// <summary>An operation that the analyzers know, whether it is guarded or not.</summary>
    Known,

    /// <summary>A call that is not bound, because its library is not to be had.</summary>
    Unbound,

    /// <summary>A call of a library that the analyzers let pass.</summary>
    Call,

    /// <summary>A text that no known operation executes.</summary>
    Text,
}

/// <summary>Searches a checkout for what destroys, by text alone, and then looks up what the analyzers make of each place.</summary>
internal static class TextSearch
{
    /// <summary>All places, in the order of the files.</summary>
    public static IReadOnlyList<Match> In(CompiledCheckout checkout) =>
    [
        .. checkout.Projects
            .SelectMany(project => In(project.Compilation))
            .GroupBy(match => (match.Path, match.Line, match.Pattern))
            .Select(same => same.MaxBy(match => match.Place == Place.Known)!)
            .OrderBy(match => match.Path, StringComparer.Ordinal)
            .ThenBy(match => match.Line),
    ];

    private static IEnumerable<Match> In(CSharpCompilation compilation)
    {
        var hits = compilation.SyntaxTrees.AsParallel().AsOrdered().SelectMany(tree => Hits(tree)).ToList();
        if (hits.Count == 0) return [];
        var services = AnalysisServices.Create(compilation, new AnalyzerOptions([], PackageOptions.Provider), ImmutableHashSet<string>.Empty, CancellationToken.None);
        var known = KnownLines(compilation, services);
        return hits.Select(hit => Judge(hit.Tree, hit.Position, hit.Pattern, services, known));
    }

    private static IEnumerable<(SyntaxTree Tree, int Position, string Pattern)> Hits(SyntaxTree tree)
    {
        var text = tree.GetText();
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            var found = SearchPattern.All.Select(pattern => (pattern.Name, Match: pattern.Expression.Match(content))).FirstOrDefault(pair => pair.Match.Success);
            if (found.Match is { Success: true } match) yield return (tree, line.Start + match.Index, found.Name);
        }
    }

    // Every line that a known operation or its text covers. A long fluent chain is one call, so the lines of its arguments count, too.
    private static HashSet<(string, int)> KnownLines(CSharpCompilation compilation, AnalysisServices services)
    {
        var lines = new HashSet<(string, int)>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = services.ModelFor(tree);
            var root = tree.GetRoot();
            foreach (var up in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(MigrationRule.MayBeUp))
            {
                foreach (var loss in MigrationRule.LossesOf(up, services, model, CancellationToken.None)) Cover(MigrationRule.OperationOf(loss).Location);
            }

            foreach (var node in root.DescendantNodes().Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax))
            {
                foreach (var operation in services.Operations.Find(node, model, CancellationToken.None))
                {
                    foreach (var location in operation.Evidence.Append(operation.Location).Concat(operation.Through.Select(through => through.GetLocation()))) Cover(location);
                }
            }
        }

        return lines;

        void Cover(Location location)
        {
            var span = location.GetLineSpan();
            for (var line = span.StartLinePosition.Line; line <= span.EndLinePosition.Line; line++) lines.Add((span.Path, line + 1));
        }
    }

    private static Match Judge(SyntaxTree tree, int position, string pattern, AnalysisServices services, HashSet<(string, int)> known)
    {
        var line = tree.GetLineSpan(new(position, 0)).StartLinePosition.Line + 1;
        var root = tree.GetRoot();
        if (root.FindTrivia(position, findInsideTrivia: false) is { RawKind: not 0 }) return new(tree.FilePath, line, pattern, Place.Comment, "");
        if (known.Contains((tree.FilePath, line))) return new(tree.FilePath, line, pattern, Place.Known, "");
        var end = tree.GetText().Lines[line - 1].End;
        var call = root.FindToken(position).Parent?.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault();
        var token = root.FindToken(position);
        if (token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax or InterpolatedStringExpressionSyntax) return new(tree.FilePath, line, pattern, Place.Text, MemberAround(token));
        var called = root.DescendantNodes(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(position, end)).OfType<InvocationExpressionSyntax>().Append(call).OfType<InvocationExpressionSyntax>().FirstOrDefault(candidate => pattern == "fluent delete" || NameOf(candidate) is { } name && name.SpanStart >= token.SpanStart && name.SpanStart < end && IsDestructiveName(name.ValueText));
        if (called is null) return new(tree.FilePath, line, pattern, Place.Name, "");
        var info = services.ModelFor(tree).GetSymbolInfo(called);
        var method = (info.Symbol ?? (info.CandidateSymbols is [var only] ? only : null)) as IMethodSymbol;
        if (method is null || info.Symbol is null) return new(tree.FilePath, line, pattern, Place.Unbound, called.Expression.ToString().ReplaceLineEndings(" "));
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var member = called.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText;
        var subject = (member == "Down" ? "in Down: " : "") + definition.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        return new(tree.FilePath, line, pattern, definition.Locations.Any(location => location.IsInSource) ? Place.OwnMethod : Place.Call, subject);
    }

    private static bool IsDestructiveName(string name) => SearchPattern.All.Any(pattern => pattern.Expression.IsMatch(name + "(") || pattern.Expression.IsMatch("." + name + "(true)")) || name is "Delete" or "RemoveRange";

    private static SyntaxToken? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        SimpleNameSyntax name => name.Identifier,
        _ => null,
    };

    private static string MemberAround(SyntaxToken token) => token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault() switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => "",
    };
}
