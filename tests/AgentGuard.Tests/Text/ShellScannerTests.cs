using AgentGuard.Text;

namespace AgentGuard.Tests.Text;

public sealed class ShellScannerTests
{
    [Fact]
    public void Every_command_of_the_corpus_is_judged_as_written()
    {
        var mismatches = Corpus.ReadAll("Shell")
            .Select(line => Corpus.Mismatch(line.Expected, line.Text, ShellScanner.Scan(line.Text)))
            .OfType<string>()
            .ToArray();
        Assert.True(mismatches.Length == 0, string.Join("\n", mismatches));
    }

    [Fact]
    public void The_corpus_is_broad_and_a_third_of_it_is_harmless()
    {
        var lines = Corpus.ReadAll("Shell").ToArray();
        Assert.True(lines.Length >= 300, $"{lines.Length} commands");
        Assert.True(lines.Count(line => line.Expected == "none") >= lines.Length * 0.3);
        Assert.Equal(lines.Length, lines.Select(line => line.Text).Distinct().Count());
    }

    [Fact]
    public void Every_started_program_is_judged_as_written()
    {
        var mismatches = Corpus.Read("Started.txt")
            .Select(line => (line.Expected, line.Text, Parts: line.Text.Split(" ~ ")))
            .Select(line => Corpus.Mismatch(line.Expected, line.Text, ShellScanner.ScanStarted(line.Parts[0], line.Parts[1])))
            .OfType<string>()
            .ToArray();
        Assert.True(mismatches.Length == 0, string.Join("\n", mismatches));
    }

    [Theory]
    [InlineData("table=t", "cmd.exe", "/c", "psql -c \"DROP TABLE t\"")]
    [InlineData("files=C:\\my data", "cmd.exe", "/c", "rd", "/s", "C:\\my data")]
    [InlineData("files=/data", "rm", "-rf", "/data")]
    [InlineData("none", "rm", "/data/*")]
    [InlineData("none", "echo", "rm", "-rf", "/")]
    [InlineData("files=/data", "bash", "-c", "cd / && rm -rf /data")]
    [InlineData("files=c:\\data", "cmd.exe", "/c", "rd", "/s", "/q", "c:\\data")]
    [InlineData("stack=?", "/usr/local/bin/terraform", "destroy", "-auto-approve")]
    [InlineData("database=shop", "C:\\Program Files\\PostgreSQL\\bin\\dropdb.exe", "shop")]
    [InlineData("table=users", "psql", "-c", "DROP TABLE users")]
    [InlineData("none", "git", "commit", "-m", "rm -rf / and DROP TABLE users")]
    [InlineData("none", "terraform", "plan; terraform destroy")]
    [InlineData("namespace=?", "kubectl", "delete", "namespace", "\uE000")]
    [InlineData("none", "\uE000", "delete", "namespace")]
    [InlineData("none", "terraform")]
    public void Programs_started_without_a_shell_are_judged_by_their_arguments(string expected, string program, params string[] arguments) =>
        Assert.Null(Corpus.Mismatch(expected, program, ShellScanner.Scan(program, arguments)));

    [Theory]
    [InlineData("rclone delete remote:b", "rclone delete")]
    [InlineData("parted -s /dev/sdb mklabel gpt mkpart primary 0% 100%", "parted mklabel")]
    [InlineData("aws ec2 delete-vpc --vpc-id x", "aws ec2 delete-vpc")]
    [InlineData("aws ec2 delete-\uE000 --vpc-id x", "aws ec2 delete-*")]
    [InlineData("docker volume prune -f", "docker volume prune")]
    [InlineData("podman compose down --volumes", "podman compose down --volumes")]
    [InlineData("oci db autonomous-database delete", "oci db delete")]
    public void A_finding_shows_the_words_of_the_command(string text, string verb) => Assert.Equal(verb, Assert.Single(ShellScanner.Scan(text)).Verb);

    [Fact]
    public void A_finding_says_where_its_command_stands()
    {
        var finding = Assert.Single(ShellScanner.Scan("cd /app && sudo rm -rf data; ls"));
        Assert.Equal(("rm -r", 16, 11), (finding.Verb, finding.Start, finding.Length));
    }

    [Fact]
    public void A_finding_inside_quotes_stands_inside_them()
    {
        var text = "ssh host 'cd /app; rm -rf data'";
        var finding = Assert.Single(ShellScanner.Scan(text));
        Assert.Equal("rm -rf data", text.Substring(finding.Start, finding.Length));
    }
}
