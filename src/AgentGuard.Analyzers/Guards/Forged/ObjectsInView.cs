using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Excuses;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>Objects that the program makes itself where it asks them: behind an interface, what they answer stands in their class.</summary>
internal sealed class ObjectsInView(AnalysisServices services)
{
    /// <summary>The method that a call of an interface's member runs, where the object behind it is made in view; null where it may be another.</summary>
    public IMethodSymbol? MethodOf(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { TypeKind: TypeKind.Interface } && Made(Receiver(call)) is [INamedTypeSymbol type] && type.FindImplementationForInterfaceMember(call.TargetMethod) is IMethodSymbol { IsAbstract: false } method ? method : null;

    /// <summary>Whether a call asks an environment that the program has made and named itself.</summary>
    public bool IsNamedHere(IInvocationOperation call) =>
        Receiver(call) is { } receiver && services.Values.Of(receiver) is { IsEmpty: false } sources && sources.All(source => source is IObjectCreationOperation creation ? IsNamed(creation) : Fakes.IsMade(source));

    /// <summary>Whether a call goes to an object of a mocking library, which says what it was told to say.</summary>
    public bool IsFake(IInvocationOperation call) => Receiver(call) is { } receiver && IsFake(receiver);

    /// <summary>Whether a property is one of such an object.</summary>
    public bool IsFake(IPropertyReferenceOperation property) => services.AsWritten(property) is IPropertyReferenceOperation { Instance: { } holder } && IsFake(holder);

    private bool IsFake(IOperation holder) => holder.Type is { TypeKind: TypeKind.Interface } or { IsAbstract: true } && services.Values.Of(holder) is { IsEmpty: false } sources && sources.All(Fakes.IsMade);

    private IOperation? Receiver(IInvocationOperation call) => services.AsWritten(call) is not IInvocationOperation written ? null
        : written.Instance ?? (written.TargetMethod.IsExtensionMethod ? written.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value : null);

    private IReadOnlyList<ITypeSymbol> Made(IOperation? receiver)
    {
        if (receiver is null || services.Values.Of(receiver) is not { IsEmpty: false } sources || !sources.All(static source => source is IObjectCreationOperation)) return [];
        return [.. sources.Select(static source => source.Type!).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)];
    }

    /// <summary>Whether an environment is made with its name: <c>new HostingEnvironment { EnvironmentName = "Development" }</c>, or a class of one's own that starts with it and is given no other.</summary>
    public bool IsNamed(IObjectCreationOperation creation)
    {
        var given = services.Values.InitialValues(creation, "EnvironmentName").ToList();
        if (given.Count > 0) return given.All(static name => Places.HasConstant(Variables.Unwrap(name)));
        return creation.Type is { } type && IsNamed(type) && !IsGiven(type);
    }

    // What it is made with may name it: `EnvironmentName = inner.EnvironmentName;` in the constructor.
    private bool IsGiven(ITypeSymbol type) => type is INamedTypeSymbol { InstanceConstructors: var constructors } && constructors
        .SelectMany(constructor => services.DeclarationsOf(constructor))
        .Any(static declared => declared.GetSyntax() is ConstructorDeclarationSyntax constructor && constructor.DescendantTokens().Any(static token => token.ValueText == "EnvironmentName"));

    /// <summary>Whether a class of an environment says its name itself.</summary>
    public bool IsNamed(ITypeSymbol type) =>
        type.GetMembers("EnvironmentName").SelectMany(member => services.DeclarationsOf(member)).Any(static declared => declared.GetSyntax() is PropertyDeclarationSyntax property && IsWrittenOut(property.Initializer?.Value ?? property.ExpressionBody?.Expression));

    // `"Development"`, `Environments.Development`
    private static bool IsWrittenOut(ExpressionSyntax? name) => name is LiteralExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Environments" } };
}
