using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Loops that go up from a directory to the one above it: <c>for (var d = dir; d != null; d = d.Parent) if (d.FullName == root.FullName) return true;</c></summary>
internal static class ClimbingPaths
{
    /// <summary>Whether a property is the path of each directory above another one in turn.</summary>
    /// <param name="property">What is read.</param>
    public static bool AreReadBy(IPropertyReferenceOperation property) =>
        property is { Property: { Name: "FullName", ContainingType: { Name: "FileSystemInfo" or "DirectoryInfo", ContainingNamespace.Name: "IO" } }, Syntax: MemberAccessExpressionSyntax { Expression: var holder } access }
        && ClimberIn(holder) is { } climber
        && access.Ancestors().TakeWhile(static around => around is not MemberDeclarationSyntax).Any(around => around is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax && Climbs(around, climber));

    // `d.FullName`, `d.Parent.FullName`
    private static string? ClimberIn(ExpressionSyntax holder) => holder switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parent", Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };

    private static bool Climbs(SyntaxNode loop, string climber) => loop.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(step =>
        step.Left is IdentifierNameSyntax { Identifier.ValueText: var goal } && goal == climber
        && step.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parent", Expression: IdentifierNameSyntax { Identifier.ValueText: var from } } && from == climber);
}
