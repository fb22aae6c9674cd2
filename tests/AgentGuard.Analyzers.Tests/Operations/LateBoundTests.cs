namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Calls that are bound by name at run time.</summary>
public sealed class LateBoundTests
{
    [Fact]
    public Task By_reflection_or_dynamically() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.Extensions.Hosting;
        class C(IHostEnvironment env)
        {
            [AgentGuard.RequiresEnvironment("Development"), AgentGuard.RequiresConfirmation, AgentGuard.RequiresBackup]
            void Attributed(DbContext db) => typeof(DatabaseFacade).{|AG0105:GetMethod("EnsureDeleted")|}.Invoke(db.Database, null);

            void M(DbContext db, dynamic any, Type type)
            {
                typeof(DatabaseFacade).{|all:GetMethod("EnsureDeleted")|}.Invoke(db.Database, null);
                var method = db.Database.GetType().{|all:GetMethod(nameof(DatabaseFacade.EnsureDeletedAsync))|};
                dynamic facade = db.Database;
                facade.{|all:EnsureDeleted()|};
                if (env.IsDevelopment()) typeof(DatabaseFacade).{|AG0002:{|AG0003:GetMethod("EnsureDeleted")|}|}.Invoke(db.Database, null);
                Attributed(db);

                typeof(DatabaseFacade).GetMethod("EnsureCreated").Invoke(db.Database, null);
                type.GetMethod("EnsureDeleted");
                typeof(List<int>).GetMethod("Clear");
                typeof(C).GetMethod("EnsureDeleted");
                facade.EnsureCreated();
                any.EnsureDeleted();
                any.Delete(true);
                dynamic list = new List<int>();
                list.Clear();
            }
        }
        """);

    [Fact]
    public Task By_a_comparison_of_names() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        class C
        {
            void M(DbContext db)
            {
                typeof(DatabaseFacade).{|all:GetMethods()|}.First(m => m.Name == "EnsureDeleted").Invoke(db.Database, null);
                var method = db.Database.GetType().{|all:GetMethods()|}.Where(m => m.IsPublic).Single(m => m.Name == nameof(DatabaseFacade.EnsureDeleted));
                foreach (var m in db.Database.GetType().{|all:GetMethods()|}.Where(m => m.Name.Equals("EnsureDeleted"))) m.Invoke(db.Database, null);
                foreach (var m in typeof(DatabaseFacade).{|all:GetMethods()|}) if (m.Name is "EnsureDeleted") m.Invoke(db.Database, null);
                typeof(DatabaseFacade).{|all:GetMethod("Ensure" + "Deleted")|}.Invoke(db.Database, null);

                typeof(DatabaseFacade).GetMethods().First(m => m.Name == "EnsureCreated").Invoke(db.Database, null);
                typeof(C).GetMethods().First(m => m.Name == "EnsureDeleted").Invoke(this, null);
                var all = typeof(DatabaseFacade).GetMethods().Where(m => m.Name != "EnsureDeleted").ToList();
                foreach (var m in typeof(DatabaseFacade).GetMethods()) Console.WriteLine(m.Name);
            }
        }
        """);

    [Fact]
    public Task By_the_types_that_the_method_takes() => Verify.Destructive("""
        class C
        {
            void M(Type[] types)
            {
                typeof(Directory).{|AG0004:GetMethod("Delete", new[] { typeof(string), typeof(bool) })|}.Invoke(null, new object[] { "/data", true });
                var method = typeof(Directory).{|AG0004:GetMethod(nameof(Directory.Delete), [typeof(string), typeof(bool)])|};
                var empty = typeof(Directory).GetMethod("Delete", [typeof(string)]);
                var file = typeof(File).GetMethod("Delete");
                var unknown = typeof(Directory).GetMethod("Delete", types);
            }
        }
        """);

    [Fact]
    public Task By_the_delegate_that_it_is_made() => Verify.Destructive("""
        class C
        {
            void M(DirectoryInfo folder, FileInfo file, Type kind)
            {
                ((Action<bool>)Delegate.{|AG0004:CreateDelegate(typeof(Action<bool>), folder, "Delete")|})(true);
                var all = (Action<string, bool>)Delegate.{|AG0004:CreateDelegate(typeof(Action<string, bool>), typeof(Directory), "Delete")|};

                var empty = Delegate.CreateDelegate(typeof(Action), folder, "Delete");
                var named = Delegate.CreateDelegate(typeof(Action<string>), typeof(Directory), "Delete");
                var one = Delegate.CreateDelegate(typeof(Action), file, "Delete");
                var unknown = Delegate.CreateDelegate(kind, file, "Refresh");
            }
        }
        """);

    [Fact]
    public Task With_dynamic_arguments() => Verify.Destructive("""
        class C
        {
            void M(string text, bool all)
            {
                dynamic path = text;
                Directory.{|AG0004:Delete(path, true)|};
                Directory.{|AG0004:Delete(path, recursive: all)|};
                Directory.Delete(path);
                Directory.Delete(path, false);
                File.Delete(path);
                Directory.CreateDirectory(path);

                dynamic folder = new DirectoryInfo(text);
                folder.{|AG0004:Delete(true)|};
                folder.Delete();
                folder.Delete(false);
                folder.Create();
            }
        }
        """);

    [Fact]
    public Task By_other_finders() => Verify.Destructive("""
        using System.Linq.Expressions;
        using System.Reflection;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        class C(DbContext db)
        {
            const string Name = "EnsureDeleted";
            const string Other = "EnsureCreated";
            void A() => typeof(DatabaseFacade).{|all:GetMethod(Name)|}.Invoke(db.Database, null);
            void B() => typeof(DatabaseFacade).{|all:InvokeMember("EnsureDeleted", BindingFlags.InvokeMethod, null, db.Database, null)|};
            void D() => typeof(DatabaseFacade).{|all:GetRuntimeMethod("EnsureDeleted", [])|}.Invoke(db.Database, null);
            void E() => ((Func<bool>)Delegate.{|all:CreateDelegate(typeof(Func<bool>), db.Database, "EnsureDeleted")|})();
            void F() => Expression.Lambda<Func<bool>>(Expression.{|all:Call(Expression.Constant(db.Database), "EnsureDeleted", null)|}).Compile()();
            void G() => typeof(DatabaseFacade).GetTypeInfo().{|all:GetDeclaredMethod(nameof(DatabaseFacade.EnsureDeleted))|}.Invoke(db.Database, null);
            void H(Type type, object target)
            {
                typeof(DatabaseFacade).GetMethod(Other).Invoke(db.Database, null);
                typeof(DatabaseFacade).InvokeMember("EnsureCreated", BindingFlags.InvokeMethod, null, db.Database, null);
                typeof(C).InvokeMember("EnsureDeleted", BindingFlags.InvokeMethod, null, this, null);
                Delegate.CreateDelegate(typeof(Func<bool>), target, "EnsureDeleted");
                Expression.Call(Expression.Constant(db.Database), "EnsureCreated", null);
                type.GetRuntimeMethod("EnsureDeleted", []);
                Call("EnsureDeleted");
            }
            void Call(string name) { }
        }
        """);
}
