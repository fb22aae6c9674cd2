namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Commands of PowerShell that are put together call by call. The library is not restored here, so a stand-in has its names.</summary>
public class PowerShellCommandTests
{
    private const string StandIn = """
        namespace System.Management.Automation
        {
            public sealed class PowerShell : System.IDisposable
            {
                public static PowerShell Create() => null;
                public PowerShell AddCommand(string cmdlet) => this;
                public PowerShell AddScript(string script) => this;
                public PowerShell AddParameter(string parameterName) => this;
                public PowerShell AddParameter(string parameterName, object value) => this;
                public PowerShell AddParameters(System.Collections.IDictionary parameters) => this;
                public PowerShell AddArgument(object value) => this;
                public PowerShell AddStatement() => this;
                public object Invoke() => null;
                public void Dispose() { }
            }
        }
        """;

    [Fact]
    public Task Parameters_behind_the_command() => InClass("""
        void Chain() { using var ps = PowerShell.Create(); ps.{|AG0004:AddCommand("Remove-Item")|}.AddParameter("Path", @"C:\data").AddParameter("Recurse"); ps.Invoke(); }
        void Whole() { using var ps = PowerShell.Create().{|AG0004:AddCommand("Remove-Item")|}.AddArgument("C:/data").AddParameter("Recurse", true); ps.Invoke(); }
        void Statements(bool force) { using var ps = PowerShell.Create(); ps.{|AG0004:AddCommand("Remove-Item")|}; ps.AddParameter("Path", @"C:\data"); if (force) { ps.AddParameter("Force"); } ps.AddParameter("Recurse"); ps.Invoke(); }
        void Table() { using var ps = PowerShell.Create(); ps.{|AG0004:AddCommand("Remove-Item")|}.AddParameters(new Dictionary<string, object> { ["Path"] = "C:/data", ["Recurse"] = true }); ps.Invoke(); }
        void Script() { using var ps = PowerShell.Create(); ps.{|AG0004:AddScript(@"Remove-Item -Recurse -Force C:\data")|}; ps.Invoke(); }
        void Assigned() { var ps = PowerShell.Create(); ps = ps.{|AG0004:AddCommand("Remove-Item")|}; ps = ps.AddParameter("Recurse").AddArgument("C:/data"); ps.Invoke(); }
        """);

    [Fact]
    public Task Another_command_or_no_such_parameter() => InClass("""
        void List() { using var ps = PowerShell.Create(); ps.AddCommand("Get-ChildItem").AddParameter("Recurse"); ps.Invoke(); }
        void One() { using var ps = PowerShell.Create(); ps.AddCommand("Remove-Item").AddParameter("Path", "C:/data/a.txt"); ps.Invoke(); }
        void Off() { using var ps = PowerShell.Create(); ps.AddCommand("Remove-Item").AddParameter("Path", "C:/data/a.txt").AddParameter("Recurse", false); ps.Invoke(); }
        void Next() { using var ps = PowerShell.Create(); ps.AddCommand("Remove-Item").AddArgument("C:/data/a.txt").AddStatement().AddCommand("Get-ChildItem").AddParameter("Recurse"); ps.Invoke(); }
        void Invoked() { using var ps = PowerShell.Create(); ps.AddCommand("Remove-Item").AddArgument("C:/data/a.txt"); ps.Invoke(); ps.AddParameter("Recurse"); }
        void Other(PowerShell other) { using var ps = PowerShell.Create(); ps.AddCommand("Remove-Item").AddArgument("C:/data/a.txt"); other.AddParameter("Recurse"); ps.Invoke(); }
        void Preview() { using var ps = PowerShell.Create(); ps.AddCommand("Remove-Item").AddArgument("C:/data").AddParameter("Recurse").AddParameter("WhatIf"); ps.Invoke(); }
        """);

    [Fact]
    public Task A_guard_attribute_cannot_hold() => Verify.Destructive($$"""
        using System.Management.Automation;
        public class C
        {
            [AgentGuard.RequiresEnvironment("Development")]
            public void M() { var ps = PowerShell.Create(); ps.{|AG0105:AddCommand("Remove-Item")|}.AddArgument("C:/data").AddParameter("Recurse"); ps.Invoke(); }
        }
        {{StandIn}}
        """);

    private static Task InClass(string members) => Verify.Destructive($$"""
        using System.Management.Automation;
        class C
        {
            {{members}}
        }
        {{StandIn}}
        """);
}
