using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>The API of a catalogue line: a documentation-comment id with a pattern for the name.</summary>
/// <param name="Prefix"><c>M</c> for methods and constructors, <c>P</c> for properties.</param>
/// <param name="Container">Id of the containing type without its prefix: <c>MongoDB.Driver.IMongoCollection`1</c>.</param>
/// <param name="Name">The member name; <c>*</c> stands for any characters.</param>
/// <param name="AsyncTwin">Whether the name with <c>Async</c> behind it is meant too.</param>
/// <param name="Parameters">The parameter list without parentheses, or null for every overload; a last <c>..</c> stands for any further ones.</param>
internal sealed record CatalogId(char Prefix, string Container, string Name, bool AsyncTwin, string? Parameters)
{
    private const string ConstructorName = "#ctor";

    /// <summary>The name under which source code calls it: the type's name for a constructor.</summary>
    public string CalledName => Name == ConstructorName ? SimpleContainer : Name;

    /// <summary>The name of the containing type without its namespace and arity.</summary>
    public string SimpleContainer { get; } = SimpleName(Container);

    private static readonly string[] ExtendingTypes = ["SqlMapper", "DommelMapper", "DbConnectionExtension", "OrmLiteSchemaApi", "OrmLiteWriteApi", "OrmLiteReadApi", "DmlExtensionMethods"];

    /// <summary>Whether the type is named like one that holds extension methods. A test compares the built-in lines with the real libraries.</summary>
    public bool IsOfExtensions => ExtendingTypes.Contains(SimpleContainer) || SimpleContainer.EndsWith("Extensions", StringComparison.Ordinal);

    /// <summary>Whether the name is a pattern.</summary>
    public bool IsPattern => Name.IndexOf('*') >= 0;

    /// <summary>Reads an id as it is written in a catalogue file; null where it names no member.</summary>
    public static CatalogId? TryRead(string word)
    {
        if (word.Length < 3 || word[1] != ':' || word[0] is not ('M' or 'P')) return null;
        var open = word.IndexOf('(');
        if (open >= 0 && word[^1] != ')') return null;
        var path = open < 0 ? word[2..] : word[2..open];
        var asyncTwin = path.EndsWith("[Async]", StringComparison.Ordinal);
        if (asyncTwin) path = path[..^"[Async]".Length];
        var dot = path.LastIndexOf('.');
        if (dot <= 0 || dot == path.Length - 1) return null;

        var name = path[(dot + 1)..];
        var arity = name.IndexOf("``", StringComparison.Ordinal);
        if (arity > 0) name = name[..arity];
        return name.Trim('*').Length == 0 ? null : new CatalogId(word[0], path[..dot], name, asyncTwin, open < 0 ? null : word[(open + 1)..^1]);
    }

    /// <summary>Whether a called name fits, without looking at the type.</summary>
    public bool FitsName(string name) => FitsName(name.AsSpan()) || (AsyncTwin && EndsWithAsync(name) && FitsName(name.AsSpan(0, name.Length - 5)));

    /// <summary>Whether a member of the right name, declared in <paramref name="container"/>, is the one meant.</summary>
    /// <param name="container">Documentation id of the containing type without prefix.</param>
    /// <param name="parameters">The member's parameter list in documentation form.</param>
    /// <param name="ofBlock">Whether the member is declared in an extension block, whose list begins behind what it extends.</param>
    public bool FitsDeclaration(string container, string parameters, bool ofBlock = false) =>
        string.Equals(container, Container, StringComparison.Ordinal) && (FitParameters(Parameters, parameters) || (ofBlock && FitParameters(BehindFirst(Parameters!), parameters)));

    /// <summary>Whether a member is declared in an extension block of C# 14, a nested type without a name of its own.</summary>
    public static bool IsInBlock(ISymbol member) => member.ContainingType is { Name: "", ContainingType: not null };

    /// <summary>Documentation id of a type without its prefix; extension blocks count as the class around them.</summary>
    public static string ContainerOf(ISymbol member)
    {
        var type = member.ContainingType?.OriginalDefinition;
        while (type is { Name: "", ContainingType: { } outer }) type = outer;
        return type?.GetDocumentationCommentId() is { } id ? id[2..] : "";
    }

    /// <summary>The parameter list of a member in documentation form, without parentheses.</summary>
    public static string ParametersOf(ISymbol member)
    {
        var id = member.OriginalDefinition.GetDocumentationCommentId() ?? "";
        var open = id.IndexOf('(');
        var close = id.LastIndexOf(')');
        return open < 0 || close < open ? "" : id.Substring(open + 1, close - open - 1);
    }

    /// <summary>The id as it is written in a catalogue file.</summary>
    public override string ToString() =>
        $"{Prefix}:{Container}.{Name}{(AsyncTwin ? "[Async]" : "")}{(Parameters is null ? "" : $"({Parameters})")}";

    private static bool FitParameters(string? wanted, string parameters) => wanted is null
        || string.Equals(parameters, wanted, StringComparison.Ordinal)
        || (wanted.EndsWith("..", StringComparison.Ordinal) && parameters.Length > 0 && parameters.StartsWith(wanted[..^2], StringComparison.Ordinal));

    // The commas in `IQueryable{A,B}` separate no parameters.
    private static string BehindFirst(string parameters)
    {
        var depth = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] == ',' && depth == 0) return parameters[(i + 1)..];
            depth += parameters[i] is '{' ? 1 : parameters[i] is '}' ? -1 : 0;
        }

        return "";
    }

    private static bool EndsWithAsync(string name) => name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal);

    private static string SimpleName(string container)
    {
        var name = container[(container.LastIndexOf('.') + 1)..];
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name[..arity];
    }

    // A pattern has one or two stars at most, so plain backtracking over them stays linear in practice.
    private bool FitsName(ReadOnlySpan<char> name)
    {
        var pattern = CalledName.AsSpan();
        int p = 0, n = 0, star = -1, mark = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark, p) = (p, n, p + 1);
            else if (p < pattern.Length && pattern[p] == name[n]) (p, n) = (p + 1, n + 1);
            else if (star >= 0) (p, n, mark) = (star + 1, mark + 1, mark + 1);
            else return false;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
