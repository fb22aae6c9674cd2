namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Rows that are removed one by one: all of them where nothing leaves one out.</summary>
public class RowLoopTests
{
    [Fact]
    public Task Every_row_in_a_loop() => InContext("""
        void InLoop() { foreach (var order in db.Orders) db.{|all:Remove(order)|}; db.SaveChanges(); }
        void FromSet() { foreach (var order in db.Set<Order>().Include(o => o.Lines)) { Log(order); db.Orders.{|all:Remove(order)|}; } }
        void WithUsing() { foreach (var order in db.Orders) { using var scope = Open(); try { db.Orders.{|all:Remove(order)|}; } finally { Log(order); } } }
        async Task Loaded() { foreach (var order in await db.Orders.ToListAsync()) db.Orders.{|all:Remove(order)|}; await db.SaveChangesAsync(); }
        async Task Streamed() { await foreach (var order in db.Orders.AsAsyncEnumerable()) db.{|all:Remove(order)|}; }
        void Held() { var all = db.Orders.OrderBy(o => o.Id).ToList(); foreach (var order in all) db.{|all:Remove(order)|}; }
        void Children() { foreach (var lines in db.Orders.Select(o => o.Lines)) db.{|all:Remove(lines)|}; }
        void Always() { foreach (var order in db.Orders.Where(o => true)) db.{|all:Remove(order)|}; }
        """);

    [Fact]
    public Task Every_row_by_a_function() => InContext("""
        void Each() => db.Orders.ToList().ForEach(order => db.{|all:Remove(order)|});
        void EachOf() => db.Orders.ToList().ForEach(order => db.Orders.{|all:Remove(order)|});
        void Block() => db.Orders.ToList().ForEach((Order order) => { Log(order); db.{|all:Remove(order)|}; });
        void Array() => System.Array.ForEach(db.Orders.ToArray(), order => db.{|all:Remove(order)|});
        void Held() { var all = db.Orders.ToList(); all.ForEach(order => db.{|all:Remove(order)|}); }
        void Described() => _ = db.Orders.ToList().Select(order => db.{|all:Remove(order)|}).ToList();
        void Undone() { var later = db.Orders.ToList().Select(order => db.Remove(order)); }
        void Counted() { var all = db.Orders.ToList(); for (var i = 0; i < all.Count; i++) db.{|all:Remove(all[i])|}; }
        void CountedFromSome() { var all = db.Orders.ToList(); for (var i = 5; i < all.Count; i++) db.Remove(all[i]); }
        void CountedToSome() { var all = db.Orders.ToList(); for (var i = 0; i < 5; i++) db.Remove(all[i]); }
        void CountedInBranch(int id) { var all = db.Orders.ToList(); for (var i = 0; i < all.Count; i++) if (all[i].Id == id) db.Remove(all[i]); }
        """);

    [Fact]
    public Task A_filter_before_the_loop() => InContext("""
        void Where(int id) { foreach (var order in db.Orders.Where(o => o.Id == id)) db.Remove(order); }
        void Loaded(int id) { foreach (var order in db.Orders.Where(o => o.Id == id).ToList()) db.Orders.Remove(order); }
        void Each(int id) => db.Orders.Where(o => o.Id == id).ToList().ForEach(order => db.Remove(order));
        void Taken() { foreach (var order in db.Orders.OrderBy(o => o.Id).Take(100)) db.Remove(order); }
        void Of(Customer customer) { foreach (var order in customer.Orders) db.Remove(order); }
        void Given(List<Order> orders) { foreach (var order in orders) db.Remove(order); }
        void Joined(List<Order> orders) { foreach (var order in db.Orders.ToList().Except(orders)) db.Remove(order); }
        void Tracked() { foreach (var entry in db.ChangeTracker.Entries<Order>().ToList()) db.Remove(entry.Entity); }
        void Local() { foreach (var order in db.Orders.Local.ToList()) db.Remove(order); }
        """);

    [Fact]
    public Task A_filter_in_the_loop() => InContext("""
        void If(int id) { foreach (var order in db.Orders) { if (order.Id == id) db.Remove(order); } }
        void Else(int id) { foreach (var order in db.Orders) { if (order.Id == id) Log(order); else { Log(order); db.Remove(order); } } }
        void Continue(int id) { foreach (var order in db.Orders) { if (order.Id != id) continue; db.Remove(order); } }
        void Break(int id) { foreach (var order in db.Orders) { db.Remove(order); break; } }
        void Return(int id) { foreach (var order in db.Orders) { db.Remove(order); if (order.Id == id) return; } }
        void Throw(int id) { foreach (var order in db.Orders) { if (order.Id == id) throw new InvalidOperationException(); db.Remove(order); } }
        void Switch() { foreach (var order in db.Orders) { switch (order.Id) { case 1: db.Remove(order); break; } } }
        void Choice(int id) { foreach (var order in db.Orders) { _ = order.Id == id ? db.Remove(order) : null; } }
        void Each(int id) => db.Orders.ToList().ForEach(order => { if (order.Id == id) db.Remove(order); });
        void Left(int id) => db.Orders.ToList().ForEach(order => { if (order.Id != id) return; db.Remove(order); });
        void Catch() { foreach (var order in db.Orders) { try { Log(order); } catch (InvalidOperationException) { db.Remove(order); } } }
        void Nested(List<Order> wanted) { foreach (var order in db.Orders) foreach (var one in wanted) db.Remove(one); }
        void Inner(List<Order> wanted) { foreach (var order in db.Orders) foreach (var one in wanted) db.Remove(order); }
        """);

    [Fact]
    public Task A_row_that_is_no_element_of_the_loop() => InContext("""
        void Found(int id) { foreach (var order in db.Orders) { var other = db.Orders.Find(id); db.Remove(other); } }
        void Member() { foreach (var order in db.Orders) db.Remove(order.Lines); }
        void Other(Order one) { foreach (var order in db.Orders) db.Remove(one); }
        void FromList() { var names = new List<Order>(); foreach (var order in db.Orders) names.Remove(order); }
        void Deferred() { foreach (var order in db.Orders) { Later(() => db.Remove(order)); } }
        void Later(Action action) { }
        """);

    [Fact]
    public Task What_an_own_method_returns() => InContext("""
        private IQueryable<Order> Query() => db.Set<Order>();
        private IQueryable<Order> Of(int id) => db.Orders.Where(o => o.Id == id);
        private IQueryable<Order> Any(System.Linq.Expressions.Expression<Func<Order, bool>> filter = null)
        {
            IQueryable<Order> orders = db.Orders;
            if (filter != null) orders = orders.Where(filter);
            return orders;
        }
        void All() { foreach (var order in Query()) db.{|all:Remove(order)|}; }
        void AllAtOnce() => Query().AsNoTracking().{|all:ExecuteDelete()|};
        void One() => Of(5).ExecuteDelete();
        void Some() => Any(o => o.Id == 5).ExecuteDelete();
        """);

    [Fact]
    public Task Every_file_of_a_tree() => Verify.Destructive("""
        class C
        {
            void M(string root, DirectoryInfo folder)
            {
                foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories)) File.{|AG0004:Delete(file)|};
                foreach (var file in folder.EnumerateFiles("*.*", SearchOption.AllDirectories)) { file.IsReadOnly = false; file.{|AG0004:Delete()|}; }
                foreach (var file in Directory.GetFiles(root)) File.Delete(file);
                foreach (var file in Directory.GetFiles(root, "*.log", SearchOption.AllDirectories)) File.Delete(file);
                foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories)) if (File.GetLastWriteTime(file) < DateTime.Now.AddDays(-30)) File.Delete(file);
                foreach (var file in Directory.GetFiles(Path.Combine(Path.GetTempPath(), "x"), "*", SearchOption.AllDirectories)) File.Delete(file);
            }
        }
        """);

    [Fact]
    public Task Every_key_of_a_cache() => Verify.Destructive("""
        using StackExchange.Redis;
        namespace StackExchange.Redis
        {
            public struct RedisKey { }
            public interface IServer { IEnumerable<RedisKey> Keys(int database = -1, string pattern = null, int pageSize = 250); }
            public interface IDatabase { bool KeyDelete(RedisKey key, int flags = 0); long KeyDelete(RedisKey[] keys, int flags = 0); }
        }
        class C
        {
            void M(IServer server, IDatabase cache, RedisKey one, string given)
            {
                foreach (var key in server.Keys()) cache.{|AG0004:KeyDelete(key)|};
                cache.{|AG0004:KeyDelete(server.Keys(5).ToArray())|};
                foreach (var key in server.Keys(pattern: "*")) cache.{|AG0004:KeyDelete(key)|};
                foreach (var key in server.Keys(0, "*", 1000)) cache.{|AG0004:KeyDelete(key)|};
                cache.{|AG0004:KeyDelete(server.Keys(pattern: "*").ToArray())|};
                server.Keys().Select(key => cache.{|AG0004:KeyDelete(key)|}).ToList();
                foreach (var key in server.Keys(pattern: given)) cache.KeyDelete(key);
                foreach (var key in server.Keys(pattern: "session:*")) cache.KeyDelete(key);
                cache.KeyDelete(server.Keys(pattern: "session:*").ToArray());
                cache.KeyDelete(one);
            }
        }
        """);

    [Fact]
    public Task Every_file_of_a_tree_in_other_spellings() => Verify.Destructive("""
        class C
        {
            void M(string root, DirectoryInfo folder)
            {
                Directory.GetFiles(root, "*", SearchOption.AllDirectories).ToList().ForEach({|AG0004:File.Delete|});
                Array.ForEach(Directory.GetFiles(root, "*", SearchOption.AllDirectories), {|AG0004:File.Delete|});
                Directory.GetFiles(root, "*", SearchOption.AllDirectories).AsParallel().ForAll({|AG0004:File.Delete|});
                foreach (var file in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true })) File.{|AG0004:Delete(file)|};
                foreach (var file in folder.GetFiles("*", SearchOption.AllDirectories)) File.{|AG0004:Delete(file.FullName)|};
                var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories);
                for (var i = 0; i < files.Length; i++) File.{|AG0004:Delete(files[i])|};
                foreach (var file in Directory.EnumerateFiles(root, "*", new EnumerationOptions { IgnoreInaccessible = true })) File.Delete(file);
                foreach (var file in Directory.EnumerateFiles(root, "*.log", new EnumerationOptions { RecurseSubdirectories = true })) File.Delete(file);
                Directory.GetFiles(root).ToList().ForEach(File.Delete);
                Array.ForEach(Directory.GetFiles(root, "*.tmp", SearchOption.AllDirectories), File.Delete);
                Directory.GetFiles(Path.Combine(Path.GetTempPath(), "x"), "*", SearchOption.AllDirectories).ToList().ForEach(File.Delete);
                Directory.GetFiles(Path.Combine(Path.GetTempPath(), "x"), "*", SearchOption.AllDirectories).ToList().ForEach(file => File.Delete(file));
            }
        }
        """);

    [Fact]
    public Task A_method_that_goes_down_by_itself() => Verify.Destructive("""
        class C
        {
            public static void All(string path)
            {
                foreach (var file in Directory.GetFiles(path)) { File.SetAttributes(file, FileAttributes.Normal); File.{|AG0004:Delete(file)|}; }
                foreach (var folder in Directory.GetDirectories(path)) All(folder);
                Directory.Delete(path);
            }
            public static void Info(DirectoryInfo folder)
            {
                foreach (var file in folder.GetFiles()) file.{|AG0004:Delete()|};
                foreach (var below in folder.EnumerateDirectories()) Info(below);
            }
            public static void Logs(string path)
            {
                foreach (var file in Directory.GetFiles(path, "*.log")) File.Delete(file);
                foreach (var folder in Directory.GetDirectories(path)) Logs(folder);
            }
            public static void Old(string path, DateTime cutoff)
            {
                foreach (var file in Directory.GetFiles(path)) if (File.GetLastWriteTime(file) < cutoff) File.Delete(file);
                foreach (var folder in Directory.GetDirectories(path)) Old(folder, cutoff);
            }
            public static void Flat(string path)
            {
                foreach (var file in Directory.GetFiles(path)) File.Delete(file);
                foreach (var folder in Directory.GetDirectories(path)) Console.WriteLine(folder);
            }
            public static void Listing(string path)
            {
                foreach (var file in Directory.GetFiles("given")) File.Delete(file);
                foreach (var folder in Directory.GetDirectories(path)) Listing(folder);
            }
            private static void Own(string path)
            {
                foreach (var file in Directory.GetFiles(path)) File.Delete(file);
                foreach (var folder in Directory.GetDirectories(path)) Own(folder);
            }
            public static void M() => Own(Path.Combine(Path.GetTempPath(), "a"));
        }
        """);

    [Fact]
    public Task Every_row_gathered_in_a_list() => InContext("""
        void Gathered() { var gone = new List<Order>(); foreach (var order in db.Orders) gone.Add(order); db.{|all:RemoveRange(gone)|}; }
        void Added() { List<Order> gone = new(); gone.AddRange(db.Orders); db.Orders.{|all:RemoveRange(gone)|}; }
        void Checked() { var gone = new List<Order>(); foreach (var order in db.Orders) if (order.Id > 5) gone.Add(order); db.RemoveRange(gone); }
        void Filtered() { var gone = new List<Order>(); foreach (var order in db.Orders.Where(o => o.Id > 5)) gone.Add(order); db.RemoveRange(gone); }
        void Spared() { var gone = new List<Order>(); gone.AddRange(db.Orders); gone.RemoveAll(o => o.Id > 5); db.RemoveRange(gone); }
        void Given(Order[] orders) { var gone = new List<Order>(); foreach (var order in orders) gone.Add(order); db.RemoveRange(gone); }
        """);

    [Fact]
    public Task Every_row_in_batches() => InContext("""
        async Task While() { while (await db.Orders.Take(1000).{|all:ExecuteDeleteAsync()|} > 0) { } }
        void Do() { int n; do { n = db.Orders.OrderBy(o => o.Id).Take(1000).{|all:ExecuteDelete()|}; } while (n > 0); }
        void Forever() { while (true) { var n = db.Orders.Take(1000).{|all:ExecuteDelete()|}; if (n == 0) break; } }
        void Chunks() { foreach (var chunk in db.Orders.ToList().Chunk(100)) { db.{|all:RemoveRange(chunk)|}; db.SaveChanges(); } }
        void Once() => db.Orders.Take(1000).ExecuteDelete();
        void Filtered(int id) { while (db.Orders.Where(o => o.Id < id).Take(1000).ExecuteDelete() > 0) { } }
        void FilteredChunks(int id) { foreach (var chunk in db.Orders.Where(o => o.Id < id).ToList().Chunk(100)) db.RemoveRange(chunk); }
        void SomeChunks() { foreach (var chunk in db.Orders.ToList().Chunk(100)) if (chunk.Length < 100) db.RemoveRange(chunk); }
        void EachDay(CancellationToken stop) { while (!stop.IsCancellationRequested) { db.Orders.OrderBy(o => o.Id).Take(10).ExecuteDelete(); } }
        void Down(int left) { while (left > 0) { left--; db.Orders.Take(1).ExecuteDelete(); } }
        """);

    [Fact]
    public Task Every_row_by_its_state() => InContext("""
        void State() { foreach (var order in db.Orders) db.{|all:Entry(order)|}.State = EntityState.Deleted; db.SaveChanges(); }
        async Task Loaded() { foreach (var order in await db.Set<Order>().ToListAsync()) { Log(order); db.{|all:Entry(order)|}.State = EntityState.Deleted; } }
        void Each() => db.Orders.ToList().ForEach(order => db.{|all:Entry(order)|}.State = EntityState.Deleted);
        void Held() { foreach (var order in db.Orders) { var entry = db.{|all:Entry(order)|}; entry.State = EntityState.Deleted; } }
        void Known() { const EntityState gone = EntityState.Deleted; foreach (var order in db.Orders) db.{|all:Entry(order)|}.State = gone; }
        void Unchanged() { foreach (var order in db.Orders) db.Entry(order).State = EntityState.Unchanged; }
        void Detached() { foreach (var order in db.Orders) { var entry = db.Entry(order); entry.State = EntityState.Detached; } }
        void Reloaded() { foreach (var order in db.Orders) db.Entry(order).Reload(); }
        void Compared() { foreach (var order in db.Orders) Log(db.Entry(order).State == EntityState.Deleted ? null : order); }
        void Filtered(int id) { foreach (var order in db.Orders.Where(o => o.Id == id)) db.Entry(order).State = EntityState.Deleted; }
        void Checked(int id) { foreach (var order in db.Orders) if (order.Id == id) db.Entry(order).State = EntityState.Deleted; }
        void CheckedLater(int id) { foreach (var order in db.Orders) { var entry = db.Entry(order); if (order.Id == id) entry.State = EntityState.Deleted; } }
        void One(Order order) => db.Entry(order).State = EntityState.Deleted;
        void Stub(int id) { var entry = db.Entry(new Order { Id = id }); entry.State = EntityState.Deleted; }
        void Given(List<Order> orders) { foreach (var order in orders) db.Entry(order).State = EntityState.Deleted; }
        """);

    private static Task InContext(string members) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class Line { public int Id { get; set; } }
        class Order { public int Id { get; set; } public Line Lines { get; set; } }
        class Customer { public List<Order> Orders { get; set; } }
        class Db : DbContext { public DbSet<Order> Orders { get; set; } }
        class C(Db db)
        {
            void Log(Order order) { }
            IDisposable Open() => null;
            {{members}}
        }
        """);
}
