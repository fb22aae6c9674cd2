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
        && access.Ancestors().TakeWhile(static around => around is not MemberDeclarationSyntax).Any(around => around is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax && Climbs(around, climber))
        && !IsStart(OtherSide(access), climber, access);

    /// <summary>Whether a call destroys what lies two levels or more above a path, so that a check of the path says nothing of it.</summary>
    /// <remarks><c>Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(path)))</c>, <c>dir.Parent.Parent.Delete(true)</c>, also by a variable that nobody looks at. The folder of a file is one level.</remarks>
    public static bool LeadOut(SyntaxNode call)
    {
        if (call is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments, Expression: var called }) return false;
        var receiver = (called as MemberAccessExpressionSyntax)?.Expression;
        return arguments.Select(static argument => argument.Expression).Concat(receiver is null ? [] : [receiver]).Any(target => Levels(target) > 1 || (target is IdentifierNameSyntax { Identifier.ValueText: var name } && Levels(OnlyValueOf(name, call)) > 1));
    }

    private static int Levels(SyntaxNode? target) => target is null ? 0 : target.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Count(static name => name.Identifier.ValueText is "Parent" or "GetDirectoryName" or "GetParent" && name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    private static ExpressionSyntax? OnlyValueOf(string variable, SyntaxNode call)
    {
        var member = call.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var declared = member?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(declarator => declarator.Identifier.ValueText == variable);
        return declared is null || member!.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == variable && use.SpanStart < call.SpanStart) ? null : declared.Initializer?.Value;
    }

    // What the path is compared with: `d.FullName == root`, `string.Equals(d.FullName, root)`, `d.FullName.Equals(root)`.
    private static ExpressionSyntax? OtherSide(ExpressionSyntax path) => path.Parent switch
    {
        BinaryExpressionSyntax comparison => comparison.Left == path ? comparison.Right : comparison.Left,
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: var compared, Parent: InvocationExpressionSyntax call } } argument => compared.FirstOrDefault(other => other != argument)?.Expression is { } other && compared.Count > 1 ? other : (call.Expression as MemberAccessExpressionSyntax)?.Expression,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var other }, ..] } } => other,
        _ => null,
    };

    // Every directory is found on the way up from itself; on the way up from `Path.Combine(root, name)` the root is only found if the name does not climb.
    private static bool IsStart(ExpressionSyntax? other, string climber, SyntaxNode path) => other is not null
        && path.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(declared => declared.Identifier.ValueText == climber)?.Initializer is { Value: var start }
        && NamesIn(start).ToList() is { Count: > 0 } names && !names.Except(NamesIn(other)).Any();

    private static IEnumerable<string> NamesIn(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(static name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
        .Select(static name => name.Identifier.ValueText)
        .Where(static name => char.IsLower(name[0]) || name[0] == '_');

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
