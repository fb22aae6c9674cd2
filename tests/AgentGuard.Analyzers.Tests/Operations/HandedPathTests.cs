namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Temporary folders that reach the call through a parameter or a collection of which every use is in sight.</summary>
public sealed class HandedPathTests
{
    [Fact]
    public Task What_every_caller_of_a_private_helper_hands_over() => Verify.Destructive("""
        class Installer(string root)
        {
            void First()
            {
                var folder = Directory.CreateTempSubdirectory("x").FullName;
                try { } finally { CleanUp(folder); }
            }
            void Second() => CleanUp(Fresh());
            void Third(string folder)
            {
                CleanUpAny(folder);
                CleanUpAny(Fresh());
                Action<string> later = CleanUpLater;
                CleanUpLater(Fresh());
                CleanUpChanged(Fresh());
                CleanUpOpen(Fresh());
                CleanUpDeep(Fresh());
            }
            static string Fresh() => Path.Combine(Path.GetTempPath(), "installer");
            private void CleanUp(string folder) { if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true); }
            private void CleanUpAny(string folder) => Directory.{|AG0004:Delete(folder, true)|};
            private void CleanUpLater(string folder) => Directory.{|AG0004:Delete(folder, true)|};
            private void CleanUpChanged(string folder) { if (folder.Length > 9) folder = root; Directory.{|AG0004:Delete(folder, true)|}; }
            private void CleanUpNever(string folder) => Directory.{|AG0004:Delete(folder, true)|};
            internal void CleanUpOpen(string folder) => Directory.{|AG0004:Delete(folder, true)|};
            private void CleanUpDeep(string folder) => CleanUpInner(folder);
            private void CleanUpInner(string folder) => Directory.Delete(folder, true);
        }
        """);

    [Fact]
    public Task A_local_function_is_called_where_it_can_be_seen() => Verify.Destructive("""
        class C
        {
            void M(string root)
            {
                Clean(Path.GetTempPath() + "x");
                Both(Path.GetTempPath() + "x");
                Both(root);
                void Clean(string folder) => Directory.Delete(folder, true);
                void Both(string folder) => Directory.{|AG0004:Delete(folder, true)|};
            }
        }
        """);

    [Fact]
    public Task What_a_constructor_is_handed_that_only_the_type_around_can_call() => Verify.Destructive("""
        class Service
        {
            IDisposable Create() => new Holder(Directory.CreateTempSubdirectory().FullName);
            private sealed class Holder : IDisposable
            {
                private readonly string _path;
                public Holder(string path) { _path = path; }
                public void Dispose() => Directory.Delete(_path, recursive: true);
            }
            private sealed class Primary(string path) : IDisposable
            {
                public static Primary Create() => new(Path.Combine(Path.GetTempPath(), "a"));
                public void Dispose() => Directory.Delete(path, recursive: true);
            }
            private sealed class Moved(string path) : IDisposable
            {
                public static Moved Create() => new(Path.Combine(Path.GetTempPath(), "a"));
                public void Move(string to) { path = to; }
                public void Dispose() => Directory.{|AG0004:Delete(path, recursive: true)|};
            }
        }
        sealed class Scope : IDisposable
        {
            private readonly DirectoryInfo _folder;
            private Scope(DirectoryInfo folder) { _folder = folder; }
            public static Scope Create() => new Scope(Directory.CreateTempSubdirectory());
            public void Dispose() => _folder.Delete(true);
        }
        sealed class Open : IDisposable
        {
            private readonly DirectoryInfo _folder;
            public Open(DirectoryInfo folder) { _folder = folder; }
            public static Open Create() => new Open(Directory.CreateTempSubdirectory());
            public void Dispose() => _folder.{|AG0004:Delete(true)|};
        }
        """);

    [Fact]
    public Task The_folder_of_a_file_in_an_own_temporary_folder() => Verify.Destructive("""
        sealed class TemporaryConfig : IDisposable
        {
            private readonly FileInfo _file;
            private TemporaryConfig(FileInfo file) { _file = file; }
            public static TemporaryConfig Create()
            {
                var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
                return new TemporaryConfig(new FileInfo(Path.Combine(folder, "app.config")));
            }
            public void Dispose() => _file.Directory?.Delete(true);
        }
        class C
        {
            void M(string name, string root)
            {
                var folder = Directory.CreateTempSubdirectory().FullName;
                Directory.Delete(Path.GetDirectoryName(Path.Combine(folder, name)), true);
                Directory.Delete(new FileInfo(Path.Combine(Path.GetTempPath(), "own", name)).DirectoryName, true);
                Directory.{|AG0004:Delete(Path.GetDirectoryName(folder), true)|};
                Directory.{|AG0004:Delete(Path.GetDirectoryName(Path.GetTempFileName()), true)|};
                Directory.{|AG0004:Delete(Path.GetDirectoryName(Path.Combine(Path.GetTempPath(), name)), true)|};
                Directory.{|AG0004:Delete(Path.GetDirectoryName(Path.Combine(root, name)), true)|};
                Directory.{|AG0004:Delete(Path.GetDirectoryName(Path.Combine(folder, "..", name)), true)|};
                Directory.{|AG0004:Delete(Path.GetDirectoryName(Path.GetDirectoryName(Path.Combine(folder, name))), true)|};
            }
        }
        """);

    [Fact]
    public Task What_a_fixture_has_noted_for_later() => Verify.Destructive("""
        class Fixture : IDisposable
        {
            private readonly List<string> _folders = new();
            private readonly List<string> _mixed = [Path.GetTempPath() + "x"];
            private readonly List<string> _handed = new();
            private readonly List<string> _copied = new(Environment.GetCommandLineArgs());
            public readonly List<string> Open = new();
            string Fresh()
            {
                var folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
                _folders.Add(folder);
                _mixed.Add(folder);
                _handed.Add(folder);
                _copied.Add(folder);
                Open.Add(folder);
                return folder;
            }
            void Note(string folder) { _mixed.Add(folder); Fill(_handed); }
            static void Fill(List<string> list) { }
            public void Dispose()
            {
                foreach (var folder in _folders.Where(Directory.Exists)) Directory.Delete(folder, true);
                foreach (var folder in _folders) { if (Directory.Exists(folder)) Directory.Delete(folder, true); }
                _folders.Clear();
                foreach (var folder in _mixed) Directory.{|AG0004:Delete(folder, true)|};
                foreach (var folder in _handed) Directory.{|AG0004:Delete(folder, true)|};
                foreach (var folder in _copied) Directory.{|AG0004:Delete(folder, true)|};
                foreach (var folder in Open) Directory.{|AG0004:Delete(folder, true)|};
            }
        }
        """);

    [Fact]
    public Task One_of_several_things_that_a_helper_returns() => Verify.Destructive("""
        class C
        {
            async Task M(string root)
            {
                var (folder, name) = Create();
                Directory.Delete(folder, true);
                (string first, var (second, third)) = Nested();
                Directory.Delete(first, true);
                Directory.{|AG0004:Delete(second, true)|};
                var (later, count) = await CreateAsync();
                Directory.Delete(later, true);
                var (either, other) = Choose(root);
                Directory.{|AG0004:Delete(either, true)|};
                Directory.Delete(other, true);
                var (open, _) = Open();
                Directory.{|AG0004:Delete(open, true)|};
                folder = root;
                Directory.{|AG0004:Delete(folder, true)|};
            }
            static (string Folder, string Name) Create()
            {
                var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
                Directory.CreateDirectory(folder);
                return (folder, "app.py");
            }
            static (string, (string, string)) Nested() => (Path.GetTempPath() + "x", (Path.GetTempPath() + "y", ""));
            async Task<(string, int)> CreateAsync() { await Task.Yield(); return (Path.GetTempPath() + "x", 1); }
            static (string, string) Choose(string root) { if (root is null) return (Path.GetTempPath(), Path.GetTempPath() + "x"); return (root, Path.GetTempPath()); }
            protected virtual (string, int) Open() => (Path.GetTempPath() + "x", 1);
        }
        """);

    [Theory]
    [InlineData("foreach (var inner in Directory.GetDirectories(path)) Remove(inner, tries); Directory.Delete(path, true);")]
    [InlineData("foreach (var inner in new DirectoryInfo(path).EnumerateDirectories()) Remove(inner.FullName, tries); Directory.Delete(path, true);")]
    [InlineData("try { Directory.Delete(path, true); } catch (IOException) when (tries > 0) { Remove(path, tries - 1); }")]
    [InlineData("if (tries == 0) return; Remove(Path.Combine(path, \"inner\"), tries - 1); Directory.Delete(path, true);")]
    public Task A_helper_that_calls_itself_below(string body) => Recursive(body);

    [Theory]
    [InlineData("foreach (var inner in Directory.GetDirectories(path)) Remove(_root, tries); Directory.{|AG0004:Delete(path, true)|};")]
    [InlineData("if (tries == 0) return; Remove(Path.Combine(path, \"..\"), tries - 1); Directory.{|AG0004:Delete(path, true)|};")]
    [InlineData("if (tries == 0) return; Remove(Path.GetDirectoryName(path), tries - 1); Directory.{|AG0004:Delete(path, true)|};")]
    [InlineData("foreach (var inner in Directory.GetDirectories(_root)) Remove(inner, tries); Directory.{|AG0004:Delete(path, true)|};")]
    public Task A_helper_that_calls_itself_elsewhere(string body) => Recursive(body);

    [Fact]
    public Task A_helper_that_only_calls_itself() => Verify.Destructive("""
        class C
        {
            private static void Remove(string path) { foreach (var inner in Directory.GetDirectories(path)) Remove(inner); Directory.{|AG0004:Delete(path, true)|}; }
        }
        """);

    private static Task Recursive(string body) => Verify.Destructive($$"""
        class Updater(string root)
        {
            private readonly string _root = root;
            public void Clean()
            {
                var temp = Path.Combine(Path.GetTempPath(), "update");
                if (Directory.Exists(temp)) Remove(temp, 3);
            }
            private void Remove(string path, int tries) { {{body}} }
        }
        """);
}
