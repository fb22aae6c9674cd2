namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A directory for temporary files may go unasked, as long as it is certain that the path is one.</summary>
public sealed class TemporaryPathTests
{
    [Fact]
    public Task Temporary_directories_are_not_missed_by_anyone() => Verify.Destructive("""
        class C
        {
            private readonly string _dir = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
            private readonly string _late;
            C() { _late = Path.GetTempPath() + "x"; }
            static string Fresh() { var p = Path.Combine(Path.GetTempPath(), "y"); return p; }
            void M(string name)
            {
                Directory.Delete(_dir, true);
                Directory.Delete(_late, true);
                Directory.Delete(Fresh(), true);
                Directory.CreateTempSubdirectory().Delete(true);
                var sub = $"{Path.GetTempPath()}/abc";
                Directory.Delete(sub, true);
                var climbs = Path.Combine(Path.GetTempPath(), "../..");
                Directory.{|AG0004:Delete(climbs, true)|};
                Directory.{|AG0004:Delete(Path.GetDirectoryName(_dir), true)|};
                new DirectoryInfo(_dir).Parent.{|AG0004:Delete(true)|};
                Directory.{|AG0004:Delete(Path.Combine(name, Path.GetTempPath()), true)|};
            }
        }
        """);

    [Theory]
    [InlineData("Path.Combine(root, \"tmp-images\")")]
    [InlineData("Path.Combine(root, \"tmphtml\")")]
    [InlineData("Path.Combine(root, \"build\", \"temp\", name)")]
    [InlineData("Path.Combine(root, \"Temps\", name)")]
    [InlineData("Path.Join(root, \"TempFiles\")")]
    [InlineData("root + \"-tmp\"")]
    [InlineData("$\"{root}/cache/{name}\"")]
    [InlineData("$\"/var/tmp/{name}\"")]
    [InlineData("\"/tmp/export\"")]
    [InlineData("@\"C:\\Temp\\export\"")]
    [InlineData("Path.Combine(root, \"obj\")")]
    [InlineData("Path.Combine(root, name, \"node_modules\")")]
    [InlineData("Path.Combine(root, \"obj/Debug\")")]
    public Task A_folder_whose_name_says_so_is_temporary(string path) => Delete(path, "Directory.Delete(path, true);");

    [Theory]
    [InlineData("Path.Combine(root, \"templates\")")]
    [InlineData("Path.Combine(root, \"tmp\", \"..\", name)")]
    [InlineData("root + \"/temperature\"")]
    [InlineData("Path.Combine(root, \"objects\")")]
    [InlineData("Path.Combine(root, \"obj\", \"..\")")]
    [InlineData("\"/tmp/../home\"")]
    [InlineData("name == \"tmp\" ? root : name")]
    [InlineData("Path.Combine(root, \"tempo\")")]
    [InlineData("Path.Combine(root, \"tmpl-pages\")")]
    [InlineData("$\"{root}/tmp/../{name}\"")]
    public Task One_that_only_looks_like_it_is_not(string path) => Delete(path, "Directory.{|AG0004:Delete(path, true)|};");

    [Fact]
    public Task A_folder_that_an_archive_was_unpacked_into_where_there_was_none() => Verify.Destructive("""
        using System.IO.Compression;
        class C
        {
            void M(string tools, string archive)
            {
                var unpacked = Path.Combine(tools, "unpacked");
                if (Directory.Exists(unpacked)) Directory.{|AG0004:Delete(unpacked, true)|};
                ZipFile.ExtractToDirectory(archive, unpacked);
                File.Copy(Path.Combine(unpacked, "tool"), Path.Combine(tools, "tool"), true);
                Directory.Delete(unpacked, true);
            }
            void N(string tools, string archive)
            {
                ZipFile.ExtractToDirectory(archive, tools, overwriteFiles: true);
                Directory.{|AG0004:Delete(tools, true)|};
            }
        }
        """);

    [Fact]
    public Task A_lazy_path_is_the_one_that_its_function_returns() => Verify.Destructive("""
        class C(string root)
        {
            private static readonly Lazy<string> Temporary = new(() => { var path = Path.Combine(Path.GetTempPath(), "a"); Directory.CreateDirectory(path); return path; });
            private static Lazy<string> Other => new Lazy<string>(() => Path.GetTempPath());
            private readonly Lazy<string> _kept = new(() => "/data");
            private readonly Lazy<string> _given = new(Find);
            private Lazy<string> _changed = new(() => Path.GetTempPath());
            static string Find() => "/data";
            void M()
            {
                _changed = new Lazy<string>(() => root);
                Directory.Delete(Temporary.Value, true);
                Directory.Delete(Other.Value, true);
                Directory.{|AG0004:Delete(_kept.Value, true)|};
                Directory.{|AG0004:Delete(_given.Value, true)|};
                Directory.{|AG0004:Delete(_changed.Value, true)|};
            }
        }
        """);

    [Fact]
    public Task What_only_the_type_sets_is_known_by_what_it_sets() => Verify.Destructive("""
        sealed class TemporaryDirectory : IDisposable
        {
            public string Path { get; private set; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "a");
            public void Dispose() => Directory.Delete(Path, true);
        }
        sealed class Opened : IDisposable
        {
            public string Path { get; private set; } = System.IO.Path.GetTempPath();
            private string _other = System.IO.Path.GetTempPath();
            public static Opened At(string path)
            {
                var opened = new Opened();
                opened.Path = path;
                opened._other = path;
                return opened;
            }
            public void Dispose()
            {
                Directory.{|AG0004:Delete(Path, true)|};
                Directory.{|AG0004:Delete(_other, true)|};
            }
        }
        sealed class Settable : IDisposable
        {
            public string Path { get; set; } = System.IO.Path.GetTempPath();
            public void Dispose() => Directory.{|AG0004:Delete(Path, true)|};
        }
        """);

    [Fact]
    public Task What_a_later_round_brings_counts_too() => Verify.Destructive("""
        class C
        {
            void Loop(string[] args)
            {
                var dir = Path.GetTempPath();
                for (var i = 0; i < args.Length; i++)
                {
                    Directory.{|AG0004:Delete(dir, true)|};
                    dir = args[i];
                }
            }
            void Renewed(string[] args)
            {
                var dir = "";
                foreach (var arg in args)
                {
                    dir = Path.Combine(Path.GetTempPath(), arg);
                    Directory.Delete(dir, true);
                    dir = arg;
                    Console.WriteLine(dir);
                }
            }
            void Extended(string[] args)
            {
                var dir = Path.GetTempPath();
                foreach (var arg in args) dir = Path.Combine(dir, arg);
                Directory.Delete(dir, true);
            }
            void Captured(string data)
            {
                var dir = Path.GetTempPath();
                void Clean() => Directory.{|AG0004:Delete(dir, true)|};
                Clean();
                dir = data;
                Clean();
            }
            void Kept()
            {
                var dir = Path.GetTempPath();
                void Clean() => Directory.Delete(dir, true);
                Clean();
            }
        }
        """);

    [Fact]
    public Task What_lies_below_a_temporary_directory_is_temporary() => Verify.Destructive("""
        class C(string root)
        {
            private string _made;
            void M(DirectoryInfo info)
            {
                foreach (var old in Directory.GetDirectories(Path.GetTempPath(), "app-*")) Directory.Delete(old, true);
                foreach (var old in Directory.EnumerateDirectories(root)) Directory.{|AG0004:Delete(old, true)|};
                var fresh = Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString()));
                fresh.Delete(true);
                Directory.Delete(_made ??= Directory.CreateTempSubdirectory().FullName, true);
                Directory.Delete(Environment.GetEnvironmentVariable("RUNNER_TEMP") ?? Path.GetTempPath(), true);
                Directory.{|AG0004:Delete(Environment.GetEnvironmentVariable("DATA") ?? Path.GetTempPath(), true)|};
                Directory.{|AG0004:Delete(Path.Combine(Path.GetTempPath(), "/srv/data"), true)|};
                Directory.{|AG0004:Delete(GetTempPath(), true)|};
                string nothing = null;
                Directory.{|AG0004:Delete(nothing, true)|};
            }
            static string GetTempPath() => "/srv/data";
        }
        """);

    [Fact]
    public Task What_the_caller_has_handed_over_stays_where_it_is_not_replaced() => Verify.Destructive("""
        class C
        {
            void Empty(string path) { if (string.IsNullOrEmpty(path)) path = Path.GetTempPath(); Directory.{|AG0004:Delete(path, true)|}; }
            void Missing(string path) { path ??= Path.GetTempPath(); Directory.{|AG0004:Delete(path, true)|}; }
            void Found(string root) { var path = Find(root); path ??= Path.GetTempPath(); Directory.{|AG0004:Delete(path, true)|}; }
            void Switch(string path, bool recursive, bool shallow) { if (shallow) recursive = false; Directory.{|AG0004:Delete(path, recursive)|}; }
            void Replaced(string path) { path = Path.GetTempPath(); Directory.Delete(path, true); }
            void Nothing() { string path = null; path ??= Path.GetTempPath(); Directory.Delete(path, true); }
            string Find(string root) => root;
        }
        """);

    [Fact]
    public Task A_path_of_the_abstraction_is_one_as_well() => Verify.Destructive("""
        using System.IO.Abstractions;
        namespace System.IO.Abstractions
        {
            public interface IDirectory { void Delete(string path); void Delete(string path, bool recursive); IDirectoryInfo CreateDirectory(string path); string[] GetDirectories(string path); IDirectoryInfo CreateTempSubdirectory(string prefix = null); }
            public interface IDirectoryInfo { string FullName { get; } void Delete(); void Delete(bool recursive); IDirectoryInfo[] GetDirectories(); }
            public interface IDirectoryInfoFactory { IDirectoryInfo New(string path); }
            public interface IPath { string Combine(string one, string other); string GetTempPath(); string GetRandomFileName(); }
            public interface IFileSystem { IDirectory Directory { get; } IDirectoryInfoFactory DirectoryInfo { get; } IPath Path { get; } }
        }
        class C(IFileSystem files)
        {
            void M(string root, IDirectoryInfo folder)
            {
                files.Directory.{|AG0004:Delete(root, true)|};
                folder.{|AG0004:Delete(true)|};
                files.Directory.Delete(root);
                files.Directory.Delete(root, false);
                files.Directory.Delete(files.Path.Combine(files.Path.GetTempPath(), root), true);
                files.DirectoryInfo.New(files.Path.GetTempPath()).Delete(true);
                files.DirectoryInfo.New(root).{|AG0004:Delete(true)|};
                files.Directory.CreateTempSubdirectory().Delete(true);
                foreach (var old in files.Directory.GetDirectories(files.Path.GetTempPath())) files.Directory.Delete(old, true);
                foreach (var old in folder.GetDirectories()) old.{|AG0004:Delete(true)|};
                var made = files.Path.Combine(root, files.Path.GetRandomFileName());
                files.Directory.CreateDirectory(made);
                files.Directory.Delete(made, true);
                files.Directory.{|AG0004:Delete(files.Path.Combine(root, files.Path.GetTempPath()), true)|};
            }
        }
        """);

    [Fact]
    public Task Folders_that_are_gathered_from_one_and_names_that_are_interned() => Verify.Destructive("""
        class C
        {
            void M(string root, DirectoryInfo other)
            {
                var old = new List<DirectoryInfo>();
                var mixed = new List<DirectoryInfo>();
                var shaders = new DirectoryInfo(Path.Combine(root, "cache", "shader"));
                if (shaders.Exists) old.AddRange(shaders.EnumerateDirectories("*"));
                mixed.AddRange(shaders.EnumerateDirectories("*"));
                mixed.AddRange(other.EnumerateDirectories("*"));
                foreach (var folder in old) folder.Delete(true);
                foreach (var folder in mixed) folder.{|AG0004:Delete(true)|};
                Directory.Delete(CacheOf(root), true);
                Directory.{|AG0004:Delete(DataOf(root), true)|};
            }
            static string CacheOf(string root) { var folder = Path.Combine(root, "ServerCache"); return string.Intern(folder); }
            static string DataOf(string root) => string.Intern(Path.Combine(root, "Server"));
        }
        """);

    private static Task Delete(string path, string statement) => Verify.Destructive($$"""
        class C
        {
            void M(string root, string name)
            {
                var path = {{path}};
                {{statement}}
            }
        }
        """);

    [Fact]
    public Task A_folder_that_was_missing_before_it_was_created() => Verify.Destructive("""
        class C
        {
            void M(string target, string other)
            {
                if (Directory.Exists(target)) throw new IOException(target);
                Directory.CreateDirectory(target);
                try { File.WriteAllText(Path.Combine(target, "a"), ""); }
                catch { Directory.Delete(target, true); throw; }
            }
            void Perhaps(string target)
            {
                if (!Directory.Exists(target)) Directory.CreateDirectory(target);
                Directory.{|AG0004:Delete(target, true)|};
            }
            void Another(string target, string other)
            {
                if (Directory.Exists(other)) return;
                Directory.CreateDirectory(target);
                Directory.{|AG0004:Delete(target, true)|};
            }
            void Replaced(string target, string other)
            {
                if (Directory.Exists(target)) return;
                Directory.CreateDirectory(target);
                target = other;
                Directory.{|AG0004:Delete(target, true)|};
            }
        }
        """);

    [Theory]
    [InlineData("internal static class Folders { internal static string Work = Path.Combine(Path.GetTempPath(), \"a\"); }")]
    [InlineData("internal static class Folders { public static string Work = Path.Combine(Path.GetTempPath(), \"a\"); }")]
    [InlineData("public class Folders { internal static string Work = Path.GetTempPath() + \"a\"; void Open() => Work = Directory.CreateDirectory(Work + Guid.NewGuid()).FullName; }")]
    [InlineData("internal class Folders { public static string Work = Path.GetTempPath() + \"a\"; } class Other { public string Work; void M(string given) { Work = given; if (Folders.Work == given) Work = Folders.Work; } }")]
    public Task A_static_field_that_only_this_assembly_sees(string type) => Verify.Destructive(type + " class C { void M() => Directory.Delete(Folders.Work, true); }");

    [Theory]
    [InlineData("public static class Folders { public static string Work = Path.Combine(Path.GetTempPath(), \"a\"); }")]
    [InlineData("internal static class Folders { internal static string Work = Path.GetTempPath() + \"a\"; } class Other { void M(string given) => Folders.Work = given; }")]
    [InlineData("internal static class Folders { internal static string Work = Path.GetTempPath() + \"a\"; } class Other { void M(string given) => (Folders.Work, _) = (given, 1); }")]
    [InlineData("internal static class Folders { internal static string Work = Path.GetTempPath() + \"a\"; } class Other { void M() => Find(out Folders.Work); void Find(out string found) => found = \"/srv\"; }")]
    [InlineData("internal static class Folders { internal static string Work = Path.GetTempPath() + \"a\"; } class Other { void M() { ref var work = ref Folders.Work; work = \"/srv\"; } }")]
    [InlineData("internal static class Folders { internal static string Work { get; set; } = Path.GetTempPath() + \"a\"; }")]
    public Task One_that_may_be_written_otherwise(string type) => Verify.Destructive(type + " class C { void M() => Directory.{|AG0004:Delete(Folders.Work, true)|}; }");

    [Fact]
    public Task An_init_only_property_may_be_given_by_anybody() => Verify.Destructive("""
        public class Options { public string Given { get; init; } = Path.GetTempPath(); public string Own { get; private init; } = Path.GetTempPath(); public string Fixed { get; } = Path.GetTempPath(); }
        public class C
        {
            void M(Options options)
            {
                Directory.{|AG0004:Delete(options.Given, true)|};
                Directory.Delete(options.Own, true);
                Directory.Delete(options.Fixed, true);
            }
        }
        """);

    [Theory]
    [InlineData("Directory.Delete(Environment.ExpandEnvironmentVariables(@\"%TEMP%\\MyApp\"), true);")]
    [InlineData("Directory.Delete(Environment.ExpandEnvironmentVariables(@\"%LOCALAPPDATA%\\MyApp\\Cache\"), true);")]
    [InlineData("Directory.{|AG0004:Delete(Environment.ExpandEnvironmentVariables(@\"%LOCALAPPDATA%\\MyApp\"), true)|};")]
    [InlineData("Directory.{|AG0004:Delete(Environment.ExpandEnvironmentVariables(@\"%TEMP%\\..\\MyApp\"), true)|};")]
    [InlineData("Directory.{|AG0004:Delete(Environment.ExpandEnvironmentVariables(given), true)|};")]
    [InlineData("var t = Path.Combine(Path.GetTempPath(), \"old\"); Directory.Move(given, t); Directory.{|AG0004:Delete(t, true)|};")]
    [InlineData("var t = Directory.CreateTempSubdirectory().FullName; Directory.Move(given, t); Directory.{|AG0004:Delete(t, true)|};")]
    [InlineData("var t = Path.Combine(Path.GetTempPath(), \"old\"); Directory.Move(t, given); Directory.Delete(t, true);")]
    [InlineData("var s = Path.Combine(Path.GetTempPath(), \"new\"); var t = Path.Combine(Path.GetTempPath(), \"old\"); Directory.Move(s, t); Directory.Delete(t, true);")]
    public Task Variables_of_the_system_and_what_was_moved_there(string code) => Verify.Destructive($$"""
        class C { void M(string given) { {{code}} } }
        """);

    [Theory]
    [InlineData("internal static class Files { public static void Clear(string path) { try { Directory.Delete(path, true); } catch (IOException) { } } }", "")]
    [InlineData("public static class Files { internal static void Clear(string path) => Directory.Delete(path, true); }", "")]
    [InlineData("public static class Files { public static void Clear(string path) => Directory.{|AG0004:Delete(path, true)|}; }", "")]
    [InlineData("internal static class Files { public static void Clear(string path) => Directory.{|AG0004:Delete(path, true)|}; }", "Files.Clear(given);")]
    [InlineData("internal static class Files { public static void Clear(string path) => Directory.{|AG0004:Delete(path, true)|}; }", "System.Array.ForEach(new[] { given }, Files.Clear);")]
    [InlineData("internal class Files { public static void Clear(string path) => new Files().Run(path); public virtual void Run(string path) => Directory.{|AG0004:Delete(path, true)|}; }", "")]
    public Task A_helper_that_only_this_assembly_calls(string helper, string more) => Verify.Destructive($$"""
        {{helper}}
        public class C { public void M(string given) { Files.Clear(Path.Combine(Path.GetTempPath(), "a")); {{more}} } }
        """);
}
