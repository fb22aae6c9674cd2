using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Generators;

/// <summary>Members of C# 14 extension blocks.</summary>
internal static class ExtensionBlocks
{
    // The property moved from one interface to another after Roslyn 4.14, so neither can be named here.
    private static readonly PropertyInfo? ExtensionParameter =
        typeof(INamedTypeSymbol).GetProperty("ExtensionParameter") ?? typeof(ITypeSymbol).GetProperty("ExtensionParameter");

    /// <summary>Whether a method is declared in an extension block; its container has no name then.</summary>
    public static bool Holds(IMethodSymbol method) => method.ContainingType is { Name: "", ContainingType: not null };

    /// <summary>The parameter that an instance member of an extension block extends; null for any other method.</summary>
    public static IParameterSymbol? ReceiverOf(IMethodSymbol method) =>
        !method.IsStatic && Holds(method) ? ExtensionParameter?.GetValue(method.ContainingType) as IParameterSymbol : null;
}
