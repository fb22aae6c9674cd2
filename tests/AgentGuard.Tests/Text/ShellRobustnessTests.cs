using AgentGuard.Text;

namespace AgentGuard.Tests.Text;

public sealed class ShellRobustnessTests
{
    private static readonly string[] Repetitions =
    [
        "(", ")", "{ ", "}", "'", "\"", "`", "$(", "$((", "\"$(", "${", "\\", "^", "#", "|", "||", "&", "&&", ";", "\n", "<", "<<", "<<<", "<<a\n", "<<a ", ">", ">>",
        "rm ", "rm -rf ", "rm -rf a;", "-", "--", "-- ", "-r ", "a", "a ", "a=b ", "sudo ", "sudo -u ", "env A=1 ", "xargs ", "timeout 1 ", "bash -c '", "bash -c ", "sh -c \"",
        "eval ", "cmd /c ", "powershell -c ", "ssh a ", "su -c ", "docker exec a ", "kubectl delete ", "kubectl delete a ", "aws a ", "--dry-run ", "--dry-run=none ",
        "git push ", "echo a | ", "echo 'DROP TABLE a' | psql ", "psql -c 'DROP TABLE a' ", "psql 'a b' ", "find . -exec ", "find -exec rm {} \\; ", "redis-cli ", "mongosh '.drop(' ",
        "if ", "then ", "do ", "$'", "$x", "%a%", "\uE000", "\uE000 ", "\uE001", "\uE001a", "TMP=$(mktemp) ", "createdb a && ", "mkdir a && ", "systemctl stop a; systemctl start a;", "find a -mtime +1 ", "ls -t | tail -n +2 | ", "if exist a ", "npx ", "python -m ", "/", "*", "rm */",
    ];

    [Fact]
    public void A_million_bent_inputs_are_scanned_without_an_exception()
    {
        var seeds = Corpus.ReadAll("Shell").Select(line => line.Text).ToArray();
        Parallel.For(0, 8, part =>
        {
            var mutations = new Mutations(seeds, part);
            for (var i = 0; i < 125_000; i++)
            {
                var text = mutations.Next();
                foreach (var finding in ShellScanner.Scan(text))
                    Assert.InRange(finding.Start + finding.Length, finding.Start + 1, Math.Max(1, text.Length));
            }
        });
    }

    [Fact]
    public void A_megabyte_of_anything_is_scanned_in_no_time() => Repeat.Check(ShellScanner.Scan, Repetitions);

    [Fact]
    public void Text_wrapped_deeper_than_anyone_looks_is_reported()
    {
        var text = string.Concat(Enumerable.Repeat("eval ", 40)) + "rm -rf /data";
        Assert.NotEmpty(ShellScanner.Scan(text));
    }
}
