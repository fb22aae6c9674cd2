using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Integrity;

/// <summary>Finds what silences a rule inside a source file: pragmas, suppression attributes, and marks of generated code.</summary>
internal sealed class CodeSuppressions(Compilation compilation, AnalyzerOptions options)
{
    private static readonly string[] AttributeNames = ["SuppressMessage", "SuppressMessageAttribute", "UnconditionalSuppressMessage", "UnconditionalSuppressMessageAttribute"];
    private static readonly string[] GeneratedSuffixes = [".designer.cs", ".generated.cs", ".g.cs", ".g.i.cs"];

    private readonly Lazy<ImmutableHashSet<string>> _aliases = new(() => compilation.SyntaxTrees.SelectMany(tree => AliasesIn(tree.GetRoot())).ToImmutableHashSet(StringComparer.Ordinal));
    private readonly Lazy<AnalysisServices> _services = new(() => AnalysisServices.Create(compilation, options, DeclaredOperations.InSource(compilation, CancellationToken.None), CancellationToken.None));

    /// <summary>The pragmas and the marks of generated code in a file.</summary>
    public IEnumerable<Lowering> In(SyntaxTree tree, CancellationToken cancellation) =>
        Pragmas(tree, cancellation).Concat(GeneratedMark(tree, cancellation));

    private IEnumerable<Lowering> Pragmas(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        if (!root.ContainsDirectives) yield break;
        var reported = new Lazy<IReadOnlyList<Diagnostic>>(() => FileInspection.Of(tree, _services.Value, cancellation));
        for (var directive = root.GetFirstDirective(Disables); directive is not null; directive = directive.GetNextDirective(Disables))
        {
            var pragma = (PragmaWarningDirectiveTriviaSyntax)directive;
            foreach (var code in pragma.ErrorCodes)
            {
                if (GuardRules.IdIn(code.ToString()) is { } id) yield return new Lowering($"#pragma {id} in {FileName(tree)}", "hides the rule", code.GetLocation());
            }

            // Without ids it hides everything; it matters where it hides a destructive call, or whatever else a rule reports.
            if (pragma.ErrorCodes.Count == 0 && HiddenBehind(pragma, root, reported, cancellation) is { } hidden)
                yield return new Lowering($"#pragma in {FileName(tree)}", $"hides {hidden}", pragma.GetLocation());
        }
    }

    private string? HiddenBehind(PragmaWarningDirectiveTriviaSyntax pragma, SyntaxNode root, Lazy<IReadOnlyList<Diagnostic>> reported, CancellationToken cancellation)
    {
        var restored = pragma.GetNextDirective(Restores)?.SpanStart ?? root.FullSpan.End;
        var model = _services.Value.ModelFor(root.SyntaxTree);
        if (_services.Value.Operations.In(root, model, cancellation).FirstOrDefault(IsOperationBehind) is { } operation) return $"every rule at '{operation.DisplayName}'";
        if (GeneratorOutput.Contains(root.SyntaxTree)) return null;
        if (reported.Value.FirstOrDefault(diagnostic => diagnostic.Location.SourceTree == root.SyntaxTree && IsBehind(diagnostic.Location.SourceSpan)) is { } diagnostic) return $"{diagnostic.Id} in line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}";

        // Only where nothing else is behind it the search for what helpers in other files execute is worth its cost.
        return _services.Value.Operations.WithForwarded(root, model, cancellation).FirstOrDefault(IsOperationBehind) is { } forwarded ? $"every rule at '{forwarded.DisplayName}'" : null;

        bool IsOperationBehind(DestructiveOperation operation) => IsBehind(operation.Syntax.Span);

        bool IsBehind(TextSpan span) => span.Start > pragma.SpanStart && span.Start < restored;
    }

    private static bool Disables(DirectiveTriviaSyntax directive) =>
        directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);

    private static bool Restores(DirectiveTriviaSyntax directive) =>
        directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true, ErrorCodes.Count: 0 } pragma && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.RestoreKeyword);

    /// <summary>What an attribute silences; null when it is no suppression of ours.</summary>
    public Lowering? Of(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        if (attribute.ArgumentList is not { Arguments.Count: >= 2 }) return null;
        var name = WrittenAttributes.NameOf(attribute);
        if (!AttributeNames.Contains(name) && !_aliases.Value.Contains(name)) return null;
        return CheckIdOf(attribute, model, cancellation) is { } check && GuardRules.IdIn(check) is { } id
            ? new Lowering($"SuppressMessage {id} in {FileName(attribute.SyntaxTree)}", "hides the rule", attribute.GetLocation())
            : null;
    }

    private static IEnumerable<string> AliasesIn(SyntaxNode unit) => unit
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<UsingDirectiveSyntax>()
        .Where(directive => directive is { Alias: not null, NamespaceOrType: NameSyntax name } && AttributeNames.Contains(CallSyntax.CalledName(name) ?? ""))
        .SelectMany(directive => new[] { directive.Alias!.Name.Identifier.ValueText, directive.Alias!.Name.Identifier.ValueText.Replace("Attribute", "") });

    private static string? CheckIdOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        var check = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "checkId") ?? arguments[1];
        return model.GetConstantValue(check.Expression, cancellation) is { HasValue: true, Value: string value } ? value : null;
    }

    // The rules look into generated code all the same; what counts is that someone tried, on code that holds a destructive call.
    private IEnumerable<Lowering> GeneratedMark(SyntaxTree tree, CancellationToken cancellation)
    {
        if (MarkOf(tree, cancellation) is not { } mark || GeneratorOutput.Contains(tree)) yield break;
        var root = tree.GetRoot(cancellation);
        if (_services.Value.Operations.In(root, _services.Value.ModelFor(tree), cancellation).FirstOrDefault() is { } operation)
            yield return new Lowering($"generated code in {FileName(tree)}", $"({mark}) would keep '{operation.DisplayName}' from being looked at, though the file stands among the sources", operation.Location);
    }

    private string? MarkOf(SyntaxTree tree, CancellationToken cancellation)
    {
        var name = FileName(tree);
        if (GeneratedSuffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) is { } suffix) return $"the name '*{suffix}'";
        if (name.StartsWith("TemporaryGeneratedFile_", StringComparison.OrdinalIgnoreCase)) return "the name 'TemporaryGeneratedFile_*'";
        if (options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue("generated_code", out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase)) return "the option 'generated_code = true'";
        if (!BeginsWithComment(tree.GetText(cancellation))) return null;
        var header = tree.GetRoot(cancellation).GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
        return header.Any(comment => comment.ToString() is var text && (text.Contains("<auto-generated") || text.Contains("<autogenerated"))) ? "an auto-generated header" : null;
    }

    private static bool BeginsWithComment(SourceText text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (!char.IsWhiteSpace(text[place])) return text[place] is '/' or '#';
        }

        return false;
    }

    private static string FileName(SyntaxTree tree) => Path.GetFileName(tree.FilePath);
}
