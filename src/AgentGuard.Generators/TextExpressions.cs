using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Generators;

/// <summary>Writes the expression that scans the text of a call when it is about to run.</summary>
internal static class TextExpressions
{
    private static readonly string[] Remote = ["Renci.SshNet", "Docker.DotNet"];
    private static readonly string[] DirectoryNames = ["WorkingDirectory", "WorkingDirPath"];

    /// <summary>An expression that is null if the text destroys nothing; null if no source of the text can be read.</summary>
    /// <param name="entries">The catalogue lines that the call fits.</param>
    /// <param name="method">The method.</param>
    /// <param name="call">The name of the field that describes the call.</param>
    public static string? For(IEnumerable<CatalogEntry> entries, MethodReader method, string call)
    {
        var scans = entries.Where(static entry => Interception.ObstacleOfText(entry) is null).Select(entry => Scan(entry, method, call)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return scans.Count == 0 ? null : string.Join(" ?? ", scans);
    }

    private static string? Scan(CatalogEntry entry, MethodReader method, string call)
    {
        // Only the body of a POST can hold a command, and reading or writing one costs something.
        var sources = entry is { Channel: TextChannel.Http, Sources: [{ Literal: { } verb and not "POST" }, ..] } ? entry.Sources.Take(2) : entry.Sources;
        var values = sources.Select(source => Value(entry.Channel, source, method)).OfType<string>().ToList();
        if (values.Count == 0) return null;

        // A client knows the part of the address that its requests leave out.
        if (entry.Channel == TextChannel.Http && method.Root(ValuePath.Receiver) is var (self, client) && !entry.Sources.Any(source => method.Root(source.Root)?.Name == self && source.Root != ValuePath.Receiver)) values.Insert(0, BaseAddress(self, client));
        var (scan, place) = entry.Channel == TextChannel.Shell ? Shell(entry, method) : (entry.Channel.ToString(), "");
        return $"global::AgentGuard.GuardedText.{scan}({call}, {place}{string.Join(", ", values)})";
    }

    // RestSharp keeps it among the options of the client.
    private static string BaseAddress(string client, ITypeSymbol type) =>
        MethodReader.Property(type, "Options") is { Type: var options } && MethodReader.Property(options, "BaseUrl") is not null ? $"{client}.Options.BaseUrl" : client;

    // A command may run on another machine, in a directory that its call names, or (PowerShell) in one that an earlier call has chosen.
    private static (string Scan, string Place) Shell(CatalogEntry entry, MethodReader method)
    {
        var library = method.Method.ContainingNamespace.ToDisplayString();
        if (Remote.Any(name => IsWithin(library, name))) return ("RemoteShell", "");
        if (IsWithin(library, "System.Management.Automation")) return ("ShellIn", "null, ");
        return Directory(entry, method) is { } directory ? ("ShellIn", directory + ", ") : ("Shell", "");
    }

    private static string? Directory(CatalogEntry entry, MethodReader method)
    {
        // The object that holds the command line holds the directory too.
        var holders = entry.Sources.Where(source => source.Literal is null && source.Properties.Length > 0).Select(source => source with { Properties = source.Properties.RemoveAt(source.Properties.Length - 1) });
        foreach (var path in holders.SelectMany(holder => DirectoryNames.Select(name => holder with { Properties = holder.Properties.Add(name) })))
        {
            if (method.Value(path) is var (expression, type) && type.SpecialType == SpecialType.System_String) return expression;
        }

        return method.Root("workingDirectory") is var (parameter, parameterType) && parameterType.SpecialType == SpecialType.System_String ? parameter : null;
    }

    private static bool IsWithin(string library, string name) => library == name || library.StartsWith(name + ".", StringComparison.Ordinal);

    private static string? Value(TextChannel channel, ValuePath source, MethodReader method)
    {
        if (source.Literal is { } literal) return SymbolDisplay.FormatLiteral(literal, quote: true);
        if (method.Value(source) is not var (expression, type)) return null;
        return channel switch
        {
            TextChannel.Sql when type.Name.EndsWith("BatchCommandCollection", StringComparison.Ordinal) => Batch(expression),
            TextChannel.Http when type.TypeKind == TypeKind.Enum => $"{expression}.ToString()",
            TextChannel.Http when type is { Name: "Url", ContainingNamespace.Name: "Flurl" } => $"{expression}?.ToString()",
            TextChannel.Http when type.Name == "IFlurlRequest" => $"{expression}?.Url?.ToString()",
            TextChannel.Http when !IsRequestPart(type) => Json(expression, method),
            TextChannel.Mongo when IsMongoCommand(type) && SerializerRegistry(method) is { } registry => $"{expression}?.Render({registry}).Document",
            _ => expression,
        };
    }

    private static string Batch(string commands) =>
        $"string.Join(\";\\n\", global::System.Linq.Enumerable.Select((global::System.Collections.Generic.IEnumerable<global::System.Data.Common.DbBatchCommand>){commands}, command => command.CommandText))";

    // The driver's command types tell their document only when they are rendered.
    private static bool IsMongoCommand(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Command", Arity: 1, ContainingNamespace: { Name: "Driver", ContainingNamespace.Name: "MongoDB" } };

    private static string? SerializerRegistry(MethodReader method) =>
        method.Root(ValuePath.Receiver) is var (self, type)
        && MethodReader.Property(type, "Settings") is { Type: var settings }
        && MethodReader.Property(settings, "SerializerRegistry") is not null
            ? $"{self}.Settings.SerializerRegistry"
            : null;

    private static bool IsRequestPart(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type is { Name: "Uri" or "HttpMethod" or "HttpContent" or "HttpRequestHeaders" };

    // The body as the called method is going to write it.
    private static string Json(string value, MethodReader method)
    {
        var options = (method.Root("jsonTypeInfo") ?? method.Root("options"))?.Name;
        return $"global::System.Text.Json.JsonSerializer.Serialize({value}{(options is null ? "" : ", " + options)})";
    }
}
