using AgentGuard.Analyzers.Operations.Texts;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Statements about nothing but what has a name that the same code has made up: <c>$"DROP DATABASE test_{Guid.NewGuid():N}"</c>, as a test does with its own database.</summary>
internal sealed class FreshTexts(AnalysisServices services)
{
    private const string Name = "ag_fresh_name";
    private const int MaxDepth = 3;

    private readonly FreshNames _names = new(services);

    /// <summary>Whether each text that a value may hold is one.</summary>
    public bool Contain(IEnumerable<IOperation> values)
    {
        var sources = values.SelectMany(value => services.Values.Of(value)).ToList();
        return sources.Count > 0 && sources.TrueForAll(IsFresh);
    }

    private bool IsFresh(IOperation source) => Written(source, 0).All(IsFreshText);

    // `connection.Execute(DropSql())` executes what the method in sight returns, or one that overrides it.
    private IEnumerable<IOperation> Written(IOperation source, int depth)
    {
        if (depth == MaxDepth || source is not IInvocationOperation { TargetMethod: { IsAbstract: false } called }) return [source];
        var method = called.OriginalDefinition;
        var bodies = (Implementations.MayBeElsewhere(method) ? services.Implementations.Of(method).OfType<IMethodSymbol>().Append(method) : [method]).Select(services.BodyOf).ToList();
        var returned = bodies.OfType<IOperation>().SelectMany(ReturnedValues.Of).ToList();
        return returned.Count == 0 || bodies.Contains(null) ? [source] : returned.SelectMany(value => services.Values.Of(value)).SelectMany(value => Written(value, depth + 1));
    }

    private bool IsFreshText(IOperation source)
    {
        var pieces = TextPieces.Of(source).Select(TextOf).ToList();
        if (!pieces.Contains(Name) || pieces.Contains(null)) return false;
        return SqlScanner.Scan(string.Concat(pieces))
            .Where(static finding => finding.Effect == TextEffect.Destroys)
            .All(static finding => finding.Operands.Append(finding.Target).All(static target => target?.IndexOf(Name, StringComparison.Ordinal) >= 0));
    }

    // What is neither known nor new may say anything.
    private string? TextOf(IOperation piece) => piece.ConstantValue is { HasValue: true, Value: string known } ? known : _names.ContainText(piece) ? Name : services.Texts.Known(piece);
}
