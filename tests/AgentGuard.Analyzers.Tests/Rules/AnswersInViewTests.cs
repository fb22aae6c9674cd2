namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Guards whose answer stands in the code: of an object that is made where it is asked, of a default, of a field that nobody writes.</summary>
public sealed class AnswersInViewTests
{
    private const string Start = """
        using AgentGuard;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.FileProviders;
        using Microsoft.Extensions.Hosting;
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } }
        interface IDialogs { bool Confirm(string question); }
        interface IBackups { void Backup(); Task BackupAsync(); }
        class Yes : IDialogs { public bool Confirm(string question) => true; }
        class Console1 : IDialogs { public bool Confirm(string question) => Console.ReadLine() == question; }
        class Nothing : IBackups { public void Backup() { } public Task BackupAsync() => Task.CompletedTask; }
        class Copies : IBackups { public void Backup() => Stream.Null.Flush(); public Task BackupAsync() => Stream.Null.FlushAsync(); }
        class Own : IHostEnvironment { public string EnvironmentName { get; set; } = "Development"; public string ApplicationName { get; set; } public string ContentRootPath { get; set; } public IFileProvider ContentRootFileProvider { get; set; } }
        class Told(string name) : IHostEnvironment { public string EnvironmentName { get; set; } = name; public string ApplicationName { get; set; } public string ContentRootPath { get; set; } public IFileProvider ContentRootFileProvider { get; set; } }
        static class App { public static string EnvironmentName { get; set; } = "Development"; }
        class Options { public string Environment { get; set; } = "Development"; public string Stage { get; set; } = "Production"; }

        """;

    private const string Environment = "Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};";
    private const string Confirmation = "Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};";
    private const string Backup = "Store.{|AG0001:{|AG0002:{|AG0102:Drop()|}|}|};";
    private const string Nothing = "Store.{|all:Drop()|};";
    private const string Checked = "Store.{|AG0002:{|AG0003:Drop()|}|};";
    private const string Asked = "Store.{|AG0001:{|AG0003:Drop()|}|};";
    private const string Saved = "Store.{|AG0001:{|AG0002:Drop()|}|};";

    [Theory]
    [InlineData("if (new Own().IsDevelopment()) ", Environment)]
    [InlineData("IHostEnvironment own = new Own(); if (own.IsDevelopment()) ", Environment)]
    [InlineData("IHostEnvironment own = new Own { EnvironmentName = \"Test\" }; if (own.IsEnvironment(\"Test\")) ", Environment)]
    [InlineData("if (_own.IsDevelopment()) ", Environment)]
    [InlineData("if (new Told(config[\"a\"]).IsDevelopment()) ", Checked)]
    [InlineData("IHostEnvironment own = config[\"a\"] == \"b\" ? new Own() : env; if (own.IsDevelopment()) ", Checked)]
    [InlineData("if (env.IsDevelopment()) ", Checked)]
    [InlineData("IDialogs dialogs = new Yes(); if (dialogs.Confirm(\"?\")) ", Confirmation)]
    [InlineData("if (_yes.Confirm(\"?\")) ", Confirmation)]
    [InlineData("IDialogs dialogs = new Console1(); if (dialogs.Confirm(\"?\")) ", Asked)]
    [InlineData("if (given.Confirm(\"?\")) ", Asked)]
    [InlineData("IBackups backups = new Nothing(); backups.Backup(); ", Backup)]
    [InlineData("IBackups backups = new Nothing(); await backups.BackupAsync(); ", Backup)]
    [InlineData("IBackups backups = new Copies(); backups.Backup(); ", Saved)]
    [InlineData("IBackups backups = new Copies(); await backups.BackupAsync(); ", Saved)]
    [InlineData("saver.Backup(); ", Saved)]
    public Task An_object_that_is_made_where_it_is_asked(string guard, string operation) => Check(guard + operation);

    [Theory]
    [InlineData("string environment = \"Development\"", "if (environment == \"Development\") ", Nothing)]
    [InlineData("string environment = \"Production\"", "if (environment == \"Development\") ", Checked)]
    [InlineData("string environment = null", "if (environment == \"Development\") ", Checked)]
    [InlineData("string environment", "if (environment == \"Development\") ", Checked)]
    [InlineData("string confirmation = \"yes\"", "if (confirmation == \"yes\") ", Nothing)]
    [InlineData("string confirmation = \"\"", "if (confirmation == \"yes\") ", Asked)]
    [InlineData("", "if (config.GetValue(\"ASPNETCORE_ENVIRONMENT\", \"Development\") == \"Development\") ", Nothing)]
    [InlineData("", "if (config.GetValue(\"ASPNETCORE_ENVIRONMENT\", \"Production\") == \"Development\") ", Checked)]
    [InlineData("", "if (config.GetValue<string>(\"ASPNETCORE_ENVIRONMENT\") == \"Development\") ", Checked)]
    [InlineData("", "if (App.EnvironmentName == \"Development\") ", Nothing)]
    [InlineData("Options options", "if (options.Environment == \"Development\") ", Nothing)]
    public Task A_default_that_says_yes(string parameters, string guard, string operation) => Verify.Destructive(In(guard + operation, parameters));

    [Theory]
    [InlineData("string _database = \"test\";", Nothing)]
    [InlineData("readonly string _database = \"test\";", Nothing)]
    [InlineData("string _database = \"test\"; void Set(string name) => _database = name;", Checked)]
    [InlineData("string _database = \"test\"; void Set() => Read(out _database); static void Read(out string name) => name = \"a\";", Checked)]
    [InlineData("string _database = \"test\"; void Set() => (_database, _) = (\"a\", 1);", Checked)]
    [InlineData("[System.ComponentModel.Category(\"a\")] string _database = \"test\";", Checked)]
    [InlineData("internal string _database = \"test\";", Checked)]
    public Task A_field_that_nobody_writes(string field, string operation) => Verify.Destructive(In("if (_database == \"test\") " + operation, "", field));

    private static Task Check(string code) => Verify.Destructive(In(code));

    private static string In(string code, string parameters = "", string members = "") => Start + $$"""
        class C(IHostEnvironment env, IConfiguration config, IDialogs given, IBackups saver)
        {
            readonly IHostEnvironment _own = new Own();
            readonly IDialogs _yes = new Yes();
            {{members}}
            async Task M({{parameters}}) { await Task.Yield(); {{code}} }
        }
        """;
}
