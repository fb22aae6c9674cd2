namespace AgentGuard.Package.Tests;

/// <summary>The same way with a program that is one file, run by <c>dotnet run app.cs</c>, with destructive calls in its top-level statements.</summary>
[Collection(PackageCollection.Name)]
public sealed class FileBasedAppTests(PackedPackage package)
{
    // With `-warnaserror` the command line takes the file for a project.
    private const string WarningsAreErrors = "-p:TreatWarningsAsErrors=true";

    private string Directives => $"""
        #:package AgentGuard.Analyzers@{package.Version}
        #:package Microsoft.EntityFrameworkCore.Sqlite@{DemoProject.EFCoreVersion}
        #:property PublishAot=false

        """;

    [Fact]
    public void A_file_is_warned_fixed_and_guarded()
    {
        var demo = package.CreateWorkspace("FileBased");
        demo.Write("app.cs", Directives + DemoProject.SingleFile);
        Assert.Equal(DemoProject.SingleFileWarnings, Workspace.Diagnostics(Build(demo).Succeeded().Output));
        Assert.Equal(DemoProject.SingleFileWarnings, Workspace.Diagnostics(Build(demo, WarningsAreErrors).Failed().Output));

        // `dotnet format` takes projects only, so the file becomes one for that step, in a folder that inherits no settings either.
        demo.DotNet("project", "convert", "app.cs", "--output", "../Converted").Succeeded();
        demo.DotNet("format", "analyzers", "../Converted", "--severity", "warn").Succeeded();
        var guarded = File.ReadAllText(demo.PathOf("../Converted/app.cs"));
        Assert.Contains("GuardedEnsureDeleted(db);", guarded);
        Assert.Contains("static bool GuardedEnsureDeleted(FleetContext db) => db.Database.EnsureDeleted();", guarded);
        demo.Write("app.cs", Directives + guarded);
        Assert.Empty(Workspace.Diagnostics(Build(demo, WarningsAreErrors).Succeeded().Output));

        EndToEndTests.RunIt(demo, arguments => demo.Run("dotnet", arguments.Environment, "run", "--no-build", "app.cs", "--", arguments.Command));
    }

    private static CommandResult Build(Workspace demo, params string[] arguments) => demo.DotNet(["build", "app.cs", "--no-incremental", .. arguments]);
}
