using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Generators;

/// <summary>
/// Writes the expression that reads what a call hits. The libraries are known by the names of their types only; the expression is compiled in the project
/// that uses them, so nothing is looked up at run time.
/// </summary>
internal sealed class TargetExpressions(Compilation compilation)
{
    private const string Target = "global::AgentGuard.GuardTarget.";
    private const string Relational = "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions";
    private const string Kubernetes = "k8s.IKubernetes";
    private const string RedisServers = Target + "Server({0}.GetEndPoints(false))";
    private const string EntityConnection = Target + "Connection(global::" + Relational + ".GetDbConnection({0}))";

    /// <summary>Where a type keeps what it leads to: the type, what must be referenced for the expression to compile, and the expression.</summary>
    private static readonly ImmutableArray<(string Type, string? Needs, string Expression)> Adapters = ImmutableArray.Create<(string, string?, string)>(
        ("System.Data.IDbConnection", null, Target + "Connection({0})"),
        ("System.Data.IDbCommand", null, Target + "Connection(((global::System.Data.IDbCommand){0}).Connection)"),
        ("System.Data.Common.DbBatch", null, Target + "Connection({0}.Connection)"),
        ("System.Data.Common.DbDataSource", null, Target + "ConnectionString({0}.ConnectionString)"),
        ("System.IO.FileSystemInfo", null, Target + "Path({0}.FullName)"),
        ("System.Uri", null, Target + "Address({0})"),
        ("Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade", Relational, EntityConnection),
        ("Microsoft.EntityFrameworkCore.DbContext", Relational, EntityConnection.Replace("{0}", "{0}.Database")),
        ("System.Linq.IQueryable", Relational, "{0} is global::Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<global::System.IServiceProvider> set ? "
            + EntityConnection.Replace("{0}", "((global::Microsoft.EntityFrameworkCore.Infrastructure.ICurrentDbContext)set.Instance.GetService(typeof(global::Microsoft.EntityFrameworkCore.Infrastructure.ICurrentDbContext))).Context.Database") + " : null"),
        ("StackExchange.Redis.IServer", null, Target + "Server(new[] {{ {0}.EndPoint }})"),
        ("StackExchange.Redis.IDatabaseAsync", null, RedisServers.Replace("{0}", "{0}.Multiplexer")),
        ("StackExchange.Redis.IConnectionMultiplexer", null, RedisServers),
        ("MongoDB.Driver.IMongoCollection`1", null, Target + "OnServer(string.Join(\",\", {0}.Database.Client.Settings.Servers), {0}.CollectionNamespace.FullName)"),
        ("MongoDB.Driver.IMongoDatabase", null, Target + "OnServer(string.Join(\",\", {0}.Client.Settings.Servers), {0}.DatabaseNamespace.DatabaseName)"),
        ("MongoDB.Driver.IMongoClient", null, Target + "Server(string.Join(\",\", {0}.Settings.Servers))"),
        ("Renci.SshNet.IBaseClient", null, Target + "Server({0}.ConnectionInfo.Host)"),
        ("Amazon.Runtime.IAmazonService", null, Target + "Server({0}.Config.ServiceURL ?? {0}.Config.RegionEndpoint?.SystemName)"));

    // Azure's and Kubernetes' clients, and many others, tell their address under one of these names.
    private static readonly string[] AddressProperties = ["Uri", "BaseUri", "BaseAddress", "Endpoint", "Address"];

    /// <summary>An expression for the target of a call; <c>null</c>, as C#, where it tells none.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Where the catalogue says that the name of the target comes from.</param>
    /// <param name="kind">What is destroyed.</param>
    public string For(MethodReader method, ValuePath? path, DestructiveKind? kind)
    {
        var outer = method.Root(ValuePath.Receiver) is var (self, type) && Adapt(type, "x") is { } adapted ? (self, adapted) : ((string, string)?)null;
        if (path is null || path.Root == ValuePath.Receiver && path.Properties.IsEmpty) return Read(outer);
        if (method.Value(path) is not var (expression, valueType) || method.Root(path.Root) is not var (root, _)) return Read(outer);

        var value = "y" + expression[root.Length..];
        if (kind is DestructiveKind.Directory or DestructiveKind.Files && valueType.SpecialType == SpecialType.System_String) return Read((root, Target + $"Path({value})"), "y");
        if (Adapt(valueType, value) is { } adaptedValue) return Read((root, adaptedValue), "y");
        if (IsListOfNames(valueType)) return Place(outer, root, value, "Each", Target + $"Each(null, {value})");
        return Name(valueType, value, path) is { } name ? Place(outer, root, name, "Within", Target + $"Named({name})") : Read(outer);
    }

    // Something on what the receiver leads to, or by itself where that is not known.
    private static string Place((string Source, string Expression)? outer, string root, string name, string within, string alone) => outer is var (receiver, server)
        ? $"global::AgentGuard.Guard.Target({receiver}, {root}, static (x, y) => {Target}{within}({server}, {name}))"
        : Read((root, alone), "y");

    private static string Read((string Source, string Expression)? target, string parameter = "x") =>
        target is var (source, expression) ? $"global::AgentGuard.Guard.Target({source}, static {parameter} => {expression})" : "null";

    // Only types whose text is a name; the text of most objects is that of their type.
    private static string? Name(ITypeSymbol type, string value, ValuePath path) => type switch
    {
        { SpecialType: SpecialType.System_String } => value,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => $"\"{path} \" + {value}",
        { TypeKind: TypeKind.Struct or TypeKind.Enum } => $"{value}.ToString()",
        { Name: "ResourceIdentifier" } => $"{value}?.ToString()",
        _ => null,
    };

    private static bool IsListOfNames(ITypeSymbol type) => type.SpecialType != SpecialType.System_String
        && Ancestry(type).Append(type).Any(candidate => candidate is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T, TypeArguments: [{ SpecialType: SpecialType.System_String }] });

    private string? Adapt(ITypeSymbol type, string value)
    {
        var names = Ancestry(type).Select(NameOf).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var (known, needs, expression) in Adapters)
        {
            if (names.Contains(known) && (needs is null || compilation.GetTypeByMetadataName(needs) is not null)) return expression.Replace("{{", "{").Replace("}}", "}").Replace("{0}", value);
        }

        // The operation groups of Kubernetes' client are the client itself.
        if (names.Any(IsKubernetesGroup) && compilation.GetTypeByMetadataName(Kubernetes) is not null) return $"{Target}Address(({value} as global::{Kubernetes})?.BaseUri)";

        // The address of a request is told by its text, and by an object of its own.
        if (NameOf(type) is "System.Net.Http.HttpClient") return null;
        var address = AddressProperties.FirstOrDefault(name => MethodReader.Property(type, name) is { Type: var property } && NameOf(property) == "System.Uri");
        return address is null ? null : $"{Target}Address({value}.{address})";
    }

    private static bool IsKubernetesGroup(string name) => name.StartsWith("k8s.I", StringComparison.Ordinal) && name.EndsWith("Operations", StringComparison.Ordinal);

    private static IEnumerable<ITypeSymbol> Ancestry(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter) return parameter.ConstraintTypes.SelectMany(Ancestry);
        var bases = new List<ITypeSymbol>();
        for (var current = type; current is not null; current = current.BaseType) bases.Add(current);
        return bases.Concat(type.AllInterfaces);
    }

    private static string NameOf(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.OriginalDefinition.GetDocumentationCommentId() is { } id ? id[2..] : "";
}
