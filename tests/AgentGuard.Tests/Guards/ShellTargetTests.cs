using System.Diagnostics;

namespace AgentGuard.Tests.Guards;

/// <summary>What a command line hits: paths of this machine, from the directory that the command really runs in.</summary>
public sealed class ShellTargetTests : IDisposable
{
    private readonly TestGuard _guard = new();

    public void Dispose() => _guard.Dispose();

    [Theory]
    [InlineData("rm -rf data", true)]
    [InlineData("rm -rf ./data/old", true)]
    [InlineData("rm -rf data/*", true)]
    [InlineData("rm -rf 'my data'", true)]
    [InlineData("find data -name '*.log' -delete", true)]
    [InlineData("shred -n 3 data", true)]
    [InlineData("rm -rf ../data", false)]
    [InlineData("rm -rf data /srv/prod", false)]
    [InlineData("rm -rf data -- /srv/prod", false)]
    [InlineData("shred -u data /srv/prod/orders", false)]
    [InlineData("find data /srv/prod -delete", false)]
    [InlineData("rsync -a --delete data/ /srv/prod/", false)]
    [InlineData("echo /srv/prod | xargs rm -rf data", false)]
    [InlineData("cd /srv/prod && rm -rf data", false)]
    [InlineData("cd /srv/prod; rm -rf data", false)]
    [InlineData("(cd /srv/prod; rm -rf data)", false)]
    [InlineData("pushd /srv/prod\nrm -rf data", false)]
    [InlineData("cd /srv/prod && bash -c 'rm -rf data'", false)]
    [InlineData("bash -c 'cd /srv/prod && rm -rf data'", false)]
    [InlineData("env -C /srv/prod rm -rf data", false)]
    [InlineData("env --chdir=/srv/prod rm -rf data", false)]
    [InlineData("sudo --chdir /srv/prod rm -rf data", false)]
    [InlineData("sudo -D /srv/prod rm -rf data", false)]
    [InlineData("sudo -i rm -rf data", false)]
    [InlineData("su - root -c 'rm -rf data'", false)]
    [InlineData("source go.sh; rm -rf data", false)]
    [InlineData(". ./go.sh; rm -rf data", false)]
    [InlineData("rm -rf ~/data", false)]
    [InlineData("rm -rf $HOME/data", false)]
    [InlineData("rm -rf \"$HOME/data\"", false)]
    [InlineData("rm -rf ${DATA}", false)]
    [InlineData("rm -rf data/{a,../../prod}", false)]
    [InlineData("rm -rf $(cat list)", false)]
    [InlineData("pwsh -c \"Remove-Item -Recurse data,/srv/prod\"", false)]
    [InlineData("rd /s /q %DATA%", false)]
    public void A_relative_path_counts_from_the_directory_of_this_process_or_is_unknown(string command, bool runs) =>
        Assert.Equal(runs, Allowed(TestGuard.Call().AgainstTarget(Environment.CurrentDirectory + "/*"), GuardedText.Shell(TestGuard.Call(), command)));

    [Theory]
    [InlineData("rm -rf /srv/dev/a", true)]
    [InlineData("cd /srv && rm -rf /srv/dev/a /srv/dev/b", true)]
    [InlineData("Remove-Item -Recurse -Force -ErrorAction SilentlyContinue /srv/dev/a", true)]
    [InlineData("rm -rf /srv/dev/a /srv/prod", false)]
    [InlineData("rm -rf /srv/prod /srv/dev/a", false)]
    [InlineData("ssh prod 'rm -rf /srv/dev/a'", false)]
    [InlineData("ssh prod rm -rf /srv/dev/a", false)]
    [InlineData("docker exec web rm -rf /srv/dev/a", false)]
    [InlineData("kubectl exec web -- rm -rf /srv/dev/a", false)]
    [InlineData("chroot /mnt rm -rf /srv/dev/a", false)]
    public void A_path_on_another_machine_is_none_of_this_one(string command, bool runs) =>
        Assert.Equal(runs, Allowed(TestGuard.Call().AgainstTarget("/srv/dev/*"), GuardedText.Shell(TestGuard.Call(), command)));

    [Theory]
    [InlineData("docker volume rm dev-1 dev-2", true)]
    [InlineData("kubectl delete namespace dev-1 --context staging", true)]
    [InlineData("docker volume rm dev-1 prod-1", false)]
    [InlineData("docker volume rm -f prod-1 dev-1", false)]
    [InlineData("aws ec2 terminate-instances --instance-ids dev-1 prod-1", false)]
    public void Each_thing_that_a_command_names_has_to_be_allowed(string command, bool runs) =>
        Assert.Equal(runs, Allowed(TestGuard.Call().AgainstTarget("dev-*"), GuardedText.Shell(TestGuard.Call(), command)));

    [Theory]
    [InlineData("", false)]
    [InlineData("/srv/dev", true)]
    [InlineData("/srv/dev/sub", true)]
    [InlineData("/srv/prod", false)]
    public void The_working_directory_of_a_process_is_where_its_paths_start(string directory, bool runs)
    {
        var call = TestGuard.Call().AgainstTarget("/srv/dev/*");
        Assert.Equal(runs, Allowed(call, GuardedText.Shell(call, new ProcessStartInfo("rm", "-rf data") { WorkingDirectory = directory })));
        Assert.Equal(runs, Allowed(call, GuardedText.Shell(call, new ProcessStartInfo("rm") { ArgumentList = { "-rf", "data" }, WorkingDirectory = directory })));
        Assert.Equal(runs, Allowed(call, GuardedText.Shell(call, (object)new Process { StartInfo = new ProcessStartInfo("rm", "-rf data") { WorkingDirectory = directory } })));
        Assert.Equal(runs, Allowed(call, GuardedText.ShellIn(call, directory, "rm", "-rf data")));
    }

    [Fact]
    public void A_directory_that_is_not_known_is_none()
    {
        var call = TestGuard.Call().AgainstTarget(Environment.CurrentDirectory + "/*", "/srv/dev/*");
        Assert.False(Allowed(call, GuardedText.ShellIn(call, null, "rm -rf data")));
        Assert.True(Allowed(call, GuardedText.ShellIn(call, null, "rm -rf /srv/dev/data")));
        Assert.False(Allowed(call, GuardedText.RemoteShell(call, "rm -rf /srv/dev/data")));
    }

    [Fact]
    public void A_command_that_cannot_be_read_may_be_anything()
    {
        Assert.Contains("cannot be read", GuardedText.Shell(TestGuard.Call(), new object())!.ToString());
        Assert.Contains("cannot be read", GuardedText.Shell(TestGuard.Call(), "bash", new object())!.ToString());
        Assert.Null(GuardedText.Shell(TestGuard.Call(), null, null));
        Assert.Null(GuardedText.Shell(TestGuard.Call(), "ls", "", Array.Empty<string>()));
    }

    private bool Allowed(GuardedCall call, DestructiveText? text) =>
        Assert.IsType<DestructiveText>(text).Statements.All(statement => _guard.Refusal(call, statement.Target) is null);
}
