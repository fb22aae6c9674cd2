using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Targets;

/// <summary>The variables of a member that plainly have nothing to do with what a call destroys, so that a check of one says nothing of it. Wherever there may be a link, there is one.</summary>
internal sealed class UnrelatedVariables(IOperation member, StorageMap storages)
{
    private readonly Lazy<DataFlow> _flow = new(() => new DataFlow(member));
    private readonly HeldTwins _twins = new(member);
    private readonly Lazy<ILookup<ISymbol, ISimpleAssignmentOperation>> _writes = new(() => member.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
        .Where(static write => DataFlow.VariableOf(write.Target) is not null).ToLookup<ISimpleAssignmentOperation, ISymbol>(static write => DataFlow.VariableOf(write.Target)!, SymbolEqualityComparer.Default));

    /// <summary>The variables that neither feed the target of a call nor come from what feeds it.</summary>
    public ImmutableHashSet<ISymbol> At(IOperation? call) => call is IInvocationOperation && _twins.Of(call) is { IsEmpty: false } twins ? FromValues(call).Union(twins) : FromValues(call);

    /// <summary>The texts that a call is handed and that are overwritten before it by something else, with the place.</summary>
    public ImmutableDictionary<ISymbol, int> OverwrittenBefore(IOperation? call)
    {
        var found = ImmutableDictionary.Create<ISymbol, int>(SymbolEqualityComparer.Default);
        if (call is not IInvocationOperation invocation || !storages.Assigns || _writes.Value.Count == 0) return found;
        var named = TargetOf(invocation).SelectMany(static part => part.DescendantsAndSelf()).Select(DataFlow.VariableOf).OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>();
        foreach (var variable in named.Where(static variable => IsText(TypeOf(variable))))
        {
            foreach (var write in _writes.Value[variable])
            {
                if (write.Syntax.SpanStart > call.Syntax.SpanStart || _flow.Value.Of([write.Value]) is not { IsOpen: false } source || source.Variables.Contains(variable)) continue;
                found = found.SetItem(variable, write.Syntax.SpanStart);
            }
        }

        return found;
    }

    /// <summary>Whether all that a call is handed, apart from constants, has nothing to do with the target.</summary>
    public static bool AreHandedOver(IEnumerable<IArgumentOperation> arguments, IEnumerable<Value?> values)
    {
        var any = false;
        foreach (var (argument, value) in arguments.Zip(values, static (argument, value) => (argument, value)))
        {
            if (Places.HasConstant(argument.Value)) continue;
            if (value is not { Origin: Origin.Unrelated }) return false;
            any = true;
        }

        return any;
    }

    private ImmutableHashSet<ISymbol> FromValues(IOperation? call)
    {
        if (call is not IInvocationOperation invocation || TargetOf(invocation) is not { Count: > 0 } parts) return ImmutableHashSet<ISymbol>.Empty;
        if (!HasOthersThan(parts)) return ImmutableHashSet<ISymbol>.Empty;
        var target = _flow.Value.Of(parts);
        if (target.IsOpen) return ImmutableHashSet<ISymbol>.Empty;

        // What an object that is handed in is connected to cannot be seen; another object of its kind is connected to something else.
        var objects = target.Variables.Where(IsObject).Select(TypeOf).ToList();
        return storages.Variables
            .Where(variable => objects.Count == 0 ? IsText(TypeOf(variable)) : IsObject(variable) && objects.TrueForAll(type => SymbolEqualityComparer.Default.Equals(type, TypeOf(variable))))
            .Where(variable => IsApart(_flow.Value.Of(variable), target, objects.Count == 0))
            .ToImmutableHashSet(SymbolEqualityComparer.Default);
    }

    // Most members hold no such variable beside those that the call names; following the values of all others would cost more than the flow itself.
    private bool HasOthersThan(List<IOperation> parts)
    {
        HashSet<ISymbol>? named = null;
        foreach (var variable in storages.Variables)
        {
            if (!IsText(TypeOf(variable)) && !(IsObject(variable) && HasTwin(variable))) continue;
            named ??= new(parts.SelectMany(static part => part.DescendantsAndSelf()).Select(DataFlow.VariableOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
            if (!named.Contains(variable)) return true;
        }

        return false;
    }

    private bool HasTwin(ISymbol variable) => storages.Variables.Any(other => !SymbolEqualityComparer.Default.Equals(other, variable) && SymbolEqualityComparer.Default.Equals(TypeOf(other), TypeOf(variable)));

    private static bool IsApart(DataFlow.Origins origins, DataFlow.Origins target, bool fromTexts) =>
        !origins.IsOpen && !origins.Variables.Overlaps(target.Variables) && !(fromTexts && origins.Variables.Any(IsObject));

    private static List<IOperation> TargetOf(IInvocationOperation call)
    {
        var parts = call.Arguments.Select(static argument => argument.Value).ToList();
        if (call.Instance is { } receiver) parts.Add(receiver);
        return parts;
    }

    private static bool IsObject(ISymbol variable) => variable is IParameterSymbol && !IsText(TypeOf(variable)) && TypeOf(variable) is { SpecialType: SpecialType.None, IsValueType: false, TypeKind: not TypeKind.Delegate };

    // What a path, a host or a connection is written in, and collections of these.
    private static bool IsText(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } or { Name: "Uri" or "UriBuilder" or "DirectoryInfo" or "FileInfo" or "FileSystemInfo" or "DriveInfo" } => true,
        IArrayTypeSymbol array => IsText(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var element], AllInterfaces: var interfaces } when interfaces.Any(static i => i.Name == "IEnumerable") => IsText(element),
        _ => type.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal),
    };

    private static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;
}
