namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>What an application has put into the registry for its user is its own to take away; what belongs to others, or to the whole machine, is not.</summary>
public sealed class OwnRegistryKeyTests
{
    [Fact]
    public Task A_registry_key_that_the_same_type_makes() => Verify.Destructive("""
        using Microsoft.Win32;
        static class Protocol
        {
            private const string Key = @"Software\Classes\myapp";
            static void Register() { using var key = Registry.LocalMachine.CreateSubKey(Key); Registry.CurrentUser.CreateSubKey(@"Software\Other"); Registry.CurrentUser.CreateSubKey("Software"); }
            static void Unregister(string given)
            {
                Registry.LocalMachine.DeleteSubKeyTree(@"Software\Classes\myapp", false);
                Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\Classes", false)|};
                Registry.LocalMachine.{|AG0004:DeleteSubKeyTree(@"Software\Other", false)|};
                Registry.CurrentUser.{|AG0004:DeleteSubKeyTree("Software", false)|};
                Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(given, false)|};
            }
        }
        """);

    [Fact]
    public Task A_protocol_that_the_same_type_registers() => Verify.Destructive("""
        using Microsoft.Win32;
        static class Protocol
        {
            static void Register()
            {
                RegistryKey root = Registry.ClassesRoot;
                if (root.OpenSubKey("shop") != null) root.DeleteSubKeyTree("shop");
                root.CreateSubKey("shop").SetValue("URL Protocol", "");
                root.CreateSubKey(".shop"); root.CreateSubKey("CLSID"); Registry.LocalMachine.CreateSubKey("shop");
                root.{|AG0004:DeleteSubKeyTree(".shop")|};
                root.{|AG0004:DeleteSubKeyTree("CLSID")|};
                root.{|AG0004:DeleteSubKeyTree("other")|};
                Registry.LocalMachine.{|AG0004:DeleteSubKeyTree("shop")|};
            }
        }
        """);

    [Theory]
    [InlineData("""Registry.CurrentUser.DeleteSubKeyTree(@"Software\Shop");""")]
    [InlineData("""Registry.CurrentUser.DeleteSubKeyTree(@"SOFTWARE\Acme\Shop\\", false);""")]
    [InlineData("""Registry.CurrentUser.DeleteSubKeyTree(Key, throwOnMissingSubKey: false);""")]
    [InlineData("""Registry.CurrentUser.DeleteSubKeyTree($@"Software\Classes\CLSID\{{{Id}}}", false);""")]
    [InlineData("""Registry.CurrentUser.DeleteSubKeyTree(@"Software\Classes\*\shell\Shop", false);""")]
    [InlineData("""Registry.CurrentUser.DeleteSubKeyTree(@"Software\Microsoft\Windows\CurrentVersion\Uninstall\Shop", false);""")]
    [InlineData("""using var classes = Registry.CurrentUser.OpenSubKey(@"Software\Classes", writable: true); classes?.DeleteSubKeyTree("shop", false);""")]
    [InlineData("""Registry.CurrentUser.DeleteSubKeyTree($@"Software\Acme\{given}\Layout", false);""")]
    public Task It_is_the_applications_own(string code) => Check(code);

    [Theory]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree("Software")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree("Environment")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Control Panel\Desktop")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\Microsoft")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\Microsoft\Windows\CurrentVersion\Run")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\Microsoft\Windows\CurrentVersion\Uninstall")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\Classes\CLSID")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\Classes\*\shell")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\Classes\.txt")|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\\" + given)|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree(@"Software\\\\")|};""")]
    [InlineData("""Registry.LocalMachine.{|AG0004:DeleteSubKeyTree(@"Software\Shop")|};""")]
    [InlineData("""Registry.Users.{|AG0004:DeleteSubKeyTree(@"Software\Shop")|};""")]
    [InlineData("""using var classes = Registry.CurrentUser.OpenSubKey(@"Software\Classes", writable: true); classes.{|AG0004:DeleteSubKeyTree(given, false)|};""")]
    [InlineData("""using var classes = Registry.CurrentUser.OpenSubKey(given, writable: true); classes.{|AG0004:DeleteSubKeyTree("shop", false)|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree($@"Software\{given}\Layout", false)|};""")]
    [InlineData("""Registry.CurrentUser.{|AG0004:DeleteSubKeyTree($@"Software\Classes\{given}", false)|};""")]
    public Task It_may_be_anybodys(string code) => Check(code);

    private static Task Check(string code) => Verify.Destructive($$"""
        using Microsoft.Win32;
        static class Setup
        {
            private const string Id = "A0000000-0000-0000-0000-000000000001";
            private static readonly string Key = @"Software\Classes\" + "shop";
            static void Remove(string given)
            {
                {{code}}
            }
        }
        """);
}
