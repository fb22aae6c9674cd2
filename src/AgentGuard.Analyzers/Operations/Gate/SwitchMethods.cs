using System.Collections.Concurrent;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Gate;

/// <summary>The methods of this program that take a switch which confirms, by name: only a call of one of them can answer it with <c>true</c>.</summary>
internal sealed class SwitchMethods(Compilation compilation, PolicyReader policy)
{
    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _names = new(() => [.. compilation.SyntaxTrees.SelectMany(tree => NamesIn(tree, policy.For(tree)))]);

    /// <summary>Whether a call may be of such a method.</summary>
    public bool MayBeCalled(InvocationExpressionSyntax call, ReceiverTypes receivers, SemanticModel model)
    {
        if (CallSyntax.CalledName(call) is not { } name) return false;
        var isLocal = call.Expression is SimpleNameSyntax && receivers.LocalsAround(call)[name] is not { IsDeclared: false };
        if (!isLocal && !IsDeclared(name)) return false;
        if (!call.ArgumentList.Arguments.Any(argument => MayAnswer(argument, policy.For(call.SyntaxTree)))) return false;
        if (isLocal) return true;

        // A type that has a method of the name needs no extension method.
        var methods = call.Expression is MemberAccessExpressionSyntax access && receivers.Of(access.Expression, model) is { } type ? ReceiverTypes.MembersOf(type, name).OfType<IMethodSymbol>().ToList() : [];
        return methods.Count > 0 ? methods.Any(method => !method.DeclaringSyntaxReferences.IsEmpty && method.Parameters.Any(parameter => IsSwitch(parameter.Type, parameter.Name, policy.For(call.SyntaxTree)))) : _names.Value.Contains(name);
    }

    private bool IsDeclared(string name) => _declared.TryGetValue(name, out var known) ? known : _declared.GetOrAdd(name, compilation.ContainsSymbolsWithName(name, SymbolFilter.Member));

    // `overwrite: true` answers nothing.
    private static bool MayAnswer(ArgumentSyntax argument, PolicyOptions options) =>
        argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression) && (argument.NameColon is not { Name.Identifier.ValueText: var parameter } || SwitchNames.Read(parameter, options) is not null);

    private static bool IsSwitch(ITypeSymbol type, string name, PolicyOptions options) => type.SpecialType != SpecialType.System_String && SwitchNames.Read(name, options) is not null;

    private static IEnumerable<string> NamesIn(SyntaxTree tree, PolicyOptions options) => tree
        .GetRoot()
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.ParameterList.Parameters.Any(parameter => parameter.Type is { } type && type.ToString().IndexOf("bool", StringComparison.OrdinalIgnoreCase) >= 0 && SwitchNames.Read(parameter.Identifier.ValueText, options) is not null))
        .Select(static method => method.Identifier.ValueText);
}
