using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Texts that a method of this program composes, or puts into an object that it returns.</summary>
internal sealed partial class TextFolder
{
    private sealed partial class Folding
    {
        /// <summary>What a call tells of the parameters of the member that it calls.</summary>
        public KnownParameters At(IOperation call, IReadOnlyList<IParameterSymbol> wanted, int depth)
        {
            var known = parameters;
            foreach (var argument in CallSites.ArgumentsOf(call))
            {
                if (argument.Parameter is not { } parameter || wanted.FirstOrDefault(candidate => candidate.Ordinal == parameter.Ordinal) is not { } own) continue;
                known = known with { Texts = known.Texts.SetItem(own, Fold(argument.Value, depth + 1)), Arguments = known.Arguments.SetItem(own, new HandedArgument(argument.Value, parameters)) };
                if (KnownParameters.IsCollection(parameter.Type)) known = known with { Elements = known.Elements.SetItem(own, FoldElements(argument.Value, depth + 1)) };
            }

            return known;
        }

        private ImmutableArray<FoldedString> FoldReturned(IInvocationOperation call, int depth) =>
            ReturnedValues.TypeOf(call.TargetMethod) is var type && (type.SpecialType == SpecialType.System_String || JsonMembers.HaveQuery(type)) ? FoldReturned(call, depth, static (inside, value, depth) => inside.Fold(value, depth)) : Unknown;

        // `DbCommand Make(string sql)`: what the method has put into the object that it returns.
        private ImmutableArray<FoldedString> FoldMade(IInvocationOperation call, string property, int depth) =>
            FoldReturned(call, depth, (inside, value, depth) => inside.FoldProperty(value, property, value.Syntax, depth));

        // The returns of a method of this program, with the arguments of this call for its parameters.
        private ImmutableArray<FoldedString> FoldReturned(IInvocationOperation call, int depth, Func<Folding, IOperation, int, ImmutableArray<FoldedString>> fold) =>
            FoldInside(call, depth, (inside, body, _, depth) => Join(ReturnedValues.Of(body).Select(value => fold(inside, value, depth))));

        // Of a virtual method every body that the project has written for it.
        private ImmutableArray<FoldedString> FoldInside(IInvocationOperation call, int depth, Func<Folding, IOperation, IMethodSymbol, int, ImmutableArray<FoldedString>> fold)
        {
            var called = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
            if (depth + CallDepth > MaxDepth || services.DeclarationsOf(called).IsEmpty) return Unknown;
            var texts = new List<FoldedString>();
            foreach (var method in BodiesOf(called, call.Instance).OfType<IMethodSymbol>())
            {
                if (services.BodyOf(method) is not { } body) continue;
                var inside = Inside(At(call, method.Parameters, depth));
                texts.AddRange(fold(inside, body, method, depth + CallDepth));
                _steps = inside._steps;
            }

            return Weightiest(texts);
        }

        // `Func<string> sql = () => "..."; sql()`
        private ImmutableArray<FoldedString> FoldFunction(IOperation function, int depth) => Join(services.Values.Of(function).Select(source => Variables.Unwrap(source) is IAnonymousFunctionOperation lambda
            ? Join(ReturnedValues.Of(lambda).Select(value => Fold(value, depth + CallDepth)))
            : Unknown));

        private Folding Inside(KnownParameters known) => new(services, known) { _steps = _steps };
    }
}
