using System.Net.Http.Json;
using AgentGuard;
using Microsoft.Extensions.Hosting;

namespace CarRental.Platform;

/// <summary>The platform's GraphQL API. The incident was one request of this kind, and the backups were on the volume.</summary>
public sealed class RailwayClient(HttpClient http, IHostEnvironment environment)
{
    public async Task DeleteVolume(string volumeId)
    {
        var mutation = "mutation($id: String!) { volumeDelete(volumeId: $id) }";
        await http.PostAsJsonAsync("graphql/v2", new { query = mutation, variables = new { id = volumeId } }); // AG0001 AG0002 AG0003
    }

    // The twin: the same request behind the three guards.
    [RequiresEnvironment("Development", "Staging"), RequiresConfirmation, RequiresBackup("rentals-volume", MaxAgeMinutes = 60)]
    public async Task DeleteVolumeGuarded(string volumeId)
    {
        var mutation = "mutation($id: String!) { volumeDelete(volumeId: $id) }";
        await http.PostAsJsonAsync("graphql/v2", new { query = mutation, variables = new { id = volumeId } });
    }

    public async Task DeleteSnapshot(string snapshotId)
    {
        var mutation = "mutation($id: String!) { volumeInstanceBackupDelete(volumeInstanceBackupId: $id) }";
        await http.PostAsJsonAsync("graphql/v2", new { query = mutation, variables = new { id = snapshotId } }); // AG0001 AG0002
    }

    // The twin: a snapshot is not the data itself, so a check of the environment and a switch that a person turns on are enough.
    public async Task DeleteSnapshotGuarded(string snapshotId, bool confirmed)
    {
        if (!environment.IsStaging() || !confirmed) return;
        var mutation = "mutation($id: String!) { volumeInstanceBackupDelete(volumeInstanceBackupId: $id) }";
        await http.PostAsJsonAsync("graphql/v2", new { query = mutation, variables = new { id = snapshotId } });
    }

    // Reading is no business of AgentGuard's.
    public Task<string> ListVolumes() => http.GetStringAsync("graphql/v2?query={volumes{id}}");
}
