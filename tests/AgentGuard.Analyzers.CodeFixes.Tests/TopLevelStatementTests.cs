namespace AgentGuard.Analyzers.CodeFixes.Tests;

public sealed class TopLevelStatementTests
{
    [Fact]
    public Task A_call_moves_into_a_local_function_that_carries_the_attributes() => Add(AddGuardAttributeFix.EnvironmentKey, """
        var path = args[0];
        // Everything goes.
        Directory.{|AG0004:Delete(path, recursive: true)|}; // now
        Console.WriteLine("done");

        class Other;
        """, """
        using AgentGuard;

        var path = args[0];
        // Everything goes.
        GuardedDelete(path); // now
        Console.WriteLine("done");

        [RequiresEnvironment("Development")]
        static void GuardedDelete(string path) => Directory.Delete(path, recursive: true);

        class Other;
        """);

    [Fact]
    public Task The_function_is_set_off_from_a_type_behind_it() => Add(AddGuardAttributeFix.EnvironmentKey, """
        Directory.{|AG0004:Delete(args[0], true)|};
        Directory.{|AG0004:Delete(args[1], true)|};
        // What the file is for.
        class Other;
        """, """
        using AgentGuard;

        GuardedDelete(args);
        GuardedDelete2(args);

        [RequiresEnvironment("Development")]
        static void GuardedDelete(string[] args) => Directory.Delete(args[0], true);

        [RequiresEnvironment("Development")]
        static void GuardedDelete2(string[] args) => Directory.Delete(args[1], true);

        // What the file is for.
        class Other;
        """);

    [Fact]
    public Task Results_and_awaits_stay_where_they_were() => Add(AddGuardAttributeFix.AllKey, """
        using var db = new DbContext(new DbContextOptionsBuilder().Options);
        if (await db.Database.{|all:EnsureDeletedAsync()|}) Console.WriteLine("gone");
        """, """
        using AgentGuard;

        using var db = new DbContext(new DbContextOptionsBuilder().Options);
        if (await GuardedEnsureDeletedAsync(db)) Console.WriteLine("gone");

        [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
        static Task<bool> GuardedEnsureDeletedAsync(DbContext db) => db.Database.EnsureDeletedAsync();
        """, options => (options.Iterations, options.FixAllIterations) = (1, 1));

    [Fact]
    public Task Two_calls_become_two_functions() => Add(AddGuardAttributeFix.EnvironmentKey, """
        foreach (var path in args)
        {
            Directory.{|AG0004:Delete(path, true)|};
        }

        Directory.{|AG0004:Delete("cars", true)|};
        """, """
        using AgentGuard;

        foreach (var path in args)
        {
            GuardedDelete(path);
        }

        GuardedDelete2();

        [RequiresEnvironment("Development")]
        static void GuardedDelete(string path) => Directory.Delete(path, true);

        [RequiresEnvironment("Development")]
        static void GuardedDelete2() => Directory.Delete("cars", true);
        """);

    [Fact]
    public Task A_conditional_call_moves_with_its_receiver() => Add(AddGuardAttributeFix.AllKey, """
        DbContext? db = args.Length > 0 ? new DbContext(new DbContextOptionsBuilder().Options) : null;
        db?.Database.{|all:EnsureDeleted()|};
        """, """
        using AgentGuard;

        DbContext? db = args.Length > 0 ? new DbContext(new DbContextOptionsBuilder().Options) : null;
        GuardedEnsureDeleted(db);

        [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
        static bool? GuardedEnsureDeleted(DbContext? db) => db?.Database.EnsureDeleted();
        """, options => (options.Iterations, options.FixAllIterations) = (1, 1));

    [Fact]
    public Task A_name_that_is_a_keyword_stays_escaped() => Add(AddGuardAttributeFix.EnvironmentKey, """
        var @event = args[0];
        Directory.{|AG0004:Delete(@event, true)|};
        """, """
        using AgentGuard;

        var @event = args[0];
        GuardedDelete(@event);

        [RequiresEnvironment("Development")]
        static void GuardedDelete(string @event) => Directory.Delete(@event, true);
        """);

    [Fact]
    public Task A_variable_that_is_said_not_to_be_null_stays() => VerifyFix.OffersNothing<AddGuardAttributeFix>("""
        string? path = args.Length > 0 ? args[0] : null;
        Directory.{|AG0004:Delete(path!, true)|};
        """, options => options.IsProgram = true);

    [Fact]
    public Task A_call_that_declares_a_variable_stays() => VerifyFix.OffersNothing<AddGuardAttributeFix>("""
        Directory.{|AG0004:Delete(Path(out var path), true)|};
        Console.WriteLine(path);

        static string Path(out string path) => path = "cars";
        """, options => options.IsProgram = true);

    private static Task Add(string key, string source, string result, Action<VerifyFix.Options>? configure = null) =>
        VerifyFix.Turns<AddGuardAttributeFix>(key, source, result, options =>
        {
            options.IsProgram = true;
            configure?.Invoke(options);
        });
}
