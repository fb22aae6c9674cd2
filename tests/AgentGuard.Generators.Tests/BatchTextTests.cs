namespace AgentGuard.Generators.Tests;

/// <summary>The commands of a batch are looked at together when the batch is about to run.</summary>
public sealed class BatchTextTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("agentguard-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("batch.ExecuteNonQuery();")]
    [InlineData("await batch.ExecuteNonQueryAsync();")]
    public async Task A_batch_is_blocked_before_it_runs(string run)
    {
        var program = new GuardedProgram($$"""
            using System.Collections.Generic;
            using System.Data;
            using System.Data.Common;

            public sealed class Command : DbBatchCommand
            {
                public override string CommandText { get; set; }
                public override CommandType CommandType { get; set; }
                public override int RecordsAffected => 0;
                protected override DbParameterCollection DbParameterCollection => null;
            }

            public sealed class Commands : DbBatchCommandCollection
            {
                private readonly List<DbBatchCommand> _all = new();
                public override int Count => _all.Count;
                public override bool IsReadOnly => false;
                public override IEnumerator<DbBatchCommand> GetEnumerator() => _all.GetEnumerator();
                public override void Add(DbBatchCommand item) => _all.Add(item);
                public override void Clear() => _all.Clear();
                public override bool Contains(DbBatchCommand item) => _all.Contains(item);
                public override void CopyTo(DbBatchCommand[] array, int arrayIndex) => _all.CopyTo(array, arrayIndex);
                public override bool Remove(DbBatchCommand item) => _all.Remove(item);
                public override int IndexOf(DbBatchCommand item) => _all.IndexOf(item);
                public override void Insert(int index, DbBatchCommand item) => _all.Insert(index, item);
                public override void RemoveAt(int index) => _all.RemoveAt(index);
                protected override DbBatchCommand GetBatchCommand(int index) => _all[index];
                protected override void SetBatchCommand(int index, DbBatchCommand batchCommand) => _all[index] = batchCommand;
            }

            public sealed class Batch : DbBatch
            {
                private readonly Commands _commands = new();
                protected override DbBatchCommandCollection DbBatchCommands => _commands;
                public override int Timeout { get; set; }
                protected override DbConnection DbConnection { get; set; }
                protected override DbTransaction DbTransaction { get; set; }
                protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw new Exception("run");
                protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw new Exception("run");
                public override int ExecuteNonQuery() => throw new Exception("run");
                public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken = default) => throw new Exception("run");
                public override object ExecuteScalar() => throw new Exception("run");
                public override Task<object> ExecuteScalarAsync(CancellationToken cancellationToken = default) => throw new Exception("run");
                public override void Prepare() { }
                public override Task PrepareAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
                public override void Cancel() { }
                protected override DbBatchCommand CreateDbBatchCommand() => new Command();
            }

            public static class Test
            {
                [RequiresEnvironment("Development")]
                public static async Task Run()
                {
                    DbBatch batch = new Batch();
                    batch.BatchCommands.Add(new Command { CommandText = "SELECT 1" });
                    batch.BatchCommands.Add(new Command { CommandText = "DROP " + "TABLE rentals" });
                    {{run}}
                    await Task.Yield();
                }
            }
            """);
        var blocked = Assert.IsType<Blocked>(await program.RunAsync("Production", _directory));
        Assert.Contains("DROP TABLE rentals", blocked.Operation);
        Assert.Equal("run", (await Assert.ThrowsAsync<Exception>(() => program.RunAsync("Development", _directory))).Message);
    }
}
