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
}
