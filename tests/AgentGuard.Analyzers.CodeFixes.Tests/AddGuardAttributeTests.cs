using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Analyzers.CodeFixes.Tests;

public sealed class AddGuardAttributeTests
{
    [Fact]
    public Task One_attribute_is_added_below_the_documentation() => Add(AddGuardAttributeFix.EnvironmentKey, """
        class Fleet
        {
            /// <summary>Removes old files.</summary>
            public void Clean(string path)
            {
                // Everything goes.
                Directory.{|AG0004:Delete(path, true)|};
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            /// <summary>Removes old files.</summary>
            [RequiresEnvironment("Development")]
            public void Clean(string path)
            {
                // Everything goes.
                Directory.Delete(path, true);
            }
        }
        """);

    [Fact]
    public Task All_missing_attributes_share_one_list() => Add(AddGuardAttributeFix.AllKey, """
        class Fleet(DbContext db)
        {
            public void Reset() => db.Database.{|all:EnsureDeleted()|};
        }
        """, """
        using AgentGuard;

        class Fleet(DbContext db)
        {
            [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
            public void Reset() => db.Database.EnsureDeleted();
        }
        """, options => (options.Iterations, options.FixAllIterations) = (1, 1));

    [Theory]
    [InlineData(AddGuardAttributeFix.EnvironmentKey, "RequiresEnvironment(\"Development\")", "{|AG0002:{|AG0003:EnsureDeleted()|}|}")]
    [InlineData(AddGuardAttributeFix.ConfirmationKey, "RequiresConfirmation", "{|AG0001:{|AG0003:EnsureDeleted()|}|}")]
    [InlineData(AddGuardAttributeFix.BackupKey, "RequiresBackup", "{|AG0001:{|AG0002:EnsureDeleted()|}|}")]
    public Task Each_attribute_can_be_added_alone(string key, string attribute, string left) => Add(key, """
        class Fleet(DbContext db)
        {
            public void Reset() => db.Database.{|all:EnsureDeleted()|};
        }
        """, $$"""
        using AgentGuard;

        class Fleet(DbContext db)
        {
            [{{attribute}}]
            public void Reset() => db.Database.{{left}};
        }
        """, options => options.LeavesDiagnostics = true);

    [Fact]
    public Task An_existing_guard_attribute_is_joined_in_order() => Add(AddGuardAttributeFix.AllKey, """
        using System.Diagnostics;
        using AgentGuard;

        class Fleet(DbContext db)
        {
            [DebuggerHidden]
            [RequiresConfirmation("rentals")] // asked at the desk
            public void Reset() => db.Database.{|AG0001:{|AG0003:EnsureDeleted()|}|};
        }
        """, """
        using System.Diagnostics;
        using AgentGuard;

        class Fleet(DbContext db)
        {
            [DebuggerHidden]
            [RequiresEnvironment("Development"), RequiresConfirmation("rentals"), RequiresBackup] // asked at the desk
            public void Reset() => db.Database.EnsureDeleted();
        }
        """, options => (options.Iterations, options.FixAllIterations) = (1, 1));

    [Fact]
    public Task Two_calls_of_one_member_end_in_one_list() => Add(AddGuardAttributeFix.EnvironmentKey, """
        class Fleet
        {
            [Obsolete]
            public void Clean(string path, string other)
            {
                Directory.{|AG0004:Delete(path, true)|};
                Directory.{|AG0004:Delete(other, true)|};
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            [Obsolete]
            [RequiresEnvironment("Development")]
            public void Clean(string path, string other)
            {
                Directory.Delete(path, true);
                Directory.Delete(other, true);
            }
        }
        """, options => (options.Iterations, options.FixAllIterations) = (1, 1));

    [Fact]
    public Task Constructors_accessors_operators_and_local_functions_carry_it() => Add(AddGuardAttributeFix.EnvironmentKey, """
        class Fleet
        {
            public Fleet(string path) => Directory.{|AG0004:Delete(path, true)|};

            public string Root
            {
                get => "";
                set { Directory.{|AG0004:Delete(value, true)|}; }
            }

            public int Inline { get { Directory.{|AG0004:Delete("a", true)|}; return 1; } }

            public void Outer(string path)
            {
                Inner();

                // Removes it.
                void Inner() => Directory.{|AG0004:Delete(path, true)|};
            }

            public static Fleet operator -(Fleet fleet, string path)
            {
                Directory.{|AG0004:Delete(path, true)|};
                return fleet;
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            [RequiresEnvironment("Development")]
            public Fleet(string path) => Directory.Delete(path, true);

            public string Root
            {
                get => "";
                [RequiresEnvironment("Development")]
                set { Directory.Delete(value, true); }
            }

            public int Inline { [RequiresEnvironment("Development")] get { Directory.Delete("a", true); return 1; } }

            public void Outer(string path)
            {
                Inner();

                // Removes it.
                [RequiresEnvironment("Development")]
                void Inner() => Directory.Delete(path, true);
            }

            [RequiresEnvironment("Development")]
            public static Fleet operator -(Fleet fleet, string path)
            {
                Directory.Delete(path, true);
                return fleet;
            }
        }
        """);

    [Fact]
    public Task Properties_and_indexers_with_an_expression_body_carry_it() => Add(AddGuardAttributeFix.AllKey, """
        class Fleet(DbContext db)
        {
            public bool Gone => db.Database.{|all:EnsureDeleted()|};

            public bool this[int index] => db.Database.{|all:EnsureDeleted()|};
        }
        """, """
        using AgentGuard;

        class Fleet(DbContext db)
        {
            [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
            public bool Gone => db.Database.EnsureDeleted();

            [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
            public bool this[int index] => db.Database.EnsureDeleted();
        }
        """, options => (options.Iterations, options.FixAllIterations) = (2, 1));

    [Fact]
    public Task Lambdas_carry_it_and_get_parentheses_where_they_need_them() => Add(AddGuardAttributeFix.EnvironmentKey, """
        class Fleet
        {
            public void Clean(List<string> paths)
            {
                paths.ForEach(path => Directory.{|AG0004:Delete(path, true)|}); // all
                paths.ForEach(static (string path) => { Directory.{|AG0004:Delete(path, true)|}; });
                Func<string, Task> later = async path => { await Task.Yield(); Directory.{|AG0004:Delete(path, true)|}; };
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            public void Clean(List<string> paths)
            {
                paths.ForEach([RequiresEnvironment("Development")] (path) => Directory.Delete(path, true)); // all
                paths.ForEach([RequiresEnvironment("Development")] static (string path) => { Directory.Delete(path, true); });
                Func<string, Task> later = [RequiresEnvironment("Development")] async (path) => { await Task.Yield(); Directory.Delete(path, true); };
            }
        }
        """);

    [Fact]
    public Task An_anonymous_method_cannot_carry_it_so_the_member_does() => Add(AddGuardAttributeFix.EnvironmentKey, """
        class Fleet
        {
            public void Clean(List<string> paths) => paths.ForEach(delegate (string path) { Directory.{|AG0004:Delete(path, true)|}; });
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            [RequiresEnvironment("Development")]
            public void Clean(List<string> paths) => paths.ForEach(delegate (string path) { Directory.Delete(path, true); });
        }
        """);

    [Fact]
    public Task Usings_stay_sorted_and_the_file_header_stays_on_top() => Add(AddGuardAttributeFix.EnvironmentKey, """
        // Copyright (c) Example.

        using System.Text;
        using Microsoft.EntityFrameworkCore;

        namespace Example;

        class Fleet
        {
            #region Cleaning
            public void Clean(string path) => Directory.{|AG0004:Delete(path, true)|};
            #endregion
        }
        """, """
        // Copyright (c) Example.

        using System.Text;
        using AgentGuard;
        using Microsoft.EntityFrameworkCore;

        namespace Example;

        class Fleet
        {
            #region Cleaning
            [RequiresEnvironment("Development")]
            public void Clean(string path) => Directory.Delete(path, true);
            #endregion
        }
        """);

    [Fact]
    public Task A_name_that_means_something_else_stays_qualified() => Add(AddGuardAttributeFix.EnvironmentKey, """
        namespace Example;

        class RequiresEnvironmentAttribute : Attribute;

        class Fleet
        {
            public void Clean(string path) => Directory.{|AG0004:Delete(path, true)|};
        }
        """, """
        namespace Example;

        class RequiresEnvironmentAttribute : Attribute;

        class Fleet
        {
            [AgentGuard.RequiresEnvironment("Development")]
            public void Clean(string path) => Directory.Delete(path, true);
        }
        """);

    [Fact]
    public Task Nothing_is_offered_where_attributes_are_not_enforced() => VerifyFix.OffersNothing<AddGuardAttributeFix>("""
        class Fleet
        {
            public void Clean(string path) => Directory.{|AG0004:Delete(path, true)|};
        }
        """, options => options.Interceptors = false);

    [Fact]
    public Task Nothing_is_offered_where_the_language_is_too_old() => VerifyFix.OffersNothing<AddGuardAttributeFix>("""
        class Fleet
        {
            public void Clean(string path) => System.IO.Directory.{|AG0004:Delete(path, true)|};
        }
        """, options => options.Language = LanguageVersion.CSharp9);

    [Fact]
    public Task Nothing_is_offered_where_no_declaration_can_carry_it() => VerifyFix.OffersNothing<AddGuardAttributeFix>("""
        class Fleet
        {
            private static readonly DbContext Db = new(new DbContextOptionsBuilder().Options);
            private static readonly bool Gone = Db.Database.{|all:EnsureDeleted()|};
        }
        """);

    private static Task Add(string key, string source, string result, Action<VerifyFix.Options>? configure = null) =>
        VerifyFix.Turns<AddGuardAttributeFix>(key, source, result, configure);
}
