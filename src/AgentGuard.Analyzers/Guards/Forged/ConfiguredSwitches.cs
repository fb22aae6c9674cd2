using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Switches of options that the program turns on itself where it sets up its services: <c>services.Configure&lt;ResetOptions&gt;(o => o.Confirmed = true)</c>, <c>services.AddSingleton(new ResetOptions { Confirmed = true })</c>.</summary>
internal sealed class ConfiguredSwitches(AnalysisServices services)
{
    private static readonly string[] Setters = ["Configure", "ConfigureAll", "PostConfigure", "PostConfigureAll"];
    private static readonly string[] Registrations = ["AddSingleton", "AddScoped", "AddTransient", "TryAddSingleton"];

    // Tests answer by right. Nothing is searched before a switch asks for it.
    private readonly Lazy<HashSet<ISymbol>> _found = new(() => new HashSet<ISymbol>(services.IsTestProject ? [] : services.CallSites.NamesAnywhere([.. Setters, .. Registrations]).SelectMany(name => SetBy(name, services)), SymbolEqualityComparer.Default));

    /// <summary>Whether a property is one of them.</summary>
    public bool Contain(IPropertySymbol property) => _found.Value.Contains(property.OriginalDefinition);

    // What stands under a condition waits for something.
    private static IEnumerable<ISymbol> SetBy(SimpleNameSyntax name, AnalysisServices services) =>
        CallSyntax.CallOf(name) is { ArgumentList.Arguments: [.., { Expression: var set }] } call && OnIn(set, Registrations.Contains(name.Identifier.ValueText)) is { Count: > 0 } on && MemberRoot.Of(call) is { } member && StartUpChoices.IsAlwaysRun(call, member)
            ? on.Select(assignment => services.ModelFor(assignment.SyntaxTree).GetSymbolInfo(assignment.Left).Symbol?.OriginalDefinition).OfType<IPropertySymbol>()
            : [];

    // In the function that sets them, or in the object that is registered.
    private static List<AssignmentExpressionSyntax> OnIn(ExpressionSyntax set, bool isRegistered) => set is not LambdaExpressionSyntax && !isRegistered ? [] : [.. (set is LambdaExpressionSyntax { Body: var body } ? body : set).DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.Right.IsKind(SyntaxKind.TrueLiteralExpression) && (isRegistered ? assignment.Parent.IsKind(SyntaxKind.ObjectInitializerExpression) : assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }) && StartUpChoices.IsAlwaysRun(assignment, set))];
}
