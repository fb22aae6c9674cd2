using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>Cases of one rule in one text: <c>//+ name</c> begins members that must be reported, <c>//- name</c> ordinary ones. All are compiled together, each in a namespace of its own.</summary>
internal sealed class CaseSet
{
    private readonly string _rule;
    private readonly List<(string Name, bool Reported, int Start, int End)> _cases = [];
    private readonly Lazy<Task<ImmutableArray<Diagnostic>>> _found;

    public CaseSet(string rule, string cases, string prelude = "", string? operations = null)
    {
        _rule = rule;
        var source = new StringBuilder(CloudStub.Usings).Append(prelude).Append('\n').Append(CloudStub.Source).Append('\n');
        foreach (var part in cases.Replace("\r", "").Split("\n//").Select(part => part.TrimStart('/')))
        {
            if (part is not ['+' or '-', ..]) continue;
            var (name, code) = (part[1..part.IndexOf('\n')].Trim(), part[part.IndexOf('\n')..]);
            var start = source.Length;
            source.Append($"namespace Case{_cases.Count} {{ public class C {{ {code}\n }} }}\n");
            _cases.Add((name, part[0] == '+', start, source.Length));
        }

        var build = new Build { Source = source.ToString(), Operations = CloudStub.Operations + operations };
        _found = new Lazy<Task<ImmutableArray<Diagnostic>>>(build.RunAsync);
    }

    public IReadOnlyList<string> Reported => [.. _cases.Where(one => one.Reported).Select(one => one.Name)];

    public IReadOnlyList<string> Ordinary => [.. _cases.Where(one => !one.Reported).Select(one => one.Name)];

    public TheoryData<string> Names => [.. _cases.Select(one => one.Name)];

    public async Task CheckAsync(string name)
    {
        var one = Assert.Single(_cases, candidate => candidate.Name == name);
        var found = (await _found.Value).Where(diagnostic => IsMeant(diagnostic) && diagnostic.Location.SourceTree?.FilePath.EndsWith("Maintenance.cs") == true && diagnostic.Location.SourceSpan.Start >= one.Start && diagnostic.Location.SourceSpan.End <= one.End);
        if (one.Reported) Assert.NotEmpty(found);
        else Assert.Empty(found.Select(diagnostic => diagnostic.GetMessage()));
    }

    public async Task<string> MessageAsync(string name)
    {
        var one = Assert.Single(_cases, candidate => candidate.Name == name);
        return (await _found.Value).First(diagnostic => diagnostic.Id == _rule && diagnostic.Location.SourceSpan.Start >= one.Start && diagnostic.Location.SourceSpan.End <= one.End).GetMessage();
    }

    // `AG` means any rule that stops a build which takes warnings seriously.
    private bool IsMeant(Diagnostic diagnostic) => _rule == "AG" ? diagnostic.Severity >= DiagnosticSeverity.Warning : diagnostic.Id == _rule;

    public void AreEnough()
    {
        Assert.InRange(_cases.Count(one => one.Reported), 15, int.MaxValue);
        Assert.InRange(_cases.Count(one => !one.Reported), 15, int.MaxValue);
        Assert.Equal(_cases.Count, _cases.Select(one => one.Name).Distinct().Count());
    }
}

/// <summary>A small cloud library, so that the cases do not depend on what a real one is called this year.</summary>
internal static class CloudStub
{
    public const string Usings = """
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.IO.Compression;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Railway.Sdk;

        """;

    public const string Source = """
        namespace Railway.Sdk
        {
            public class RailwayClient
            {
                public RailwayClient() { }
                public RailwayClient(string token) { }
                public RailwayClient(HttpClient http) { }
                public RailwayClient(RailwayOptions options) { }
                public string ApiToken { get; set; } = "";
                public Task DeleteVolumeAsync(string volumeId) => Task.CompletedTask;
                public void DeleteVolume(string volumeId) { }
                public void DeleteVolume(string volumeId, string token) { }
                public void DeleteSnapshot(string snapshotId) { }
                public void DeleteBackup(string backupId) { }
                public void DeleteDatabase(string name) { }
                public void DeleteBucket(string bucket) { }
                public void DeleteMachine(string id) { }
                public Volume CreateVolume(string name) => new();
                public Volume GetVolume(string id) => new();
                public List<Volume> ListVolumes() => [];
                public Task<List<Volume>> ListVolumesAsync() => Task.FromResult(new List<Volume>());
                public bool TryMigrate() => true;
                public bool Migrate() => true;
                public MigrationState State { get; set; }
            }
            public class RailwayOptions { public string ApiToken { get; set; } = ""; public string Project { get; set; } = ""; }
            public class Volume { public string Id { get; set; } = ""; public string Name { get; set; } = ""; public string Environment { get; set; } = ""; }
            public enum MigrationState { Done, Failed }
            public class MigrationResult { public bool Succeeded { get; set; } public bool IsFaulted { get; set; } public int ExitCode { get; set; } public List<string> Errors { get; } = []; public Exception? Exception { get; set; } }
        }
        """;

    public const string Operations = """
        M:Railway.Sdk.RailwayClient.DeleteVolume[Async]  destroys volume    target volumeId
        M:Railway.Sdk.RailwayClient.DeleteSnapshot       destroys snapshot  target snapshotId
        M:Railway.Sdk.RailwayClient.DeleteBackup         destroys backup    target backupId
        M:Railway.Sdk.RailwayClient.DeleteDatabase       destroys database  target name
        M:Railway.Sdk.RailwayClient.DeleteBucket         destroys bucket    target bucket
        M:Railway.Sdk.RailwayClient.DeleteMachine        destroys compute   target id

        """;
}
