namespace AgentGuard.Analyzers.Tests.Rules;

public class MissingGuardTests
{
    [Fact]
    public Task Database_deletion_needs_all_three_guards() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        class C
        {
            void M(DbContext db)
            {
                db.Database.{|all:EnsureDeleted()|};
                db?.Database?.{|all:EnsureDeleted()|};
            }
            async Task N(DbContext db) => await db.Database.{|all:EnsureDeletedAsync()|};
        }
        """);

    [Fact]
    public Task Recursive_directory_deletion_needs_any_guard() => Verify.Destructive("""
        class C
        {
            void M(string path, bool deep)
            {
                Directory.{|AG0004:Delete(path, true)|};
                Directory.{|AG0004:Delete(path, recursive: deep)|};
                new DirectoryInfo(path).{|AG0004:Delete(true)|};
                Directory.Delete(path);
                Directory.Delete(path, false);
                File.Delete(path);
            }
        }
        """);

    [Theory]
    [InlineData("AutoDropDatabase", false)]
    [InlineData("AutoPurgeAll", false)]
    [InlineData("AutoMigrate", true)]
    [InlineData("Automatic", true)]
    public Task A_switch_that_does_it_by_itself_is_one_that_somebody_turns_on(string name, bool reported) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        class Options { public bool {{name}} { get; set; } }
        class C { void M(DbContext db, Options options) { if (options.{{name}}) db.Database.{{(reported ? "{|all:EnsureDeleted()|}" : "{|AG0001:{|AG0003:EnsureDeleted()|}|}")}}; } }
        """);

    [Fact]
    public Task Method_groups_are_calls_that_come_later() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        class C
        {
            void M(DbContext db, List<DirectoryInfo> all)
            {
                Func<bool> wipe = {|all:db.Database.EnsureDeleted|};
                Task.Run({|all:db.Database.EnsureDeleted|});
                var name = nameof(db.Database.EnsureDeleted);
                ((Func<bool>){|all:db.Database.EnsureDeleted|})();
                Func<bool>[] some = [{|all:db.Database.EnsureDeleted|}, () => true];
                var others = new Func<bool>[] { {|all:db.Database.EnsureDeleted|} };
                Func<bool> either = all.Count > 0 ? {|all:db.Database.EnsureDeleted|} : null;
            }
            Func<bool> Later(DbContext db) => {|all:db.Database.EnsureDeleted|};
            Func<bool> Returned(DbContext db) { return {|all:db.Database.EnsureDeleted|}; }
            Func<DbContext, Func<bool>> Made() => db => {|all:db.Database.EnsureDeleted|};
        }
        """);

    [Fact]
    public Task Only_unfiltered_bulk_deletion_is_data_loss() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        class Rental { public int Id { get; set; } }
        class Db : DbContext { public DbSet<Rental> Rentals => Set<Rental>(); }
        class C
        {
            void M(Db db, int id, IQueryable<Rental> given)
            {
                db.Rentals.{|all:ExecuteDelete()|};
                db.Rentals.Where(r => true).{|all:ExecuteDelete()|};
                db.Rentals.Where(r => r.Id == r.Id).{|all:ExecuteDelete()|};
                db.Rentals.Where(r => id > 0).{|all:ExecuteDelete()|};
                db.Rentals.IgnoreQueryFilters().AsNoTracking().{|all:ExecuteDelete()|};
                var all = db.Set<Rental>().AsQueryable();
                all.{|all:ExecuteDelete()|};
                db.Rentals.Where(r => r.Id == id).ExecuteDelete();
                given.ExecuteDelete();
                var some = db.Rentals.Where(r => r.Id > id).OrderBy(r => r.Id);
                some.ExecuteDelete();
                (from r in db.Rentals where r.Id == id select r).ExecuteDelete();
                (from r in db.Rentals select r).{|all:ExecuteDelete()|};
            }
        }
        """);

    [Fact]
    public Task No_rows_are_not_all_rows() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        using System.Collections.Immutable;
        class Rental { public int Id { get; set; } }
        class Db : DbContext { public DbSet<Rental> Rentals => Set<Rental>(); }
        class C
        {
            void M(Db db, Dictionary<int, List<Rental>> known, int id, bool any)
            {
                var old = known.GetValueOrDefault(id) ?? new List<Rental>();
                db.Rentals.RemoveRange(old);
                db.RemoveRange(known.TryGetValue(id, out var found) ? found : []);
                db.Rentals.RemoveRange(any ? known[id] : Array.Empty<Rental>());
                db.Rentals.RemoveRange(any ? known[id] : ImmutableList<Rental>.Empty);
                db.Rentals.{|all:RemoveRange(db.Rentals.ToList())|};
            }
        }
        """);
}
