using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Catalog.Tests.Reachability;

/// <summary>Writes, from a real symbol, a class whose only method makes the call that a catalogue line means.</summary>
internal sealed class CallWriter(CatalogEntry entry, IMethodSymbol method)
{
    private readonly SampleValues _values = new(entry);
    private readonly List<string> _parameters = [];
    private readonly List<string> _before = [];

    /// <summary>The source of the class.</summary>
    public string Write(string className)
    {
        var arguments = method.Parameters.Where(IsWritten).Select(Argument).ToList();
        var call = $"{Callee()}({string.Join(", ", arguments)}){_values.OfResult(method)};";
        return $"public class {className} {{ public unsafe void Run({string.Join(", ", _parameters)}) {{ {string.Concat(_before)}{_values.Loop(method)}{{ {call} }} }} }}";
    }

    /// <summary>The method with a document type for each type parameter.</summary>
    public static IMethodSymbol Closed(IMethodSymbol method, INamedTypeSymbol document)
    {
        var type = method.ContainingType;
        if (type.IsGenericType)
        {
            var closed = type.OriginalDefinition.Construct(Arguments(type.TypeParameters, document));
            method = closed.GetMembers(method.Name).OfType<IMethodSymbol>().First(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.OriginalDefinition));
        }

        return method.IsGenericMethod ? method.Construct(Arguments(method.TypeParameters, document)) : method;
    }

    private static ITypeSymbol[] Arguments(ImmutableArray<ITypeParameterSymbol> parameters, INamedTypeSymbol document) =>
        parameters.Select(parameter => parameter.ConstraintTypes is [INamedTypeSymbol { IsGenericType: false } bound, ..] ? bound : (ITypeSymbol)document).ToArray();

    private string Callee()
    {
        var name = SampleValues.Name(method.ContainingType);
        if (method.MethodKind == MethodKind.Constructor) return $"var made = new {name}";
        var member = method.IsGenericMethod ? $"{method.Name}<{string.Join(", ", method.TypeArguments.Select(SampleValues.Name))}>" : Escaped(method.Name);
        if (method.IsStatic) return $"{name}.{member}";
        return $"{Receiver(name)}.{member}";
    }

    private string Receiver(string type)
    {
        if (_values.IsOnRow) return method.ContainingNamespace.Name == "Specialized" ? $"((global::Azure.Storage.Blobs.BlobContainerClient)null).GetBlobClient({SampleValues.Row}.Name)" : SampleValues.Row;
        if (_values.FluentReceiver(method.ContainingType) is { } fluent) return fluent;
        if (method.ContainingType.Name == "WebRequest")
        {
            _before.Add($"var receiver = {type}.Create(\"https://api.digitalocean.com/v2/volumes/1\"); receiver.Method = \"DELETE\"; ");
            return "receiver";
        }

        _parameters.Add($"{type} receiver");
        foreach (var (path, value) in _values.Properties(ValuePath.Receiver, method)) _before.Add(path == "BatchCommands" ? $"receiver.{path}.Add(new global::Npgsql.NpgsqlBatchCommand {{ CommandText = {value} }}); " : $"receiver.{path} = {value}; ");
        return "receiver";
    }

    private bool IsWritten(IParameterSymbol parameter) => !(parameter.IsOptional || parameter.IsParams) || _values.HasRole(parameter);

    private string Argument(IParameterSymbol parameter)
    {
        var name = Escaped(parameter.Name);
        if (parameter.RefKind == RefKind.Out) return $"{name}: out _";
        if (_values.For(parameter, method) is { } value) return $"{name}: {value}";
        _parameters.Add($"{SampleValues.Name(parameter.Type)} p{parameter.Ordinal}");
        return $"{name}: {(parameter.RefKind == RefKind.Ref ? "ref " : "")}p{parameter.Ordinal}";
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
