using System.Diagnostics;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>The program of the tests in a process and a directory of its own.</summary>
internal sealed class GuardedProcess : IDisposable
{
    private static readonly string ProgramFile = FindProgram();

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("agentguard-e2e-").FullName;

    /// <summary>What is run; the test may put a published program here.</summary>
    public string[] Command { get; init; } = ["dotnet", ProgramFile];

    public string Data => Path.Combine(Directory, "data");

    public string Backup => Path.Combine(Directory, "data.bak");

    public BackupLedger Ledger => new(Path.Combine(Directory, "home", "backups.ledger"));

    public static string ProgramProject => Path.Combine(RepositoryRoot, "tests", "AgentGuard.EndToEnd.Program");

    private static string RepositoryRoot
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "AgentGuard.Analyzers.sln"))) directory = directory.Parent!;
            return directory.FullName;
        }
    }

    /// <summary>A directory with a file in it, and a backup of it beside it.</summary>
    public GuardedProcess WithData()
    {
        System.IO.Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "rows"), "1");
        File.WriteAllText(Backup, "1");
        return this;
    }

    /// <summary>A token that lets the program delete the data once.</summary>
    public string Approval() => ApprovalToken.Issue(new byte[32], "Directory.Delete", Data, TimeSpan.FromMinutes(10));

    public Process Start(string environment, string? approval, params string[] arguments) => StartBy("exec \"$@\"", environment, approval, arguments);

    /// <summary>Starts the program by a line of shell that may limit it first.</summary>
    public Process StartBy(string shell, string environment, string? approval, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", shell, "bash", .. Command, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true, RedirectStandardError = true };
        start.Environment["AGENTGUARD_HOME"] = Path.Combine(Directory, "home");
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        start.Environment["AGENTGUARD_APPROVAL"] = approval ?? "";
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        return Process.Start(start)!;
    }

    public (int ExitCode, string Output) Run(string environment, string? approval, params string[] arguments) => Finish(Start(environment, approval, arguments));

    public static (int ExitCode, string Output) Finish(Process process)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd() + errors.Result;
            process.WaitForExit();
            return (process.ExitCode, output);
        }
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    // Beside this test project, built in the same configuration.
    private static string FindProgram()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(ProgramProject, "bin", configuration, "net10.0", "AgentGuard.EndToEnd.Program.dll");
    }
}
