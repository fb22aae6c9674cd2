using System.Diagnostics;
using System.Text;

namespace AgentGuard.Package.Tests;

/// <summary>What a process said and how it ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output and standard error in the order in which they came.</param>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>Fails the test, with the output, when the process did not end well.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}");
        return this;
    }

    /// <summary>Fails the test, with the output, when the process ended well.</summary>
    public CommandResult Failed()
    {
        Assert.True(ExitCode != 0, $"exit code 0 although a failure was expected\n{Output}");
        return this;
    }
}

/// <summary>Runs real processes.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program to its end, with input that is closed.</summary>
    public static CommandResult Run(string program, string directory, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{program} {string.Join(' ', arguments)}' did not end in {Limit.TotalMinutes} minutes.\n{output}");
        }

        process.WaitForExit();
        return new(process.ExitCode, output.ToString());

        void Append(string? line)
        {
            if (line is null) return;
            lock (output) output.AppendLine(line);
        }
    }
}
