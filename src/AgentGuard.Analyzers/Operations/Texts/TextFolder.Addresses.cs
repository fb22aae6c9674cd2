using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Addresses of requests that are put together piece by piece: by Flurl, and by <c>UriBuilder</c>.</summary>
internal sealed partial class TextFolder
{
    private sealed partial class Folding
    {
        // Null: the call does nothing of the kind.
        private ImmutableArray<FoldedString>? FoldAddress(IInvocationOperation call, int depth)
        {
            var method = call.TargetMethod;
            var source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
            if (source is null) return null;
            // A scanner reads what the server will, so nothing has to be escaped for it.
            if ((method.ContainingType.Name, method.Name) is ("Uri", "EscapeDataString" or "EscapeUriString") or ("WebUtility" or "HttpUtility", "UrlEncode")) return Fold(source, depth + 1);
            if (!IsOfFlurl(method.ContainingNamespace)) return null;
            var rest = call.Instance is null ? call.Arguments.RemoveAt(0) : call.Arguments;
            return method.Name switch
            {
                "AppendPathSegment" when rest is [{ Value: var segment }, ..] => Below(Fold(source, depth + 1), Fold(segment, depth + 1)),
                "AppendPathSegments" or "Request" => Below(Fold(source, depth + 1), FoldJoin(One(Known("/")), Items(rest), depth)),
                var name when name.StartsWith("Set", StringComparison.Ordinal) || name.StartsWith("AppendQuery", StringComparison.Ordinal) => Concat(Fold(source, depth + 1), Unknown),
                _ when method.ReturnType.Name is "Url" or "IFlurlRequest" => Fold(source, depth + 1),
                _ => null,
            };
        }

        // What is set later may be the path, or a query that limits what the path names.
        private ImmutableArray<FoldedString> FoldBuilt(IOperation builder, int depth) =>
            new[] { "Query", "Path", "Host" }.Any(part => services.Values.PropertyOf(builder, part, builder.Syntax).Any()) ? Concat(Fold(builder, depth + 1), Unknown) : Fold(builder, depth + 1);

        private static ImmutableArray<FoldedString> Below(ImmutableArray<FoldedString> address, ImmutableArray<FoldedString> segment) => Concat(Concat(address, One(Known("/"))), segment);

        private static bool IsOfFlurl(INamespaceSymbol? space) => space is { Name: "Flurl", ContainingNamespace.IsGlobalNamespace: true } or { Name: "Http", ContainingNamespace: { Name: "Flurl", ContainingNamespace.IsGlobalNamespace: true } };
    }
}
