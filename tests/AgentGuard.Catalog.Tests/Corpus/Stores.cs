// Stores of all kinds: single records, narrowed builders, scripts that are only printed, indexes that are computed again.
using System; using System.Data; using System.Linq; using System.Threading; using System.Threading.Tasks;
using FluentFTP; using FreeSql; using Google.Cloud.Spanner.Data; using GraphQL.Client.Abstractions; using InfluxDB.Client; using Microsoft.Azure.Cosmos.Table; using Microsoft.Azure.Documents; using Microsoft.Azure.Storage.Blob; using Microsoft.Azure.Storage.File; using Microsoft.Azure.Storage.Queue; using Microsoft.Data.SqlClient; using Microsoft.Extensions.VectorData;
using NATS.Client.JetStream; using NATS.Client.KeyValueStore; using NHibernate; using NHibernate.Linq; using NHibernate.Tool.hbm2ddl; using Npgsql; using NRedisStack; using RepoDb; using SqlKata.Execution; using SqlSugar; using StackExchange.Redis;

public class Ticket { public int Id { get; set; } public bool Done { get; set; } }

public class Builders
{
    public async Task Delete(ISqlSugarClient sugar, IFreeSql free, QueryFactory kata, Ticket ticket, int id, bool old)
    {
        sugar.Deleteable<Ticket>().Where(x => x.Id == id).ExecuteCommand(); await sugar.Deleteable<Ticket>(ticket).ExecuteCommandAsync(); sugar.Deleteable<Ticket>().In(id).ExecuteCommand(); sugar.Deleteable<Ticket>().Where("id = @id", new { id }).ExecuteCommandHasChange(); sugar.Ado.GetDataTable("SELECT * FROM ticket", null!); sugar.Ado.ExecuteCommand("DELETE FROM ticket WHERE id = @id", new { id });
        free.Delete<Ticket>().Where(x => x.Id == id).ExecuteAffrows(); await free.Delete<Ticket>(id).ExecuteAffrowsAsync(); free.Delete<Ticket>().WhereIf(old, x => x.Done).ExecuteDeleted(); free.Ado.CommandFluent("SELECT 1").ExecuteNonQuery(); free.Ado.ExecuteNonQuery("UPDATE ticket SET done = 1 WHERE id = 1");
        kata.Query("tickets").Where("Id", id).Delete(); await kata.Query("tickets").Where("Id", id).UpdateAsync(new { Done = true }); kata.Statement("CREATE TABLE tickets (id int)"); kata.Select("SELECT * FROM tickets");
        var some = sugar.Deleteable<Ticket>(); some.Where(x => x.Done); some.ExecuteCommand();
    }

    public void Repository(IDbConnection connection, DbRepository<NpgsqlConnection> repository, Ticket[] tickets, object[] keys)
    {
        connection.DeleteAll<Ticket>(entities: tickets); repository.DeleteAll<Ticket>(entities: tickets); repository.DeleteAll<Ticket>(keys: keys); repository.ExecuteNonQuery("DELETE FROM ticket WHERE id = 1"); connection.ExecuteQuery("SELECT * FROM ticket");
    }
}

public class Hibernate
{
    public async Task Work(NHibernate.ISession session, SchemaExport export, Ticket ticket, int id)
    {
        session.Query<Ticket>().Where(x => x.Id == id).Delete(); await session.Query<Ticket>().Where(x => x.Done).DeleteAsync(); session.CreateQuery("delete Ticket t where t.Id = :id").ExecuteUpdate(); session.CreateQuery("from Ticket"); session.Delete(ticket); session.Delete("from Ticket t where t.Done = true"); session.CreateSQLQuery("SELECT * FROM ticket");
        export.SetOutputFile("schema.sql").Create(useStdOut: true, execute: false); export.Drop(true, false); export.Execute(true, false, false);
    }
}

public class Adapters
{
    public void Fill(SqlConnection connection, NpgsqlConnection postgres, DataTable table, int id)
    {
        using var command = connection.CreateCommand(); command.CommandText = "SELECT * FROM Tickets"; using var first = new SqlDataAdapter(command); first.Fill(table);
        var second = new SqlDataAdapter { SelectCommand = new SqlCommand("SELECT Id FROM Tickets WHERE Name = 'DROP TABLE Tickets'", connection) }; second.Fill(table); using var third = new NpgsqlDataAdapter(new NpgsqlCommand($"DELETE FROM tickets WHERE id = {id} RETURNING *", postgres)); third.Fill(table);
    }

    public void Spanner(SpannerConnection connection) { connection.CreateDdlCommand("CREATE TABLE Tickets (Id INT64) PRIMARY KEY (Id)").ExecuteNonQuery(); connection.CreateDmlCommand("DELETE FROM Tickets WHERE Id = 5").ExecuteNonQuery(); }
}

public class OlderAzure
{
    public async Task Delete(CloudBlobContainer container, CloudFile file, CloudFileDirectory directory, CloudQueue queue, CloudQueueMessage message, CloudTable table, ITableEntity entity, IDocumentClient documents, Uri document, Microsoft.Azure.ServiceBus.Management.ManagementClient bus)
    {
        await container.GetBlockBlobReference("a").DeleteIfExistsAsync(); await container.CreateIfNotExistsAsync(); await file.DeleteAsync(); await directory.DeleteIfExistsAsync(); await queue.DeleteMessageAsync(message); await table.ExecuteAsync(TableOperation.Delete(entity)); await documents.DeleteDocumentAsync(document); await bus.DeleteRuleAsync("a", "b", "c");
    }
}

public class Others
{
    public async Task Work(VectorStoreCollection<string, Ticket> vectors, ISearchCommands search, IDatabase redis, INatsJSContext stream, INatsKVStore values, IBucketsApi buckets, IFtpClient ftp, IAsyncFtpClient remote, IGraphQLClient graph)
    {
        await vectors.EnsureCollectionExistsAsync(); search.DropIndex("idx"); search.DropIndex("idx", dd: false); redis.Execute("FT.DROPINDEX", "idx"); await stream.DeleteConsumerAsync("s", "c"); await buckets.DeleteLabelAsync("l", "b"); ftp.DeleteFile("/a.txt"); await remote.DeleteFile("/a.txt");
        await stream.PurgeStreamAsync("s", new NATS.Client.JetStream.Models.StreamPurgeRequest { Filter = "orders.5" }); await graph.SendQueryAsync<Ticket>("query { tickets { id } }"); redis.ScriptEvaluate(LuaScript.Prepare("return redis.call('GET', @key)"), new { key = (RedisKey)"a" });
    }
}

public class Searching
{
    public async Task Single(Meilisearch.Index index, Algolia.Search.Clients.ISearchIndex algolia, VaultSharp.V1.SecretsEngines.KeyValue.V2.IKeyValueSecretsEngineV2 vault) { await index.DeleteOneDocumentAsync("1"); algolia.DeleteObject("1"); await vault.DeleteSecretAsync("apps/a"); }
}
