using System.Data.Common;

namespace AgentGuard.Benchmarks.Guarded;

/// <summary>Calls in members with guard attributes. The members of <c>BareCalls</c> are the same without them.</summary>
public static class GuardedCalls
{
    [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
    public static int Execute(DbCommand command) => command.ExecuteNonQuery();

    [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
    public static Task<int> ExecuteAsync(DbCommand command) => command.ExecuteNonQueryAsync();

    [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
    public static object? Scalar(DbCommand command) => command.ExecuteScalar();

    [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
    public static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request) => client.SendAsync(request);

    [RequiresEnvironment("Development")]
    public static void WipeInDevelopment(Cabinet cabinet) => cabinet.Wipe();

    [RequiresEnvironment("Development"), RequiresConfirmation("cabinet"), RequiresBackup("cabinet")]
    public static void WipeWithAllGuards(Cabinet cabinet) => cabinet.Wipe();

    [RequiresEnvironment("Development")]
    public static void DeleteInDevelopment(string directory) => Directory.Delete(directory, recursive: true);

    [RequiresEnvironment("Development"), RequiresConfirmation("cabinet"), RequiresBackup("cabinet")]
    public static void DeleteWithAllGuards(string directory) => Directory.Delete(directory, recursive: true);
}

/// <summary>Something that can be wiped at no cost.</summary>
public sealed class Cabinet
{
    public int Wiped { get; private set; }

    [Destructive(DestructiveKind.Cache)]
    public void Wipe() => Wiped++;
}
