using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>
/// Functions of the operating system that run a command line. A program declares them under any name, so that no catalogue line can name
/// them: their entry point says what they are.
/// </summary>
internal static class NativeFunctions
{
    /// <summary>The attributes that declare a native function.</summary>
    public static readonly ImmutableArray<string> Attributes = ImmutableArray.Create("System.Runtime.InteropServices.DllImportAttribute", "System.Runtime.InteropServices.LibraryImportAttribute");

    private const string EntryPoint = "EntryPoint";

    // Which parameters hold the command line: system(3), popen(3), and the functions of that name at learn.microsoft.com/windows/win32/api.
    private static readonly ImmutableDictionary<string, ImmutableArray<int>> CommandLines = new Dictionary<string, ImmutableArray<int>>
    {
        ["system"] = ImmutableArray.Create(0),
        ["_wsystem"] = ImmutableArray.Create(0),
        ["popen"] = ImmutableArray.Create(0),
        ["_popen"] = ImmutableArray.Create(0),
        ["_wpopen"] = ImmutableArray.Create(0),
        ["WinExec"] = ImmutableArray.Create(0),
        ["CreateProcess"] = ImmutableArray.Create(0, 1),
        ["ShellExecute"] = ImmutableArray.Create(2, 3),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Whether a method may be declared to be such a function.</summary>
    public static bool MayBeDeclared(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Any(attribute => WrittenAttributes.NameOf(attribute) is "DllImport" or "DllImportAttribute" or "LibraryImport" or "LibraryImportAttribute" && MayBeSought(attribute, method));

    /// <summary>The catalogue line for a method that is declared to be such a function; null for any other.</summary>
    public static CatalogEntry? EntryOf(ISymbol member)
    {
        // Attributes of others are not asked for: reading them costs.
        if (member is not IMethodSymbol { IsStatic: true } method || EntryPointOf(method) is not { } name || CommandLineOf(name) is not { IsEmpty: false } places) return null;
        var sources = places.Where(place => place < method.Parameters.Length).Select(place => new ValuePath(method.Parameters[place].Name, ImmutableArray<string>.Empty)).ToImmutableArray();
        var id = new CatalogId('M', CatalogId.ContainerOf(method), method.Name, false, CatalogId.ParametersOf(method));
        return new CatalogEntry(id, CatalogEffect.Runs, ImmutableArray<DestructiveKind>.Empty, TextChannel.Shell, sources, null, ImmutableArray<CatalogCondition>.Empty, null);
    }

    // An entry point that is no plain literal may be any.
    private static bool MayBeSought(AttributeSyntax attribute, MethodDeclarationSyntax method) => attribute.ArgumentList?.Arguments
        .FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == EntryPoint)?.Expression switch
    {
        null => !CommandLineOf(method.Identifier.ValueText).IsEmpty,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => !CommandLineOf(literal.Token.ValueText).IsEmpty,
        _ => true,
    };

    private static string? EntryPointOf(IMethodSymbol method)
    {
        if (method.GetDllImportData() is { } import) return import.EntryPointName ?? method.Name;
        var library = method.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass is { Name: "LibraryImportAttribute", ContainingNamespace.Name: "InteropServices" });
        return library is null ? null : library.NamedArguments.FirstOrDefault(static argument => argument.Key == EntryPoint).Value.Value as string ?? method.Name;
    }

    // Functions of Windows come for both widths of characters.
    private static ImmutableArray<int> CommandLineOf(string name) =>
        CommandLines.TryGetValue(name, out var places) || (name is [.. var bare, 'A' or 'W'] && CommandLines.TryGetValue(bare, out places)) ? places : ImmutableArray<int>.Empty;
}
