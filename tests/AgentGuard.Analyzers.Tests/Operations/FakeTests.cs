namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>What goes to a fake destroys nothing, and only that.</summary>
public sealed class FakeTests
{
    [Fact]
    public Task A_fake_destroys_nothing() => Verify.Destructive("""
        using StackExchange.Redis;
        namespace Moq { public class Mock<T> { public T Object => default; } public static class Mock { public static T Of<T>() => default; } }
        namespace NSubstitute
        {
            public static class Substitute { public static T For<T>() => default; }
            public static class SubstituteExtensions { public static T Received<T>(this T substitute) => substitute; }
        }
        namespace StackExchange.Redis
        {
            public interface IServer { void FlushAllDatabases(); }
            public interface IConnectionMultiplexer { IServer GetServer(string name); }
        }
        namespace Tests
        {
            using Moq;
            using NSubstitute;
            interface ILog { }
            class Cleaner(IConnectionMultiplexer redis) : IServer { public void FlushAllDatabases() => redis.GetServer("a").FlushAllDatabases(); }
            class Pair(IServer one, IServer other) : IServer { public void FlushAllDatabases() { one.FlushAllDatabases(); other.FlushAllDatabases(); } }
            class C
            {
                private Mock<IConnectionMultiplexer> _redis;
                private IServer _built;
                private IServer _either;
                void SetUp() { _redis = new Mock<IConnectionMultiplexer>(); _built = new Cleaner(_redis.Object); _either = new Cleaner(_redis.Object); }
                void Switch(IServer real) => _either = real;
                void TearDown() => _built = null;
                IServer Make() { _redis.ToString().Select(letter => { return letter; }); return _built; }
                IServer Real(ILog log) => null;
                void M(IConnectionMultiplexer real, bool flag)
                {
                    new Mock<IServer>().Object.FlushAllDatabases();
                    Mock.Of<IServer>().FlushAllDatabases();
                    var server = Substitute.For<IServer>();
                    server.FlushAllDatabases();
                    server.Received().FlushAllDatabases();
                    Make().FlushAllDatabases();
                    new Cleaner(Substitute.For<IConnectionMultiplexer>()).FlushAllDatabases();
                    new Pair(server, Mock.Of<IServer>()).FlushAllDatabases();
                    new Pair(server, real.GetServer("a")).{|AG0004:FlushAllDatabases()|};
                    new Cleaner(real).{|AG0004:FlushAllDatabases()|};
                    _either.{|AG0004:FlushAllDatabases()|};
                    var some = flag ? server : new Cleaner(real);
                    some.{|AG0004:FlushAllDatabases()|};
                    Real(Substitute.For<ILog>()).{|AG0004:FlushAllDatabases()|};
                    real.GetServer("b").{|AG0004:FlushAllDatabases()|};
                }
            }
        }
        """);

    [Fact]
    public Task A_file_system_in_memory_is_one_too() => Verify.Destructive("""
        using System.IO.Abstractions;
        using System.IO.Abstractions.TestingHelpers;
        namespace System.IO.Abstractions
        {
            public interface IDirectory { void Delete(string path, bool recursive); }
            public interface IFileSystem { IDirectory Directory { get; } }
            public class FileSystem : IFileSystem { public IDirectory Directory => null; }
            namespace TestingHelpers { public class MockFileSystem : IFileSystem { public IDirectory Directory => null; } }
        }
        class C(IFileSystem given)
        {
            private readonly IFileSystem _files = new MockFileSystem();
            private IFileSystem _disk = new FileSystem();
            void M(bool flag, MockFileSystem memory, string path)
            {
                _files.Directory.Delete(path, true);
                memory.Directory.Delete(path, true);
                IFileSystem local = memory;
                local.Directory.Delete(path, true);
                _disk.Directory.{|AG0004:Delete(path, true)|};
                given.Directory.{|AG0004:Delete(path, true)|};
                var either = flag ? new MockFileSystem() : given;
                either.Directory.{|AG0004:Delete(path, true)|};
            }
        }
        """);

    [Fact]
    public Task A_class_of_this_program_that_destroys_nothing_is_one_too() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Storage;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        namespace Moq { public static class Mock { public static T Of<T>() => default; } }
        class CountingCreator : IDatabaseCreator
        {
            public int Deleted;
            public bool EnsureDeleted() => ++Deleted > 0;
            public Task<bool> EnsureDeletedAsync(CancellationToken token = default) => Task.FromResult(true);
            public bool EnsureCreated() => true;
            public Task<bool> EnsureCreatedAsync(CancellationToken token = default) => Task.FromResult(true);
            public bool CanConnect() => true;
            public Task<bool> CanConnectAsync(CancellationToken token = default) => Task.FromResult(true);
        }
        class ForwardingCreator(IDatabaseCreator inner) : IDatabaseCreator
        {
            public bool EnsureDeleted() => inner.EnsureDeleted();
            public Task<bool> EnsureDeletedAsync(CancellationToken token = default) => inner.EnsureDeletedAsync(token);
            public bool EnsureCreated() => true;
            public Task<bool> EnsureCreatedAsync(CancellationToken token = default) => Task.FromResult(true);
            public bool CanConnect() => true;
            public Task<bool> CanConnectAsync(CancellationToken token = default) => Task.FromResult(true);
        }
        class OwnCreator(System.Net.Http.HttpClient http) : IDatabaseCreator
        {
            public bool EnsureDeleted() => Send("databases/1");
            public Task<bool> EnsureDeletedAsync(CancellationToken token = default) => Task.FromResult(Send("databases/1"));
            public bool EnsureCreated() => true;
            public Task<bool> EnsureCreatedAsync(CancellationToken token = default) => Task.FromResult(true);
            public bool CanConnect() => true;
            public Task<bool> CanConnectAsync(CancellationToken token = default) => Task.FromResult(true);
            private bool Send(string path) => http.BaseAddress.AbsolutePath == path;
        }
        class ShopContext(DbContextOptions options, ILogger log) : DbContext(options) { public ILogger Log => log; }
        class C
        {
            static DbContext Create(IServiceCollection services) => new(new DbContextOptionsBuilder().UseInternalServiceProvider(services.BuildServiceProvider()).Options);
            async Task M(IDatabaseCreator real, bool flag, DbContextOptions options)
            {
                IDatabaseCreator creator = new CountingCreator();
                creator.EnsureDeleted();
                await creator.EnsureDeletedAsync();
                using var db = Create(new ServiceCollection().AddSingleton<IDatabaseCreator>(creator));
                db.Database.EnsureDeleted();

                IDatabaseCreator forwarding = new ForwardingCreator(real);
                forwarding.{|all:EnsureDeleted()|};
                IDatabaseCreator own = new OwnCreator(new());
                own.{|all:EnsureDeleted()|};
                var either = flag ? new CountingCreator() : real;
                either.{|all:EnsureDeleted()|};
                using var other = Create(new ServiceCollection().AddSingleton<IDatabaseCreator>(forwarding));
                other.Database.{|all:EnsureDeleted()|};
                using var shop = new ShopContext(options, Moq.Mock.Of<ILogger>());
                shop.Database.{|all:EnsureDeleted()|};
            }
        }
        """);
}
