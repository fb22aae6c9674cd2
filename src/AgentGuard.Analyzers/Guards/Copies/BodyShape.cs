using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Copies;

/// <summary>What kind of body it is, without following its flow.</summary>
/// <param name="IsIterator">Whether it runs only when its result is enumerated.</param>
/// <param name="DoesSomething">Whether it calls anything that could have an effect beyond a log.</param>
/// <param name="IsOpaque">Whether it asks something outside the base library that has no body here.</param>
internal readonly record struct BodyShape(bool IsIterator, bool DoesSomething, bool IsOpaque)
{
    private static readonly string[] Idle = ["Console", "Debug", "Trace", "Task", "ValueTask", "LoggerExtensions", "ILogger", "Thread"];

    /// <summary>The shape of a body.</summary>
    public static BodyShape Of(ControlFlowGraph graph)
    {
        var shape = new BodyShape();
        foreach (var operation in graph.OriginalOperation.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                    shape = shape with { IsIterator = true };
                    break;
                case IInvocationOperation call when !IsIdle(call.TargetMethod.ContainingType?.Name):
                    shape = shape with { DoesSomething = true, IsOpaque = shape.IsOpaque || IsOpaqueMember(call.TargetMethod) };
                    break;
                case IMemberReferenceOperation member when member is IPropertyReferenceOperation or IFieldReferenceOperation { Field.IsConst: false }:
                    shape = shape with { IsOpaque = shape.IsOpaque || IsOpaqueMember(member.Member) };
                    break;
                case IDynamicInvocationOperation:
                    shape = shape with { DoesSomething = true, IsOpaque = true };
                    break;
            }
        }

        return shape;
    }

    /// <summary>Whether a declaration has a body at all.</summary>
    public static bool HasBody(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax => true,
        _ => false,
    };

    /// <summary>Whether a constructor assigns a member on every path: in a statement of its own block, alone or in a tuple.</summary>
    public static bool Assigns(ConstructorDeclarationSyntax constructor, string member)
    {
        var statements = constructor.Body?.Statements.OfType<ExpressionStatementSyntax>().Select(static statement => statement.Expression) ?? [];
        return statements.Concat(constructor.ExpressionBody is { } arrow ? [arrow.Expression] : [])
            .OfType<AssignmentExpressionSyntax>()
            .SelectMany(static assignment => assignment.Left is TupleExpressionSyntax tuple ? tuple.Arguments.Select(static argument => argument.Expression) : [assignment.Left])
            .Any(target => target is IdentifierNameSyntax name && name.Identifier.ValueText == member || target is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name.Identifier.ValueText == member);
    }

    /// <summary>Whether the methods of a type of this name only write to a log or wait.</summary>
    public static bool IsIdle(string? type) => Array.IndexOf(Idle, type) >= 0;

    /// <summary>Whether a member is one of the base library.</summary>
    public static bool IsBaseLibrary(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return member.DeclaringSyntaxReferences.IsEmpty && space?.Name == "System";
    }

    // A member without a body, other than of the base library, could tell anything.
    private static bool IsOpaqueMember(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty) return !IsBaseLibrary(member);
        return member.IsAbstract || member is IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsReadOnly: false };
    }
}
