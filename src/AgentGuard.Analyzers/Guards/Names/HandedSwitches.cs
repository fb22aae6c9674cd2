using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>Switches that a method does not look at itself: <c>void Outer(bool force) => Inner(force);</c></summary>
internal static class HandedSwitches
{
    /// <summary>The declarations of what a call of a method runs: of an interface's or an abstract class's member those that stand behind it.</summary>
    public static IEnumerable<SyntaxReference> BodiesOf(IMethodSymbol method, AnalysisServices services) => services.DeclarationsOf(method.OriginalDefinition) is { IsEmpty: false } own && method.IsAbstract
        ? services.Implementations.Of(method).SelectMany(implementation => services.DeclarationsOf(implementation))
        : services.DeclarationsOf(method.OriginalDefinition).Take(1);

    /// <summary>The methods in source to which a called one hands its switch on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="declaration">What it calls.</param>
    /// <param name="services">What is shared in the compilation.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IEnumerable<SyntaxNode> Receivers(IInvocationOperation call, SyntaxNode declaration, AnalysisServices services, CancellationToken cancellation)
    {
        var switches = call.TargetMethod.Parameters.Where(IsSwitch).Select(static parameter => parameter.Name).ToImmutableArray();
        return declaration.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(inner => inner.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && switches.Contains(name)))
            .Select(inner => services.ModelFor(inner.SyntaxTree).GetOperation(inner, cancellation))
            .OfType<IInvocationOperation>()
            .Where(inner => inner.Arguments.Any(argument => Variables.Unwrap(argument.Value) is IParameterReferenceOperation { Parameter.Name: var name } && switches.Contains(name) && argument.Parameter is { } parameter && IsSwitch(parameter)))
            .SelectMany(inner => BodiesOf(inner.TargetMethod, services))
            .Select(reference => reference.GetSyntax(cancellation));

        bool IsSwitch(IParameterSymbol parameter) => SwitchNames.Read(parameter.Name, services.Policy.For(declaration.SyntaxTree)) is not null;
    }
}
