using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Connections and contexts whose database lies in memory, in a temporary file, or in a container that a test has started.</summary>
internal sealed class InMemoryDatabases
{
    private readonly AnalysisServices _services;
    private readonly OpenedDatabases _opened;
    private readonly InMemoryContexts _contexts;
    private readonly RegisteredContexts _registered;
    private readonly TemporaryPaths _paths;

    /// <summary>Prepares the look at databases; nothing is read until one is asked about.</summary>
    public InMemoryDatabases(AnalysisServices services)
    {
        (_services, _contexts, _registered, _paths) = (services, new(services), new(services), new(services));
        _opened = new(services, Says);
    }

    /// <summary>Whether a connection or context certainly is one.</summary>
    public bool Contain(IOperation target) => _opened.Contain(target);

    private bool? Says(IOperation piece)
    {
        switch (piece)
        {
            case IInvocationOperation call when InMemoryContexts.IsChoice(call):
                return _services.DeclarationsOf(call.TargetMethod).IsEmpty;
            case IInvocationOperation { TargetMethod.Name: "UseSqlite", Arguments: var arguments } when arguments.Any(argument => IsTemporaryFile(argument.Value)):
            case IObjectCreationOperation { Type.Name: "SqliteConnection" or "SQLiteConnection", Arguments: var given } when given.Any(argument => IsTemporaryFile(argument.Value)):
            case IObjectCreationOperation { Type.Name: "LiteDatabase", Arguments: [{ Value: var stream }, ..] } when _services.Values.Of(stream) is [IObjectCreationOperation { Type.Name: "MemoryStream", Arguments.IsEmpty: true }]:
            case IObjectCreationOperation creation when _contexts.Contains(creation.Type):
            case ILocalReferenceOperation builder when InMemoryContexts.IsChosenFor(builder):
            case { Type: { IsSealed: true } type } when _contexts.Contains(type):
            case IFieldReferenceOperation { Field: { Name: "Memory", ContainingType.Name: "SqliteOpenMode" } }:
            case IInvocationOperation { TargetMethod.Name: "GetConnectionString", Instance.Type: { } container } when IsContainer(container):
            case IInvocationOperation resolved when _registered.Resolve(resolved):
                return true;
            case { ConstantValue: { HasValue: true, Value: string text } }:
                return InMemoryContexts.IsConnectionString(text);
            default:
                return null;
        }
    }

    // Testcontainers: the data go with the container.
    private static bool IsContainer(ITypeSymbol type) => type.AllInterfaces.Prepend(type).Any(static known => known is { Name: "IContainer", ContainingNamespace: { Name: "Containers", ContainingNamespace: { Name: "Testcontainers", ContainingNamespace.Name: "DotNet" } } });

    // `$"Data Source={file}"`: what a literal calls the file says nothing.
    private bool IsTemporaryFile(IOperation connection) => _services.Values.Of(connection)
        .SelectMany(static source => source.DescendantsAndSelf())
        .Any(piece => piece is IInvocationOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation && piece.Type?.SpecialType == SpecialType.System_String && !piece.ConstantValue.HasValue && _paths.Contain(piece));
}
