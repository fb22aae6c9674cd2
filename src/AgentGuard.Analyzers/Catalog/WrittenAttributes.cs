using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Catalog;

/// <summary>Attributes as they stand in the source, before any meaning is asked for.</summary>
internal static class WrittenAttributes
{
    /// <summary>The last part of the name, with or without <c>Attribute</c> as it is written.</summary>
    public static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
