using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Texts that a member is declared with: by whatever overrides or implements it, or as the default of a setting.</summary>
internal sealed partial class TextFolder
{
    private sealed partial class Folding
    {
        // `protected abstract string Sql { get; }` is any text that the project has written for it; a setting may be what it is from the start.
        private ImmutableArray<FoldedString> FoldDeclared(IOperation reference, int depth, Func<Folding, IOperation, int, ImmutableArray<FoldedString>> fold)
        {
            if (depth + CallDepth > MaxDepth || Variables.Unwrap(reference) is not IPropertyReferenceOperation { Property: { IsIndexer: false } property, Instance: var instance }) return Unknown;
            var texts = BodiesOf(property.OriginalDefinition, instance).SelectMany(ValuesOf).SelectMany(value => fold(this, value, depth + CallDepth)).ToList();
            return texts.Count == 0 ? Unknown : Weightiest(Implementations.MayBeElsewhere(property) ? texts : [.. texts, FoldedString.Unknown]);
        }

        // What an object has in a property of which its creation says nothing.
        private ImmutableArray<FoldedString> FoldDefault(ITypeSymbol? type, string property, int depth)
        {
            for (; type is not null && depth + CallDepth <= MaxDepth; type = type.BaseType)
            {
                if (type.GetMembers(property).OfType<IPropertySymbol>().FirstOrDefault() is { } declared) return ValuesOf(declared.OriginalDefinition) is { Count: > 0 } values ? Join(values.Select(value => Fold(value, depth + CallDepth))) : One(FoldedString.Empty);
            }

            return One(FoldedString.Empty);
        }

        private IReadOnlyList<IOperation> ValuesOf(ISymbol property) => services.Values.Declared(property) is { Count: > 0 } values ? values
            : property is IPropertySymbol { GetMethod: { } getter } && services.BodyOf(getter) is { } body ? ReturnedValues.Of(body) : [];

        // Of an object that is made in view only its own type counts.
        private IEnumerable<ISymbol> BodiesOf(ISymbol member, IOperation? instance)
        {
            if (!Implementations.MayBeElsewhere(member) || instance?.Syntax is BaseExpressionSyntax) return [member];
            var bodies = services.Implementations.Of(member).Insert(0, member);
            if (instance is null or IInstanceReferenceOperation) return bodies;
            var sources = LoopedList(instance) is { } list ? ElementSources(list).ToList() : [.. services.Values.Of(instance)];
            return sources.TrueForAll(static source => source is IObjectCreationOperation) ? bodies.Where(body => sources.Exists(source => IsOrDerives(source.Type, body.ContainingType))) : bodies;
        }

        private static bool IsOrDerives(ITypeSymbol? type, INamedTypeSymbol from)
        {
            for (; type is not null; type = type.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, from)) return true;
            }

            return false;
        }

        // Of many texts those that matter are kept.
        private static ImmutableArray<FoldedString> Weightiest(List<FoldedString> texts) =>
            Limit(texts.Count > MaxAlternatives ? texts.OrderBy(static text => SqlScanner.MayDestroy(text.Text) ? 0 : 1) : texts);

        private static bool IsOpen(ImmutableArray<FoldedString> texts) => texts.All(static text => text.Text == FoldedString.Unknown.Text);
    }
}
