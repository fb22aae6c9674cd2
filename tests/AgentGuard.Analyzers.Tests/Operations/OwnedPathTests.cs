namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A flag that is set only where a temporary folder is made says that the folder is one.</summary>
public sealed class OwnedPathTests
{
    [Theory]
    [InlineData("public Work(string dir) { if (dir is null) { _dir = Path.Combine(Path.GetTempPath(), \"work\"); _owns = true; } else _dir = dir; }")]
    [InlineData("public Work(string dir) { _owns = dir == null; _dir = dir ?? Directory.CreateTempSubdirectory().FullName; }")]
    [InlineData("public Work(string dir) { _owns = string.IsNullOrEmpty(dir); _dir = string.IsNullOrEmpty(dir) ? Path.GetTempPath() + \"work\" : dir; }")]
    [InlineData("public Work() { _dir = Directory.CreateTempSubdirectory().FullName; _owns = true; } public Work(string dir) => _dir = dir;")]
    [InlineData("public Work() : this(Directory.CreateTempSubdirectory().FullName, true) { } public Work(string dir) : this(dir, false) { } private Work(string dir, bool owns) { _dir = dir; _owns = owns; }")]
    [InlineData("public Work(string given) { string dir = null; if (given != null) dir = given; if (string.IsNullOrWhiteSpace(dir)) { dir = Path.Combine(Path.GetTempPath(), \"work\"); _owns = true; } _dir = dir; }")]
    public Task It_is_set_with_a_temporary_folder_only(string members) => Check(members, "if (_owns) Directory.Delete(_dir, true); if (!_owns || !Directory.Exists(_dir)) return; Directory.Delete(_dir, true);");

    [Theory]
    [InlineData("public Work(string dir, bool owns) { _dir = dir; _owns = owns; }")]
    [InlineData("public Work(string dir) { _dir = dir; _owns = true; }")]
    [InlineData("public Work(string dir) { if (dir is null) { _dir = Path.GetTempPath() + \"work\"; } else { _dir = dir; _owns = true; } }")]
    [InlineData("public Work(string dir) { _dir = Path.GetTempPath() + \"work\"; _owns = true; if (dir != null) _dir = dir; }")]
    [InlineData("public Work(string dir, string other) { _owns = other == null; _dir = dir ?? Path.GetTempPath() + \"work\"; }")]
    [InlineData("public Work() : this(Path.GetTempPath() + \"work\", false) { } public Work(string dir) : this(dir, true) { } private Work(string dir, bool owns) { _dir = dir; _owns = owns; }")]
    [InlineData("public Work() { _dir = Path.GetTempPath() + \"work\"; _owns = true; } public void Turn(string dir) => _dir = dir;")]
    [InlineData("public Work(string dir) { if (dir is null) { _dir = Path.GetTempPath() + \"work\"; _owns = true; } else _dir = dir; } public void Own() => _owns = true;")]
    [InlineData("public Work(string given) { var dir = Path.GetTempPath() + \"work\"; _owns = true; if (given != null) dir = given; _dir = dir; }")]
    [InlineData("public Work(string given) { string dir = given; if (dir is null) { dir = Path.GetTempPath() + \"work\"; } else { _owns = true; } _dir = dir; }")]
    public Task It_may_be_set_beside_another_folder(string members) => Check(members, "if (_owns) Directory.{|AG0004:Delete(_dir, true)|};");

    [Theory]
    [InlineData("if (!_owns) Directory.{|AG0004:Delete(_dir, true)|};")]
    [InlineData("if (_owns || Directory.Exists(_dir)) Directory.{|AG0004:Delete(_dir, true)|};")]
    [InlineData("if (_owns) Directory.{|AG0004:Delete(Path.GetDirectoryName(_dir), true)|};")]
    public Task It_must_hold_and_be_about_this_folder(string statement) =>
        Check("public Work(string dir) { if (dir is null) { _dir = Path.GetTempPath() + \"work\"; _owns = true; } else _dir = dir; }", statement);

    [Theory]
    [InlineData("var created = !Directory.Exists(dir); if (created) Directory.CreateDirectory(dir);")]
    [InlineData("var created = false; if (!Directory.Exists(dir)) { Directory.CreateDirectory(dir); created = true; }")]
    public Task A_flag_that_says_that_it_was_missing(string code) => Created(code, "if (created) Directory.Delete(dir, true);");

    [Theory]
    [InlineData("var created = Directory.Exists(dir);")]
    [InlineData("var created = !Directory.Exists(other);")]
    [InlineData("var created = !Directory.Exists(dir); dir = other;")]
    [InlineData("var created = false; if (!Directory.Exists(dir)) Directory.CreateDirectory(dir); created = true;")]
    public Task A_flag_that_says_something_else(string code) => Created(code, "if (created) Directory.{|AG0004:Delete(dir, true)|};");

    private static Task Created(string code, string statement) => Verify.Destructive($$"""
        class C
        {
            void M(string dir, string other)
            {
                {{code}}
                try { File.WriteAllText(Path.Combine(dir, "a"), ""); }
                finally { {{statement}} }
            }
        }
        """);

    [Fact]
    public Task A_flag_in_a_local() => Verify.Destructive("""
        class C
        {
            void M(string dir)
            {
                var isTemporary = false;
                if (dir is null) { dir = Path.Combine(Path.GetTempPath(), "work"); isTemporary = true; }
                try { File.WriteAllText(Path.Combine(dir, "a"), ""); }
                finally { if (isTemporary) Directory.Delete(dir, true); }
                if (!isTemporary) Directory.{|AG0004:Delete(dir, true)|};
            }
        }
        """);

    private static Task Check(string members, string statements) => Verify.Destructive($$"""
        sealed class Work : IDisposable
        {
            private string _dir;
            private bool _owns;
            {{members}}
            public void Dispose() { {{statements}} }
        }
        """);

    [Theory]
    [InlineData("class Step(string path) {", "")]
    [InlineData("class Step { private readonly string path; public Step(string given) => path = given;", "")]
    [InlineData("class Step(string path) { public void Turn(string other) => path = other;", "AG0004")]
    [InlineData("class Step { private string path; public Step(string given) => path = given;", "AG0004")]
    [InlineData("class Step { private readonly string path; public Step(string given) { path = given; _created = true; }", "AG0004")]
    public Task A_flag_that_another_member_sets_beside_the_creation(string type, string rule) => Verify.Destructive($$"""
        {{type}}
            private bool _created;
            public void Execute() { if (!Directory.Exists(path)) { Directory.CreateDirectory(path); _created = true; } }
            public void Rollback() { if (_created) Directory.{{(rule.Length == 0 ? "Delete(path, true)" : "{|" + rule + ":Delete(path, true)|}")}}; }
        }
        """);

    [Theory]
    [InlineData("if (Directory.Exists(dir)) Directory.{|AG0004:Delete(dir, true)|}; Directory.CreateDirectory(dir);")]
    [InlineData("if (Directory.Exists(dir)) { Console.WriteLine(dir); Directory.{|AG0004:Delete(dir, true)|}; } Directory.CreateDirectory(dir);")]
    [InlineData("Directory.{|AG0004:Delete(dir, true)|}; Directory.CreateDirectory(dir);")]
    [InlineData("if (Directory.Exists(dir)) throw new InvalidOperationException(); Directory.CreateDirectory(dir);")]
    public Task A_folder_that_was_deleted_or_missing_and_is_created_anew(string code) => Installed(code, "Directory.Delete(dir, true);");

    [Theory]
    [InlineData("if (Directory.Exists(other)) Directory.{|AG0004:Delete(other, true)|}; Directory.CreateDirectory(dir);")]
    [InlineData("if (other is null) Directory.{|AG0004:Delete(dir, true)|}; Directory.CreateDirectory(dir);")]
    [InlineData("if (Directory.Exists(dir)) { if (other is null) Directory.{|AG0004:Delete(dir, true)|}; } Directory.CreateDirectory(dir);")]
    [InlineData("if (Directory.Exists(dir)) Directory.{|AG0004:Delete(dir, true)|}; dir = other; Directory.CreateDirectory(dir);")]
    [InlineData("try { Directory.{|AG0004:Delete(dir, true)|}; } catch { } Directory.CreateDirectory(dir);")]
    [InlineData("Directory.CreateDirectory(dir);")]
    public Task One_that_may_have_been_there(string code) => Installed(code, "Directory.{|AG0004:Delete(dir, true)|};");

    [Fact]
    public Task One_that_is_not_created_anew() => Installed("if (Directory.Exists(dir)) Directory.{|AG0004:Delete(dir, true)|};", "Directory.{|AG0201:{|AG0004:Delete(dir, true)|}|};");

    [Theory]
    [InlineData("if (dir.Exists) throw new InvalidOperationException(); dir.Create();", "dir.Delete(true);")]
    [InlineData("if (dir.Exists) dir.{|AG0004:Delete(true)|}; dir.Create();", "dir.Delete(true);")]
    [InlineData("if (dir.Exists) return; dir.Create();", "Directory.Delete(dir.FullName, true);")]
    [InlineData("dir.Create();", "dir.{|AG0004:Delete(true)|};")]
    [InlineData("if (!dir.Exists) return; dir.Create();", "dir.{|AG0004:Delete(true)|};")]
    [InlineData("if (dir.Exists) return; dir.Create(); dir = new DirectoryInfo(other);", "dir.{|AG0004:Delete(true)|};")]
    public Task The_same_with_an_object(string code, string statement) => Installed("var dir = new DirectoryInfo(path); " + code, statement, "path");

    [Theory]
    [InlineData("private string _made;", "if (!Directory.Exists(dir)) { Directory.CreateDirectory(dir); _made = dir; }")]
    [InlineData("private string? _made = null;", "if (Directory.Exists(dir)) return; Directory.CreateDirectory(dir); _made = dir;")]
    [InlineData("private string _made;", "var top = dir; while (!Directory.Exists(Path.GetDirectoryName(top))) top = Path.GetDirectoryName(top); if (!Directory.Exists(top)) { Directory.CreateDirectory(dir); _made = top; }")]
    public Task A_folder_that_is_noted_where_it_was_missing(string field, string code) => Noted(field, code, "Directory.Delete(_made, true);");

    [Theory]
    [InlineData("private string _made;", "if (Directory.Exists(dir)) { Directory.CreateDirectory(dir); _made = dir; }")]
    [InlineData("private string _made;", "Directory.CreateDirectory(dir); _made = dir;")]
    [InlineData("private string _made;", "if (!Directory.Exists(dir)) { Directory.CreateDirectory(dir); _made = other; }")]
    [InlineData("private string _made;", "if (!Directory.Exists(dir)) { _made = dir; }")]
    [InlineData("private string _made;", "if (!Directory.Exists(dir)) { Directory.CreateDirectory(dir); _made = dir; } else _made = other;")]
    [InlineData("private string _made = \"/srv\";", "if (!Directory.Exists(dir)) { Directory.CreateDirectory(dir); _made = dir; }")]
    [InlineData("public string _made;", "if (!Directory.Exists(dir)) { Directory.CreateDirectory(dir); _made = dir; }")]
    public Task One_of_which_that_is_not_said(string field, string code) => Noted(field, code, "Directory.{|AG0004:Delete(_made, true)|};");

    private static Task Noted(string field, string code, string delete) => Verify.Destructive($$"""
        class C
        {
            {{field}}
            public void Execute(string dir, string other) { {{code}} }
            public void Rollback() { if (_made != null) {{delete}} }
        }
        """);

    private static Task Installed(string code, string statement, string parameter = "dir") => Verify.Destructive($$"""
        class C
        {
            void M(string {{parameter}}, string other)
            {
                {{code}}
                try { Load(); }
                catch { {{statement}} throw; }
            }
            void Load() { }
        }
        """);
}
