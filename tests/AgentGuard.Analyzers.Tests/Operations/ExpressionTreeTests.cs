namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Calls in lambdas that become expression trees: data, unless somebody runs them.</summary>
public sealed class ExpressionTreeTests
{
    private const string Libraries = """
        namespace Hangfire
        {
            public static class BackgroundJob { public static string Enqueue(Expression<Action> job) => ""; public static string Enqueue<T>(Expression<Action<T>> job) => ""; }
            public static class RecurringJob { public static void AddOrUpdate(string id, Expression<Action> job, string cron) { } }
        }
        namespace Fakes
        {
            public class Fake<T> { public void Setup(Expression<Action<T>> call) { } public void Verify<R>(Expression<Func<T, R>> call) { } }
        }
        """;

    private static Task Body(string body, string attributes = "") => Verify.Destructive($$"""
        using System.Linq.Expressions;
        using AgentGuard;
        using Hangfire;
        using Fakes;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.Extensions.Hosting;
        {{Libraries}}
        class C(DbContext db, IHostEnvironment env)
        {
            {{attributes}}
            void M(Fake<DbContext> fake, IQueryable<DbContext> contexts)
            {
                {{body}}
            }
        }
        """);

    [Fact]
    public Task A_job_runs() => Body("""
        BackgroundJob.Enqueue(() => db.Database.{|all:EnsureDeleted()|});
        BackgroundJob.Enqueue<DbContext>(context => context.Database.{|all:EnsureDeleted()|});
        RecurringJob.AddOrUpdate("nightly", () => db.Database.{|all:EnsureDeleted()|}, "0 3 * * *");
        if (env.IsDevelopment()) BackgroundJob.Enqueue(() => db.Database.{|AG0002:{|AG0003:EnsureDeleted()|}|});
        """);

    [Fact]
    public Task A_compiled_one_runs() => Body("""
        Expression<Action> tree = () => db.Database.{|all:EnsureDeleted()|};
        tree.Compile()();
        Expression<Func<bool>> later;
        later = () => db.Database.{|all:EnsureDeleted()|};
        var function = later.Compile();
        ((Expression<Func<bool>>)(() => db.Database.{|all:EnsureDeleted()|})).Compile().Invoke();
        """);

    [Fact]
    public Task Any_other_is_data() => Body("""
        fake.Setup(context => context.Database.EnsureDeleted());
        fake.Verify(context => context.Database.EnsureDeleted());
        Expression<Func<DbContext, bool>> tree = context => context.Database.EnsureDeleted();
        contexts.Where(tree);
        Expression<Func<int, bool>> other = number => number > 0;
        other.Compile()(1);
        """);

    [Fact]
    public Task Nothing_guards_it_by_attribute() => Body(
        "BackgroundJob.Enqueue(() => db.Database.{|AG0105:EnsureDeleted()|});",
        "[RequiresEnvironment(\"Development\"), RequiresConfirmation, RequiresBackup]");
}
