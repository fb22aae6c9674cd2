using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Catalog.Tests.Reachability;

/// <summary>Values that make the conditions of a line hold and give its text channel something destructive to run.</summary>
internal sealed class SampleValues(CatalogEntry entry)
{
    /// <summary>A type as it is written in the generated source.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Whether the line says something about a parameter.</summary>
    public bool HasRole(IParameterSymbol parameter) =>
        entry.Sources.Any(source => source.Root == parameter.Name) || entry.Conditions.Any(condition => !condition.Excludes && condition.Path.Root == parameter.Name);

    /// <summary>An expression for a parameter, or null where any value will do.</summary>
    public string? For(IParameterSymbol parameter, IMethodSymbol method)
    {
        foreach (var condition in entry.Conditions.Where(condition => !condition.Excludes && condition.Path.Root == parameter.Name && condition.Path.Properties.IsEmpty))
        {
            if (condition.Test == ConditionTest.Unfiltered) return WholeSet(parameter, method);
            if (condition.Test == ConditionTest.Each) return KeyOf(method, parameter.Type);
            return parameter.Type.Name == "ISolrQuery" ? "global::SolrNet.SolrQuery.All" : Literal(condition.Literal, parameter.Type);
        }

        if (parameter.Type.Name == "RestRequest") return RestRequest;
        if (parameter.Type.Name == "Command" && FluentReceiver((INamedTypeSymbol)parameter.Type) is { } fluent) return fluent;
        var source = entry.Sources.Select((path, index) => (path, index)).FirstOrDefault(pair => pair.path.Root == parameter.Name);
        if (source.path is { Properties.IsEmpty: true }) return Text(source.index, parameter.Type);
        return Properties(parameter.Name, method).ToList() is { Count: > 0 } properties ? Created(parameter.Type, properties) : null;
    }

    /// <summary>The head of a loop over a whole set, where the call takes each row of it; else nothing.</summary>
    public string Loop(IMethodSymbol method) => entry.Conditions.FirstOrDefault(condition => condition.Test == ConditionTest.Each) is { } each
        ? $"foreach (var {Row} in {Listed(method.ContainingType) ?? (each.Path.Root == ValuePath.Receiver ? Tree("new global::System.IO.DirectoryInfo(\"x\")", "") : WholeSet(method.Parameters.First(parameter => parameter.Name == each.Path.Root), method))}) "
        : "";

    // What the `lists` lines of a library say that it lists, where a row of its is no file and no document.
    private string? Listed(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() switch
    {
        "Amazon.S3" => "((global::Amazon.S3.IAmazonS3)null).ListObjectsAsync(\"b\").Result.S3Objects",
        "Amazon.DynamoDBv2" or "Amazon.DynamoDBv2.Model" => "((global::Amazon.DynamoDBv2.IAmazonDynamoDB)null).ScanAsync(new global::Amazon.DynamoDBv2.Model.ScanRequest()).Result.Items",
        "Azure.Storage.Blobs.Specialized" => "((global::Azure.Storage.Blobs.BlobContainerClient)null).GetBlobs()",
        "MongoDB.Driver" => "global::MongoDB.Driver.IMongoCollectionExtensions.AsQueryable((global::MongoDB.Driver.IMongoCollection<global::Doc>)null)",
        "Azure.Data.Tables" => "((global::Azure.Data.Tables.TableClient)null).Query<global::Azure.Data.Tables.TableEntity>()",
        _ => null,
    };

    // How a row is named in a call that takes the key of it.
    private string KeyOf(IMethodSymbol method, ITypeSymbol? taken) => (Listed(method.ContainingType), taken) switch
    {
        (not null, { SpecialType: SpecialType.System_String }) when method.ContainingType.ContainingNamespace.Name == "Tables" => $"{Row}.RowKey",
        (not null, { SpecialType: SpecialType.System_String }) => $"{Row}.Key",
        (_, { Name: "Expression" }) => $"found => found.Id == {Row}.Id",
        (_, { Name: "FilterDefinition" }) => $"global::MongoDB.Driver.Builders<global::Doc>.Filter.Eq(\"_id\", {Row}.Id)",
        _ => Row,
    };

    /// <summary>Whether the call is made on each row.</summary>
    public bool IsOnRow => entry.Conditions.Any(condition => condition.Test == ConditionTest.Each && condition.Path.Root == ValuePath.Receiver);

    /// <summary>The variable of that loop.</summary>
    public const string Row = "row";

    private static string Tree(string folder, string path) => $"{folder}.GetFiles({path}\"*\", global::System.IO.SearchOption.AllDirectories)";

    /// <summary>What is given to the result of the call, or to what is created, where the line looks at that.</summary>
    public string OfResult(IMethodSymbol method)
    {
        var given = Properties(ValuePath.Result, method).ToList();
        if (given.Count == 0) return "";
        return method.MethodKind == MethodKind.Constructor
            ? $" {{ {string.Join(", ", given.Select(property => Initializer(method.ContainingType, [property.Path], property.Value)))} }}"
            : "." + Initializer(method.ReturnType, [given[0].Path], given[0].Value);
    }

    /// <summary>The properties of an object that the line looks at, with a value for each.</summary>
    public IEnumerable<(string Path, string Value)> Properties(string root, IMethodSymbol method)
    {
        var conditions = entry.Conditions
            .Where(condition => !condition.Excludes && condition.Path.Root == root && condition.Path.Properties.Length > 0)
            .Select(condition => (string.Join('.', condition.Path.Properties), condition.Test switch
            {
                ConditionTest.Each => method.ContainingNamespace.Name == "S3" ? $"{Row}.Key" : Row,
                ConditionTest.Unfiltered => "((global::Amazon.S3.IAmazonS3)null).ListObjectsAsync(\"b\").Result.S3Objects.Select(found => new global::Amazon.S3.Model.KeyVersion { Key = found.Key }).ToList()",
                _ => Literal(condition.Literal, null),
            }));
        var texts = entry.Sources
            .Select((path, index) => (path, index))
            .Where(pair => pair.path.Root == root && pair.path.Properties is [.., not ("ArgumentList" or "Headers")])
            .Select(pair => (string.Join('.', pair.path.Properties), pair.path.Properties[^1] switch
            {
                "Method" => "global::System.Net.Http.HttpMethod.Post",
                "RequestUri" => "new global::System.Uri(\"https://backboard.railway.app/graphql/v2\")",
                "Content" => Body,
                "Cmd" => "new[] { \"rm\", \"-rf\", \"/var/data\" }",
                _ => $"\"{Words(pair.index)}\"",
            }));
        return conditions.Concat(texts);
    }

    /// <summary>What is built by a chain: CliWrap's command, and a deletion of rows.</summary>
    public string? FluentReceiver(INamedTypeSymbol type) =>
        type.Name == "IDeleteable" ? "((global::SqlSugar.ISqlSugarClient)null).Deleteable<global::Doc>()"
        : type.Name == "IDelete" ? "((global::IFreeSql)null).Delete<global::Doc>().Where(\"1=1\")"
        : entry.Channel == TextChannel.Input && Name(type) == "global::CliWrap.Command" ? "(\"rm -rf /var/data\" | global::CliWrap.Cli.Wrap(\"bash\"))"
        : entry.Channel == TextChannel.Input ? "global::System.Diagnostics.Process.Start(\"bash\").StandardInput"
        : entry.Channel == TextChannel.Shell && Name(type) == "global::CliWrap.Command" ? "global::CliWrap.Cli.Wrap(\"rm\").WithArguments(\"-rf /var/data\")" : null;

    private string RestRequest => entry.Sources[0].Literal == "POST"
        ? $"global::RestSharp.RestRequestExtensions.AddJsonBody(new global::RestSharp.RestRequest({Address}), new global::Doc {{ query = {Mutation} }})"
        : $"new global::RestSharp.RestRequest({Address}, global::RestSharp.Method.Delete)";

    private const string Mutation = "\"mutation { volumeDelete(volumeId: 1) }\"";

    private const string Body = """new global::System.Net.Http.StringContent("{\"query\":\"mutation { volumeDelete(volumeId: \\\"v1\\\") }\"}")""";

    private string Words(int index) => (entry.Channel, index, entry.Sources.Length) switch
    {
        (TextChannel.Sql, _, _) => "DROP TABLE orders",
        (TextChannel.Redis, 0, _) => "FLUSHALL",
        (TextChannel.Redis, _, _) => "SYNC",
        (TextChannel.Mongo, _, _) => "{ dropDatabase: 1 }",
        (TextChannel.Shell, 0, 1) or (TextChannel.Input, _, _) => "rm -rf /var/data",
        (TextChannel.Shell, 0, _) when entry.Sources.Any(source => source.Root == ValuePath.Added) => "rm -rf /var/data",
        (TextChannel.Shell, 0, _) => "rm",
        (TextChannel.Shell, _, _) => "-rf /var/data",
        _ => "https://backboard.railway.app/graphql/v2",
    };

    private string? Text(int index, ITypeSymbol type) => (entry.Channel, type) switch
    {
        (TextChannel.Http, { Name: "GraphQLRequest" }) => $"new {Name(type)} {{ Query = {Mutation} }}",
        (TextChannel.Http, { SpecialType: SpecialType.System_String }) when index == 2 => Mutation,
        (TextChannel.Http, { SpecialType: SpecialType.System_String }) when index == 0 => "\"DELETE\"",
        (TextChannel.Redis, { SpecialType: SpecialType.System_String }) when entry.Sources[0].Literal == "EVAL" => "\"return redis.call('FLUSHALL')\"",
        (TextChannel.Http, { TypeKind: TypeKind.Enum }) => $"{Name(type)}.Delete",
        (TextChannel.Http, { Name: "Uri" }) => $"new global::System.Uri({Address})",
        (TextChannel.Http, { SpecialType: SpecialType.System_String }) => Address,
        (TextChannel.Http, { Name: "HttpContent" }) => Body,
        (TextChannel.Http, { Name: "NameValueCollection" }) => $"new {Name(type)} {{ {{ \"query\", {Mutation} }} }}",
        (TextChannel.Http, IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }) => $"global::System.Text.Encoding.UTF8.GetBytes({Mutation})",
        (TextChannel.Http, { Name: "Url" }) => $"new {Name(type)}({Address})",
        (TextChannel.Http, { Name: "IFlurlRequest" }) => $"global::Flurl.Http.GeneratedExtensions.WithHeader({Address}, \"a\", \"b\")",
        (TextChannel.Http, _) => "new global::Doc { query = \"mutation { volumeDelete(volumeId: 1) }\" }",
        (TextChannel.Redis, _) when index > 0 => null,
        (_, { SpecialType: SpecialType.System_String }) => $"\"{Words(index)}\"",
        (_, { Name: "FormattableString" }) => $"$\"{Words(index)}\"",
        (TextChannel.Mongo, _) => $"\"{Words(index)}\"",
        (TextChannel.Shell, _) => "new[] { " + string.Join(", ", Words(index).Split(' ').Select(word => $"\"{word}\"")) + " }",
        (TextChannel.Sql, IArrayTypeSymbol) => $"new[] {{ \"{Words(index)}\" }}",
        _ => null,
    };

    private string Address => entry.Sources[0].Literal switch
    {
        "POST" => "\"https://backboard.railway.app/graphql/v2\"",
        "GET" => "\"http://clickhouse:8123/?query=DROP TABLE orders\"",
        "PUT" or "PATCH" => "\"https://api.cloudflare.com/client/v4/zones/1/purge_cache\"",
        _ => "\"https://api.digitalocean.com/v2/volumes/1/actions/delete\"",
    };

    private static string WholeSet(IParameterSymbol parameter, IMethodSymbol method) => parameter.Type switch
    {
        { Name: "Expression" or "Func" } => "_ => true",
        { SpecialType: SpecialType.System_String } when parameter.Name is "query" or "queryToDelete" => "\"from Doc\"",
        INamedTypeSymbol { Name: "IEnumerable", TypeArguments: [{ SpecialType: SpecialType.System_String }] } => Tree("global::System.IO.Directory", "\"x\", "),
        _ when method.ContainingNamespace.ToDisplayString() == "Dapper.Contrib.Extensions" => "((global::System.Data.IDbConnection)null).GetAll<global::Doc>()",
        { SpecialType: SpecialType.System_String } => Tree("global::System.IO.Directory", "\"x\", "),
        { Name: "Query" } => "((global::SqlKata.Execution.QueryFactory)null).Query(\"docs\")",
        { Name: "RedisKey" } => "((global::StackExchange.Redis.IServer)null).Keys()",
        IArrayTypeSymbol { ElementType.Name: "RedisKey" } => "((global::StackExchange.Redis.IServer)null).Keys().ToArray()",
        { Name: "FilterDefinition" } => $"{Name(parameter.Type)}.Empty",
        { Name: "IUpdatable" } => "((global::LinqToDB.IDataContext)null).GetTable<global::Doc>().AsUpdatable()",
        _ when method.ContainingNamespace.ToDisplayString().StartsWith("LinqToDB", StringComparison.Ordinal) => "((global::LinqToDB.IDataContext)null).GetTable<global::Doc>()",
        _ when method.ContainingNamespace.ToDisplayString().StartsWith("System.Data.Entity", StringComparison.Ordinal) => "new global::Ef6Context().Docs",
        _ => "new global::Context().Docs",
    };

    private static string Created(ITypeSymbol type, List<(string Path, string Value)> properties)
    {
        var byParameter = ((INamedTypeSymbol)type).InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters is [{ Name: var first }, .. var rest]
            && string.Equals(first, properties[0].Path, StringComparison.OrdinalIgnoreCase) && rest.All(parameter => parameter.IsOptional));
        if (byParameter is not null && properties.Count == 1) return $"new {Name(type)}({properties[0].Value})";
        if (type.TypeKind == TypeKind.Interface) type = Implementation(type);
        return $"new {Name(type)} {{ {string.Join(", ", properties.Select(property => Initializer(type, property.Path.Split('.'), property.Value)))} }}";
    }

    private static string Initializer(ITypeSymbol type, string[] path, string value)
    {
        var property = Members(type).First(member => member.Name == path[0]);
        if (path.Length > 1) return $"{path[0]} = new {Name(property.Type)} {{ {Initializer(property.Type, path[1..], value)} }}";
        var written = value == Row || value.StartsWith('"') || !SyntaxFacts.IsValidIdentifier(value) || value is "true" or "false" or "null" ? value : $"{Name(Underlying(property.Type))}.{value}";
        return $"{path[0]} = {written}";
    }

    private static IEnumerable<IPropertySymbol> Members(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>()) yield return property;
        }
    }

    // jsii names the interface of a property bag after its class: IBucketProps, BucketProps.
    private static ITypeSymbol Implementation(ITypeSymbol type) => type.ContainingNamespace.GetTypeMembers(type.Name[1..]).Single();

    private static ITypeSymbol Underlying(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    private static string Literal(object? literal, ITypeSymbol? type) => literal switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        long number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        string name when type is not null && Underlying(type).TypeKind == TypeKind.Enum => $"{Name(Underlying(type))}.{name}",
        string name when type is null => name,
        string text => $"\"{text}\"",
        _ => throw new ArgumentOutOfRangeException(nameof(literal)),
    };
}
