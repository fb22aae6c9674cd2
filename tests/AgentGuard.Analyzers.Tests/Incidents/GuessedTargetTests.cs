namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>AG0206.</summary>
public class GuessedTargetTests
{
    private static readonly CaseSet Cases = new("AG0206", """
        //+ first
        void M(RailwayClient c) => c.DeleteVolume(c.ListVolumes().First().Id);
        //+ first in a local
        void M(RailwayClient c) { var volume = c.ListVolumes().First(); c.DeleteVolume(volume.Id); }
        //+ id of the first in a local
        void M(RailwayClient c) { var id = c.ListVolumes().First().Id; c.DeleteVolume(id); }
        //+ first or default
        void M(RailwayClient c) { var volume = c.ListVolumes().FirstOrDefault(); if (volume != null) c.DeleteVolume(volume.Id); }
        //+ index zero
        void M(RailwayClient c) => c.DeleteVolume(c.ListVolumes()[0].Id);
        //+ index zero in a local
        void M(RailwayClient c) { var all = c.ListVolumes(); var volume = all[0]; c.DeleteVolume(volume.Id); }
        //+ last by index
        void M(RailwayClient c) { var all = c.ListVolumes().ToArray(); c.DeleteVolume(all[^1].Id); }
        //+ last
        void M(RailwayClient c) => c.DeleteVolume(c.ListVolumes().Last().Id);
        //+ element at
        void M(RailwayClient c) => c.DeleteVolume(c.ListVolumes().ElementAt(0).Id);
        //+ after ordering
        void M(RailwayClient c) => c.DeleteVolume(c.ListVolumes().OrderBy(v => v.Name).First().Id);
        //+ awaited
        async Task M(RailwayClient c) { var all = await c.ListVolumesAsync(); await c.DeleteVolumeAsync(all.First().Id); }
        //+ guid
        void M(RailwayClient c) => c.DeleteVolume("3d2c42fb-9d2c-4a52-8f0e-0d5a7b6c1e2f");
        //+ guid in a constant
        const string Id = "3d2c42fb-9d2c-4a52-8f0e-0d5a7b6c1e2f";
        void M(RailwayClient c) => c.DeleteVolume(Id);
        //+ vendor id
        void M(RailwayClient c) => c.DeleteVolume("vol-0a1b2c3d4e5f60718");
        //+ arn
        void M(RailwayClient c) => c.DeleteDatabase("arn:aws:rds:eu-west-1:123456789012:db:orders");
        //+ resource id
        void M(RailwayClient c) => c.DeleteDatabase("/subscriptions/1234/resourceGroups/x/providers/y");
        //+ hex
        void M(RailwayClient c) { var id = "9f86d081884c7d659a2feaa0c55ad015"; c.DeleteVolume(id); }
        //+ first directory
        void M(string root) => Directory.Delete(Directory.GetDirectories(root)[0], true);

        //- parameter
        void M(RailwayClient c, string id) => c.DeleteVolume(id);
        //- name that a person reads
        void M(RailwayClient c) => c.DeleteBucket("orders-images-dev");
        //- first with a predicate
        void M(RailwayClient c, string name) => c.DeleteVolume(c.ListVolumes().First(v => v.Name == name).Id);
        //- first of what was filtered
        void M(RailwayClient c, string name) => c.DeleteVolume(c.ListVolumes().Where(v => v.Name == name).First().Id);
        //- single
        void M(RailwayClient c) => c.DeleteVolume(c.ListVolumes().Single().Id);
        //- read back
        void M(RailwayClient c, string name) { var volume = c.ListVolumes().First(); if (volume.Name != name) throw new InvalidOperationException(); c.DeleteVolume(volume.Id); }
        //- environment read back
        void M(RailwayClient c) { var volume = c.ListVolumes()[0]; if (volume.Environment == "staging") c.DeleteVolume(volume.Id); }
        //- shown to a person
        static bool Confirm(string text) => Console.ReadLine() == text;
        void M(RailwayClient c) { var volume = c.ListVolumes().First(); if (Confirm(volume.Name)) c.DeleteVolume(volume.Id); }
        //- handed to a check
        static void EnsureStaging(Volume volume) { if (volume.Environment != "staging") throw new InvalidOperationException(); }
        void M(RailwayClient c) { var volume = c.ListVolumes().First(); EnsureStaging(volume); c.DeleteVolume(volume.Id); }
        //- each of them
        void M(RailwayClient c) { foreach (var volume in c.ListVolumes()) c.DeleteVolume(volume.Id); }
        //- command line
        static void Main(string[] args) => Directory.Delete(args[0], true);
        //- part of a path
        void M(string path) => Directory.Delete(path.Split(';')[0], true);
        //- looked up by key
        void M(RailwayClient c, Dictionary<string, Volume> known) => c.DeleteVolume(known["dev"].Id);
        //- index that was chosen
        void M(RailwayClient c, int chosen) => c.DeleteVolume(c.ListVolumes()[chosen].Id);
        //- from options
        void M(RailwayClient c, RailwayOptions options) => c.DeleteVolume(options.Project);
        //- just created
        void M(RailwayClient c) { var volume = c.CreateVolume("scratch"); c.DeleteVolume(volume.Id); }
        //- first of something harmless
        void M(RailwayClient c) => c.GetVolume(c.ListVolumes().First().Id);
        //- word that looks like hex
        void M(RailwayClient c) => c.DeleteBucket("deadbeef");
        """);

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case(string name) => Cases.CheckAsync(name);

    [Fact]
    public void There_are_enough_cases() => Cases.AreEnough();
}
