using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace AgentGuard.Package.Tests;

/// <summary>The whole way of a user, with real processes: add the package, see the warnings, apply the fixes, build clean, be stopped, be let through.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class EndToEndTests(PackedPackage package)
{
    [Fact]
    public void A_console_project_is_warned_fixed_and_guarded()
    {
        var demo = package.CreateWorkspace("Demo");
        demo.DotNet("new", "console", "--output", ".", "--name", "Demo", "--no-restore").Succeeded();
        demo.DotNet("package", "add", "AgentGuard.Analyzers", "--version", package.Version).Succeeded();
        demo.DotNet("package", "add", "Microsoft.EntityFrameworkCore.Sqlite", "--version", DemoProject.EFCoreVersion).Succeeded();
        demo.Write("Fleet.cs", DemoProject.Fleet);
        demo.Write("Program.cs", DemoProject.Program);

        Assert.Equal(DemoProject.FleetWarnings, Workspace.Diagnostics(demo.Build().Succeeded().Output));
        Assert.Equal(DemoProject.FleetWarnings, Workspace.Diagnostics(demo.Build("-warnaserror").Failed().Output));

        demo.DotNet("format", "analyzers", "--severity", "warn", "--no-restore").Succeeded();
        var guarded = File.ReadAllText(demo.PathOf("Fleet.cs"));
        Assert.Equal(2, Occurrences(guarded, "    [RequiresEnvironment(\"Development\"), RequiresConfirmation, RequiresBackup]"));
        Assert.Equal(1, Occurrences(guarded, "    [RequiresEnvironment(\"Development\")]"));
        Assert.Equal(1, Occurrences(guarded, "using AgentGuard;"));
        Assert.Equal(DemoProject.Program, File.ReadAllText(demo.PathOf("Program.cs")));
        Assert.Empty(Workspace.Diagnostics(demo.Build("-warnaserror").Succeeded().Output));

        demo.DotNet("format", "analyzers", "--severity", "warn", "--no-restore").Succeeded();
        Assert.Equal(guarded, File.ReadAllText(demo.PathOf("Fleet.cs")));

        RunIt(demo, arguments => demo.Run("dotnet", arguments.Environment, [demo.PathOf("bin/Debug/net10.0/Demo.dll"), arguments.Command]));
    }

    // Blocked in production and for each single guard that lacks, with everything still there; done when all of them hold.
    internal static void RunIt(Workspace demo, Func<(string Command, (string, string)[] Environment), CommandResult> run)
    {
        (string, string)[] development = [("DOTNET_ENVIRONMENT", "Development")];
        run(("seed", [])).Succeeded();
        AssertUntouched(demo);

        foreach (var command in new[] { "exports", "drop", "reset" })
        {
            foreach (var environment in new (string, string)[][] { [], [("DOTNET_ENVIRONMENT", "Production")] })
            {
                var blocked = run((command, environment)).Failed();
                Assert.Contains("DestructiveOperationBlockedException", blocked.Output);
                Assert.DoesNotContain("done:", blocked.Output);
                AssertUntouched(demo);
            }
        }

        // Deleting a directory needs one guard, and the environment is it.
        Assert.Contains("done: exports", run(("exports", development)).Succeeded().Output);
        Assert.False(Directory.Exists(demo.PathOf("exports")));

        var key = Enumerable.Range(1, ApprovalToken.MinimumKeyLength).Select(number => (byte)number).ToArray();
        File.WriteAllBytes(demo.PathOf("approval.key"), key);
        foreach (var command in new[] { "drop", "reset" })
        {
            if (command == "drop")
            {
                Assert.Contains("The backup guard does not hold", run((command, development)).Failed().Output);
                AssertRows(demo);
            }

            run(("backup", [])).Succeeded();

            // The refusal names what has to be approved, as an operator reads it.
            var unconfirmed = run((command, development)).Failed();
            var asked = Asked().Match(unconfirmed.Output);
            Assert.True(asked.Success, unconfirmed.Output);
            AssertRows(demo);

            var token = ApprovalToken.Issue(key, asked.Groups["operation"].Value, asked.Groups["target"].Value, TimeSpan.FromMinutes(5));
            Assert.Contains($"done: {command}", run((command, [.. development, (ApprovalTokenConfirmation.Variable, token)])).Succeeded().Output);
            if (command == "drop") Assert.Equal((3, null), (Count(demo, "Cars"), Count(demo, "audit_log")));
            else Assert.False(File.Exists(demo.PathOf("data/fleet.db")));
        }
    }

    private static void AssertUntouched(Workspace demo)
    {
        Assert.Equal("1;2;3", File.ReadAllText(demo.PathOf("exports/cars.csv")));
        Assert.Equal((3, 2), (Count(demo, "Cars"), Count(demo, "audit_log")));
    }

    private static void AssertRows(Workspace demo) => Assert.Equal(3, Count(demo, "Cars"));

    private static int? Count(Workspace demo, string table)
    {
        using var connection = new SqliteConnection($"Data Source={demo.PathOf("data/fleet.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM sqlite_master WHERE name = '{table}'";
        if ((long)command.ExecuteScalar()! == 0) return null;
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (int)(long)command.ExecuteScalar()!;
    }

    private static int Occurrences(string text, string line) => text.ReplaceLineEndings("\n").Split('\n').Count(each => each == line);

    [GeneratedRegex("there is no approval token for '(?<operation>[^']*)' on '(?<target>[^']*)'")]
    private static partial Regex Asked();
}
