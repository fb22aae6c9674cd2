using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations;

/// <summary>
/// What other source generators have written. AgentGuard's does not see it, so that it may have intercepted no call that stands in it or cannot be understood
/// without it. Whether it has, the interceptors tell.
/// </summary>
internal sealed class OtherGenerators(AnalysisServices services)
{
    private const string Obstacle = "the call depends on code of another source generator, which that of AgentGuard does not see";
    private const int ContentHashLength = 20;

    // Later than the API that analyzers are compiled against, but not than any compiler that intercepts.
    private static readonly MethodInfo? Locate =
        typeof(Microsoft.CodeAnalysis.CSharp.CSharpExtensions).GetMethod("GetInterceptableLocation", [typeof(SemanticModel), typeof(InvocationExpressionSyntax), typeof(CancellationToken)]);

    private readonly Lazy<ImmutableHashSet<SyntaxTree>> _files = new(() =>
        services.Compilation.SyntaxTrees.Where(tree => GeneratorOutput.Contains(tree) && IsInFolders(tree.FilePath) && !GeneratedInterceptors.IsOwn(tree.FilePath)).ToImmutableHashSet());

    private readonly Lazy<bool> _haveGlobalUsings = new(() =>
        services.OtherGenerators._files.Value.Any(tree => !IsOfBuild(tree, services.Compilation) && ((CompilationUnitSyntax)tree.GetRoot()).Usings.Any(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))));

    /// <summary>Why a call in the scope of guard attributes is not intercepted, as the end of a sentence; null if nothing speaks against it.</summary>
    public string? ObstacleAt(IOperation call, IReadOnlyCollection<AttributeData> attributes, CancellationToken cancellation)
    {
        if (attributes.Count == 0 || _files.Value.IsEmpty) return null;
        var model = services.ModelFor(call.Syntax.SyntaxTree);
        return IsPartOfThem(call.Syntax, attributes, model, cancellation) && !IsIntercepted(call.Syntax, model, cancellation) ? Obstacle : null;
    }

    private bool IsPartOfThem(SyntaxNode call, IReadOnlyCollection<AttributeData> attributes, SemanticModel model, CancellationToken cancellation) =>
        _files.Value.Contains(call.SyntaxTree)
        || _haveGlobalUsings.Value
        || attributes.Any(attribute => attribute.ApplicationSyntaxReference is { } place && _files.Value.Contains(place.SyntaxTree))
        || call.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => model.GetDeclaredSymbol(type, cancellation) is { } symbol && HasBaseFromThem(symbol, cancellation))
        || MemberAround(call).DescendantNodes().OfType<SimpleNameSyntax>().Any(name => model.GetSymbolInfo(name, cancellation).Symbol is { } symbol && IsTheirs(symbol));

    private static SyntaxNode MemberAround(SyntaxNode call) => call.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        GlobalStatementSyntax { Parent: { } unit } => unit,
        { } member => member,
        _ => call,
    };

    private bool HasBaseFromThem(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(part => _files.Value.Contains(part.SyntaxTree) && part.GetSyntax(cancellation) is TypeDeclarationSyntax { BaseList: not null });

    private bool IsTheirs(ISymbol symbol) => IsDeclaredByThem(symbol) || symbol switch
    {
        ITypeSymbol type => IsTheirs(type),
        ILocalSymbol local => IsTheirs(local.Type),
        IFieldSymbol field => IsTheirs(field.Type),
        IPropertySymbol property => IsTheirs(property.Type),
        IParameterSymbol parameter => IsTheirs(parameter.Type),
        IMethodSymbol method => IsTheirs(method.ReturnType),
        _ => false,
    };

    private bool IsTheirs(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array) return IsTheirs(array.ElementType);
        for (var level = type as INamedTypeSymbol; level is not null; level = level.BaseType)
        {
            if (IsDeclaredByThem(level) || level.TypeArguments.Any(IsTheirs)) return true;
        }

        return false;
    }

    private bool IsDeclaredByThem(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(place => _files.Value.Contains(place.SyntaxTree));

    private bool IsIntercepted(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        var name = GeneratedInterceptors.FileFor(call.SyntaxTree.FilePath);
        if (services.Compilation.SyntaxTrees.FirstOrDefault(tree => GeneratedInterceptors.IsOwn(tree.FilePath) && Path.GetFileName(tree.FilePath) == name) is not { } file) return false;
        if (call is not InvocationExpressionSyntax || Locate?.Invoke(null, [model, call, cancellation]) is not { } location) return false;
        if (location.GetType().GetProperty("Data")?.GetValue(location) is not string place) return false;

        var places = file.GetRoot(cancellation).DescendantNodes().OfType<AttributeSyntax>().Select(GeneratedInterceptors.PlaceOf).OfType<string>().ToList();
        // An editor runs generators less often than analyzers: interceptors of an earlier text say nothing about this one.
        return places.Contains(place) || !places.Any(other => string.CompareOrdinal(other, 0, place, 0, ContentHashLength) == 0);
    }

    // That of the generator's assembly, and that of the generator. A lone name is a text that somebody compiles in memory.
    private static bool IsInFolders(string path) => path.Count(static character => character is '/' or '\\') >= 2;

    // The build writes the global usings of the project file.
    private static bool IsOfBuild(SyntaxTree tree, Compilation compilation) => Path.GetFileName(tree.FilePath) == compilation.AssemblyName + ".GlobalUsings.g.cs";
}
