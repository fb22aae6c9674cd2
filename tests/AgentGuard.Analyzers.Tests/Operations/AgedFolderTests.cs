namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Log rotation is ordinary work: a folder that is past its time may go, as long as it is this folder that was looked at, and as there is a time.</summary>
public sealed class AgedFolderTests
{
    [Theory]
    [InlineData("if (folder.LastWriteTimeUtc < cutoff) folder.Delete(true);")]
    [InlineData("if (folder.CreationTime >= cutoff) continue; folder.Delete(true);")]
    [InlineData("if (cutoff > folder.LastAccessTimeUtc && folder.Exists) { try { Directory.Delete(folder.FullName, true); } catch (IOException) { } }")]
    [InlineData("if (folder.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-30)) folder.Delete(true);")]
    [InlineData("var limit = DateTime.UtcNow - TimeSpan.FromDays(days); if (folder.LastWriteTimeUtc < limit) folder.Delete(true);")]
    [InlineData("var age = DateTime.UtcNow - folder.LastWriteTimeUtc; if (age > TimeSpan.FromDays(7)) folder.Delete(true);")]
    [InlineData("if ((DateTime.Now - folder.LastWriteTime).TotalDays > days) folder.Delete(true);")]
    [InlineData("if (folder.LastWriteTimeUtc < DateTime.UtcNow - TimeSpan.Parse(\"7.00:00:00\")) folder.Delete(true);")]
    [InlineData("if (DateTime.TryParseExact(folder.Name, \"yyyyMMdd\", null, default, out var day) && day < cutoff) folder.Delete(true);")]
    [InlineData("if (folder.CreationTime.AddDays(days) < DateTime.Now) folder.Delete(true);")]
    [InlineData("if (Directory.GetLastWriteTimeUtc(folder.FullName).AddDays(30) < DateTime.UtcNow) Directory.Delete(folder.FullName, true);")]
    [InlineData("if (folder.LastWriteTimeUtc + TimeSpan.FromDays(days) < DateTime.UtcNow) folder.Delete(true);")]
    [InlineData("if (DateTime.UtcNow > folder.LastWriteTimeUtc.Add(TimeSpan.FromDays(7))) folder.Delete(true);")]
    [InlineData("var name = Path.GetFileName(folder.FullName); if (DateTime.TryParse(name, out var day) && day < DateTime.Today.AddDays(-30)) folder.Delete(true);")]
    public Task It_is_past_its_time(string code) => Check($"foreach (var folder in root.GetDirectories()) {{ {code} }}");

    [Theory]
    [InlineData("if (folder.LastWriteTimeUtc > cutoff)")]
    [InlineData("if (folder.LastWriteTimeUtc < DateTime.UtcNow)")]
    [InlineData("if (folder.LastWriteTimeUtc < DateTime.MaxValue)")]
    [InlineData("if (folder.LastWriteTimeUtc < DateTime.UtcNow.AddDays(1))")]
    [InlineData("if (DateTime.UtcNow - folder.LastWriteTimeUtc > TimeSpan.Zero)")]
    [InlineData("if (DateTime.UtcNow - folder.LastWriteTimeUtc < TimeSpan.FromDays(7))")]
    [InlineData("if (folder.LastWriteTimeUtc < DateTime.UtcNow - TimeSpan.Parse(\"00:00\"))")]
    [InlineData("if (root.LastWriteTimeUtc < cutoff)")]
    [InlineData("if (folder.LastWriteTimeUtc < cutoff || folder.Exists)")]
    [InlineData("if (DateTime.UtcNow < cutoff)")]
    [InlineData("if (folder.CreationTime.AddDays(-30) < DateTime.Now)")]
    [InlineData("if (folder.CreationTime.AddDays(0) < DateTime.Now)")]
    [InlineData("if (folder.CreationTime.AddDays(30) > DateTime.Now)")]
    [InlineData("if (root.CreationTime.AddDays(30) < DateTime.Now)")]
    [InlineData("if (folder.CreationTime.AddDays(30) < DateTime.MaxValue)")]
    [InlineData("var name = Path.GetFileName(root.FullName); if (DateTime.TryParse(name, out var day) && day < DateTime.Today.AddDays(-30))")]
    public Task It_is_not_or_another_is(string check) => Check($"foreach (var folder in root.GetDirectories()) {{ {check} folder.{{|AG0004:Delete(true)|}}; }}");

    [Theory]
    [InlineData("root.EnumerateDirectories().Where(f => f.CreationTimeUtc < DateTime.UtcNow.AddDays(-7))")]
    [InlineData("root.GetDirectories().Where(f => f.Name.StartsWith(\"log\") && f.LastWriteTimeUtc <= cutoff).ToList()")]
    [InlineData("(from f in root.GetDirectories() where f.CreationTimeUtc < cutoff select f).ToArray()")]
    [InlineData("root.GetDirectories(\"log-*\").OrderByDescending(f => f.CreationTimeUtc).Skip(5)")]
    [InlineData("root.GetDirectories().OrderByDescending(f => f.Name).ThenBy(f => f.CreationTime).Skip(days).ToList()")]
    [InlineData("root.GetDirectories().OrderBy(f => f.Name).SkipLast(3)")]
    public Task A_list_of_those_that_are(string list) => Check($"var old = {list}; foreach (var folder in old) folder.Delete(true);");

    [Theory]
    [InlineData("root.EnumerateDirectories().Where(f => f.CreationTimeUtc > cutoff)")]
    [InlineData("root.EnumerateDirectories().Where(f => f.Name.StartsWith(\"log\"))")]
    [InlineData("root.GetDirectories().OrderByDescending(f => f.CreationTimeUtc).Skip(0)")]
    [InlineData("root.GetDirectories().OrderBy(f => f.CreationTimeUtc).Skip(5)")]
    [InlineData("root.GetDirectories().Skip(5)")]
    [InlineData("root.GetDirectories().OrderByDescending(f => f.CreationTimeUtc)")]
    public Task A_list_that_holds_others(string list) => Check($"var old = {list}; foreach (var folder in old) folder.{{|AG0004:Delete(true)|}};");

    [Theory]
    [InlineData("foreach (var folder in root.GetDirectories()) if (IsExpired(folder)) folder.Delete(true);")]
    [InlineData("foreach (var folder in root.GetDirectories().Where(IsExpired)) folder.Delete(true);")]
    [InlineData("root.GetDirectories().Where(f => f.CreationTime < cutoff).ToList().ForEach(f => f.Delete(true));")]
    [InlineData("Parallel.ForEach(root.GetDirectories().Where(IsExpired), f => f.Delete(true));")]
    [InlineData("foreach (var folder in root.GetDirectories()) if (!IsExpired(folder)) folder.{|AG0004:Delete(true)|};")]
    [InlineData("foreach (var folder in root.GetDirectories()) if (IsExpired(root)) folder.{|AG0004:Delete(true)|};")]
    [InlineData("foreach (var folder in root.GetDirectories()) if (IsAnything(folder)) folder.{|AG0004:Delete(true)|};")]
    [InlineData("root.GetDirectories().ToList().ForEach(f => f.{|AG0004:Delete(true)|});")]
    public Task A_method_that_says_so_and_a_function_for_each(string code) => Check(code);

    [Theory]
    [InlineData("var all = root.GetDirectories().OrderByDescending(f => f.CreationTime).ToArray(); for (var i = days; i < all.Length; i++) all[i].Delete(true);")]
    [InlineData("var all = Directory.GetDirectories(root.FullName).OrderByDescending(f => f).ToList(); for (int i = 5; i < all.Count; i++) Directory.Delete(all[i], true);")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.CreationTime).ToArray(); for (var i = 0; i < all.Length - days; i++) all[i].Delete(true);")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.CreationTimeUtc).ToList(); while (all.Count > days) { all[0].Delete(true); all.RemoveAt(0); }")]
    [InlineData("var all = new Queue<DirectoryInfo>(root.GetDirectories().OrderBy(f => f.Name)); while (all.Count > 3) all.Dequeue().Delete(true);")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.CreationTimeUtc).ToList(); if (all.Count > days) all.First().Delete(true);")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.Name).ToList(); foreach (var folder in all.Take(all.Count - days)) folder.Delete(true);")]
    public Task All_but_the_newest_by_their_place(string code) => Check(code);

    [Theory]
    [InlineData("var all = root.GetDirectories().OrderByDescending(f => f.CreationTime).ToArray(); for (var i = 0; i < all.Length; i++) all[i].{|AG0004:Delete(true)|};")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.CreationTime).ToArray(); for (var i = days; i < all.Length; i++) all[i].{|AG0004:Delete(true)|};")]
    [InlineData("var all = root.GetDirectories().OrderByDescending(f => f.CreationTime).ToArray(); for (var i = days; i >= 0; i--) all[i].{|AG0004:Delete(true)|};")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.CreationTime).ToArray(); for (var i = 0; i < all.Length - 0; i++) all[i].{|AG0004:Delete(true)|};")]
    [InlineData("var all = root.GetDirectories(); for (var i = days; i < all.Length; i++) all[i].{|AG0004:Delete(true)|};")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.CreationTimeUtc).ToList(); while (all.Count > 0) { all[0].{|AG0004:{|AG0206:Delete(true)|}|}; all.RemoveAt(0); }")]
    [InlineData("var all = root.GetDirectories().OrderByDescending(f => f.CreationTimeUtc).ToList(); while (all.Count > days) { all[0].{|AG0004:{|AG0206:Delete(true)|}|}; all.RemoveAt(0); }")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.CreationTimeUtc).ToList(); var more = root.GetFiles(); if (more.Length > days) all.First().{|AG0004:{|AG0206:Delete(true)|}|};")]
    [InlineData("var all = root.GetDirectories().OrderBy(f => f.Name).ToList(); foreach (var folder in all.Take(days)) folder.{|AG0004:Delete(true)|};")]
    public Task Others_by_their_place(string code) => Check(code);

    [Fact]
    public Task A_path_with_the_object_beside_it() => Check("""
        foreach (var path in Directory.EnumerateDirectories(root.FullName))
        {
            var info = new DirectoryInfo(path);
            if (info.LastWriteTimeUtc >= cutoff) continue;
            Directory.Delete(path, true);
            info.Delete(true);
            info.Parent.{|AG0004:Delete(true)|};
        }
        """);

    [Fact]
    public Task What_an_iterator_or_a_method_picks_out() => Verify.Destructive("""
        public class C
        {
            public void Clean(string root, DateTime cutoff)
            {
                foreach (var folder in Stale(root)) Directory.Delete(folder, true);
                foreach (var folder in Old(root, cutoff)) folder.Delete(true);
                foreach (var folder in Some(root)) Directory.{|AG0004:Delete(folder, true)|};
                foreach (var folder in Any(root)) Directory.{|AG0004:Delete(folder, true)|};
            }
            private static IEnumerable<string> Stale(string root)
            {
                foreach (var folder in Directory.EnumerateDirectories(root)) if (Directory.GetLastWriteTimeUtc(folder) < DateTime.UtcNow.AddDays(-7)) yield return folder;
            }
            private static List<DirectoryInfo> Old(string root, DateTime cutoff) => new DirectoryInfo(root).GetDirectories().Where(folder => folder.CreationTimeUtc < cutoff).ToList();
            private static IEnumerable<string> Some(string root)
            {
                foreach (var folder in Directory.EnumerateDirectories(root))
                {
                    if (Directory.GetLastWriteTimeUtc(folder) < DateTime.UtcNow.AddDays(-7)) yield return folder;
                    else if (folder.EndsWith("x")) yield return folder;
                }
            }
            protected virtual IEnumerable<string> Any(string root) => Stale(root);
        }
        """);

    private static Task Check(string code) => Verify.Destructive($$"""
        class C
        {
            void M(DirectoryInfo root, DateTime cutoff, int days)
            {
                {{code}}
            }
            private static bool IsExpired(DirectoryInfo folder) => folder.Exists && folder.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-7);
            private static bool IsAnything(DirectoryInfo folder) => folder.Exists;
        }
        """);
}
