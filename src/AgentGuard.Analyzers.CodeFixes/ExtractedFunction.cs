using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AgentGuard.Analyzers.CodeFixes;

/// <summary>A local function that takes over a call of top-level code, because top-level code cannot carry attributes itself.</summary>
/// <param name="Name">The name of the function.</param>
/// <param name="ReturnType">What the call returns.</param>
/// <param name="Parameters">The variables that the call reads, with their types.</param>
internal sealed record ExtractedFunction(string Name, TypeSyntax ReturnType, ImmutableArray<(SyntaxToken Name, TypeSyntax Type)> Parameters)
{
    /// <summary>Plans the function, or returns null where the call cannot move: it declares or writes variables, awaits, or has a type without a name.</summary>
    public static ExtractedFunction? Plan(ExpressionSyntax call, SemanticModel model, HashSet<string> taken)
    {
        var method = model.GetSymbolInfo(call).Symbol?.Name ?? "Call";
        call = Whole(call);
        if (model.GetTypeInfo(call).Type is not { } returned || !CanBeNamed(returned)) return null;
        if (call.DescendantNodes().Any(node => node is AwaitExpressionSyntax or RefExpressionSyntax)) return null;
        if (model.AnalyzeDataFlow(call) is not { Succeeded: true } flow || flow.VariablesDeclared.Length > 0 || flow.WrittenInside.Length > 0) return null;

        var parameters = ImmutableArray.CreateBuilder<(SyntaxToken, TypeSyntax)>();
        foreach (var variable in flow.DataFlowsIn)
        {
            var use = call.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
                .FirstOrDefault(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, variable));
            if (use is null || model.GetTypeInfo(use) is not { Type: { } type } info || !CanBeNamed(type)) return null;
            if (use.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression)) return null;
            // The type of a `var` always allows null; what counts is whether it can be null here.
            if (info.Nullability.FlowState == NullableFlowState.NotNull) type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            parameters.Add((use.Identifier.WithoutTrivia(), Written(type)));
        }

        return new(UniqueName("Guarded" + method, call, model, taken), Written(returned), parameters.ToImmutable());
    }

    /// <summary>Replaces the call by a call of the function, and adds the function behind the last statement.</summary>
    public SyntaxNode Extract(SyntaxNode root, ExpressionSyntax call, GuardKinds guards)
    {
        call = Whole(call);
        var arguments = SyntaxFactory.SeparatedList(Parameters.Select(parameter => SyntaxFactory.Argument(SyntaxFactory.IdentifierName(parameter.Name))));
        var replacement = SyntaxFactory.InvocationExpression(SyntaxFactory.IdentifierName(Name), SyntaxFactory.ArgumentList(arguments)).NormalizeWhitespace();
        var function = Declare(call.WithoutTrivia(), guards).NormalizeWhitespace(eol: LineEnd.Of(root).ToString());
        function = function.ReplaceNodes(
            function.DescendantNodes().OfType<ExpressionSyntax>().Where(node => node.HasAnnotation(Moved)), (_, _) => call.WithoutTrivia());

        var unit = WithBlankLineBeforeTypes((CompilationUnitSyntax)root.ReplaceNode(call, replacement.WithTriviaFrom(call)), LineEnd.Of(root));
        var last = unit.Members.OfType<GlobalStatementSyntax>().Last();
        var endsLine = last.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var blankLine = Enumerable.Repeat(LineEnd.Of(root), endsLine ? 1 : 2);
        var added = SyntaxFactory.GlobalStatement(function).WithLeadingTrivia(blankLine);
        return unit.InsertNodesAfter(last, new[] { endsLine ? added.WithTrailingTrivia(LineEnd.Of(root)) : added });
    }

    private static CompilationUnitSyntax WithBlankLineBeforeTypes(CompilationUnitSyntax unit, SyntaxTrivia lineEnd) =>
        unit.Members.FirstOrDefault(static member => member is not GlobalStatementSyntax) is { } type && type.GetLeadingTrivia() is var leading && !leading.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia)
            ? unit.ReplaceNode(type, type.WithLeadingTrivia(leading.Insert(0, lineEnd)))
            : unit;

    private static readonly SyntaxAnnotation Moved = new("AgentGuard.Moved");

    private LocalFunctionStatementSyntax Declare(ExpressionSyntax call, GuardKinds guards)
    {
        var parameters = SyntaxFactory.SeparatedList(
            Parameters.Select(parameter => SyntaxFactory.Parameter(parameter.Name).WithType(parameter.Type)));
        var function = SyntaxFactory.LocalFunctionStatement(ReturnType, Name)
            .WithModifiers(SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.StaticKeyword)))
            .WithParameterList(SyntaxFactory.ParameterList(parameters))
            // A stand-in: normalising the white space must not touch what the author wrote.
            .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.IdentifierName("call").WithAdditionalAnnotations(Moved)))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        return (LocalFunctionStatementSyntax)AttributePlace.Add(function, guards);
    }

    // In `a?.Delete()` the call cannot stand without what is before the question mark.
    private static ExpressionSyntax Whole(ExpressionSyntax call) =>
        call.Ancestors().TakeWhile(node => node is ExpressionSyntax).OfType<ConditionalAccessExpressionSyntax>()
            .LastOrDefault(access => access.WhenNotNull.Contains(call)) ?? call;

    private static string UniqueName(string wanted, ExpressionSyntax call, SemanticModel model, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name) || model.LookupSymbols(call.SpanStart, name: name).Length > 0; number++) name = wanted + number;
        return name;
    }

    private static bool CanBeNamed(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } or { TypeKind: TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer } => false,
        IArrayTypeSymbol array => CanBeNamed(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(CanBeNamed),
        _ => true,
    };

    private static TypeSyntax Written(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void) return SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword));
        var format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
        return SyntaxFactory.ParseTypeName(type.ToDisplayString(format)).WithAdditionalAnnotations(Simplifier.Annotation);
    }
}
