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
        var stubs = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "AgentGuard.Catalog.Tests", "Stubs"), "*.cs").Order(StringComparer.Ordinal).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file))).ToList();
        return CSharpCompilation.Create("StandIns", [.. stubs, .. stubs.Select(Clients)], libraries, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
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
