using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Corpus.Projects;

/// <summary>Stand-ins for libraries that cannot be restored, so that code which calls them can be bound: the stubs that the catalogue's lines for these libraries are tested with.</summary>
internal static class StandIns
{
    /// <summary>The stubs as an assembly; that parts of it do not compile is of no account to code that refers to it.</summary>
    public static MetadataReference For(IEnumerable<MetadataReference> libraries)
    {
        var known = CSharpCompilation.Create("Libraries", references: libraries);
        var stubs = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "AgentGuard.Catalog.Tests", "Stubs"), "*.cs").Order(StringComparer.Ordinal)
            .Select(file => WithoutTypesOf(known, CSharpSyntaxTree.ParseText(File.ReadAllText(file)))).ToList();
        return CSharpCompilation.Create("StandIns", [.. stubs, .. stubs.Select(Clients)], libraries, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
    }

    // Some stubs only have what a newer version of a library declares; where that library is there in an older one, two types of one name would be none.
    private static SyntaxTree WithoutTypesOf(Compilation libraries, SyntaxTree stubs)
    {
        var root = stubs.GetRoot();
        var doubled = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.Parent is BaseNamespaceDeclarationSyntax space && libraries.GetTypeByMetadataName($"{space.Name}.{type.Identifier.ValueText}{(type.Arity > 0 ? $"`{type.Arity}" : "")}") is not null);
        return stubs.WithRootAndOptions(root.RemoveNodes(doubled, SyntaxRemoveOptions.KeepNoTrivia)!, stubs.Options);
    }

    // The stubs describe interfaces such as IAmazonRDS; most code holds the client class, AmazonRDSClient.
    private static SyntaxTree Clients(SyntaxTree stubs)
    {
        var text = new StringBuilder();
        foreach (var type in stubs.GetRoot().DescendantNodes().OfType<InterfaceDeclarationSyntax>().Where(type => type.Identifier.ValueText.StartsWith("IAmazon", StringComparison.Ordinal) && type.Parent is BaseNamespaceDeclarationSyntax))
        {
            var name = type.Identifier.ValueText[1..] + "Client";
            text.Append($"namespace {((BaseNamespaceDeclarationSyntax)type.Parent!).Name} {{ using System.Threading; using System.Threading.Tasks; public class {name} : {type.Identifier.ValueText}, System.IDisposable {{ public {name}(params object[] arguments) {{ }} public void Dispose() {{ }} ");
            foreach (var method in type.Members.OfType<MethodDeclarationSyntax>()) text.Append($"public {method.ReturnType} {method.Identifier}{method.ParameterList} => throw null; ");
            text.AppendLine("} }");
        }

        return CSharpSyntaxTree.ParseText(text.ToString());
    }
}
