using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>What is known of the parts of an object that nobody changes once it is made: the elements of a tuple, the fixed properties of a result.</summary>
internal static class ObjectValues
{
    /// <summary>No part is known.</summary>
    public static readonly ImmutableDictionary<ISymbol, Value> None = ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default);

    /// <summary>The value of a part, if it is known.</summary>
    public static Value? PartOf(Value? whole, ISymbol member) => whole is { Parts.IsEmpty: false } && whole.Parts.TryGetValue(KeyOf(member), out var part) ? part : null;

    /// <summary>Whether an element belongs to a tuple that is written part by part, so that its name says nothing of it.</summary>
    public static bool IsChanged(IFieldReferenceOperation field, FlowBody body) =>
        field is { Field.CorrespondingTupleField: not null, Instance: ILocalReferenceOperation { Local: var holder } } && body.Storages.IsReassigned(holder);

    /// <summary>A tuple that is written out.</summary>
    public static Value? OfTuple(ITupleOperation tuple, IReadOnlyList<Value?> elements)
    {
        if (tuple.Type is not INamedTypeSymbol { IsTupleType: true } type || type.TupleElements.Length != elements.Count) return null;
        return Of(type.TupleElements.Zip(elements, static (field, value) => ((ISymbol)field, value)));
    }

    /// <summary>The elements of a tuple in their order.</summary>
    public static Value?[] ElementsOf(Value? tuple, ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsTupleType: true } named ? named.TupleElements.Select(field => PartOf(tuple, field)).ToArray() : [];

    /// <summary>A new object, by what its constructor makes of the arguments.</summary>
    public static Value? OfCreation(IObjectCreationOperation creation, Value?[] arguments, FlowBody body)
    {
        if (creation.Constructor is not { } constructor) return null;
        if (creation is { Arguments.IsEmpty: true, Type: INamedTypeSymbol type } && constructor.IsImplicitlyDeclared) return OfDefaults(type, creation.Syntax, body);
        if (!Array.Exists(arguments, static argument => argument is not null)) return null;
        var given = creation.Arguments.Zip(arguments, static (argument, value) => (argument.Parameter, value)).ToArray();
        if (body.Helpers.DeclarationsOf(constructor) is not [var written, ..]) return null;
        if (written.GetSyntax(body.Cancellation) is RecordDeclarationSyntax)
            return Of(given.Select(pair => (PositionalOf(constructor.ContainingType, pair.Parameter), pair.value)).Where(static pair => pair.Item1 is not null).Select(static pair => (pair.Item1!, pair.value)));
        if (written.GetSyntax(body.Cancellation) is not ConstructorDeclarationSyntax declaration || body.Helpers.OfHanded(constructor, given, body) is not { } summary) return null;
        return Of(summary.Stores.Where(pair => IsFixed(pair.Key) && BodyShape.Assigns(declaration, pair.Key.Name)).Select(static pair => (pair.Key, pair.Value)));
    }

    // What neither an initializer nor the expression that makes the object sets has the default of its type.
    private static Value? OfDefaults(INamedTypeSymbol type, SyntaxNode written, FlowBody body)
    {
        if (type is not { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object } || body.Helpers.DeclarationsOf(type).IsEmpty || written is not BaseObjectCreationExpressionSyntax creation) return null;
        var set = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Select(static assignment => assignment.Left.ToString()).ToArray() ?? [];
        return Of(type.GetMembers().OfType<IPropertySymbol>().Where(property => IsFixed(property) && !set.Contains(property.Name) && IsLeftAlone(property, body)).Select(static property => ((ISymbol)property, DefaultOf(property.Type))));
    }

    private static Value? DefaultOf(ITypeSymbol type) => Constants.DefaultOf(type) is { HasValue: true, Value: var initial } ? Value.Of(initial) : null;

    private static bool IsLeftAlone(IPropertySymbol property, FlowBody body) => body.Helpers.DeclarationsOf(property) is [var written]
        && written.GetSyntax(body.Cancellation) is PropertyDeclarationSyntax { Initializer: null, ExpressionBody: null, AccessorList: { } accessors } && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });

    /// <summary>A value with the parts that were set on it since it was made, as in an object initializer.</summary>
    public static Value? With(Value? whole, IOperation operation, FlowBody body, FlowState state, bool isHandedOver = false)
    {
        if (state.Values.IsEmpty || body.Storages.StorageOf(operation) is not { Member: null } root) return whole;
        var parts = whole?.Parts ?? None;
        foreach (var pair in state.Values)
        {
            if (pair.Key.Member is { } member && pair.Key.Root.Equals(root.Root) && (isHandedOver || IsFixed(member))) parts = parts.SetItem(KeyOf(member), pair.Value);
        }

        return parts.IsEmpty ? whole : (whole ?? Value.Of(Origin.Unknown)) with { Parts = parts };
    }

    /// <summary>A value of which a part is written.</summary>
    public static Value AfterWrite(Value whole, ISymbol member, Value? value) =>
        whole.Parts.ContainsKey(KeyOf(member)) ? whole with { Parts = whole.Parts.SetItem(KeyOf(member), value ?? Value.Of(Origin.Unknown)) } : whole;

    /// <summary>The parts where two paths meet. One that is missing altogether has none that could differ.</summary>
    public static ImmutableDictionary<ISymbol, Value> Join(Value left, Facts leftPath, Value right, Facts rightPath)
    {
        if (left.Parts.IsEmpty && right.Parts.IsEmpty) return None;
        if (IsMissing(left)) return Changed(right.Parts, part => Value.Under(part, rightPath));
        if (IsMissing(right)) return Changed(left.Parts, part => Value.Under(part, leftPath));
        var joined = None;
        foreach (var key in left.Parts.Keys.Union(right.Parts.Keys, SymbolEqualityComparer.Default).OfType<ISymbol>())
        {
            left.Parts.TryGetValue(key, out var first);
            right.Parts.TryGetValue(key, out var second);
            if (Value.Join(first, leftPath, second, rightPath) is { } part) joined = joined.SetItem(key, part);
        }

        return joined;
    }

    /// <summary>The parts with each of them changed.</summary>
    public static ImmutableDictionary<ISymbol, Value> Changed(ImmutableDictionary<ISymbol, Value> parts, Func<Value, Value> change) =>
        parts.IsEmpty ? parts : parts.ToImmutableDictionary(static pair => pair.Key, pair => change(pair.Value), SymbolEqualityComparer.Default);

    /// <summary>Whether two values have the same parts.</summary>
    public static bool Same(ImmutableDictionary<ISymbol, Value> left, ImmutableDictionary<ISymbol, Value> right) =>
        ReferenceEquals(left, right) || (left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && pair.Value.Equals(other)));

    private static Value? Of(IEnumerable<(ISymbol Member, Value? Value)> members)
    {
        var parts = None;
        foreach (var (member, value) in members)
        {
            if (value is not null) parts = parts.SetItem(KeyOf(member), value);
        }

        return parts.IsEmpty ? null : Value.Of(Origin.Unknown) with { Parts = parts };
    }

    private static bool IsMissing(Value value) => !value.HasRest && value.Cases.All(static @case => @case.Constant is null);

    /// <summary>The member by which a part is known.</summary>
    public static ISymbol KeyOf(ISymbol member) => (member is IFieldSymbol { CorrespondingTupleField: { } element } ? element : member).OriginalDefinition;

    private static bool IsFixed(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly && !field.IsStatic,
        IPropertySymbol { IsStatic: false, IsVirtual: false, IsOverride: false } property => property.SetMethod is null or { IsInitOnly: true } && !MemberWrites.HasOwnSetter(property),
        _ => false,
    };

    // The property that a record makes of a parameter, unless one of its own stands in its place.
    private static ISymbol? PositionalOf(INamedTypeSymbol type, IParameterSymbol? parameter) => parameter is null ? null : type.GetMembers(parameter.Name).OfType<IPropertySymbol>()
        .FirstOrDefault(static property => IsFixed(property) && property.DeclaringSyntaxReferences is [var written] && written.GetSyntax() is ParameterSyntax);
}
