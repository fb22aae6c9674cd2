using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Flow;

/// <summary>What writes and calls leave of the values of fields and properties, which others may write too. Places that nobody else can write are kept.</summary>
internal sealed class MemberWrites(FlowBody body)
{
    /// <summary>The values once a place is written: its members are those of another object, and another variable may have held the same one.</summary>
    public FlowState AfterWrite(FlowState state, Storage written, Value? value)
    {
        if (!body.Storages.WritesMembers) return state;
        var symbol = SymbolOf(written);
        return state.Changed((place, known) =>
        {
            if (place == written) return known;
            if (written.Member is { } part && place.Member is null && place.Root.Equals(written.Root)) return ObjectValues.AfterWrite(known, part, value);
            if (written.Member is null && place.Member is not null && place.Root.Equals(written.Root)) return null;
            return symbol is not null && SymbolEqualityComparer.Default.Equals(symbol, SymbolOf(place)) ? Joined(known, value, symbol) : known;
        });
    }

    /// <summary>The values once a member of an object that cannot be followed is written.</summary>
    public FlowState AfterWrite(FlowState state, ISymbol member, Value? value) => body.Storages.WritesMembers
        ? state.Changed((place, known) => SymbolEqualityComparer.Default.Equals(member, SymbolOf(place)) ? Joined(known, value, member) : known)
        : state;

    /// <summary>The values once a call has returned: joined with what its body writes, and open where it may run other code.</summary>
    public FlowState AfterCall(FlowState state, IInvocationOperation call, HelperSummary? summary)
    {
        if (!body.Storages.WritesMembers) return state;
        if (summary is not null)
        {
            if (summary.Stores.Count > 0) state = state.Changed((place, known) => SymbolOf(place) is { } symbol && summary.Stores.TryGetValue(symbol.OriginalDefinition, out var stored) ? Joined(known, stored, symbol) : known);
            return summary.DoesSomething ? Open(state, static _ => true) : state;
        }

        return TextCalls.IsBaseLibrary(call.TargetMethod) && call.TargetMethod.ContainingType.TypeKind != TypeKind.Interface ? AfterHandOver(state, call.Instance is null ? call.Arguments.Select(a => a.Value) : call.Arguments.Select(a => a.Value).Append(call.Instance)) : Open(state, static _ => true);
    }

    /// <summary>The values once code that cannot write of its own accord has had some objects in its hands: a delegate or an interface may be code of anybody.</summary>
    public FlowState AfterHandOver(FlowState state, IEnumerable<IOperation> operands)
    {
        if (!body.Storages.WritesMembers) return state;
        var roots = new HashSet<object>();
        foreach (var operand in operands)
        {
            var given = operand;
            while (given is IConversionOperation conversion) given = conversion.Operand;
            if (given is IInstanceReferenceOperation or IDelegateCreationOperation || given.Type?.TypeKind is TypeKind.Delegate or TypeKind.Interface) return Open(state, static _ => true);
            if (body.Storages.StorageOf(given) is { Member: null } storage) roots.Add(storage.Root);
        }

        return roots.Count == 0 ? state : Open(state, key => key.Member is not null && roots.Contains(key.Root));
    }

    /// <summary>The values once other code has had a turn.</summary>
    public FlowState AfterPause(FlowState state) => body.Storages.WritesMembers ? Open(state, static _ => true) : state;

    /// <summary>Whether assigning a property runs code of its own, so that it may not hold what it was given.</summary>
    public static bool HasOwnSetter(ISymbol? member) => member is IFieldSymbol { IsVolatile: true }
        || member is IPropertySymbol { SetMethod: { DeclaringSyntaxReferences: [var setter, ..] } } && setter.GetSyntax() is AccessorDeclarationSyntax accessor && (accessor.Body is not null || accessor.ExpressionBody is not null);

    /// <summary>A value that something else may have changed: it proves what it did, and may also be what others would set.</summary>
    public Value? Open(Value? value, ISymbol member)
    {
        if (value is null) return null;
        if (!value.HasRest && body.Helpers.States.Of(member, body) is { } states) return Value.Join(value, Facts.None, states, Facts.None);
        var isBool = member is IFieldSymbol field ? Places.IsBool(field.Type) : member is IPropertySymbol property && Places.IsBool(property.Type);
        var named = isBool && !value.HasRest ? body.Recognition.Names.OfSwitch(member.Name) : null;
        return value.OrOther(isBool, Value.WhenTrue(named), Value.WhenFalse(named));
    }

    private static ISymbol? SymbolOf(Storage storage) => storage.Member ?? (storage.Root is IFieldSymbol or IPropertySymbol ? (ISymbol)storage.Root : null);

    private Value? Joined(Value known, Value? written, ISymbol member) => written is null ? Open(known, member) : Value.Join(known, Facts.None, written, Facts.None);

    private FlowState Open(FlowState state, Func<Storage, bool> which) =>
        state.Changed((place, known) => SymbolOf(place) is { } symbol && which(place) && !IsFixed(symbol) ? Open(known, symbol) : known);

    private static bool IsFixed(ISymbol member) => member is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } or IPropertySymbol { SetMethod: null };
}
