using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Members that are named for a place of which nobody misses what lies there, where nothing in sight says otherwise: <c>FileSystem.CacheDirectory</c>, <c>options.TempFolder</c>.</summary>
/// <param name="services">What is shared in the compilation.</param>
internal sealed class NamedPlaces(AnalysisServices services)
{
    private static readonly ImmutableHashSet<string> Throwaway = ImmutableHashSet.Create("temp", "tmp", "temporary", "cache", "caches", "scratch");
    private static readonly ImmutableHashSet<string> Places = ImmutableHashSet.Create("directory", "dir", "folder", "path", "root", "location");

    /// <summary>Whether a value is what such a member holds.</summary>
    /// <param name="value">The value, which leads no further.</param>
    /// <param name="isTemporary">Whether a path certainly is a temporary one.</param>
    public bool Contain(IOperation value, Func<IOperation, bool> isTemporary) =>
        value is IMemberReferenceOperation { Member: { Kind: SymbolKind.Property or SymbolKind.Field } member } && AreNamedIn(member.Name) && IsKnownAsNothingElse(member, isTemporary);

    /// <summary>Whether a name is that of such a place: <c>CacheDirectory</c>, <c>_tempDirPath</c>; a <c>TempBackupPath</c> holds backups.</summary>
    public static bool AreNamedIn(string name)
    {
        var words = NameParts.Of(name);
        var end = words.Count;
        while (end > 0 && Places.Contains(words[end - 1])) end--;
        return end > 0 && end < words.Count && Throwaway.Contains(words[end - 1]);
    }

    /// <summary>Whether a call yields such a place by its own name, where no body says otherwise, or by what it is asked for: <c>files.GetTempFolder()</c>, <c>host.GetDirectory(WellKnown.Temp)</c>.</summary>
    public static bool AreGivenBy(IInvocationOperation call)
    {
        if (call is not { Type.SpecialType: SpecialType.System_String, TargetMethod: { Name: var name } method } || NameParts.Of(name) is not ["get" or "create" or "make", .., var place] || !Places.Contains(place)) return false;
        return ((method.IsAbstract || method.DeclaringSyntaxReferences.IsEmpty) && AreNamedIn(name)) || call.Arguments.Any(static argument => Variables.Unwrap(argument.Value) is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var asked } } && Throwaway.Contains(asked.ToLowerInvariant()));
    }

    // An initial value, or one that anybody in this project gives it, may tell another story than the name.
    private bool IsKnownAsNothingElse(ISymbol member, Func<IOperation, bool> isTemporary)
    {
        if (services.DeclarationsOf(member).IsEmpty) return true;
        if (member is IPropertySymbol { GetMethod: { } getter } && services.BodyOf(getter) is { } body && ReturnedValues.Of(body).Any(returned => Tells(returned, member) && !isTemporary(returned))) return false;
        var given = services.CallSites.NamesAnywhere(member.Name).Select(static name => CallSyntax.WithQualifiers(name).Parent).OfType<AssignmentExpressionSyntax>()
            .Select(write => services.ModelFor(write.SyntaxTree).GetOperation(write)).OfType<IAssignmentOperation>()
            .Where(write => Variables.Unwrap(write.Target) is IMemberReferenceOperation { Member: var written } && SymbolEqualityComparer.Default.Equals(written.OriginalDefinition, member.OriginalDefinition))
            .Select(static write => write.Value);
        return services.Values.Declared(member).Concat(given).All(one => !Tells(one, member) || isTemporary(one));
    }

    // What comes from a parameter, a setting or another object is named by nothing but the member.
    private bool Tells(IOperation value, ISymbol member) => services.Values.NotNull(value).Any(source => source switch
    {
        { ConstantValue.Value: "" } => false,
        IMemberReferenceOperation { Member: var other } => services.Values.Declared(other).Count > 0 && !SymbolEqualityComparer.Default.Equals(other, member),
        IParameterReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } => false,
        IInvocationOperation { TargetMethod.ContainingNamespace.Name: "Configuration" } => false,
        _ => true,
    });
}
