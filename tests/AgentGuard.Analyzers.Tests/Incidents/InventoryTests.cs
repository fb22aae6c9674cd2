using System.Text.Json;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Inventory;
using AgentGuard.Analyzers.Operations;

namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>The inventory, against its schema.</summary>
public class InventoryTests
{
    private static readonly Build Shop = new()
    {
        Source = """
            using AgentGuard;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.EntityFrameworkCore.Migrations;
            using Microsoft.Extensions.Hosting;
            namespace Shop;
            public class Maintenance(IHostEnvironment env)
            {
                public void Zero(DbContext db) => db.Database.ExecuteSqlRaw("DROP TABLE \"o'rders;50%\"");
                [RequiresConfirmation] public void One(DbContext db) { if (!env.IsDevelopment()) return; db.Database.EnsureDeleted(); }
                public void Two(string path) { Directory.Delete(path, true); }
                public void Read(DbContext db) => db.Database.CanConnect();
            }
            public class First : Migration { protected override void Up(MigrationBuilder mb) => mb.DropColumn("Email", "Customers"); }
            """,
        Path = "/src/Shop/Data/Maintenance.cs",
        Properties = [("AgentGuardBuildDate", Build.Day), ("ProjectDir", "/src/Shop/")],
        Approvals = "operation | M:Shop.Maintenance.Two(System.String) | M:System.IO.Directory.Delete(System.String,System.Boolean) | \"demo\"; 100% ours | jane@example.com | 2026-05-01 | 2026-08-01\n",
    };

    private static string Write(Build build)
    {
        var (compilation, options) = build.Create();
        var services = AnalysisServices.Create(compilation, options, DeclaredOperations.InSource(compilation, CancellationToken.None), CancellationToken.None);
        return InventoryWriter.Write(new InventoryReader(services, CancellationToken.None).Read());
    }

    [Fact]
    public void It_fits_its_schema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestPaths.Root, "docs", "inventory.schema.json")));
        using var inventory = JsonDocument.Parse(Write(Shop));
        Assert.Empty(JsonSchema.Faults(schema.RootElement, inventory.RootElement, "$"));
        Assert.Empty(JsonSchema.Faults(schema.RootElement, JsonDocument.Parse(Write(new Build { Source = "class Empty;" })).RootElement, "$"));
        Assert.NotEmpty(JsonSchema.Faults(schema.RootElement, JsonDocument.Parse("{ \"version\": 1, \"operations\": [{ \"member\": 1 }] }").RootElement, "$"));
    }

    [Fact]
    public void It_says_what_each_operation_has_and_lacks()
    {
        using var inventory = JsonDocument.Parse(Write(Shop));
        var operations = inventory.RootElement.GetProperty("operations").EnumerateArray().ToList();
        Assert.Equal(
            [
                "M:Shop.First.Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder) DropColumn Customers.Email column",
                "M:Shop.Maintenance.One(Microsoft.EntityFrameworkCore.DbContext) M:Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade.EnsureDeleted database",
                "M:Shop.Maintenance.Two(System.String) M:System.IO.Directory.Delete(System.String,System.Boolean) directory",
            ],
            operations.Where(one => one.GetProperty("kind").GetString() != "table").Select(one => $"{one.GetProperty("member")} {one.GetProperty("operation")} {one.GetProperty("kind")}"));
        Assert.All(operations, one => Assert.Equal("Data/Maintenance.cs", one.GetProperty("file").GetString()));
        Assert.Single(operations, one => one.GetProperty("kind").GetString() == "table");

        var database = operations.Single(one => one.GetProperty("kind").GetString() == "database");
        Assert.Equal(["environment"], Words(database, "byCode"));
        Assert.Equal(["confirmation"], Words(database, "byAttribute"));
        Assert.Equal(["backup"], Words(database, "missing"));

        var directory = operations.Single(one => one.GetProperty("kind").GetString() == "directory");
        Assert.True(directory.GetProperty("anyOne").GetBoolean());
        Assert.Equal("\"demo\"; 100% ours", directory.GetProperty("approval").GetProperty("reason").GetString());
    }

    [Fact]
    public void It_lists_a_text_where_it_is_handed_to_a_helper_in_another_file()
    {
        var build = new Build
        {
            Source = "namespace Shop; public class Maintenance { public void Clear(Store store) { store.Run(\"DROP TABLE orders\"); Local(\"DROP TABLE x\"); void Local(string sql) => store.Run(sql); } }",
            MoreSources = [("/src/Shop/Store.cs", "using Microsoft.EntityFrameworkCore; namespace Shop; public class Store(DbContext db) { public void Run(string sql) => db.Database.ExecuteSqlRaw(sql); public void Own() => Run(\"DROP TABLE y\"); }")],
        };
        using var inventory = JsonDocument.Parse(Write(build));
        Assert.Equal(
            ["M:Shop.Maintenance.Clear(Shop.Store) DROP TABLE orders", "M:Shop.Maintenance.Clear(Shop.Store) DROP TABLE x", "M:Shop.Store.Own DROP TABLE y"],
            inventory.RootElement.GetProperty("operations").EnumerateArray().Select(one => $"{one.GetProperty("member")} {one.GetProperty("operation")}"));
    }

    [Fact]
    public void It_does_not_depend_on_the_machine_or_the_order_of_files()
    {
        var other = (Path: "/src/Shop/A.cs", Text: "namespace Shop; public class A { public void M(string p) => System.IO.Directory.Delete(p, true); }");
        var one = Write(Shop with { MoreSources = [other] });
        var two = Write(Shop with { Source = other.Text, Path = "/home/x/Shop/A.cs", MoreSources = [("/home/x/Shop/Data/Maintenance.cs", Shop.Source)], Properties = [("AgentGuardBuildDate", "2026-06-01"), ("ProjectDir", "/home/x/Shop/")] });
        Assert.Equal(one, two);
        Assert.DoesNotContain("/src", one);
    }

    [Fact]
    public void It_holds_no_character_that_MSBuild_would_read_as_its_own() => Assert.DoesNotMatch("[;%$@'*<>&]", Write(Shop));

    private static string[] Words(JsonElement operation, string property) => [.. operation.GetProperty(property).EnumerateArray().Select(word => word.GetString()!)];

    // The part of JSON schema that ours uses.
    private static class JsonSchema
    {
        public static IEnumerable<string> Faults(JsonElement schema, JsonElement value, string path)
        {
            if (schema.TryGetProperty("const", out var constant) && constant.GetRawText() != value.GetRawText()) yield return $"{path} is not {constant}";
            if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => choice.GetRawText() == value.GetRawText())) yield return $"{path} is none of {choices}";
            if (schema.TryGetProperty("type", out var type) && !(type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()]).Contains(TypeOf(value))) yield return $"{path} is no {type}";
            if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            {
                foreach (var fault in value.EnumerateArray().SelectMany((item, index) => Faults(items, item, $"{path}[{index}]"))) yield return fault;
            }

            if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties)) yield break;
            foreach (var name in schema.GetProperty("required").EnumerateArray().Select(one => one.GetString()!).Where(name => !value.TryGetProperty(name, out _))) yield return $"{path} lacks {name}";
            foreach (var property in value.EnumerateObject())
            {
                if (!properties.TryGetProperty(property.Name, out var inner)) yield return $"{path} has {property.Name}";
                else foreach (var fault in Faults(inner, property.Value, $"{path}.{property.Name}")) yield return fault;
            }
        }

        private static string TypeOf(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            var kind => kind.ToString().ToLowerInvariant(),
        };
    }
}
