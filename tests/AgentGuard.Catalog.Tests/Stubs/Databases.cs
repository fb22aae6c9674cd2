// Stand-ins for databases, caches, queues and platforms: names and parameters as they are documented, no bodies.
#pragma warning disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
namespace Couchbase.Management.Buckets { public interface IBucketManager { Task DropBucketAsync(string bucketName, object options = null); Task FlushBucketAsync(string bucketName, object options = null); } }
namespace Couchbase.Management.Collections { public interface ICouchbaseCollectionManager { Task DropCollectionAsync(string scopeName, string collectionName, object options = null); Task DropScopeAsync(string scopeName, object options = null); } }
namespace Couchbase { public interface ICluster { Task<object> QueryAsync<T>(string statement, object options = null); } }
namespace Couchbase.KeyValue { public interface IScope { Task<object> QueryAsync<T>(string statement, object options = null); } }
namespace ArangoDBNetStandard.DatabaseApi { public interface IDatabaseApiClient { Task<object> DeleteDatabaseAsync(string databaseName, CancellationToken cancellationToken = default); } }
namespace ArangoDBNetStandard.CollectionApi { public interface ICollectionApiClient { Task<object> DeleteCollectionAsync(string collectionName, CancellationToken cancellationToken = default); Task<object> TruncateCollectionAsync(string collectionName, CancellationToken cancellationToken = default); } }
namespace Raven.Client.Documents.Operations { public class DeleteByQueryOperation { public DeleteByQueryOperation(string queryToDelete, object options = null) { } } }
namespace SQLite {
    public class SQLiteConnection { public int DropTable<T>() => throw null; public int DropTable(object map) => throw null; public int DeleteAll<T>() => throw null; public int DeleteAll(object map) => throw null; public int Execute(string query, params object[] args) => throw null; public T ExecuteScalar<T>(string query, params object[] args) => throw null; }
    public class SQLiteAsyncConnection { public Task<int> DropTableAsync<T>() where T : new() => throw null; public Task<int> DeleteAllAsync<T>() => throw null; public Task<int> ExecuteAsync(string query, params object[] args) => throw null; public Task<T> ExecuteScalarAsync<T>(string query, params object[] args) => throw null; }
}
namespace System.Data.Linq {
    public class DataContext { public void DeleteDatabase() => throw null; public int ExecuteCommand(string command, params object[] parameters) => throw null; public IEnumerable<TResult> ExecuteQuery<TResult>(string query, params object[] parameters) => throw null; public Table<TEntity> GetTable<TEntity>() where TEntity : class => throw null; }
    public sealed class Table<TEntity> : IEnumerable<TEntity> where TEntity : class { public IEnumerator<TEntity> GetEnumerator() => throw null; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null; public void DeleteAllOnSubmit<TSubEntity>(IEnumerable<TSubEntity> entities) where TSubEntity : TEntity => throw null; public void DeleteOnSubmit(TEntity entity) => throw null; }
}
namespace System.Data.Entity.Core.Objects { public class ObjectContext {
    public virtual void DeleteDatabase() => throw null; public virtual int ExecuteStoreCommand(string commandText, params object[] parameters) => throw null; public virtual Task<int> ExecuteStoreCommandAsync(string commandText, params object[] parameters) => throw null;
    public virtual object ExecuteStoreQuery<TElement>(string commandText, params object[] parameters) => throw null; public virtual Task<object> ExecuteStoreQueryAsync<TElement>(string commandText, params object[] parameters) => throw null;
} }
namespace Microsoft.Practices.EnterpriseLibrary.Data { public abstract class Database {
    public System.Data.Common.DbCommand GetSqlStringCommand(string query) => throw null; public virtual int ExecuteNonQuery(System.Data.CommandType commandType, string commandText) => throw null; public virtual object ExecuteScalar(System.Data.CommandType commandType, string commandText) => throw null;
    public virtual object ExecuteReader(System.Data.CommandType commandType, string commandText) => throw null; public virtual object ExecuteDataSet(System.Data.CommandType commandType, string commandText) => throw null;
} }
namespace Insight.Database { public static class DBConnectionExtensions {
    public static int ExecuteSql(this System.Data.IDbConnection connection, string sql, object parameters = null) => throw null;
    public static Task<int> ExecuteSqlAsync(this System.Data.IDbConnection connection, string sql, object parameters = null) => throw null;
    public static object ExecuteScalarSql(this System.Data.IDbConnection connection, string sql, object parameters = null) => throw null;
    public static Task<object> ExecuteScalarSqlAsync(this System.Data.IDbConnection connection, string sql, object parameters = null) => throw null;
    public static object QuerySql(this System.Data.IDbConnection connection, string sql, object parameters = null) => throw null;
    public static Task<object> QuerySqlAsync(this System.Data.IDbConnection connection, string sql, object parameters = null) => throw null;
} }
namespace DevExpress.Xpo { public class Session { public void ClearDatabase() => throw null; public int ExecuteNonQuery(string sql) => throw null; } }
namespace ClickHouse.Driver { public interface IClickHouseClient { Task<int> ExecuteNonQueryAsync(string sql, object parameters = null, object options = null, CancellationToken cancellationToken = default); Task<object> ExecuteScalarAsync(string sql, object parameters = null, object options = null, CancellationToken cancellationToken = default); Task<object> ExecuteReaderAsync(string sql, object parameters = null, object options = null, CancellationToken cancellationToken = default); } }
namespace ClickHouse.Driver.Utility { public static class ConnectionExtensions { public static Task<int> ExecuteStatementAsync(this System.Data.Common.DbConnection connection, string sql) => throw null; public static Task<object> ExecuteScalarAsync(this System.Data.Common.DbConnection connection, string sql) => throw null; public static Task<object> ExecuteReaderAsync(this System.Data.Common.DbConnection connection, string sql) => throw null; } }
namespace ClickHouse.Client.Utility { public static class ConnectionExtensions { public static Task<int> ExecuteStatementAsync(this System.Data.Common.DbConnection connection, string sql) => throw null; public static Task<object> ExecuteScalarAsync(this System.Data.Common.DbConnection connection, string sql) => throw null; public static Task<object> ExecuteReaderAsync(this System.Data.Common.DbConnection connection, string sql) => throw null; } }
namespace Apache.Ignite.Core { public interface IIgnite { void DestroyCache(string name); } }
namespace Apache.Ignite.Core.Client { public interface IIgniteClient { void DestroyCache(string name); } }
namespace Aerospike.Client { public interface IAerospikeClient { void Truncate(object policy, string ns, string set, DateTime? beforeLastUpdate); } }
namespace RocksDbSharp { public class RocksDb { public void DropColumnFamily(string name) => throw null; } }
namespace LightningDB { public sealed class LightningDatabase { } public sealed class LightningTransaction { public object DropDatabase(LightningDatabase db) => throw null; public object TruncateDatabase(LightningDatabase db) => throw null; } }
namespace SolrNet {
    public interface ISolrQuery { } public class SolrQuery : ISolrQuery { public SolrQuery(string query) { } public static ISolrQuery All { get; set; } }
    public interface ISolrOperations<T> { object Delete(ISolrQuery q); Task<object> DeleteAsync(ISolrQuery q); object Delete(T doc); }
    public interface ISolrBasicOperations<T> { object Delete(IEnumerable<string> ids, ISolrQuery q, object parameters); Task<object> DeleteAsync(IEnumerable<string> ids, ISolrQuery q, object parameters); }
}
namespace Typesense { public interface ITypesenseClient { Task<object> DeleteCollection(string name); } }
namespace Milvus.Client {
    public class MilvusClient { public Task DropDatabaseAsync(string databaseName, CancellationToken cancellationToken = default) => throw null; }
    public class MilvusCollection { public Task DropAsync(CancellationToken cancellationToken = default) => throw null; public Task DropPartitionAsync(string partitionName, CancellationToken cancellationToken = default) => throw null; }
}
namespace Pinecone { public class PineconeClient { public Task DeleteIndex(string name, CancellationToken cancellationToken = default) => throw null; public Task DeleteIndexAsync(string indexName, object options = null, CancellationToken cancellationToken = default) => throw null; } }
namespace ChromaDB.Client { public class ChromaClient { public Task DeleteCollection(string name, string tenant = null, string database = null) => throw null; } }
namespace Microsoft.KernelMemory { public interface IKernelMemory { Task DeleteIndexAsync(string index = null, CancellationToken cancellationToken = default); } }
namespace OpenAI.VectorStores { public class VectorStoreClient { public virtual object DeleteVectorStore(string vectorStoreId, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteVectorStoreAsync(string vectorStoreId, CancellationToken cancellationToken = default) => throw null; } }
namespace Azure.AI.Agents.Persistent { public class VectorStores { public virtual object DeleteVectorStore(string vectorStoreId, CancellationToken cancellationToken = default) => throw null; public virtual Task<object> DeleteVectorStoreAsync(string vectorStoreId, CancellationToken cancellationToken = default) => throw null; } }
namespace CSRedis {
    public class CSRedisClient {
        public class NodesServerManagerProvider { public object FlushAll() => throw null; public Task<object> FlushAllAsync() => throw null; public object FlushDb() => throw null; public Task<object> FlushDbAsync() => throw null; }
        public class NodeServerManagerProvider { public string FlushAll() => throw null; public Task<string> FlushAllAsync() => throw null; public string FlushDb() => throw null; public Task<string> FlushDbAsync() => throw null; }
    }
    public interface IRedisClientSync { string FlushAll(); string FlushDb(); }
}
namespace FreeRedis { public interface IRedisClient { void FlushAll(bool isasync = false); void FlushDb(bool isasync = false); } public class RedisClient : IRedisClient { public void FlushAll(bool isasync = false) => throw null; public void FlushDb(bool isasync = false) => throw null; } }
namespace ServiceStack.Redis { public interface IRedisClient { void FlushAll(); void FlushDb(); } public interface IRedisClientAsync { ValueTask FlushAllAsync(CancellationToken token = default); ValueTask FlushDbAsync(CancellationToken token = default); } }
namespace StackExchange.Redis.Extensions.Core.Abstractions { public interface IRedisDatabase { Task FlushDbAsync(); } }
namespace Enyim.Caching { public interface IMemcachedClient { void FlushAll(); Task FlushAllAsync(); } }
namespace EasyNetQ {
    public interface IAdvancedBus { Task QueueDeleteAsync(string queue, bool ifUnused = false, bool ifEmpty = false, CancellationToken cancellationToken = default); Task QueuePurgeAsync(string queue, CancellationToken cancellationToken = default); Task ExchangeDeleteAsync(string exchange, bool ifUnused = false, CancellationToken cancellationToken = default); }
    public static class AdvancedBusExtensions { public static void QueueDelete(this IAdvancedBus bus, string queue, bool ifUnused = false, bool ifEmpty = false, CancellationToken cancellationToken = default) => throw null; public static void QueuePurge(this IAdvancedBus bus, string queue, CancellationToken cancellationToken = default) => throw null; public static void ExchangeDelete(this IAdvancedBus bus, string exchange, bool ifUnused = false, CancellationToken cancellationToken = default) => throw null; }
}
namespace Consul { public interface IKVEndpoint { Task<object> DeleteTree(string prefix, CancellationToken cancellationToken = default); } }
namespace Keycloak.Net { public class KeycloakClient { public Task<bool> DeleteRealmAsync(string realm) => throw null; } }
namespace NGitLab { public interface IProjectClient { void Delete(long id); Task DeleteAsync(long projectId, CancellationToken cancellationToken = default); } public interface IGroupsClient { void Delete(long id); Task DeleteAsync(long id, CancellationToken cancellationToken = default); } }
namespace GitLabApiClient { public interface IProjectsClient { Task DeleteAsync(object projectId); } public interface IGroupsClient { Task DeleteAsync(object groupId); } }
namespace Supabase.Storage.Interfaces { public interface IStorageBucketApi<TBucket> { Task<object> DeleteBucket(string id); Task<object> EmptyBucket(string id); } }
namespace Microsoft.SharePoint.Client { public class List { public void DeleteObject() => throw null; } public class Web { public void DeleteObject() => throw null; } }
namespace Microsoft.Online.SharePoint.TenantAdministration { public class Tenant { public object RemoveSite(string siteUrl) => throw null; public object RemoveDeletedSite(string siteUrl) => throw null; } }
namespace Microsoft.Xrm.Sdk.Messages { public sealed class DeleteEntityRequest { public string LogicalName { get; set; } } public sealed class DeleteAttributeRequest { public string EntityLogicalName { get; set; } public string LogicalName { get; set; } } }
