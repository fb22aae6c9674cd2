using AgentGuard.Analyzers.Tests.Incidents;

namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>What messages call the thing that is destroyed, where the name of its kind does not fit.</summary>
public class WordingTests
{
    [Theory]
    [InlineData("Process.Start(\"az\", \"group delete -n rg --yes\");", "'az group delete rg' destroys a resource group with everything in it, ")]
    [InlineData("http.DeleteAsync(\"https://management.azure.com/subscriptions/s/resourceGroups/rg?api-version=1\");", "'DELETE management.azure.com rg' destroys a resource group with everything in it, ")]
    [InlineData("Process.Start(\"parted\", \"/dev/sdb mklabel gpt\");", "'parted mklabel /dev/sdb' destroys a disk, ")]
    [InlineData("key.DeleteSubKeyTree(\"Shop\");", "'RegistryKey.DeleteSubKeyTree' destroys a registry key and all below it with neither ")]
    [InlineData("Directory.Delete(\"/data\", true);", "'Directory.Delete' destroys a directory with everything in it with neither ")]
    public async Task The_thing_has_its_own_name(string call, string expected)
    {
        var source = $$"""
            using System.Diagnostics;
            using System.Net.Http;
            using Microsoft.Win32;
            class C { void M(HttpClient http, RegistryKey key) { {{call}} } }
            """;
        var found = await new Build { Source = source }.RunAsync();
        Assert.StartsWith(expected, found.First(diagnostic => diagnostic.Id is "AG0001" or "AG0004").GetMessage());
    }

    [Fact]
    public async Task Without_the_run_time_it_is_said_where_the_attribute_is()
    {
        var build = new Build { Source = "class C { void M() => Directory.Delete(\"/data\", true); }" };
        Assert.EndsWith(" or [RequiresEnvironment].", Assert.Single(await build.RunAsync()).GetMessage());
        var without = build with { LeftOut = [.. Verify.References.Where(reference => Path.GetFileName(reference.Display) == "AgentGuard.dll")] };
        Assert.EndsWith(" or [RequiresEnvironment] (of the package's run time, which this project does not reference).", Assert.Single(await without.RunAsync()).GetMessage());
    }
}
