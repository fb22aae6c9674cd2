using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>
/// Whether the generator can put a guard in front of a call. The one answer that the generator, rule AG0105 and the policy share, so that no attribute counts
/// that is not enforced.
/// </summary>
internal static class Interception
{
    /// <summary>The namespace of the generated interceptors; the package's props add it to <c>InterceptorsNamespaces</c>.</summary>
    public const string Namespace = "AgentGuard.Generated";

    private const string NamespacesFeature = "InterceptorsNamespaces";

    /// <summary>The oldest version of the language in which a call can be intercepted.</summary>
    public const LanguageVersion FirstLanguage = LanguageVersion.CSharp11;

    // GetInterceptableLocation in its final form; the .NET 9.0.300 SDK.
    private static readonly Version FirstCompiler = new(4, 14);

    private static readonly Version ThisCompiler = typeof(Compilation).Assembly.GetName().Version ?? new Version(0, 0);

    /// <summary>Why no call of a file can be intercepted, as the end of a sentence; null if calls can be.</summary>
    public static string? ObstacleIn(SyntaxTree tree, AnalysisServices services) => ObstacleIn(tree, services, ThisCompiler);

    /// <summary>The same for a compiler of another version.</summary>
    internal static string? ObstacleIn(SyntaxTree tree, AnalysisServices services, Version compiler)
    {
        if (!services.AttributesAreEnforced) return "interceptors are off: the project property AgentGuardInterceptors is not 'true'";
        if (compiler < FirstCompiler) return $"the compiler {compiler.ToString(2)} is older than {FirstCompiler}, the one of the .NET 9.0.300 SDK";
        if (services.LacksGenerator) return "AgentGuard.Generators is not among the analyzers of the build";
        if (tree.Options is not CSharpParseOptions options) return "the file is not C#";
        if (options.LanguageVersion < FirstLanguage) return $"the language version is {options.LanguageVersion.ToDisplayString()}, and C# 11 is needed";
        return AllowsNamespace(options) ? null : $"the project property InterceptorsNamespaces does not hold '{Namespace}'";
    }

    /// <summary>Why a call cannot be intercepted, as the end of a sentence; null if it can.</summary>
    public static string? ObstacleAt(IOperation call, AnalysisServices services) =>
        ObstacleIn(call.Syntax.SyntaxTree, services) ?? ObstacleOf(call, services.Compilation);

    /// <summary>Why the text that an operation executes cannot be read when its call runs, as the end of a sentence; null if it can.</summary>
    public static string? ObstacleOf(DestructiveOperation operation) => operation switch
    {
        { IsInFile: true } => "what it does is in a file that another program runs",
        { IsInPortions: true } => "each run of the text takes away only a portion, and nobody sees the loop when the call is made",
        _ => ObstacleOfText(operation.Entry),
    };

    /// <summary>Why the text that a line is about cannot be read when a call runs, as the end of a sentence; null if it can.</summary>
    public static string? ObstacleOfText(CatalogEntry? entry) =>
        entry is not null && (entry.Channel == TextChannel.Input || entry.Sources.Any(static source => source.Root == ValuePath.Added)) ? "what it makes another program do is not known when it is called" : null;

    private static bool AllowsNamespace(CSharpParseOptions options) =>
        options.Features.TryGetValue(NamespacesFeature, out var list)
        && list.Split(';').Any(allowed => allowed.Trim() is var name && (name == Namespace || Namespace.StartsWith(name + ".", StringComparison.Ordinal)));

    private static string? ObstacleOf(IOperation call, Compilation compilation) => call switch
    {
        IObjectCreationOperation => "a constructor cannot be intercepted",
        IMethodReferenceOperation or IDelegateCreationOperation => "a method that is passed on as a delegate cannot be intercepted",
        IPropertyReferenceOperation => "a property cannot be intercepted",
        IInvocationOperation invocation => ObstacleOf(invocation, compilation),
        _ => "only a method call can be intercepted",
    };

    private static string? ObstacleOf(IInvocationOperation call, Compilation compilation)
    {
        var method = call.TargetMethod;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.ExplicitInterfaceImplementation))
            return method.MethodKind == MethodKind.LocalFunction ? "a local function cannot be intercepted" : "a delegate or operator cannot be intercepted";
        if (ExpressionTrees.Around(call) is not null) return "a call in an expression tree cannot be intercepted";
        if (LateBoundCalls.IsFinder(method)) return "a method that is found by its name cannot be intercepted";
        if (call.Syntax is not InvocationExpressionSyntax { Expression: var called }) return "the call is not written as one";
        if (called is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax }) return "a call on 'base' cannot be intercepted";
        if (called is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or SimpleNameSyntax)) return "the name of the method is not written in the call";
        if (call.Instance?.Type is { IsRefLikeType: true }) return "a call on a ref struct cannot be intercepted";
        if (call.Instance?.Type is { TypeKind: TypeKind.TypeParameter }) return "a call on a type parameter cannot be intercepted";
        if (IsStaticAbstract(call)) return "a static method of a type parameter cannot be intercepted";
        if (method.IsVararg || method.Parameters.Any(parameter => HoldsPointer(parameter.Type)) || HoldsPointer(method.ReturnType)) return "a method with pointers cannot be intercepted";
        return IsReachable(method, compilation) ? null : $"generated code cannot reach '{method.Name}', which is not public or internal";
    }

    private static bool IsStaticAbstract(IInvocationOperation call) => call.TargetMethod is { IsStatic: true } method && (method.IsAbstract || call.ConstrainedToType is not null);

    private static bool HoldsPointer(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => true,
        IArrayTypeSymbol array => HoldsPointer(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HoldsPointer),
        _ => false,
    };

    // Type arguments need no name in the interceptor, since it is as generic as the method; all else in the signature does.
    private static bool IsReachable(IMethodSymbol method, Compilation compilation)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return compilation.IsSymbolAccessibleWithin(definition, compilation.Assembly)
            && definition.Parameters.Select(parameter => parameter.Type).Append(definition.ReturnType).Append(definition.ContainingType)
                .Concat(definition.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes))
                .All(type => IsReachable(type, compilation));
    }

    private static bool IsReachable(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => IsReachable(array.ElementType, compilation),
        ITypeParameterSymbol => true,
        INamedTypeSymbol named => !IsFileLocal(named)
            && compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, compilation.Assembly)
            && named.TypeArguments.All(argument => IsReachable(argument, compilation)),
        _ => true,
    };

    private static bool IsFileLocal(INamedTypeSymbol type) => type.IsFileLocal || (type.ContainingType is { } outer && IsFileLocal(outer));
}
