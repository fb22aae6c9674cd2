using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Operations.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>
/// Connections and contexts to a database whose name the same code has made up: <c>UseSqlServer($"Server=.;Database=test_{Guid.NewGuid():N}")</c>. The server
/// holds others too, so that only what is reached without naming a database is of it.
/// </summary>
internal sealed class FreshDatabases
{
    // What stands before the name of the database; of SQLite, before its file.
    private static readonly Regex Key = new(@"(?:^|;)\s*(?:database|initial catalog|dbname)\s*=\s*[\w.-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex FileKey = new(@"(?:^|;)\s*(?:data source|datasource|filename)\s*=[^=;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] Properties = ["Database", "InitialCatalog"];
    private static readonly string[] FileProperties = ["DataSource"];

    private readonly AnalysisServices _services;
    private readonly OpenedDatabases _opened;
    private readonly FreshNames _names;

    /// <summary>Prepares the look at databases; nothing is read until one is asked about.</summary>
    public FreshDatabases(AnalysisServices services, FreshNames names)
    {
        (_services, _names) = (services, names);
        _opened = new(services, Says);
    }

    /// <summary>Whether a connection or context certainly is one to such a database.</summary>
    public bool Contain(IOperation target) => _opened.Contain(target);

    private bool? Says(IOperation piece) => piece switch
    {
        IInvocationOperation use when InMemoryContexts.IsProvider(use) => use.Arguments.Any(argument => IsNamedSo(argument.Value, use.TargetMethod.Name == "UseSqlite")) ? true : null,
        IObjectCreationOperation { Type.Name: var name, Arguments: var arguments } when name.EndsWith("Connection", StringComparison.Ordinal) => arguments.Any(argument => IsNamedSo(argument.Value, IsSqlite(name))) ? true : null,
        _ => null,
    };

    private bool IsNamedSo(IOperation connectionString, bool isFile) =>
        _services.Values.Of(connectionString) is { IsEmpty: false } sources && sources.All(source => BuilderOf(source) is { } builder ? IsBuiltSo(builder, isFile) : IsWrittenSo(source, isFile ? FileKey : Key));

    // A name that is made up stands right behind the key.
    private bool IsWrittenSo(IOperation source, Regex key)
    {
        var written = "";
        foreach (var piece in TextPieces.Of(source))
        {
            if (key.IsMatch(written) && _names.ContainText(piece)) return true;
            written = piece.ConstantValue is { HasValue: true, Value: string text } ? text : "";
        }

        return false;
    }

    // `new NpgsqlConnectionStringBuilder(given) { Database = name }.ConnectionString`
    private bool IsBuiltSo(IOperation builder, bool isFile) =>
        (isFile ? FileProperties : Properties).SelectMany(property => _services.Values.PropertyOf(builder, property, builder.Syntax)).ToList() is { Count: > 0 } names && names.TrueForAll(_names.ContainText);

    private static IOperation? BuilderOf(IOperation source) => source switch
    {
        IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance: { } builder } => AsBuilder(builder),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } builder } => AsBuilder(builder),
        _ => null,
    };

    private static IOperation? AsBuilder(IOperation builder) => builder.Type?.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) == true ? builder : null;

    private static bool IsSqlite(string type) => type.StartsWith("sqlite", StringComparison.OrdinalIgnoreCase);
}
