namespace AgentGuard.Analyzers.CodeFixes.Tests;

public sealed class InsertGuardStatementTests
{
    [Fact]
    public Task The_guard_goes_before_the_statement_and_below_its_comment() => Insert(InsertGuardStatementFix.EnvironmentKey, """
        class Fleet
        {
            public void Clean(string path)
            {
                Console.WriteLine(path);

                // Everything goes.
                Directory.{|AG0004:Delete(path, true)|}; // now
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            public void Clean(string path)
            {
                Console.WriteLine(path);

                // Everything goes.
                Guard.RequireEnvironment("Development");
                Directory.Delete(path, true); // now
            }
        }
        """);

    [Theory]
    [InlineData(InsertGuardStatementFix.EnvironmentKey, "RequireEnvironment(\"Development\")", "{|AG0002:{|AG0003:EnsureDeleted()|}|}")]
    [InlineData(InsertGuardStatementFix.ConfirmationKey, "RequireConfirmation()", "{|AG0001:{|AG0003:EnsureDeleted()|}|}")]
    [InlineData(InsertGuardStatementFix.BackupKey, "RequireBackup()", "{|AG0001:{|AG0002:EnsureDeleted()|}|}")]
    public Task Each_guard_can_be_inserted(string key, string guard, string left) => Insert(key, """
        class Fleet(DbContext db)
        {
            public bool Reset()
            {
                return db.Database.{|all:EnsureDeleted()|};
            }
        }
        """, $$"""
        using AgentGuard;

        class Fleet(DbContext db)
        {
            public bool Reset()
            {
                Guard.{{guard}};
                return db.Database.{{left}};
            }
        }
        """, options => options.LeavesDiagnostics = true);

    [Fact]
    public Task A_single_statement_gets_a_block() => Insert(InsertGuardStatementFix.EnvironmentKey, """
        class Fleet
        {
            public void Clean(List<string> paths)
            {
                foreach (var path in paths)
                    Directory.{|AG0004:Delete(path, true)|};
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            public void Clean(List<string> paths)
            {
                foreach (var path in paths)
                {
                    Guard.RequireEnvironment("Development");
                    Directory.Delete(path, true);
                }
            }
        }
        """);

    [Fact]
    public Task Expression_bodies_become_blocks() => Insert(InsertGuardStatementFix.EnvironmentKey, """
        class Fleet
        {
            public void Clean(string path) => Directory.{|AG0004:Delete(path, true)|};

            public void CleanAll(List<string> paths)
            {
                paths.ForEach(path => Directory.{|AG0004:Delete(path, true)|});
            }

            public async Task Later(string path) => await Task.Run(() => Directory.{|AG0004:Delete(path, true)|});
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            public void Clean(string path)
            {
                Guard.RequireEnvironment("Development");
                Directory.Delete(path, true);
            }

            public void CleanAll(List<string> paths)
            {
                paths.ForEach(path =>
                {
                    Guard.RequireEnvironment("Development");
                    Directory.Delete(path, true);
                });
            }

            public async Task Later(string path) => await Task.Run(() =>
            {
                Guard.RequireEnvironment("Development");
                Directory.Delete(path, true);
            });
        }
        """);

    [Theory]
    [InlineData(InsertGuardStatementFix.EnvironmentKey, "Guard.RequireEnvironment(\"Development\")", "{|AG0002:{|AG0003:EnsureDeletedAsync()|}|}")]
    [InlineData(InsertGuardStatementFix.ConfirmationKey, "await Guard.RequireConfirmationAsync()", "{|AG0001:{|AG0003:EnsureDeletedAsync()|}|}")]
    [InlineData(InsertGuardStatementFix.BackupKey, "await Guard.RequireBackupAsync()", "{|AG0001:{|AG0002:EnsureDeletedAsync()|}|}")]
    public Task What_awaits_the_call_awaits_the_guard(string key, string guard, string left) => Insert(key, """
        class Fleet(DbContext db)
        {
            public async Task Reset()
            {
                if (await db.Database.{|all:EnsureDeletedAsync()|}) Console.WriteLine("gone");
            }

            public async Task<bool> Gone() => await db.Database.{|all:EnsureDeletedAsync()|};
        }
        """, $$"""
        using AgentGuard;

        class Fleet(DbContext db)
        {
            public async Task Reset()
            {
                {{guard}};
                if (await db.Database.{{left}}) Console.WriteLine("gone");
            }

            public async Task<bool> Gone()
            {
                {{guard}};
                return await db.Database.{{left}};
            }
        }
        """, options => options.LeavesDiagnostics = true);

    [Fact]
    public Task What_does_not_await_asks_at_once() => Insert(InsertGuardStatementFix.ConfirmationKey, """
        class Fleet(DbContext db)
        {
            public bool Reset()
            {
                Func<Task> later = async () => await Task.Yield();
                return db.Database.{|all:EnsureDeleted()|} && later is { };
            }

            public async Task<bool> ResetLater(object key)
            {
                await Task.Yield();
                lock (key) return db.Database.{|all:EnsureDeleted()|};
            }
        }
        """, """
        using AgentGuard;

        class Fleet(DbContext db)
        {
            public bool Reset()
            {
                Func<Task> later = async () => await Task.Yield();
                Guard.RequireConfirmation();
                return db.Database.{|AG0001:{|AG0003:EnsureDeleted()|}|} && later is { };
            }

            public async Task<bool> ResetLater(object key)
            {
                await Task.Yield();
                lock (key)
                {
                    Guard.RequireConfirmation();
                    return db.Database.{|AG0001:{|AG0003:EnsureDeleted()|}|};
                }
            }
        }
        """, options => options.LeavesDiagnostics = true);

    [Fact]
    public Task Expression_bodies_with_a_value_return_it() => Insert(InsertGuardStatementFix.EnvironmentKey, """
        class Fleet(DbContext db)
        {
            public bool Gone => db.Database.{|all:EnsureDeleted()|};

            public Task<bool> Reset() => db.Database.{|all:EnsureDeletedAsync()|};
        }
        """, """
        using AgentGuard;

        class Fleet(DbContext db)
        {
            public bool Gone
            {
                get
                {
                    Guard.RequireEnvironment("Development");
                    return db.Database.{|AG0002:{|AG0003:EnsureDeleted()|}|};
                }
            }

            public Task<bool> Reset()
            {
                Guard.RequireEnvironment("Development");
                return db.Database.{|AG0002:{|AG0003:EnsureDeletedAsync()|}|};
            }
        }
        """, options => options.LeavesDiagnostics = true);

    [Fact]
    public Task Top_level_statements_get_it_as_a_statement() => Insert(InsertGuardStatementFix.EnvironmentKey, """
        Console.WriteLine("cleaning");
        Directory.{|AG0004:Delete("cars", true)|};
        """, """
        using AgentGuard;

        Console.WriteLine("cleaning");
        Guard.RequireEnvironment("Development");
        Directory.Delete("cars", true);
        """, options => options.IsProgram = true);

    [Fact]
    public Task It_works_where_attributes_are_not_enforced() => Insert(InsertGuardStatementFix.EnvironmentKey, """
        class Fleet
        {
            public void Clean(string path)
            {
                Directory.{|AG0004:Delete(path, true)|};
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            public void Clean(string path)
            {
                Guard.RequireEnvironment("Development");
                Directory.Delete(path, true);
            }
        }
        """, options => options.Interceptors = false);

    [Fact]
    public Task It_works_for_a_method_that_is_passed_on() => Insert(InsertGuardStatementFix.EnvironmentKey, """
        class Fleet
        {
            public void Clean(Action<Action<string, bool>> retry)
            {
                retry({|AG0004:Directory.Delete|});
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            public void Clean(Action<Action<string, bool>> retry)
            {
                Guard.RequireEnvironment("Development");
                retry(Directory.Delete);
            }
        }
        """);

    // Before the statement it would stop what does not destroy anything.
    [Theory]
    [InlineData("if (wanted && db.Database.{|all:EnsureDeleted()|}) Console.WriteLine();")]
    [InlineData("if (wanted || db.Database.{|all:EnsureDeleted()|}) Console.WriteLine();")]
    [InlineData("var gone = wanted ? db.Database.{|all:EnsureDeleted()|} : false;")]
    [InlineData("bool? known = null; var gone = known ?? db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("bool? known = null; known ??= db.Database.{|all:EnsureDeleted()|};")]
    [InlineData("other?.Database.{|all:EnsureDeleted()|};")]
    [InlineData("other?.Equals(db.Database.{|all:EnsureDeleted()|});")]
    [InlineData("var gone = wanted switch { true => db.Database.{|all:EnsureDeleted()|}, _ => false };")]
    [InlineData("switch (wanted) { case true when db.Database.{|all:EnsureDeleted()|}: break; }")]
    [InlineData("try { Console.WriteLine(); } catch (IOException) when (db.Database.{|AG0201:{|all:EnsureDeleted()|}|}) { }")]
    [InlineData("while (db.Database.{|all:EnsureDeleted()|}) Console.WriteLine();")]
    [InlineData("do Console.WriteLine(); while (db.Database.{|all:EnsureDeleted()|});")]
    [InlineData("for (var i = 0; i < 2; db.Database.{|all:EnsureDeleted()|}) i++;")]
    public Task Nothing_is_offered_where_the_call_may_not_run(string statement) => VerifyFix.OffersNothing<InsertGuardStatementFix>($$"""
        class Fleet(DbContext db)
        {
            public void Reset(bool wanted, DbContext? other)
            {
                {{statement}}
            }
        }
        """);

    [Theory]
    [InlineData("var gone = db.Database.{|all:EnsureDeleted()|} && wanted;")]
    [InlineData("var gone = db.Database.{|all:EnsureDeleted()|} ? 1 : 2;")]
    [InlineData("foreach (var gone in new[] { db.Database.{|all:EnsureDeleted()|} }) Console.WriteLine();")]
    [InlineData("for (var gone = db.Database.{|all:EnsureDeleted()|}; gone;) break;")]
    public Task It_is_offered_where_the_call_runs_first(string statement) => Insert(InsertGuardStatementFix.EnvironmentKey, $$"""
        class Fleet(DbContext db)
        {
            public void Reset(bool wanted)
            {
                {{statement}}
            }
        }
        """, $$"""
        using AgentGuard;

        class Fleet(DbContext db)
        {
            public void Reset(bool wanted)
            {
                Guard.RequireEnvironment("Development");
                {{statement.Replace("{|all:EnsureDeleted()|}", "{|AG0002:{|AG0003:EnsureDeleted()|}|}")}}
            }
        }
        """, options => options.LeavesDiagnostics = true);

    [Fact]
    public Task One_guard_stands_for_the_calls_behind_it() => Insert(InsertGuardStatementFix.EnvironmentKey, """
        class Fleet
        {
            public void Clean(List<string> paths, bool all)
            {
                Directory.{|AG0004:Delete("cars", true)|};
                if (all)
                {
                    Directory.{|AG0004:Delete("rentals", true)|};
                }
                paths.ForEach(path => { Directory.{|AG0004:Delete(path, true)|}; });
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            public void Clean(List<string> paths, bool all)
            {
                Guard.RequireEnvironment("Development");
                Directory.Delete("cars", true);
                if (all)
                {
                    Directory.Delete("rentals", true);
                }
                paths.ForEach(path => { Directory.Delete(path, true); });
            }
        }
        """, options => (options.Iterations, options.FixAllIterations) = (1, 1));

    [Fact]
    public Task Nothing_is_offered_where_no_statement_can_stand() => VerifyFix.OffersNothing<InsertGuardStatementFix>("""
        class Fleet
        {
            private static readonly DbContext Db = new(new DbContextOptionsBuilder().Options);
            private static readonly bool Gone = Db.Database.{|all:EnsureDeleted()|};
        }
        """);

    private static Task Insert(string key, string source, string result, Action<VerifyFix.Options>? configure = null) =>
        VerifyFix.Turns<InsertGuardStatementFix>(key, source, result, configure);
}
