namespace AgentGuard.Analyzers.Tests.Rules;

public class DeclaredDestructiveTests
{
    [Fact]
    public Task Own_methods_join_by_attribute() => Verify.Destructive("""
        using AgentGuard;
        class Vault
        {
            [Destructive(DestructiveKind.Secret)]
            public void Forget(string name) { }
            public void Look(string name) { }
        }
        class C
        {
            void M(Vault vault)
            {
                vault.{|all:Forget("a")|};
                vault.Look("a");
            }
        }
        """);

    [Fact]
    public Task A_setter_joins_by_attribute() => Verify.Destructive("""
        using AgentGuard;
        using Microsoft.Extensions.Hosting;
        class Vault
        {
            public bool Wiped { get; [Destructive(DestructiveKind.Secret)] set; }
            public bool Sealed { get; [Destructive(DestructiveKind.Secret)] init; }
            public bool Open { get; set; }
            void Own() => {|all:Wiped = true|};
        }
        class C(IHostEnvironment env)
        {
            void M(Vault vault)
            {
                {|all:vault.Wiped = true|};
                _ = new Vault { {|all:Sealed = true|}, Open = true };
                vault.Open = vault.Wiped;
                if (env.IsDevelopment()) {|AG0002:{|AG0003:vault.Wiped = true|}|};
            }
            [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
            void Attributed(Vault vault) => {|AG0105:vault.Wiped = true|};
        }
        """);

    [Fact]
    public Task Local_functions_join_by_attribute() => Verify.Destructive("""
        using AgentGuard;
        class C
        {
            void M()
            {
                {|all:Forget("a")|};
                Look("a");

                [Destructive(DestructiveKind.Secret)]
                void Forget(string name) { }

                void Look(string name)
                {
                    {|all:Lose()|};

                    [DestructiveAttribute(DestructiveKind.Secret)]
                    static void Lose() { }
                }
            }
        }
        """);

    [Fact]
    public Task The_attribute_is_found_wherever_in_a_long_file_it_stands() => Verify.Destructive($$"""
        using AgentGuard;
        class C
        {
            {{string.Concat(Enumerable.Range(0, 400).Select(number => $"int Field{number};\n    "))}}
            void M() => {|all:Forget()|};
            {{new string(' ', 4096 - 20)}}[Destructive(DestructiveKind.Secret)] void Forget() { }
        }
        """);

    [Fact]
    public Task Own_methods_join_by_a_catalogue_line() => Verify.Destructive(
        """
        namespace Acme
        {
            class Vault { public void Forget(string name) { } public void Look(string name) { } }
            class C
            {
                void M(Vault vault)
                {
                    vault.{|all:Forget("a")|};
                    vault.Look("a");
                }
            }
        }
        """,
        additionalFiles: ("AgentGuard.Operations.txt", "M:Acme.Vault.Forget[Async]  destroys secret  target name"));

    [Fact]
    public Task A_decorator_is_reported_where_it_is_called() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        class Careful(DbContext db) : DatabaseFacade(db)
        {
            public override bool EnsureDeleted() => base.EnsureDeleted();
            public override Task<bool> EnsureDeletedAsync(CancellationToken token = default) => Task.Run(() => base.EnsureDeleted());
            public bool Recreate() => {|all:EnsureDeleted()|} && EnsureCreated();
            public override bool EnsureCreated() => base.{|all:EnsureDeleted()|} && base.EnsureCreated();
        }
        class C
        {
            void M(Careful careful) => careful.{|all:EnsureDeleted()|};
        }
        """);

    [Fact]
    public Task A_decorator_that_hands_on_what_its_line_asks_about_is_reported_where_it_is_called() => Verify.Destructive("""
        using RabbitMQ.Client;
        namespace RabbitMQ.Client { public interface IChannel { Task<uint> QueueDeleteAsync(string queue, bool ifUnused, bool ifEmpty, bool noWait = false); } }
        class Recovering(IChannel inner) : IChannel
        {
            public Task<uint> QueueDeleteAsync(string queue, bool ifUnused, bool ifEmpty, bool noWait) => inner.QueueDeleteAsync(queue, ifUnused, ifEmpty, noWait);
        }
        class Careless(IChannel inner) : IChannel
        {
            public Task<uint> QueueDeleteAsync(string queue, bool ifUnused, bool ifEmpty, bool noWait) => inner.{|all:QueueDeleteAsync(queue, ifUnused, false, noWait)|};
        }
        class Changing(IChannel inner) : IChannel
        {
            public Task<uint> QueueDeleteAsync(string queue, bool ifUnused, bool ifEmpty, bool noWait) { if (noWait) ifEmpty = false; return inner.{|all:QueueDeleteAsync(queue, ifUnused, ifEmpty, noWait)|}; }
        }
        class C
        {
            async Task M(Recovering channel, string queue)
            {
                await channel.{|all:QueueDeleteAsync(queue, true, false, false)|};
                await channel.QueueDeleteAsync(queue, true, true, false);
            }
        }
        """);

    [Fact]
    public Task What_implements_an_operation_by_another_of_its_kind_is_reported_where_it_is_called() => Verify.Destructive("""
        using Microsoft.EntityFrameworkCore.Storage;
        abstract class Creator(RelationalDatabaseCreatorDependencies dependencies) : RelationalDatabaseCreator(dependencies)
        {
            public override bool EnsureDeleted()
            {
                if (!Exists()) return false;
                Delete();
                return true;
            }

            public void Renew()
            {
                {|all:Delete()|};
                Create();
            }
        }
        class C
        {
            void M(IDatabaseCreator creator) => creator.{|all:EnsureDeleted()|};
        }
        """);

    [Fact]
    public Task What_the_attribute_is_on_is_reported_where_it_is_called() => Verify.Destructive("""
        using AgentGuard;
        interface IFiles { [Destructive(DestructiveKind.Directory)] void DeleteDirectory(string path); }
        class PhysicalFiles : IFiles { public void DeleteDirectory(string path) => Directory.Delete(path, true); }
        class Cleaner(IFiles files) { void Clean(string path) => files.{|AG0004:DeleteDirectory(path)|}; }
        class Uncalled { [Destructive(DestructiveKind.Directory)] public void Remove(string path) => Directory.{|AG0004:Delete(path, true)|}; }
        class OtherKind
        {
            [Destructive(DestructiveKind.Cache)] public void Flush(string path) => Directory.{|AG0004:Delete(path, true)|};
            public void Again(string path) => {|AG0004:Flush(path)|};
        }
        interface IUnmarked { void Wipe(string path); }
        class Marked : IUnmarked { [Destructive(DestructiveKind.Directory)] public void Wipe(string path) => Directory.{|AG0004:Delete(path, true)|}; }
        class PastTheAttribute(IUnmarked any, Marked own) { void Clean(string path) { any.Wipe(path); own.{|AG0004:Wipe(path)|}; } }
        interface IStore { [Destructive(DestructiveKind.Directory)] void Drop(string path); }
        class Store : IStore { public void Drop(string path) => Directory.{|AG0004:Delete(path, true)|}; }
        class PastTheMarkedOne(IStore any, Store own) { void Clean(string path) { any.{|AG0004:Drop(path)|}; own.Drop(path); } }
        """);

    [Fact]
    public Task A_broken_catalogue_line_is_reported_where_it_stands() => Verify.Analyzer<AgentGuard.Analyzers.Rules.ConfigurationAnalyzer>(
        "class C { }",
        additionalFiles: ("AgentGuard.Operations.txt", "M:Acme.Vault.Forget destroys {|AG0901:secrets|}\n{|AG0901:Acme|} destroys secret\n"));

    [Fact]
    public async Task A_broken_option_is_reported_once_with_the_valid_words()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Verify.Analyzer<AgentGuard.Analyzers.Rules.ConfigurationAnalyzer>("class C { }", "agentguard.data_loss.required_guards = backups"));
        Assert.Contains("AG0901: 'agentguard.data_loss.required_guards = backups': did you mean 'backup'?", exception.Message);
    }
}
