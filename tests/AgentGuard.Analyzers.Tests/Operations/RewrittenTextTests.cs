namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Texts that are cut, turned around or decoded before they are executed.</summary>
public sealed class RewrittenTextTests
{
    private static Task Body(string body) => Verify.Destructive($$"""
        using System.Data.Common;
        using System.Net;
        using System.Text;
        using Dapper;
        enum Verb { SELECT, DROP }
        class C
        {
            private const string Encoded = "RFJPUCBUQUJMRSBvcmRlcnM=";
            private static readonly byte[] Bytes = { 68, 82, 79, 80, 32, 84, 65, 66, 76, 69, 32, 116 };
            void M(DbConnection c, string text, int place)
            {
                {{body}}
            }
        }
        """);

    [Fact]
    public Task Decoded() => Body("""
        c.{|all:Execute(Encoding.UTF8.GetString(Convert.FromBase64String("RFJPUCBUQUJMRSBvcmRlcnM=")))|};
        c.{|all:Execute(Encoding.UTF8.GetString(Convert.FromBase64String(Encoded)))|};
        c.{|all:Execute(Encoding.Unicode.GetString(Convert.FromBase64String("RABSAE8AUAAgAFQAQQBCAEwARQAgAHQA")))|};
        c.{|all:Execute(Encoding.ASCII.GetString(Convert.FromHexString("44524F50205441424C452074")))|};
        c.{|all:Execute(Encoding.ASCII.GetString(Bytes))|};
        c.{|all:Execute(Encoding.UTF8.GetString("DROP TABLE t"u8.ToArray()))|};
        c.{|all:Execute(Uri.UnescapeDataString("DROP%20TABLE%20t"))|};
        c.{|all:Execute(WebUtility.UrlDecode("DROP+TABLE+t"))|};
        var bytes = Convert.FromBase64String(Encoded);
        var sql = Encoding.UTF8.GetString(bytes);
        c.{|all:Execute(sql)|};
        c.Execute(Encoding.UTF8.GetString(Convert.FromBase64String("U0VMRUNUIDE=")));
        c.Execute(Encoding.UTF8.GetString(Convert.FromBase64String("not base64")));
        c.Execute(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
        """);

    [Fact]
    public Task Turned_around_or_from_single_characters() => Body("""
        c.{|all:Execute(new string("t ELBAT PORD".Reverse().ToArray()))|};
        c.{|all:Execute(string.Concat("t ELBAT PORD".Reverse()))|};
        c.{|all:Execute(new string(new[] { 'D', 'R', 'O', 'P', ' ', 'T', 'A', 'B', 'L', 'E', ' ', 't' }))|};
        c.{|all:Execute($"{(char)68}ROP TABLE t")|};
        c.{|all:Execute((char)68 + "ROP TABLE t")|};
        var letters = "DROP TABLE t".ToCharArray();
        c.{|all:Execute(new string(letters))|};
        c.Execute(new string('-', 10));
        c.Execute(new string(text.Reverse().ToArray()));
        """);

    [Fact]
    public Task Cut() => Body("""
        c.{|all:Execute("--DROP TABLE t".Substring(2))|};
        c.{|all:Execute("--DROP TABLE t"[2..])|};
        c.{|all:Execute("--DROP TABLE t--"[2..^2])|};
        c.{|all:Execute("--DROP TABLE t".TrimStart('-'))|};
        c.{|all:Execute("DROP xTABLE t".Remove(5, 1))|};
        c.{|all:Execute("DROP t".Insert(5, "TABLE "))|};
        c.Execute("SELECT 1; DROP TABLE t"[..8]);
        c.Execute("SELECT 1; DROP TABLE t".Remove(8));
        c.Execute("--DROP TABLE t".Substring(20));
        c.Execute(text.Substring(place));
        c.Execute(text[place..]);
        c.Execute($"{text}DROP TABLE t"[text.Length..]);
        """);

    [Fact]
    public Task Named_by_an_enum_or_a_function() => Body("""
        c.{|all:Execute($"{Verb.DROP} TABLE t")|};
        c.{|all:Execute(Verb.DROP.ToString() + " TABLE t")|};
        Func<string> function = () => "DROP TABLE t";
        c.{|all:Execute(function())|};
        c.{|all:Execute(new Lazy<string>(() => "DROP TABLE t").Value)|};
        c.{|all:Execute("SELECT 1;DROP TABLE t".Split(';').Last())|};
        c.Execute($"{Verb.SELECT} 1");
        Func<int, string> other = number => "SELECT " + number;
        c.Execute(other(1));
        """);

    [Fact]
    public Task A_list_of_arguments() => Verify.Destructive("""
        using System.Diagnostics;
        class C
        {
            void M(string name)
            {
                var arguments = new List<string> { "-c", "dropdb shop" };
                Process.{|all:Start("sh", arguments)|};
                var added = new List<string>();
                added.Add("-c");
                added.Add("dropdb shop");
                Process.{|all:Start("sh", added)|};
                var harmless = new List<string> { "-c", "ls 'dropdb shop'" };
                Process.Start("sh", harmless);
                var others = new List<string> { "dropdb", name };
                Process.Start("echo", others);
            }
        }
        """);

    [Fact]
    public Task A_text_in_the_request_of_an_interface() => Verify.Destructive("""
        using System.Net.Http;
        using System.Text;
        class C
        {
            Task M(HttpClient http) => http.{|all:PostAsync("https://backboard.railway.app/graphql/v2", new StringContent(Encoding.UTF8.GetString(Convert.FromBase64String("eyJxdWVyeSI6Im11dGF0aW9uIHsgdm9sdW1lRGVsZXRlKHZvbHVtZUlkOiBcInhcIikgfSJ9"))))|};
        }
        """);

    [Fact]
    public Task Encoded_for_PowerShell() => Verify.Destructive("""
        using System.Diagnostics;
        using System.Text;
        class C
        {
            void M(string folder)
            {
                Process.{|AG0004:Start("pwsh", "-EncodedCommand " + Convert.ToBase64String(Encoding.Unicode.GetBytes("Remove-Item -Recurse C:\\data")))|};
                Process.{|AG0004:Start("pwsh", new[] { "-NoProfile", "-EncodedCommand", Convert.ToBase64String(Encoding.Unicode.GetBytes($"Remove-Item {folder} -Recurse")) })|};
                var bytes = Encoding.Unicode.GetBytes("Remove-Item -Recurse C:\\data");
                var encoded = Convert.ToBase64String(bytes);
                Process.{|AG0004:Start("powershell.exe", $"-enc {encoded}")|};
                Process.Start("pwsh", "-EncodedCommand " + Convert.ToBase64String(Encoding.Unicode.GetBytes("Get-Item C:\\data")));
                Process.Start("pwsh", "-EncodedCommand " + Convert.ToBase64String(Encoding.Unicode.GetBytes(folder)));
                Process.Start("tool", "--input " + Convert.ToBase64String(Encoding.UTF8.GetBytes("rm -rf /data")));
            }
        }
        """);
}
