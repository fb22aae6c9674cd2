namespace AgentGuard.Analyzers.CodeFixes.Tests;

public sealed class WrapInEnvironmentCheckTests
{
    [Fact]
    public Task The_statement_is_wrapped_when_a_host_environment_is_in_scope() => Wrap("""
        using Microsoft.Extensions.Hosting;

        class Fleet(IHostEnvironment host)
        {
            public void Clean(string path)
            {
                // Everything goes.
                Directory.{|AG0004:Delete(path, true)|}; // now
            }
        }
        """, """
        using Microsoft.Extensions.Hosting;

        class Fleet(IHostEnvironment host)
        {
            public void Clean(string path)
            {
                // Everything goes.
                if (host.IsDevelopment())
                {
                    Directory.Delete(path, true);
                } // now
            }
        }
        """);

    [Fact]
    public Task The_environment_of_an_application_is_found_too() => Wrap("""
        using Microsoft.Extensions.Hosting;

        class App
        {
            public IHostEnvironment Environment { get; set; } = null!;
        }

        class Fleet
        {
            public void Clean(App app, string path, string other)
            {
                Directory.{|AG0004:Delete(path, true)|};
                Directory.{|AG0004:Delete(other, true)|};
            }
        }
        """, """
        using Microsoft.Extensions.Hosting;

        class App
        {
            public IHostEnvironment Environment { get; set; } = null!;
        }

        class Fleet
        {
            public void Clean(App app, string path, string other)
            {
                if (app.Environment.IsDevelopment())
                {
                    Directory.Delete(path, true);
                }
                if (app.Environment.IsDevelopment())
                {
                    Directory.Delete(other, true);
                }
            }
        }
        """);

    [Fact]
    public Task An_else_stays_with_its_if() => Wrap("""
        using Microsoft.Extensions.Hosting;

        class Fleet(IHostEnvironment host)
        {
            public void Clean(bool cold, string path)
            {
                if (cold)
                    Directory.{|AG0004:Delete(path, true)|};
                else
                    Directory.CreateDirectory(path);
            }
        }
        """, """
        using Microsoft.Extensions.Hosting;

        class Fleet(IHostEnvironment host)
        {
            public void Clean(bool cold, string path)
            {
                if (cold)
                {
                    if (host.IsDevelopment())
                    {
                        Directory.Delete(path, true);
                    }
                }
                else
                    Directory.CreateDirectory(path);
            }
        }
        """);

    [Fact]
    public Task A_call_that_may_not_run_is_wrapped_with_its_statement() => Wrap("""
        using Microsoft.Extensions.Hosting;

        class Fleet(IHostEnvironment host)
        {
            public void Clean(DirectoryInfo? exports)
            {
                exports?.{|AG0004:Delete(true)|};
            }
        }
        """, """
        using Microsoft.Extensions.Hosting;

        class Fleet(IHostEnvironment host)
        {
            public void Clean(DirectoryInfo? exports)
            {
                if (host.IsDevelopment())
                {
                    exports?.Delete(true);
                }
            }
        }
        """);

    [Theory]
    [InlineData("public void Clean(List<string> paths, IHostEnvironment host) => paths.ForEach(path => { CALL });")]
    [InlineData("public void Clean(string path) { IHostEnvironment host; host = null!; CALL }")]
    [InlineData("public void Clean(string path, out IHostEnvironment host) { host = null!; CALL }")]
    [InlineData("public void Clean(string path, IHostEnvironment? host) { if (host is null) return; CALL }")]
    [InlineData("public class Inner(IHostEnvironment host) { public void Clean(List<string> paths) => paths.ForEach(path => { CALL }); }")]
    [InlineData("public struct Inner(IHostEnvironment host) { public void Clean(string path) { CALL } }")]
    public async Task One_that_can_be_read_there_is_used(string member) => Assert.Contains(
        "if (host.IsDevelopment())", await FixedText.Of(new WrapInEnvironmentCheckFix(), $"#nullable enable\nusing System.Collections.Generic;\nusing Microsoft.Extensions.Hosting;\n\nclass Fleet\n{{\n    {member.Replace("CALL", "System.IO.Directory.Delete(path, true);")}\n}}\n", "Delete(path, true)"));

    [Theory]
    [InlineData("public void Clean(string path) { Directory.{|AG0004:Delete(path, true)|}; }")]
    [InlineData("private IHostEnvironment _host = null!; public static void Clean(string path) { Directory.{|AG0004:Delete(path, true)|}; }")]
    [InlineData("public void Clean(string path) { Directory.{|AG0004:Delete(path, true)|}; IHostEnvironment host = null!; }")]
    [InlineData("public void Clean(List<string> paths, IHostEnvironment host) => paths.ForEach(static path => { Directory.{|AG0004:Delete(path, true)|}; });")]
    [InlineData("public void Clean(string all, IHostEnvironment host) { Run(all); static void Run(string path) { Directory.{|AG0004:Delete(path, true)|}; } }")]
    [InlineData("private IHostEnvironment _host = null!; public static void Clean(List<string> paths) => paths.ForEach(path => { Directory.{|AG0004:Delete(path, true)|}; });")]
    [InlineData("public void Clean(string path) { IHostEnvironment host; Directory.{|AG0004:Delete(path, true)|}; host = null!; }")]
    [InlineData("public void Clean(string path, out IHostEnvironment host) { Directory.{|AG0004:Delete(path, true)|}; host = null!; }")]
    [InlineData("public void Clean(List<string> paths, ref IHostEnvironment host) => paths.ForEach(path => { Directory.{|AG0004:Delete(path, true)|}; });")]
    [InlineData("public void Clean(string path, IHostEnvironment? host) { Directory.{|AG0004:Delete(path, true)|}; }")]
    [InlineData("public class Inner(IHostEnvironment host) { public static void Clean(string path) { Directory.{|AG0004:Delete(path, true)|}; } public IHostEnvironment Host => host; }")]
    [InlineData("public struct Inner(IHostEnvironment host) { public void Clean(List<string> paths) => paths.ForEach(path => { Directory.{|AG0004:Delete(path, true)|}; }); public IHostEnvironment Host => host; }")]
    public Task Nothing_is_offered_without_a_host_environment_in_scope(string member) => VerifyFix.OffersNothing<WrapInEnvironmentCheckFix>($$"""
        using Microsoft.Extensions.Hosting;

        class Fleet
        {
            {{member}}
        }
        """);

    private static Task Wrap(string source, string result) => VerifyFix.Turns<WrapInEnvironmentCheckFix>(WrapInEnvironmentCheckFix.Key, source, result);
}
