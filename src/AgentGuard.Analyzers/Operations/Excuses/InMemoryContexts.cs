using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>
/// Entity Framework contexts that choose a database in memory themselves. The library throws where a second provider is chosen from
/// outside, so that whatever such a context deletes was never on a disk.
/// </summary>
internal sealed class InMemoryContexts(AnalysisServices services)
{
    private const string Memory = ":memory:";

    private static readonly ImmutableHashSet<string> InMemoryProviders = ImmutableHashSet.Create("UseInMemoryDatabase", "UseInMemoryStore");

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a call chooses a database in memory: by its provider, or for SQLite by the connection string.</summary>
    public static bool IsChoice(IInvocationOperation call) => InMemoryProviders.Contains(call.TargetMethod.Name)
        || (call.TargetMethod.Name == "UseSqlite" && call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } && IsConnectionString(text)));

    /// <summary>Whether a connection string is that of a database in memory; the words count only where they stand for the file.</summary>
    public static bool IsConnectionString(string text) => text.Trim() == Memory || text.Split(';').Select(static part => part.Split(['='], 2)).Any(static pair => pair.Length == 2 && (pair[0].Trim().ToLowerInvariant(), pair[1].Trim().ToLowerInvariant()) switch
    {
        ("data source" or "datasource" or "filename" or "uri" or "fulluri", var file) => file == Memory || file.StartsWith("file:" + Memory, StringComparison.Ordinal) || (file.StartsWith("file:", StringComparison.Ordinal) && file.Contains("mode=memory")),
        ("mode", "memory") => true,
        _ => false,
    });

    /// <summary>Whether an object of exactly this type is such a context.</summary>
    public bool Contains(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && _known.GetOrAdd(named.OriginalDefinition, ChoosesMemory);

    /// <summary>Whether a builder of options, a local, has been told in the same member to use a database in memory and nothing else.</summary>
    public static bool IsChosenFor(ILocalReferenceOperation builder)
    {
        if (builder.Type is not { Name: "DbContextOptionsBuilder" }) return false;
        var providers = Variables.WholeAround(builder).Descendants().OfType<IInvocationOperation>().Where(call => IsProvider(call) && call.Descendants().Any(piece => piece is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, builder.Local))).ToList();
        return providers.TrueForAll(IsChoice) && providers.Exists(static call => !IsInBranch(call));
    }

    private bool ChoosesMemory(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("OnConfiguring") is not [IMethodSymbol { IsOverride: true } method]) continue;
            return services.BodyOf(method) is { } body && ChoosesMemory(body);
        }

        return false;
    }

    private static bool ChoosesMemory(IOperation body) =>
        body.Descendants().OfType<IInvocationOperation>().Where(IsProvider).All(IsChoice) && ChoosesOnEveryPath(body);

    // Where one path goes without, the choice may be made elsewhere.
    private static bool ChoosesOnEveryPath(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsProvider(call) => true,
        IConditionalOperation branches => ChoosesOnEveryPath(branches.Condition) || (branches.WhenFalse is { } otherwise && ChoosesOnEveryPath(branches.WhenTrue) && ChoosesOnEveryPath(otherwise)),
        IAnonymousFunctionOperation or ILocalFunctionOperation => false,
        _ when IsBranch(operation) => false,
        IBlockOperation block => block.Operations.FirstOrDefault(static statement => ChoosesOnEveryPath(statement) || Leaves(statement)) is { } first && ChoosesOnEveryPath(first),
        _ => operation.ChildOperations.Any(ChoosesOnEveryPath),
    };

    private static bool Leaves(IOperation statement) => statement.DescendantsAndSelf().Any(static piece => piece is IReturnOperation or IBranchOperation);

    private static bool IsBranch(IOperation operation) => operation.Kind is OperationKind.Conditional or OperationKind.Switch or OperationKind.SwitchExpression or OperationKind.Loop or OperationKind.Try;

    private static bool IsInBranch(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (IsBranch(parent)) return true;
        }

        return false;
    }

    /// <summary>Whether a call chooses a provider: <c>UseSqlServer</c> of SqlServerDbContextOptionsExtensions, <c>UseSqlite</c> of SqliteDbContextOptionsBuilderExtensions.</summary>
    public static bool IsProvider(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Use", StringComparison.Ordinal) && call.TargetMethod.ContainingType is { Name: var holder } && holder.Contains("DbContextOptions") && holder.EndsWith("Extensions", StringComparison.Ordinal);
}
