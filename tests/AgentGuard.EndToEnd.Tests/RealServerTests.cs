using Npgsql;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>Real servers, real drivers, real data: blocked means that the rows are still there, allowed means that they are gone.</summary>
[Collection(nameof(Servers))]
public sealed class RealServerTests(Servers servers)
{
    private static readonly Dictionary<string, Operation> Operations = new()
    {
        ["Npgsql ExecuteNonQuery"] = OnPostgres(store => Do(() => Destruction.NpgsqlExecute(store.Open()))),
        ["Npgsql ExecuteNonQueryAsync"] = OnPostgres(store => Destruction.NpgsqlExecuteAsync(store.Open())),
        ["Npgsql ExecuteScalar"] = OnPostgres(store => Do(() => Destruction.NpgsqlScalar(store.Open()))),
        ["Npgsql ExecuteReaderAsync"] = OnPostgres(store => Destruction.NpgsqlReaderAsync(store.Open())),
        ["Npgsql through DbCommand"] = OnPostgres(store => Destruction.BaseClass(store.Open())),
        ["Npgsql DO block"] = OnPostgres(store => Do(() => Destruction.Procedural(store.Open()))),
        ["EF Npgsql EnsureDeleted"] = OnPostgres(store => Do(() => Destruction.EnsureDeleted(store.Shop()))),
        ["EF Npgsql EnsureDeletedAsync"] = OnPostgres(store => Destruction.EnsureDeletedAsync(store.Shop())),
        ["EF Npgsql ExecuteSqlRaw"] = OnPostgres(store => Do(() => Destruction.ExecuteSqlRaw(store.Shop()))),
        ["EF Npgsql ExecuteSqlRawAsync"] = OnPostgres(store => Destruction.ExecuteSqlRawAsync(store.Shop())),
        ["EF Npgsql ExecuteSql"] = OnPostgres(store => Do(() => Destruction.ExecuteSql(store.Shop(), 1))),
        ["EF Npgsql ExecuteDelete"] = OnPostgres(store => Do(() => Destruction.ExecuteDelete(store.Shop()))),
        ["EF Npgsql ExecuteDeleteAsync"] = OnPostgres(store => Destruction.ExecuteDeleteAsync(store.Shop())),
        ["EF Npgsql ExecuteUpdateAsync"] = OnPostgres(store => Destruction.ExecuteUpdateAsync(store.Shop())),
        ["Dapper Npgsql Execute"] = OnPostgres(store => Do(() => Destruction.DapperExecute(store.Open()))),
        ["Dapper Npgsql ExecuteAsync"] = OnPostgres(store => Destruction.DapperExecuteAsync(store.Open())),
        ["Dapper Npgsql ExecuteScalarAsync"] = OnPostgres(store => Destruction.DapperScalarAsync(store.Open())),
        ["Dapper Npgsql Query"] = OnPostgres(store => Do(() => Destruction.DapperQuery(store.Open()))),
        ["EF Sqlite EnsureDeleted"] = OnSqlite(store => Do(() => Destruction.EnsureDeleted(store.Shop()))),
        ["EF Sqlite ExecuteSqlRawAsync"] = OnSqlite(store => Destruction.ExecuteSqlRawAsync(store.Shop())),
        ["EF Sqlite ExecuteDelete"] = OnSqlite(store => Do(() => Destruction.ExecuteDelete(store.Shop()))),
        ["EF Sqlite ExecuteUpdateAsync"] = OnSqlite(store => Destruction.ExecuteUpdateAsync(store.Shop())),
        ["Dapper Sqlite ExecuteAsync"] = OnSqlite(store => Destruction.DapperExecuteAsync(store.Open())),
        ["Sqlite ExecuteNonQuery"] = OnSqlite(store => Do(() => Destruction.SqliteExecute(store.Open()))),
        ["Sqlite chosen at run time"] = OnSqlite(store => Do(() => Destruction.SqliteChosen(store.Open(), everything: true))),
        ["Redis FlushDatabase"] = OnRedis("database 0", store => Do(() => Destruction.RedisFlush(store.Server))),
        ["Redis FlushAllDatabasesAsync"] = OnRedis("127.0.0.1", store => Destruction.RedisFlushAllAsync(store.Server)),
        ["Redis Execute"] = OnRedis("127.0.0.1", store => Do(() => Destruction.RedisExecute(store.Database))),
        ["Redis ExecuteAsync"] = OnRedis("127.0.0.1", store => Destruction.RedisExecuteAsync(store.Database)),
        ["Process.Start, text"] = OnDirectory(store => Do(() => Destruction.ProcessText(store.Name))),
        ["Process.Start, list"] = OnDirectory(store => Do(() => Destruction.ProcessList(store.Name))),
        ["Process.Start, start info"] = OnDirectory(store => Do(() => Destruction.ProcessStartInfo(store.Name))),
        ["Process.Start, shell"] = OnDirectory(store => Do(() => Destruction.ProcessShell(store.Name))),
        ["Directory.Delete"] = OnDirectory(store => Do(() => Destruction.DeleteDirectory(store.Name))),
        ["DirectoryInfo.Delete"] = OnDirectory(store => Do(() => Destruction.DeleteDirectoryInfo(new DirectoryInfo(store.Name)))),
    };

    public static TheoryData<string> Names => new(Operations.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_production_nothing_is_touched(string name) => Blocked(name, BlockingGuard.Environment, guards => guards.EnvironmentName = "Production");

    [Theory]
    [MemberData(nameof(Names))]
    public Task Without_an_environment_nothing_is_touched(string name) => Blocked(name, BlockingGuard.Environment, guards => (guards.EnvironmentName, guards.EnvironmentVariables) = (null, ["AGENTGUARD_TEST_NOT_SET"]));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Without_a_confirmation_nothing_is_touched(string name) => Blocked(name, BlockingGuard.Confirmation, guards => guards.Confirmation = new Person(answer: false));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Without_a_backup_nothing_is_touched(string name) => Blocked(name, BlockingGuard.Backup, guards => guards.Backups = new Vault(TimeSpan.FromMinutes(61)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_all_guards_it_happens_and_the_right_target_was_confirmed(string name)
    {
        var person = new Person(answer: true);
        var (run, store) = await PrepareAsync(name, guards => guards.Confirmation = person);
        await run();
        Assert.Equal(0, await store.CountAsync());
        Assert.Equal(store.Name, Assert.Single(person.Asked).Target);
    }

    [Fact]
    public async Task A_command_of_a_data_source_is_checked_where_it_runs()
    {
        var person = new Person(answer: true);
        var (_, store) = await PrepareAsync("Npgsql ExecuteNonQuery", guards => guards.Confirmation = person);
        await using var source = NpgsqlDataSource.Create(servers.Postgres(store.Name));
        await Destruction.DataSource(source);
        Assert.Equal("rentals", Assert.Single(person.Asked).Target);
        Assert.Equal(0, await store.CountAsync());

        await store.FillAsync();
        Guard.Configure(guards => guards.EnvironmentName = "Production");
        await Assert.ThrowsAsync<DestructiveOperationBlockedException>(() => Destruction.DataSource(source));
        Assert.Equal(Store.Full, await store.CountAsync());
    }

    [Fact]
    public async Task Text_that_destroys_nothing_runs_without_any_guard()
    {
        var store = new SqliteStore(servers);
        await store.FillAsync();
        Guard.Configure(guards => guards.EnvironmentName = "Production");
        Assert.Equal(1L, Destruction.SqliteChosen(store.Open(), everything: false));
    }

    private async Task Blocked(string name, BlockingGuard guard, Action<GuardOptions> change)
    {
        var (run, store) = await PrepareAsync(name, change);
        var blocked = await Assert.ThrowsAsync<DestructiveOperationBlockedException>(run);
        Assert.Equal(Store.Full, await store.CountAsync());
        Assert.Equal(guard, blocked.Guard);
        Assert.Contains("Destruction.", blocked.CallSite);
    }

    private async Task<(Func<Task> Run, Store Store)> PrepareAsync(string name, Action<GuardOptions> change)
    {
        Guard.Configure(guards =>
        {
            guards.EnvironmentName = "Development";
            guards.Confirmation = new Person(answer: true);
            guards.Backups = new Vault(TimeSpan.FromMinutes(1));
            guards.AuditFile = Path.Combine(servers.Directory, "audit.jsonl");
            change(guards);
        });
        var (run, store) = Operations[name](servers);
        await store.FillAsync();
        return (run, store);
    }

    private static Operation OnPostgres(Func<PostgresStore, Task> run) => servers => new PostgresStore(servers) is var store ? (() => run(store), store) : default;

    private static Operation OnSqlite(Func<SqliteStore, Task> run) => servers => new SqliteStore(servers) is var store ? (() => run(store), store) : default;

    private static Operation OnRedis(string target, Func<RedisStore, Task> run) => servers => new RedisStore(servers, target) is var store ? (() => run(store), store) : default;

    private static Operation OnDirectory(Func<DirectoryStore, Task> run) => servers => new DirectoryStore(servers) is var store ? (() => run(store), store) : default;

    private static async Task Do(Action run)
    {
        await Task.Yield();
        run();
    }

    private delegate (Func<Task> Run, Store Store) Operation(Servers servers);
}
