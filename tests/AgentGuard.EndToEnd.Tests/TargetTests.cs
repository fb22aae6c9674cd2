namespace AgentGuard.EndToEnd.Tests;

/// <summary>The same code against the target that its attribute names, and against another one of the same kind.</summary>
[Collection(nameof(Servers))]
public sealed class TargetTests(Servers servers)
{
    private static readonly Dictionary<string, Func<Servers, bool, (Func<Task> Run, Store Store)>> Operations = new()
    {
        ["Npgsql"] = OnPostgres(store => Do(() => Targeted.Npgsql(store.Open()))),
        ["EF Npgsql ExecuteSqlRawAsync"] = OnPostgres(store => Targeted.EntityFrameworkAsync(store.Shop())),
        ["EF Npgsql EnsureDeletedAsync"] = OnPostgres(store => Targeted.EnsureDeletedAsync(store.Shop())),
        ["EF Npgsql ExecuteDeleteAsync"] = OnPostgres(store => Targeted.ExecuteDeleteAsync(store.Shop())),
        ["Dapper, pattern"] = OnPostgres(store => Targeted.DapperAsync(store.Open())),
        ["Sqlite"] = OnSqlite(store => Do(() => Targeted.Sqlite(store.Open()))),
        ["EF Sqlite EnsureDeleted"] = OnSqlite(store => Do(() => Targeted.SqliteEntityFramework(store.Shop()))),
        ["Redis FlushDatabaseAsync"] = (servers, allowed) => new RedisStore(servers, "database 0") is var store ? (() => Targeted.FlushDatabaseAsync(store.Server, allowed ? 0 : 1), store) : default,
        ["Redis Execute"] = (servers, allowed) => new RedisStore(servers, "127.0.0.1") is var store ? (() => Do(() => { if (allowed) Targeted.FlushByText(store.Database); else Targeted.FlushAll(store.Server); }), store) : default,
        ["Directory"] = (servers, allowed) => new DirectoryStore(servers, allowed ? "cars" : "customers") is var store ? (() => Do(() => Targeted.Directory(store.Name)), store) : default,
    };

    public static TheoryData<string> Names => new(Operations.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_target_that_is_named_is_let_through(string name)
    {
        var (run, store) = await PrepareAsync(name, allowed: true);
        await run();
        Assert.Equal(0, await store.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Another_one_is_blocked_and_untouched(string name)
    {
        var (run, store) = await PrepareAsync(name, allowed: false);
        var blocked = await Assert.ThrowsAsync<DestructiveOperationBlockedException>(run);
        Assert.Equal(BlockingGuard.Target, blocked.Guard);
        Assert.Equal(Store.Full, await store.CountAsync());
    }

    private async Task<(Func<Task> Run, Store Store)> PrepareAsync(string name, bool allowed)
    {
        Guard.Configure(guards =>
        {
            guards.EnvironmentName = "Development";
            guards.Confirmation = new Person(answer: true);
            guards.Backups = new Vault(TimeSpan.FromMinutes(1));
            guards.AuditFile = Path.Combine(servers.Directory, "audit.jsonl");
        });
        var (run, store) = Operations[name](servers, allowed);
        await store.FillAsync();
        return (run, store);
    }

    private static Func<Servers, bool, (Func<Task>, Store)> OnPostgres(Func<PostgresStore, Task> run) =>
        (servers, allowed) => new PostgresStore(servers, allowed ? "rental_shop" : "archive") is var store ? (() => run(store), store) : default;

    private static Func<Servers, bool, (Func<Task>, Store)> OnSqlite(Func<SqliteStore, Task> run) =>
        (servers, allowed) => new SqliteStore(servers, allowed ? "rentals.db" : "customers.db") is var store ? (() => run(store), store) : default;

    private static async Task Do(Action run)
    {
        await Task.Yield();
        run();
    }
}
