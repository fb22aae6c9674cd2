using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>The gate may only turn away what the catalogue does not mean, and must turn away the common names that cost a build.</summary>
public sealed class CallGateTests
{
    private const string Declarations = """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using static System.IO.Directory;
        using Disk = System.IO.Directory;

        public interface IRepository { void Delete(object item); }
        public interface IHandler { void Execute(string command); }
        public sealed class Holder { public DirectoryInfo Folder = null!; public Shop Context { get; } = null!; public IRepository Items = null!; }
        public class Shop : DbContext { public DbSet<string> Orders => Set<string>(); }
        public class Command : IDbCommand
        {
            public string CommandText { get; set; } = ""; public int CommandTimeout { get; set; } public CommandType CommandType { get; set; }
            public IDbConnection? Connection { get; set; } public IDataParameterCollection Parameters => null!; public IDbTransaction? Transaction { get; set; }
            public UpdateRowSource UpdatedRowSource { get; set; } public void Cancel() { } public IDbDataParameter CreateParameter() => null!; public void Dispose() { }
            public int ExecuteNonQuery() => 0; public IDataReader ExecuteReader() => null!; public IDataReader ExecuteReader(CommandBehavior behavior) => null!;
            public object? ExecuteScalar() => null; public void Prepare() { }
        }
        public class SpecialCommand : Command { }

        """;

    private static readonly CSharpCompilation Base = CSharpCompilation.Create("gate", null, Verify.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    [Theory]
    [InlineData("Directory.Delete(path, true);")]
    [InlineData("System.IO.Directory.Delete(path, true);")]
    [InlineData("Disk.Delete(path, true);")]
    [InlineData("Delete(path, true);")]
    [InlineData("folder.Delete(true);")]
    [InlineData("var other = new DirectoryInfo(path); other.Delete(true);")]
    [InlineData("holder.Folder.Delete(true);")]
    [InlineData("this.holder.Folder.Delete(true);")]
    [InlineData("foreach (var found in folder.GetDirectories()) found.Delete(true);")]
    [InlineData("Action run = () => { var inner = holder.Folder; inner.Delete(true); };")]
    [InlineData("holder.Folder?.Delete(true);")]
    [InlineData("shop.Database.EnsureDeleted();")]
    [InlineData("holder.Context.Database.EnsureDeleted();")]
    [InlineData("shop.Orders.ExecuteDelete();")]
    [InlineData("var query = shop.Orders.AsQueryable(); query.ExecuteDelete();")]
    [InlineData("EntityFrameworkQueryableExtensions.ExecuteDelete(shop.Orders);")]
    [InlineData("connection.Execute(\"drop table t\");")]
    [InlineData("special.ExecuteNonQuery();")]
    [InlineData("new Command { CommandText = path }.ExecuteNonQuery();")]
    [InlineData("Run(folder.Delete);")]
    public void A_call_of_an_entry_passes(string statement) => Assert.True(Admitted(statement), statement);

    [Theory]
    [InlineData("holder.Items.Delete(path);")]
    [InlineData("repository.Delete(path);")]
    [InlineData("handler.Execute(path);")]
    [InlineData("File.Delete(path);")]
    [InlineData("var items = holder.Items; items.Delete(path);")]
    [InlineData("var numbers = new Dictionary<int, string>(); numbers.Remove(1);")]
    [InlineData("this.holder.Items.Delete(path);")]
    public void A_call_on_an_unrelated_type_does_not(string statement) => Assert.False(Admitted(statement), statement);

    [Theory]
    [InlineData("var a = b; var b = a; a.Delete(true);")]
    [InlineData("var a = a; a.Delete(true);")]
    [InlineData("unknown.Delete(true);")]
    [InlineData("var a = .Delete(true);")]
    [InlineData("(.Delete(true);")]
    public void What_cannot_be_told_passes(string statement) => Assert.True(Admitted(statement, compiles: false), statement);

    [Fact]
    public void A_chain_of_ten_thousand_locals_passes() =>
        Assert.True(Admitted("var x0 = folder; " + string.Concat(Enumerable.Range(1, 10_000).Select(i => $"var x{i} = x{i - 1}; ")) + "x10000.Delete(true);"));

    private static bool Admitted(string statement, bool compiles = true)
    {
        var text = Declarations + "class C { Holder holder = new(); void Run(Action<bool> action) { }\n"
            + $"void M(string path, DirectoryInfo folder, Shop shop, IRepository repository, IHandler handler, IDbConnection connection, SpecialCommand special) {{ {statement} }} }}";
        var tree = CSharpSyntaxTree.ParseText(text);
        var compilation = Base.AddSyntaxTrees(tree);
        if (compiles) Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var services = AnalysisServices.Create(compilation, new AnalyzerOptions([]), [], default);
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Last().Body!.DescendantNodes()
            .Where(node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: ArgumentSyntax })
            .Any(node => services.Gate.Admits(node, model));
    }
}
