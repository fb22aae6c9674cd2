namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Interfaces of the program behind which nobody asks anybody, and objects of mocking libraries, which say what they were told to say.</summary>
public sealed class EmptyImplementationTests
{
    private const string Start = """
        using AgentGuard;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        public static class Store { [Destructive(DestructiveKind.Table)] public static void Drop() { } }
        public interface IUi { Task<bool> ShowAsync(string question); Task WaitForClickAsync(); }
        public interface IDialogs { bool Confirm(string question); Task<bool> ConfirmAsync(string question); }
        public interface IPlace { bool IsDevelopment { get; } bool IsLocal(); void EnsureNotProduction(); }
        public interface ISaver { Task BackupDatabaseAsync(); }
        public interface IStage { bool IsProduction { get; } }
        public abstract class Asker { public abstract bool Confirm(string question); public abstract bool IsProduction { get; } }
        namespace Moq
        {
            public static class Mock { public static extern T Of<T>(System.Linq.Expressions.Expression<Func<T, bool>> predicate); }
            public class Mock<T> { public T Object { get; } }
        }
        namespace NSubstitute { public static class Substitute { public static extern T For<T>(params object[] arguments); } }
        namespace FakeItEasy { public static class A { public static extern T Fake<T>(); } }

        """;

    private const string Environment = "Store.{|AG0102:{|AG0002:{|AG0003:Drop()|}|}|};";
    private const string Confirmation = "Store.{|AG0001:{|AG0102:{|AG0003:Drop()|}|}|};";
    private const string Backup = "Store.{|AG0001:{|AG0002:{|AG0102:Drop()|}|}|};";
    private const string Checked = "Store.{|AG0002:{|AG0003:Drop()|}|};";
    private const string DenyListed = "Store.{|AG0106:{|AG0002:{|AG0003:Drop()|}|}|};";
    private const string Asked = "Store.{|AG0001:{|AG0003:Drop()|}|};";
    private const string Saved = "Store.{|AG0001:{|AG0002:Drop()|}|};";

    private const string Auto = "class Auto : IDialogs { public bool Confirm(string question) => true; public Task<bool> ConfirmAsync(string question) { Console.WriteLine(question); return Task.FromResult(true); } } ";
    private const string Real = "class Real(IUi ui) : IDialogs { public bool Confirm(string question) => Console.ReadLine() == question; public async Task<bool> ConfirmAsync(string question) { await ui.WaitForClickAsync(); return true; } } ";
    private const string AddAuto = "static void Add(IServiceCollection services) => services.AddSingleton<IDialogs, Auto>(); ";

    [Theory]
    [InlineData(Auto, AddAuto, "if (dialogs.Confirm(\"?\")) ", Confirmation)]
    [InlineData(Auto, "static IDialogs Make() => new Auto(); ", "if (!await dialogs.ConfirmAsync(\"?\")) return; ", Confirmation)]
    [InlineData(Auto, "", "if (dialogs.Confirm(\"?\")) ", Asked)]
    [InlineData(Auto + Real, AddAuto, "if (dialogs.Confirm(\"?\")) ", Asked)]
    [InlineData(Real, "static void Add(IServiceCollection services) => services.AddSingleton<IDialogs, Real>(); ", "if (dialogs.Confirm(\"?\")) ", Asked)]
    [InlineData(Real, "static void Add(IServiceCollection services) => services.AddSingleton<IDialogs, Real>(); ", "if (await dialogs.ConfirmAsync(\"?\")) ", Asked)]
    [InlineData("class Here : IPlace { public bool IsDevelopment => true; public bool IsLocal() => true; public void EnsureNotProduction() { } } ", "static IPlace Make() => new Here(); ", "if (place.IsDevelopment) ", Environment)]
    [InlineData("class Here : IPlace { public bool IsDevelopment => true; public bool IsLocal() => true; public void EnsureNotProduction() { } } ", "static IPlace Make() => new Here(); ", "if (place.IsLocal()) ", Environment)]
    [InlineData("class Here : IPlace { public bool IsDevelopment => true; public bool IsLocal() => true; public void EnsureNotProduction() { } } ", "static IPlace Make() => new Here(); ", "place.EnsureNotProduction(); ", Environment)]
    [InlineData("class Here(IHostEnvironment e) : IPlace { public bool IsDevelopment => e.IsDevelopment(); public bool IsLocal() => e.IsDevelopment(); public void EnsureNotProduction() { if (e.IsProduction()) throw new InvalidOperationException(); } } ", "static void Add(IServiceCollection services) => services.AddSingleton<IPlace, Here>(); ", "if (place.IsDevelopment && place.IsLocal()) ", Checked)]
    [InlineData("class Here : IPlace { public bool IsDevelopment { get; set; } public bool IsLocal() => IsDevelopment; public void EnsureNotProduction() { if (!IsDevelopment) throw new InvalidOperationException(); } } ", "static IPlace Make() => new Here(); ", "if (place.IsDevelopment) ", Checked)]
    [InlineData("class None : ISaver { public Task BackupDatabaseAsync() => Task.CompletedTask; } ", "static ISaver Make() => new None(); ", "await saver.BackupDatabaseAsync(); ", Backup)]
    [InlineData("class Some : ISaver { public Task BackupDatabaseAsync() => File.WriteAllTextAsync(\"a\", \"b\"); } ", "static ISaver Make() => new Some(); ", "await saver.BackupDatabaseAsync(); ", Saved)]
    [InlineData("class Here : IStage { public bool IsProduction => false; } ", "static void Add(IServiceCollection services) => services.AddSingleton<IStage, Here>(); ", "if (stage.IsProduction) return; ", Environment)]
    [InlineData("class Here : IStage { public bool IsProduction => true; } ", "static void Add(IServiceCollection services) => services.AddSingleton<IStage, Here>(); ", "if (stage.IsProduction) return; ", DenyListed)]
    [InlineData("class Here : IStage { public bool IsProduction => true; } class There : IStage { public bool IsProduction => false; } ", "static void Add(IServiceCollection services) => services.AddSingleton<IStage, Here>().AddSingleton<IStage, There>(); ", "if (stage.IsProduction) return; ", DenyListed)]
    [InlineData("class Auto : Asker { public override bool Confirm(string question) => true; public override bool IsProduction => false; } ", "static Asker Make() => new Auto(); ", "if (!asker.Confirm(\"?\")) return; ", Confirmation)]
    [InlineData("class Auto : Asker { public override bool Confirm(string question) => true; public override bool IsProduction => false; } ", "static Asker Make() => new Auto(); ", "if (asker.IsProduction) return; ", Environment)]
    [InlineData("class Real : Asker { public override bool Confirm(string question) => Console.ReadLine() == question; public override bool IsProduction => Console.IsInputRedirected; } ", "static Asker Make() => new Real(); ", "if (!asker.Confirm(\"?\")) return; ", Asked)]
    [InlineData("class Real : Asker { public override bool Confirm(string question) => Console.ReadLine() == question; public override bool IsProduction => false; } class Auto : Real { public override bool Confirm(string question) => true; } ", "static Asker Make() => new Auto(); ", "if (!asker.Confirm(\"?\")) return; ", Asked)]
    public Task Who_stands_behind_an_interface(string types, string members, string guard, string operation) => Verify.Destructive(In(types, members, guard + operation));

    [Theory]
    [InlineData("var env = Moq.Mock.Of<IHostEnvironment>(e => e.EnvironmentName == \"Development\"); if (env.IsDevelopment()) ", Environment)]
    [InlineData("if (_env.IsDevelopment()) ", Environment)]
    [InlineData("var mock = new Moq.Mock<IHostEnvironment>(); if (mock.Object.EnvironmentName == \"Development\") ", Environment)]
    [InlineData("var env = NSubstitute.Substitute.For<IHostEnvironment>(); if (env.IsDevelopment()) ", Environment)]
    [InlineData("var env = FakeItEasy.A.Fake<IHostEnvironment>(); if (env.EnvironmentName == \"Development\") ", Environment)]
    [InlineData("var dialogs1 = NSubstitute.Substitute.For<IDialogs>(); if (dialogs1.Confirm(\"?\")) ", Confirmation)]
    [InlineData("var saver1 = Moq.Mock.Of<ISaver>(_ => true); await saver1.BackupDatabaseAsync(); ", Backup)]
    [InlineData("var ui = Moq.Mock.Of<IUi>(_ => true); if (given.IsDevelopment()) ", Checked)]
    public Task A_fake_that_is_asked(string guard, string operation) => Verify.Destructive(In("", "readonly IHostEnvironment _env = Moq.Mock.Of<IHostEnvironment>(e => e.EnvironmentName == \"Development\"); ", guard + operation));

    private static string In(string types, string members, string code) => $$"""
        {{Start}}{{types}}
        class C(IDialogs dialogs, IPlace place, ISaver saver, IHostEnvironment given, IStage stage, Asker asker)
        {
            {{members}}
            async Task M() { await Task.Yield(); {{code}} }
        }
        """;
}
