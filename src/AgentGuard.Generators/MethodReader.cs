using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Generators;

/// <summary>Reads the method of a call and writes its signature, its call and its values as C#.</summary>
internal sealed class MethodReader
{
    /// <summary>The name of the receiver in generated code.</summary>
    public const string Self = "self";

    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly string[] PropagatedAttributes = ["RequiresUnreferencedCodeAttribute", "RequiresDynamicCodeAttribute", "RequiresAssemblyFilesAttribute"];

    private readonly IMethodSymbol _method;
    private readonly IReadOnlyList<Parameter> _parameters;

    public MethodReader(IInvocationOperation call)
    {
        var target = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        _method = target.OriginalDefinition;
        IEnumerable<Parameter> parameters = _method.Parameters.Select((parameter, index) => new Parameter($"p{index}", parameter.Name, parameter.Type, parameter.RefKind, IsScoped(parameter), IsUnscoped(parameter)));
        if (ReceiverOf(_method) is { } receiver) parameters = parameters.Prepend(receiver);
        _parameters = parameters.ToList();
        HasReceiver = ReceiverOf(_method) is not null || _method.IsExtensionMethod;
    }

    /// <summary>The method that is called, an extension method in its static form.</summary>
    public IMethodSymbol Method => _method;

    /// <summary>Whether the first parameter of the interceptor is the object that the method is called on.</summary>
    public bool HasReceiver { get; }

    /// <summary>The value that a catalogue path starts with: the receiver or a parameter.</summary>
    public (string Name, ITypeSymbol Type)? Root(string root)
    {
        var found = root == ValuePath.Receiver ? (HasReceiver ? _parameters[0] : null) : _parameters.FirstOrDefault(parameter => parameter.OriginalName == root);
        return found is { RefKind: not RefKind.Out } && !found.Type.IsRefLikeType ? (found.Name, found.Type) : null;
    }

    /// <summary>The value at a catalogue path; null if the path does not exist or cannot be kept.</summary>
    public (string Expression, ITypeSymbol Type)? Value(ValuePath path)
    {
        if (Root(path.Root) is not var (expression, type)) return null;
        foreach (var name in path.Properties)
        {
            if (Property(type, name) is not { } property) return null;
            expression += (type.IsValueType ? "." : "?.") + name;
            type = property.Type;
        }

        return (expression, type);
    }

    /// <summary>The public property of a type, its bases or its interfaces that has this name; null if there is none.</summary>
    public static IPropertySymbol? Property(ITypeSymbol type, string name) => Hierarchy(type)
        .SelectMany(level => level.GetMembers(name))
        .OfType<IPropertySymbol>()
        .FirstOrDefault(property => property is { IsStatic: false, GetMethod.DeclaredAccessibility: Accessibility.Public, Parameters.Length: 0 });

    /// <summary>The method as the writer needs it.</summary>
    public MethodShape Shape()
    {
        var waiting = _parameters.Any(parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType) ? Waiting.None : WaitingFor(_method.ReturnType);
        var typeParameters = TypeParameters().ToList();
        var plain = _parameters.Select(parameter => parameter.Declaration).ToList();
        var extended = HasReceiver ? plain.Skip(1).Prepend("this " + plain[0]) : plain;
        return new MethodShape(
            _method.Name,
            typeParameters.Count == 0 ? "" : $"<{string.Join(", ", typeParameters.Select(Name))}>",
            string.Concat(typeParameters.Select(Constraint)),
            _method.ReturnsByRef ? "ref " + Name(_method.ReturnType) : _method.ReturnsByRefReadonly ? "ref readonly " + Name(_method.ReturnType) : Name(_method.ReturnType),
            waiting,
            string.Join(", ", extended),
            string.Join(", ", plain),
            string.Join(", ", _parameters.Select(parameter => parameter.Argument)),
            Invocation(),
            _parameters.LastOrDefault(parameter => parameter.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" })?.Name ?? "default",
            string.Concat(_method.GetAttributes().Where(IsPropagated).Select(attribute => $"[global::{attribute}]")));
    }

    /// <summary>The fully qualified name of a type.</summary>
    private static string Name(ITypeSymbol type) =>
        string.Concat(type.ToDisplayParts(TypeFormat).Select(part => part.Symbol is ITypeParameterSymbol parameter ? part + Number(parameter) : part.ToString()));

    // The interceptor has the parameters of the types around as well, and one may hide another of the same name.
    private static string Number(ITypeParameterSymbol parameter)
    {
        var hidden = 0;
        for (var outer = parameter.ContainingSymbol.ContainingType; outer is not null; outer = outer.ContainingType) hidden += outer.TypeParameters.Count(other => other.Name == parameter.Name);
        return hidden == 0 ? "" : $"__{hidden}";
    }

    private string Invocation()
    {
        var called = Escape(_method.Name);
        var arguments = _parameters.Select(parameter => parameter.Argument).ToList();

        // A member of an extension block is called by the static method that the compiler makes of it.
        if (ExtensionBlocks.Holds(_method))
            return $"{Name(_method.ContainingType.ContainingType)}.{called}{List([.. _method.ContainingType.TypeParameters, .. _method.TypeParameters])}({string.Join(", ", arguments)})";
        if (_method.IsStatic) return $"{Name(_method.ContainingType)}.{called}{List(_method.TypeParameters)}({string.Join(", ", arguments)})";
        return $"{Self}.{called}{List(_method.TypeParameters)}({string.Join(", ", arguments.Skip(1))})";

        static string List(ImmutableArray<ITypeParameterSymbol> parameters) => parameters.IsEmpty ? "" : $"<{string.Join(", ", parameters.Select(Name))}>";
    }

    private static Parameter? ReceiverOf(IMethodSymbol method) => ExtensionBlocks.ReceiverOf(method) is { } extended
        ? new Parameter(Self, extended.Name, extended.Type, extended.RefKind, IsScoped(extended), IsUnscoped(extended))
        : method.IsStatic ? null : new Parameter(Self, "", method.ContainingType, ReceiverKind(method), false, false);

    private static RefKind ReceiverKind(IMethodSymbol method) =>
        !method.ContainingType.IsValueType ? RefKind.None : method.IsReadOnly || method.ContainingType.IsReadOnly ? RefKind.In : RefKind.Ref;

    private IEnumerable<ITypeParameterSymbol> TypeParameters()
    {
        var containers = new Stack<INamedTypeSymbol>();
        for (var type = _method.ContainingType; type is not null; type = type.ContainingType) containers.Push(type);
        return containers.SelectMany(type => type.TypeParameters).Concat(_method.TypeParameters);
    }

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var clauses = new List<string>();
        if (parameter.HasReferenceTypeConstraint) clauses.Add("class");
        if (parameter.HasUnmanagedTypeConstraint) clauses.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint) clauses.Add("struct");
        if (parameter.HasNotNullConstraint) clauses.Add("notnull");
        clauses.AddRange(parameter.ConstraintTypes.Select(Name));
        if (parameter.HasConstructorConstraint) clauses.Add("new()");
        if (parameter.AllowsRefLikeType) clauses.Add("allows ref struct");
        return clauses.Count == 0 ? "" : $" where {Name(parameter)} : {string.Join(", ", clauses)}";
    }

    private static Waiting WaitingFor(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } } task
        ? task.Arity == 0 ? Waiting.Task : Waiting.TaskOfResult
        : Waiting.None;

    private static IEnumerable<ITypeSymbol> Hierarchy(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter) return parameter.ConstraintTypes.SelectMany(Hierarchy);
        var bases = new List<ITypeSymbol>();
        for (var current = type; current is not null; current = current.BaseType) bases.Add(current);
        return bases.Concat(type.AllInterfaces);
    }

    private static bool IsPropagated(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "CodeAnalysis" } } type && PropagatedAttributes.Contains(type.Name);

    private static bool IsScoped(IParameterSymbol parameter) => parameter.RefKind != RefKind.Out && parameter.ScopedKind != ScopedKind.None;

    // The receiver of a struct's method needs none: a parameter by reference may leave the interceptor anyway.
    private static bool IsUnscoped(IParameterSymbol parameter) => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "UnscopedRefAttribute");

    // `await` is a word of the language in an async method only, which the interceptor of a task has.
    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name != "await" ? name : "@" + name;

    private sealed record Parameter(string Name, string OriginalName, ITypeSymbol Type, RefKind RefKind, bool Scoped, bool Unscoped)
    {
        public string Declaration => (Unscoped ? "[global::System.Diagnostics.CodeAnalysis.UnscopedRef] " : "") + (Scoped ? "scoped " : "") + Modifier("ref readonly ") + MethodReader.Name(Type) + " " + Name;

        public string Argument => Modifier("in ") + Name;

        private string Modifier(string readOnly) => RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => readOnly,
            _ => "",
        };
    }
}
