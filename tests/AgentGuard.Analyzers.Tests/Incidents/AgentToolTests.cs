namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>AG0207, against the real packages.</summary>
public class AgentToolTests
{
    private const string Prelude = """
        using AgentGuard;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel;
        using ModelContextProtocol.Server;

        """;

    private static readonly CaseSet Cases = new("AG0207", """
        //+ MCP tool
        [McpServerTool] public static void Wipe(RailwayClient c) => c.DeleteVolume("v");
        //+ MCP tool with a name
        [McpServerTool(Name = "wipe", Title = "Wipe")] public static void Wipe(RailwayClient c, string id) { c.DeleteVolume(id); }
        //+ annotated as destructive only
        [McpServerTool(Destructive = true)] public static void Wipe(RailwayClient c) => c.DeleteVolume("v");
        //+ annotated as read-only
        [McpServerTool(ReadOnly = true)] public static void Wipe(RailwayClient c) { Guard.RequireConfirmation("v"); c.DeleteVolume("v"); }
        //+ annotated as not destructive
        [McpServerTool(Destructive = false)] public static void Wipe(RailwayClient c) { Guard.RequireConfirmation("v"); c.DeleteVolume("v"); }
        //+ in a private helper
        [McpServerTool] public static void Wipe(RailwayClient c) => Do(c);
        private static void Do(RailwayClient c) => c.DeleteVolume("v");
        //+ two helpers down
        [McpServerTool] public void Wipe(RailwayClient c) => First(c);
        private void First(RailwayClient c) => Second(c);
        internal void Second(RailwayClient c) => c.DeleteVolume("v");
        //+ in another class
        public class Store { public void Clear(RailwayClient c) => c.DeleteVolume("v"); }
        [McpServerTool] public static void Wipe(RailwayClient c, Store store) => store.Clear(c);
        //+ in a lambda
        [McpServerTool] public static Task Wipe(RailwayClient c) => Task.Run(() => c.DeleteVolume("v"));
        //+ asynchronous
        [McpServerTool] public static async Task<string> Wipe(DbContext db) { await db.Database.EnsureDeletedAsync(); return "done"; }
        //+ kernel function
        [KernelFunction] public void Wipe(RailwayClient c) => c.DeleteVolume("v");
        //+ kernel function with a name
        [KernelFunction("wipe")] public void Wipe(DbContext db) => db.Database.EnsureDeleted();
        //+ factory and method group
        private static void Wipe(string id) => new RailwayClient().DeleteVolume(id);
        object M() => AIFunctionFactory.Create((Action<string>)Wipe);
        //+ factory and lambda
        object M(RailwayClient c) => AIFunctionFactory.Create((string id) => c.DeleteVolume(id));
        //+ factory and local
        object M(RailwayClient c) { Action<string> wipe = id => c.DeleteVolume(id); return AIFunctionFactory.Create(wipe); }
        //+ factory of MCP tools
        object M(RailwayClient c) => McpServerTool.Create((string id) => c.DeleteVolume(id));
        //+ parameter that the agent answers itself
        [McpServerTool] public static void Wipe(RailwayClient c, bool confirm) { if (!confirm) return; c.DeleteVolume("v"); }
        //+ environment check only
        [McpServerTool] public static void Wipe(RailwayClient c) { Guard.RequireEnvironment("Development"); c.DeleteVolume("v"); }
        //+ text that a helper executes
        public class Store(DbContext db) { public void Run(string sql) => db.Database.ExecuteSqlRaw(sql); }
        [McpServerTool] public static void Wipe(Store store) => store.Run("DROP TABLE orders");
        //+ text that a helper of a helper executes
        public class Store(DbContext db) { public void Run(string sql) => db.Database.ExecuteSqlRaw(sql); }
        private static void Do(Store store, string table) => store.Run("DROP TABLE " + table);
        [McpServerTool] public static void Wipe(Store store) => Do(store, "orders");

        //- text that reads
        public class Store(DbContext db) { public void Run(string sql) => db.Database.ExecuteSqlRaw(sql); }
        [McpServerTool] public static void Read(Store store) => store.Run("SELECT 1");
        //- text that a helper executes after a question
        public class Store(DbContext db) { public void Run(string sql) { Guard.RequireConfirmation("v"); db.Database.ExecuteSqlRaw(sql); } }
        [McpServerTool] public static void Wipe(Store store) => store.Run("DROP TABLE orders");
        //- reading
        [McpServerTool(ReadOnly = true)] public static object List(RailwayClient c) => c.ListVolumes();
        //- confirmed by a guard statement
        [McpServerTool] public static void Wipe(RailwayClient c) { Guard.RequireConfirmation("v"); c.DeleteVolume("v"); }
        //- confirmed by an attribute
        [McpServerTool, RequiresConfirmation] public static void Wipe(RailwayClient c) { c.DeleteVolume("v"); }
        //- confirmed on the console
        [KernelFunction] public void Wipe(RailwayClient c) { Console.Write("yes?"); if (Console.ReadLine() != "yes") return; c.DeleteVolume("v"); }
        //- confirmed before the helper
        [McpServerTool] public static void Wipe(RailwayClient c) { Guard.RequireConfirmation("v"); Do(c); }
        private static void Do(RailwayClient c) => c.DeleteVolume("v");
        //- confirmed in the helper
        [McpServerTool] public static void Wipe(RailwayClient c) => Do(c);
        private static void Do(RailwayClient c) { Guard.RequireConfirmation("v"); c.DeleteVolume("v"); }
        //- annotated as destructive and confirmed
        [McpServerTool(Destructive = true)] public static void Wipe(RailwayClient c) { Guard.RequireConfirmation("v"); c.DeleteVolume("v"); }
        //- no tool
        public static void Wipe(RailwayClient c) => c.DeleteVolume("v");
        //- a tool beside it
        [McpServerTool] public static object List(RailwayClient c) => c.ListVolumes();
        public static void Wipe(RailwayClient c) => c.DeleteVolume("v");
        //- temporary directory
        [McpServerTool] public static void Clean() => Directory.Delete(Path.Combine(Path.GetTempPath(), "shop"), true);
        //- filtered rows
        public class Order { public int Id { get; set; } }
        [McpServerTool] public static void Remove(DbContext db, int id) => db.Set<Order>().Where(o => o.Id == id).ExecuteDelete();
        //- factory and reading
        object M(RailwayClient c) => AIFunctionFactory.Create(() => c.ListVolumes());
        //- factory and confirmed
        object M(RailwayClient c) => AIFunctionFactory.Create((string id) => { Guard.RequireConfirmation(id); c.DeleteVolume(id); });
        //- another attribute of that name
        [Mine.KernelFunction] public void Wipe(RailwayClient c) => c.DeleteVolume("v");
        public static class Mine { public class KernelFunctionAttribute : Attribute { } }
        //- another factory of that name
        public static class Factory { public static object Create(Action<string> action) => action; }
        object M(RailwayClient c) => Factory.Create(id => c.DeleteVolume(id));
        //- single file
        [McpServerTool] public static void Remove(string path) => File.Delete(path);
        """, Prelude);

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case(string name) => Cases.CheckAsync(name);

    [Fact]
    public void There_are_enough_cases() => Cases.AreEnough();
}
