using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Texts that grow piece by piece: <c>+=</c>, <c>Append</c>, and what a helper adds.</summary>
internal sealed partial class TextFolder
{
    // Behind so many optional pieces of one text, the others count as taken.
    private const int MaxOptional = 32;

    // Replacing again and again must not blow a text up.
    private const int MaxReplaced = 1 << 18;

    private sealed partial class Folding
    {
        // Walks the assignments from the nearest back to one that is always reached, collecting what is appended on the way.
        private ImmutableArray<FoldedString> FoldVariable(IOperation reference, string property, SyntaxNode use, int depth)
        {
            var variable = Variables.Of(reference)!;
            var assignments = services.AssignmentsAround(reference);
            var results = ImmutableArray.CreateBuilder<FoldedString>();

            // Two histories stand for all: every piece is there, or none that an `if` may leave out.
            var most = One(FoldedString.Empty);
            var least = most;
            var left = 0;
            var open = true;
            var isList = property.EndsWith("ArgumentList", StringComparison.Ordinal) || (property.Length == 0 && reference.Type is { } type && KnownParameters.IsCollection(type));
            foreach (var assignment in assignments.Reaching(variable, property, use))
            {
                var value = isList && assignment is { Appends: true, Value: { } added } ? FoldArgument(added, use, depth) : FoldStep(assignment, variable, property, depth);
                if (isList && assignment.HandedTo is not null) value = Concat(One(Known(" ")), value);
                if (!assignment.Appends)
                {
                    EndWith(value);
                }
                else
                {
                    most = Concat(value, most);
                    if (left < MaxOptional && OptionalPieces.MayBeLeftOut(assignment, use, assignments.All(variable, property))) left++;
                    else least = Concat(value, least);
                }

                if (assignment.Syntax.SpanStart < use.SpanStart) open = !assignment.Replaces;
            }

            // `sql ??= "SELECT 1"` leaves what the caller has handed over.
            if (property.Length == 0 && variable is IParameterSymbol && !assignments.IsReplaced(variable, use)) open = true;

            if (results.Count == 0 || open) EndWith(property.Length == 0 ? Start(variable, reference, depth) : FoldCreated(reference, property, depth));
            return Limit(results);

            void EndWith(ImmutableArray<FoldedString> start)
            {
                results.AddRange(Concat(start, most));
                if (left > 0) results.AddRange(Concat(start, least));
            }
        }

        private ImmutableArray<FoldedString> FoldStep(Assignment assignment, ISymbol variable, string property, int depth) => assignment switch
        {
            { Call: { TargetMethod.Name: "Clear" }, Appends: false } => One(FoldedString.Empty),
            { Call: { } call, Value: null, HandedTo: { } parameter } => MayAppend(call, parameter, property) ? Unknown : One(FoldedString.Empty),
            { Call: { Instance: null or IInstanceReferenceOperation } call } => MayAppend(call, variable, property) ? Unknown : One(FoldedString.Empty),
            { Call: { } call } => FoldAppended(call, depth),
            { Value: { } value } => Fold(value, depth + 1),
            { PartOf: var (whole, place) } => FoldPlace(whole, place, depth + 1),
            { HandedOut: { } argument } => FoldOut(argument, depth + 1),
            _ => Unknown,
        };

        // What a helper adds may be the filter; one that only reads the text adds nothing.
        private bool MayAppend(IInvocationOperation call, ISymbol holder, string property)
        {
            var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
            if (holder is not IParameterSymbol && !services.DeclarationsOf(method).Any(declaration => new NodeText(declaration.GetSyntax(), services.TextOf(declaration.SyntaxTree)).Identifiers(holder.Name).Any())) return false;
            if (services.BodyOf(method) is not { } body) return holder is IParameterSymbol;
            if (holder is IParameterSymbol parameter) holder = method.Parameters[parameter.Ordinal];
            return services.AssignmentsAround(body).All(holder, property).Any(assignment => body.Syntax.Span.Contains(assignment.Syntax.Span) && (assignment.Call is not { } inner || inner.Arguments.Length > 0));
        }

        private ImmutableArray<FoldedString> FoldAppended(IInvocationOperation call, int depth)
        {
            var arguments = call.Arguments;
            if (call.TargetMethod.Name == "AppendFormat" && arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format") is { } format)
                return FoldFormat(format.Value, arguments, depth);
            if (call.TargetMethod.Name == "AppendJoin" && arguments.Length > 1)
                return FoldJoin(Fold(arguments[0].Value, depth + 1), Items(arguments.RemoveAt(0)), depth);
            var text = arguments.FirstOrDefault(argument => argument.Parameter?.Name != "provider") is { } piece ? Fold(piece.Value, depth + 1) : One(FoldedString.Empty);
            return call.TargetMethod.Name == "AppendLine" ? Concat(text, One(Known("\n"))) : text;
        }

        private static ImmutableArray<FoldedString> FoldReplaced(FoldedString text, string sought, ImmutableArray<FoldedString> replacements) => replacements
            .Select(replacement => (long)text.Text.Length / sought.Length * replacement.Text.Length > MaxReplaced ? FoldedString.Unknown : text.Concat(replacement) with { Text = text.Text.Replace(sought, replacement.Text) })
            .ToImmutableArray();

        private ImmutableArray<FoldedString> FoldFormat(IOperation format, ImmutableArray<IArgumentOperation> arguments, int depth) =>
            Fold(format, depth + 1).SelectMany(template => FillIn(template, Items(arguments), depth)).Take(MaxAlternatives).ToImmutableArray();
    }
}
