using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using StackExchange.Redis;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>The tests that set the options of this process run one after the other, and share the servers.</summary>
[CollectionDefinition(nameof(Servers))]
public sealed class ServersCollection : ICollectionFixture<Servers>;

/// <summary>A PostgreSQL and a Redis server of this test run, on free ports of 127.0.0.1.</summary>
public sealed class Servers : IAsyncLifetime
{
    private readonly List<Process> _processes = [];

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("agentguard-e2e-").FullName;

    public int PostgresPort { get; } = FreePort();

    public int RedisPort { get; } = FreePort();

    public string Postgres(string database = "postgres") => $"Host=127.0.0.1;Port={PostgresPort};Username=postgres;Database={database};Pooling=false";

    public ConnectionMultiplexer Redis { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var binaries = System.IO.Directory.EnumerateDirectories("/usr/lib/postgresql").Order().Last() + "/bin";
        var data = Path.Combine(Directory, "postgres");
        System.IO.Directory.CreateDirectory(data);
        if (IsRoot) Finish("chown", "-R", "postgres", Directory);
        Finish([.. AsPostgres, $"{binaries}/initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync"]);
        Start([.. AsPostgres, $"{binaries}/postgres", "-D", data, "-p", $"{PostgresPort}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={data}", "-c", "fsync=off"]);
        Start("redis-server", "--port", $"{RedisPort}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Directory);

        await Until(async () =>
        {
            await using var connection = new NpgsqlConnection(Postgres());
            await connection.OpenAsync();
        });
        await Until(async () => Redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{RedisPort},allowAdmin=true"));
    }

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        foreach (var process in _processes)
        {
            // SIGINT is PostgreSQL's fast shutdown; both servers take it.
            Finish("kill", "-INT", $"{process.Id}");
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            process.Dispose();
        }

        System.IO.Directory.Delete(Directory, recursive: true);
        foreach (var store in new[] { new DirectoryStore(this), new DirectoryStore(this, "customers") })
        {
            if (System.IO.Directory.Exists(store.Name)) System.IO.Directory.Delete(store.Name, recursive: true);
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    // PostgreSQL refuses to run as root.
    private static string[] AsPostgres => IsRoot ? ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"] : [];

    private void Start(params string[] command) => _processes.Add(Launch(command));

    private static void Finish(params string[] command)
    {
        using var process = Launch(command);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(" ", command)}: {errors}");
    }

    private static Process Launch(string[] command)
    {
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task Until(Func<Task> attempt)
    {
        for (var deadline = Stopwatch.StartNew(); ;)
        {
            try
            {
                await attempt();
                return;
            }
            catch (Exception) when (deadline.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
