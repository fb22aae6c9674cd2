using System.Data.Common;
using System.Runtime.CompilerServices;
using AgentGuard.Benchmarks.Guarded;

namespace AgentGuard.Benchmarks.Overhead;

/// <summary>The members of <see cref="GuardedCalls"/> without attributes. They stay calls of their own, as in another assembly.</summary>
internal static class BareCalls
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Execute(DbCommand command) => command.ExecuteNonQuery();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> ExecuteAsync(DbCommand command) => command.ExecuteNonQueryAsync();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object? Scalar(DbCommand command) => command.ExecuteScalar();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request) => client.SendAsync(request);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Wipe(Cabinet cabinet) => cabinet.Wipe();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Delete(string directory) => Directory.Delete(directory, recursive: true);
}
