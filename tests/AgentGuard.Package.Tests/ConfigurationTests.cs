namespace AgentGuard.Package.Tests;

/// <summary>Presets, options and mistakes in them, in a project that has nothing but the package.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConfigurationTests(PackedPackage package, ConfigurationTests.Project project) : IClassFixture<ConfigurationTests.Project>
{
    private const string Warning = "Exports.cs:5 AG0004";

    [Fact]
    public void The_recommended_mode_warns()
    {
        var build = Build("");
        Assert.Equal(0, build.ExitCode);
        Assert.Equal([Warning], Workspace.Diagnostics(build.Output));
    }

    [Fact]
    public void The_strict_mode_fails_the_build()
    {
        var build = Build("", "-p:AgentGuardMode=strict").Failed();
        Assert.Contains("error AG0004", build.Output);
    }

    [Fact]
    public void A_mode_may_be_written_in_any_case() =>
        Assert.Contains("error AG0004", Build("", "-p:AgentGuardMode=Strict").Failed().Output);

    [Fact]
    public void The_build_date_is_of_one_calendar_and_only_there_where_something_expires()
    {
        var workspace = project.In(package);
        Build("").Succeeded();
        // Without approvals nothing expires, and a date would have each project compiled again on each day.
        Assert.Equal("", Date());
        workspace.Write("AgentGuard.Approvals.txt", "# none\n");
        try
        {
            Assert.StartsWith("20", Date());
        }
        finally
        {
            File.Delete(workspace.PathOf("AgentGuard.Approvals.txt"));
        }

        string Date() => workspace.Run("dotnet", [("LC_ALL", "th_TH.UTF-8")], "msbuild", "-t:AgentGuardReadItems", "-getProperty:AgentGuardBuildDate").Succeeded().Output.Trim();
    }

    [Fact]
    public void A_build_date_that_is_pinned_keeps_no_approval_alive_unseen()
    {
        var workspace = project.In(package);
        Assert.Equal(0, Reports(Build("", "-p:AgentGuardBuildDate=2024-01-01").Succeeded(), "AG0902", "AgentGuardBuildDate"));
        workspace.Write("AgentGuard.Approvals.txt", "# none\n");
        try
        {
            Assert.Equal(1, Reports(Build("", "-p:AgentGuardBuildDate=2024-01-01").Succeeded(), "AG0902", "AgentGuardBuildDate = 2024-01-01"));
            Assert.Equal(0, Reports(Build("").Succeeded(), "AG0902", "AgentGuardBuildDate"));
        }
        finally
        {
            File.Delete(workspace.PathOf("AgentGuard.Approvals.txt"));
        }
    }

    [Theory]
    [InlineData("-p:AgentGuardMode=audit")]
    [InlineData("-p:IsTestProject=true")]
    public void The_audit_mode_and_test_projects_only_suggest(string property) =>
        Assert.Empty(Workspace.Diagnostics(Build("", property).Succeeded().Output));

    [Fact]
    public void What_the_user_configures_wins_over_the_preset() =>
        Assert.Empty(Workspace.Diagnostics(Build("[*.cs]\ndotnet_diagnostic.AG0004.severity = suggestion\n", "-p:AgentGuardMode=strict").Succeeded().Output));

    [Theory]
    [InlineData("-p:NoWarn=AG0004%3BAG0902")]
    [InlineData("-p:MSBuildWarningsAsMessages=AG0004%3BAG0902")]
    public void What_silences_the_rule_against_silence_is_an_error(string property) =>
        Assert.Contains("error AG0902", Build("", property).Failed().Output);

    [Theory]
    [InlineData("-p:NoWarn=AG0004", "NoWarn AG0004")]
    [InlineData("-p:MSBuildWarningsAsMessages=AG0004", "MSBuildWarningsAsMessages AG0004")]
    public void What_silences_a_rule_is_one_warning(string property, string setting) => Assert.Equal(1, Reports(Build("", property).Succeeded(), "AG0902", setting));

    [Fact]
    public void In_the_folder_of_older_compilers_nothing_was_taken_out_and_attributes_do_not_count()
    {
        const string OlderCompiler = "-p:CompilerApiVersion=roslyn4.8";
        var workspace = project.In(package);
        var unguarded = Build("", OlderCompiler).Succeeded();
        Assert.Equal([Warning], Workspace.Diagnostics(unguarded.Output));
        Assert.DoesNotContain("AG0902", unguarded.Output);

        workspace.Write("Guarded.cs", "class Guarded { [AgentGuard.RequiresEnvironment(\"Development\")] void Remove(string path) => Directory.Delete(path, true); }");
        try
        {
            var guarded = Build("", OlderCompiler).Succeeded();
            Assert.Equal([Warning, "Guarded.cs:1 AG0105"], Workspace.Diagnostics(guarded.Output));
            Assert.Contains("AgentGuard.Generators is not among the analyzers of the build", guarded.Output);
            Assert.Equal([Warning], Workspace.Diagnostics(Build("").Succeeded().Output));
        }
        finally
        {
            File.Delete(workspace.PathOf("Guarded.cs"));
        }
    }

    [Fact]
    public void A_generator_that_is_taken_out_is_one_warning()
    {
        var workspace = project.In(package);
        const string TakesItOut = """
            <Project>
              <Target Name="TakeOut" AfterTargets="ResolveReferences">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer->WithMetadataValue('Filename', 'AgentGuard.Generators'))" />
                </ItemGroup>
              </Target>
            </Project>
            """;
        workspace.Write("Directory.Build.targets", TakesItOut);
        try
        {
            Assert.Equal(1, Reports(Build("").Succeeded(), "AG0902", "AgentGuard.Generators was taken out of the build"));
        }
        finally
        {
            File.Delete(workspace.PathOf("Directory.Build.targets"));
        }
    }

    [Theory]
    [InlineData("-p:AgentGuardInterceptors=yes", "AgentGuardInterceptors 'yes' is not known")]
    [InlineData("-p:AgentGuardInventory=maybe", "AgentGuardInventory 'maybe' is not known")]
    [InlineData("-p:AgentGuardInventory=on", "AgentGuardInventory 'on' is not known")]
    [InlineData("-p:AgentGuardBuildDate=31.05.2026", "AgentGuardBuildDate '31.05.2026' is not understood")]
    public void A_property_that_is_not_understood_is_one_warning(string property, string text) => Assert.Equal(1, Reports(Build("", property).Succeeded(), "AG0901", text));

    [Fact]
    public void An_unknown_mode_is_one_warning_and_the_rules_apply()
    {
        var build = Build("", "-p:AgentGuardMode=strickt").Succeeded();
        Assert.Equal(1, Reports(build, "AG0901", "AgentGuardMode 'strickt' is not known"));
        Assert.Contains(Warning, Workspace.Diagnostics(build.Output));
    }

    [Fact]
    public void A_broken_option_is_one_warning()
    {
        var build = Build("[*.cs]\nagentguard.local.required_guards = enviroment\n").Succeeded();
        Assert.Equal(1, Reports(build, "AG0901", "agentguard.local.required_guards = enviroment"));
        Assert.DoesNotContain("AD0001", build.Output);
    }

    [Fact]
    public void A_broken_catalogue_line_is_one_warning_at_its_word()
    {
        var workspace = project.In(package);
        workspace.Write("AgentGuard.Operations.txt", "# ours\nM:Demo.Exports.Remove  destroys databse\n");
        try
        {
            var build = Build("").Succeeded();
            Assert.Equal(1, Reports(build, "AG0901", "AgentGuard.Operations.txt(2,"));
            Assert.DoesNotContain("AD0001", build.Output);
        }
        finally
        {
            File.Delete(workspace.PathOf("AgentGuard.Operations.txt"));
        }
    }

    [Fact]
    public void A_catalogue_file_beside_the_project_is_found()
    {
        var workspace = project.In(package);
        workspace.Write("AgentGuard.Operations.Ours.txt", "M:Demo.Exports.Publish  destroys bucket\n");
        try
        {
            Assert.Equal(
                [Warning, "Exports.cs:12 AG0001", "Exports.cs:12 AG0002", "Exports.cs:12 AG0003"],
                Workspace.Diagnostics(Build("").Succeeded().Output));
        }
        finally
        {
            File.Delete(workspace.PathOf("AgentGuard.Operations.Ours.txt"));
        }
    }

    [Fact]
    public void Broken_code_is_the_compilers_business_alone()
    {
        var workspace = project.In(package);
        workspace.Write("Broken.cs", "class Broken { void M(string path) { System.IO.Directory.Delete(path, true } }");
        try
        {
            var build = Build("").Failed();
            Assert.Equal(["Broken.cs:1 CS1026", "Broken.cs:1 CS1002"], Workspace.Diagnostics(build.Output).Where(line => line.StartsWith("Broken")).OrderDescending());
            Assert.DoesNotContain("AD0001", build.Output);
        }
        finally
        {
            File.Delete(workspace.PathOf("Broken.cs"));
        }
    }

    private CommandResult Build(string editorConfig, params string[] arguments)
    {
        var workspace = project.In(package);
        workspace.Write(".editorconfig", "root = true\n" + editorConfig);
        return workspace.Build(arguments);
    }

    // The build's summary repeats each line.
    private static int Reports(CommandResult build, string id, string text) =>
        build.Output.Split('\n').Where(line => line.Contains($"warning {id}") && line.Contains(text)).Select(line => line.Trim()).Distinct().Count();

    /// <summary>The project, made once.</summary>
    public sealed class Project
    {
        private Workspace? _workspace;

        internal Workspace In(PackedPackage package)
        {
            if (_workspace is not null) return _workspace;
            var workspace = package.CreateWorkspace("Configured");
            workspace.Write("Configured.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="AgentGuard.Analyzers" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """);
            workspace.Write("Exports.cs", """
                namespace Demo;

                public static class Exports
                {
                    public static void Remove(string path) => Directory.Delete(path, true);

                    public static void Publish(string bucket) => Console.WriteLine(bucket);
                }

                public static class Caller
                {
                    public static void Run() => Exports.Publish("cars");
                }
                """);
            return _workspace = workspace;
        }
    }
}
