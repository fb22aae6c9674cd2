using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Texts;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>
/// What the same code has made before, by a text of its own on the same connection, or what has a name of its own: a table that <c>CREATE TABLE</c> made a few lines earlier
/// is nobody's loss when it goes, nor one whose rows went into a new one that takes its name a line later. The earlier statement must lie on every path to the later one, so that its failure ends both.
/// </summary>
internal sealed class EarlierTexts(AnalysisServices services)
{
    // What makes a table, fills it, or gives it the name of another one.
    private static readonly string[] MakingWords = ["CREATE", "INTO", "RENAME"];

    private readonly FreshTexts _fresh = new(services);
    private readonly ConcurrentDictionary<SyntaxNode, Earlier?> _calls = new();

    /// <summary>Whether what a text destroys was made by the texts that ran before it.</summary>
    public bool Made(IOperation call, ExecutedText text, TextFinding finding) =>
        _fresh.Contain(TextsOf(call)) || (finding.Kind == DestructiveKind.Rows && StagingTables.Contain(call, finding.Target, RestOf(text.Text.Text, finding))) || (IsMakeable(finding.Kind) && Made(call, SourceOf(call), text.Text.Text, static _ => null, finding.Verb));

    /// <summary>Whether a protection is switched off for nothing but the rebuild of a table by the texts around.</summary>
    public bool NeedOff(IOperation call, ExecutedText text, TextFinding finding) => Made(call, SourceOf(call), text.Text.Text, static _ => null, finding.Verb, TextEffect.Weakens);

    /// <summary>The same for a call of a helper that executes the text behind one of its parameters.</summary>
    /// <param name="call">The call of the helper.</param>
    /// <param name="parameter">The parameter that is the text.</param>
    /// <param name="operation">What the helper does with this text.</param>
    public bool Made(IInvocationOperation call, IParameterSymbol parameter, DestructiveOperation operation) =>
        operation.Entry?.Channel == TextChannel.Sql
        && IsMakeable(operation.Kind)
        && ArgumentOf(call, call.TargetMethod, parameter) is { } source
        && (_fresh.Contain([source]) || (operation.Kind == DestructiveKind.Rows && StagingTables.Contain(call, operation.Target, "")) || (services.Texts.Fold(source) is [{ Text: var text }]
            && Made(call, source, text, earlier => ArgumentOf(earlier, call.TargetMethod, parameter), verb: null)));

    private bool Made(IOperation call, IOperation? source, string text, Func<IOperation, IOperation?> argumentOf, string? verb, TextEffect effect = TextEffect.Destroys)
    {
        if (ConnectionOf(call) is not { } connection) return false;
        // Where names take the place of the verb itself, they tell nothing.
        var now = Named(source) is { } named && SqlScanner.MayDestroy(named) ? named : text;
        var before = string.Concat(TextsIn(EarlierCalls.Before(call.Syntax), connection, argumentOf).Reverse().Select(static earlier => earlier + "\n;\n"));
        var after = string.Concat(TextsIn(EarlierCalls.After(call.Syntax), connection, argumentOf).Select(static later => "\n;\n" + later));
        if (before.Length == 0 && after.Length == 0 && now == text) return false;
        return !SqlScanner.Scan(before + now + after).Any(known => known.Effect == effect && known.Start >= before.Length && known.Start < before.Length + now.Length && (verb is null || known.Verb == verb));
    }

    private static string RestOf(string text, TextFinding finding) => text.Substring(Math.Min(text.Length, finding.Start + finding.Length));

    // Where the text of a call is written: an argument, or what a command was given.
    private IEnumerable<IOperation> TextsOf(IOperation call) => OperationFinder.MemberOf(call) is { } member
        ? services.Catalog.Match(member).Where(static entry => entry is { Effect: CatalogEffect.Runs, Channel: TextChannel.Sql, Sources: [_] }).SelectMany(entry => services.Values.At(call, entry.Sources[0]))
        : [];

    private static bool IsMakeable(DestructiveKind kind) => kind is DestructiveKind.Table or DestructiveKind.Rows or DestructiveKind.Column or DestructiveKind.Schema or DestructiveKind.Database;

    private static IOperation? ArgumentOf(IOperation call, IMethodSymbol helper, IParameterSymbol parameter) =>
        call is IInvocationOperation { TargetMethod: var method, Arguments: var arguments } && SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, helper.OriginalDefinition)
            ? TextIn(arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value)
            : null;

    // Of an object that holds the text nothing is known here.
    private static IOperation? TextIn(IOperation? argument) => argument is not null && Variables.Unwrap(argument).Type?.SpecialType == SpecialType.System_String ? argument : null;

    // An interpolated text with names for the variables in it: what `{table}` stands for is not known, but it is the same each time.
    private string? Named(IOperation? source)
    {
        if (source is null || Variables.Unwrap(source) is not IInterpolatedStringOperation { Parts: var parts }) return null;
        var pieces = parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } } => text,
            IInterpolationOperation { Expression: var hole } => PieceOf(hole),
            _ => null,
        }).ToList();
        return pieces.Contains(null) ? null : string.Concat(pieces);
    }

    // What may hold more than a name, or the verb, is read as what it holds.
    private string? PieceOf(IOperation hole)
    {
        var texts = services.Texts.Fold(hole);
        if (texts.Any(static text => text.Text.Any(char.IsWhiteSpace) || SqlScanner.MayDestroy(text.Text))) return Only(texts);
        return Variables.Of(hole) is { } variable && IsSetOnce(variable, hole) ? $"ag_{variable.Name}" : FoldedText.Hole.ToString();
    }

    private bool IsSetOnce(ISymbol variable, IOperation use) => services.AssignmentsAround(use).All(variable).Count(static assignment => assignment.Call is null) <= 1;

    private IOperation? SourceOf(IOperation call) => OperationFinder.MemberOf(call) is { } member
        ? services.Catalog.Match(member).Where(entry => entry is { Effect: CatalogEffect.Runs, Channel: TextChannel.Sql, Sources: [{ Properties.IsEmpty: true }] }).Select(entry => ValueSources.RootOf(call, entry.Sources[0].Root)).FirstOrDefault()
        : null;

    private IEnumerable<string> TextsIn(IEnumerable<InvocationExpressionSyntax> calls, (ISymbol Variable, SyntaxNode? Assigned) connection, Func<IOperation, IOperation?> argumentOf) => calls
        .Select(call => _calls.TryGetValue(call, out var known) ? known : _calls.GetOrAdd(call, Read(call)))
        .Where(earlier => earlier is not null && earlier.Assigned == connection.Assigned && SymbolEqualityComparer.Default.Equals(earlier.Variable, connection.Variable))
        .Select(earlier => argumentOf(earlier!.Call) is { } argument ? Making(TextFrom(argument)) : earlier.Text.Value)
        .OfType<string>();

    private Earlier? Read(InvocationExpressionSyntax earlier) =>
        services.ModelFor(earlier.SyntaxTree).GetOperation(earlier) is IInvocationOperation call && ConnectionOf(call) is var (variable, assigned)
            ? new Earlier(call, variable, assigned, new(() => Making(SourceOf(call) is { } source ? TextFrom(source) : HeldText(call))))
            : null;

    private string? TextFrom(IOperation source) => Named(source) ?? Only(services.Texts.Fold(source));

    private static string? Making(string? text) => text is not null && Array.Exists(MakingWords, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) ? text : null;

    private static string? Only(ImmutableArray<FoldedString> alternatives) => alternatives is [var only] ? only.Text : null;

    // The text that a command holds when it is executed.
    private string? HeldText(IOperation call) => services.Catalog.Match(((IInvocationOperation)call).TargetMethod).FirstOrDefault(entry => entry is { Effect: CatalogEffect.Runs, Channel: TextChannel.Sql }) is { } entry
        && services.Channels.Read(entry, call) is [{ Text.Text: var held }] ? held : null;

    // The variable that the call goes to in the end, and where it got its value: of a command, the connection that made it.
    private (ISymbol Variable, SyntaxNode? Assigned)? ConnectionOf(IOperation call) =>
        (ValueSources.RootOf(call, ValuePath.Receiver) ?? FirstArgumentOf(call)) is { } receiver ? ConnectionIn(receiver, call.Syntax, 0) : null;

    // A static helper is handed the connection first.
    private static IOperation? FirstArgumentOf(IOperation call) =>
        call is IInvocationOperation { TargetMethod.IsStatic: true, Arguments: [{ Value: var first }, ..] } ? first : null;

    private (ISymbol Variable, SyntaxNode? Assigned)? ConnectionIn(IOperation holder, SyntaxNode use, int depth)
    {
        if (depth > 4 || Variables.Of(holder) is not { } variable) return null;
        return services.AssignmentsAround(holder).Reaching(variable, "", use).ToList() switch
        {
            [] => (variable, null),
            [{ Value: { } value, Syntax: var assigned }] => MakerOf(Variables.Unwrap(value)) is { } maker ? ConnectionIn(maker, assigned, depth + 1) : (variable, assigned),
            _ => null,
        };
    }

    private static IOperation? MakerOf(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod.Name: "CreateCommand" } => ValueSources.RootOf(value, ValuePath.Receiver),
        IObjectCreationOperation { Arguments: var arguments } => arguments.FirstOrDefault(argument => argument.Parameter?.Name == "connection")?.Value,
        _ => null,
    };

    /// <summary>A call that ran before: where its connection comes from, and its text if that makes something.</summary>
    private sealed record Earlier(IInvocationOperation Call, ISymbol Variable, SyntaxNode? Assigned, Lazy<string?> Text);
}
