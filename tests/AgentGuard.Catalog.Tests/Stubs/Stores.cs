// Stand-ins for libraries that are not referenced: names and parameters as they are documented, no bodies.
#pragma warning disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
namespace System.Data.Entity {
    public enum EntityState { Detached, Unchanged, Added, Deleted, Modified } public class DbEntityEntry<T> { public EntityState State { get; set; } }
    public class DbContext { public DbEntityEntry<T> Entry<T>(T entity) where T : class => throw null; }
    public class Database {
        public bool Delete() => throw null; public static bool Delete(string nameOrConnectionString) => throw null;
        public int ExecuteSqlCommand(string sql, params object[] parameters) => throw null; public Task<int> ExecuteSqlCommandAsync(string sql, params object[] parameters) => throw null;
        public object SqlQuery(Type elementType, string sql, params object[] parameters) => throw null;
    }
    public abstract class DbSet<TEntity> : IEnumerable<TEntity> { public abstract IEnumerator<TEntity> GetEnumerator(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null; public TEntity Remove(TEntity entity) => throw null; public IEnumerable<TEntity> RemoveRange(IEnumerable<TEntity> entities) => throw null; }
    public class DropCreateDatabaseAlways<TContext> where TContext : DbContext { }
    public class DropCreateDatabaseIfModelChanges<TContext> where TContext : DbContext { }
}
namespace System.Data.Entity.Migrations.Infrastructure { public class MigratorBase { public virtual void Update() => throw null; public virtual void Update(string targetMigration) => throw null; } }
namespace Dapper.Contrib.Extensions { public static class SqlMapperExtensions {
    public static bool DeleteAll<T>(this System.Data.IDbConnection connection, System.Data.IDbTransaction transaction = null, int? commandTimeout = null) => throw null;
    public static Task<bool> DeleteAllAsync<T>(this System.Data.IDbConnection connection, System.Data.IDbTransaction transaction = null, int? commandTimeout = null) => throw null;
    public static bool Delete<T>(this System.Data.IDbConnection connection, T entityToDelete, System.Data.IDbTransaction transaction = null, int? commandTimeout = null) => throw null;
    public static Task<bool> DeleteAsync<T>(this System.Data.IDbConnection connection, T entityToDelete, System.Data.IDbTransaction transaction = null, int? commandTimeout = null) => throw null;
    public static System.Collections.Generic.IEnumerable<T> GetAll<T>(this System.Data.IDbConnection connection, System.Data.IDbTransaction transaction = null, int? commandTimeout = null) => null;
    public static Task<System.Collections.Generic.IEnumerable<T>> GetAllAsync<T>(this System.Data.IDbConnection connection, System.Data.IDbTransaction transaction = null, int? commandTimeout = null) => throw null;
} }
namespace Elastic.Clients.Elasticsearch { public class Indices { public static implicit operator Indices(string name) => throw null; } public class Name { public static implicit operator Name(string name) => throw null; } }
namespace Elastic.Clients.Elasticsearch.IndexManagement { public class IndicesNamespacedClient {
    public virtual object Delete(Indices indices) => throw null; public virtual Task<object> DeleteAsync(Indices indices, CancellationToken cancellationToken = default) => throw null;
    public virtual object Close(Indices indices) => throw null; public virtual Task<object> CloseAsync(Indices indices, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteDataStream(Name name) => throw null; public virtual Task<object> DeleteDataStreamAsync(Name name, CancellationToken cancellationToken = default) => throw null;
} }
namespace Elastic.Clients.Elasticsearch.Snapshot { public class SnapshotNamespacedClient {
    public virtual object Delete(Name repository, Name snapshot) => throw null; public virtual Task<object> DeleteAsync(Name repository, Name snapshot, CancellationToken cancellationToken = default) => throw null;
    public virtual object DeleteRepository(Name name) => throw null; public virtual Task<object> DeleteRepositoryAsync(Name name, CancellationToken cancellationToken = default) => throw null;
    public virtual object Create(Name repository, Name snapshot) => throw null; public virtual Task<object> CreateAsync(Name repository, Name snapshot, CancellationToken cancellationToken = default) => throw null;
} }
namespace NHibernate {
    public interface IQuery { int ExecuteUpdate(); } public interface ISQLQuery : IQuery { }
    public interface ISession {
        ISQLQuery CreateSQLQuery(string queryString); IQuery CreateQuery(string queryString); System.Linq.IQueryable<T> Query<T>(); System.Linq.IQueryable<T> Query<T>(string entityName);
        void Delete(object obj); void Delete(string entityName, object obj); int Delete(string query); Task DeleteAsync(object obj, CancellationToken cancellationToken = default); Task<int> DeleteAsync(string query, CancellationToken cancellationToken = default);
    }
    public interface IStatelessSession { ISQLQuery CreateSQLQuery(string queryString); IQuery CreateQuery(string queryString); System.Linq.IQueryable<T> Query<T>(); }
}
namespace NHibernate.Linq { public static class DmlExtensionMethods {
    public static int Delete<TSource>(this System.Linq.IQueryable<TSource> source) => throw null; public static Task<int> DeleteAsync<TSource>(this System.Linq.IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null;
    public static int Update<TSource>(this System.Linq.IQueryable<TSource> source, System.Linq.Expressions.Expression<Func<TSource, TSource>> expression) => throw null; public static Task<int> UpdateAsync<TSource>(this System.Linq.IQueryable<TSource> source, System.Linq.Expressions.Expression<Func<TSource, TSource>> expression, CancellationToken cancellationToken = default) => throw null;
} }
namespace NHibernate.Tool.hbm2ddl { public class SchemaExport {
    public SchemaExport SetOutputFile(string filename) => throw null;
    public void Drop(bool useStdOut, bool execute) => throw null; public Task DropAsync(bool useStdOut, bool execute, CancellationToken cancellationToken = default) => throw null;
    public void Create(bool useStdOut, bool execute) => throw null; public Task CreateAsync(bool useStdOut, bool execute, CancellationToken cancellationToken = default) => throw null;
    public void Execute(bool useStdOut, bool execute, bool justDrop) => throw null; public Task ExecuteAsync(bool useStdOut, bool execute, bool justDrop, CancellationToken cancellationToken = default) => throw null;
} }
namespace Raven.Client.ServerWide.Operations { public class DeleteDatabasesOperation { public DeleteDatabasesOperation(string databaseName, bool hardDelete, string fromNode = null, TimeSpan? timeToWaitForConfirmation = null) { } public DeleteDatabasesOperation(Parameters parameters) { } public class Parameters { public string[] DatabaseNames { get; set; } public bool HardDelete { get; set; } } } }
namespace Raven.Client.Documents.Operations.Indexes { public class DeleteIndexOperation { public DeleteIndexOperation(string indexName) { } } }
namespace Neo4j.Driver { public interface IAsyncQueryRunner { Task<object> RunAsync(string query); Task<object> RunAsync(string query, object parameters); } }
namespace Cassandra {
    public interface ISession { void DeleteKeyspace(string keyspaceName); void DeleteKeyspaceIfExists(string keyspaceName); object Execute(string cqlQuery); object Execute(string cqlQuery, int pageSize); }
    public class SimpleStatement { public SimpleStatement(string query) { } public SimpleStatement(string query, params object[] values) { } }
}
namespace RabbitMQ.Client { public interface IModel {
    uint QueueDelete(string queue, bool ifUnused, bool ifEmpty); void QueueDeleteNoWait(string queue, bool ifUnused, bool ifEmpty); uint QueuePurge(string queue); void ExchangeDelete(string exchange, bool ifUnused);
} }
namespace SimpleExec { public static class Command {
    public static void Run(string name, string args = "", string workingDirectory = "") => throw null; public static Task RunAsync(string name, string args = "", string workingDirectory = "") => throw null; public static Task<object> ReadAsync(string name, string args = "", string workingDirectory = "") => throw null;
} }
namespace Pulumi.Automation {
    public class WorkspaceStack { public Task<object> DestroyAsync(object options = null, CancellationToken cancellationToken = default) => throw null; }
    public abstract class Workspace { public abstract Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default); }
}
namespace FirebirdSql.Data.FirebirdClient {
    public class FbConnection {
        public static void DropDatabase(string connectionString) => throw null; public static Task DropDatabaseAsync(string connectionString, CancellationToken cancellationToken = default) => throw null;
    }
}
namespace GraphQL { public class GraphQLRequest { public GraphQLRequest() { } public GraphQLRequest(string query, object variables = null, string operationName = null) { } public string Query { get; set; } } }
namespace GraphQL.Client.Abstractions {
    public interface IGraphQLClient { Task<object> SendQueryAsync<TResponse>(GraphQLRequest request, CancellationToken cancellationToken = default); Task<object> SendMutationAsync<TResponse>(GraphQLRequest request, CancellationToken cancellationToken = default); }
    public static class GraphQLClientExtensions { public static Task<object> SendQueryAsync<TResponse>(this IGraphQLClient client, string query, object variables = null, string operationName = null, Func<TResponse> defineResponseType = null, CancellationToken cancellationToken = default) => throw null; public static Task<object> SendMutationAsync<TResponse>(this IGraphQLClient client, string query, object variables = null, string operationName = null, Func<TResponse> defineResponseType = null, CancellationToken cancellationToken = default) => throw null; }
}
namespace Microsoft.TeamFoundation.Core.WebApi { public class ProjectHttpClient { public Task<object> QueueDeleteProject(Guid projectId, object userState = null) => throw null; public Task<object> QueueDeleteProject(Guid projectId, bool hardDelete, object userState = null) => throw null; } }
namespace Microsoft.TeamFoundation.SourceControl.WebApi {
    public abstract class GitHttpClientBase { public virtual Task DeleteRepositoryAsync(Guid repositoryId, object userState = null, CancellationToken cancellationToken = default) => throw null; public virtual Task DeleteRepositoryFromRecycleBinAsync(string project, Guid repositoryId, object userState = null, CancellationToken cancellationToken = default) => throw null; }
    public class GitHttpClient : GitHttpClientBase { }
}
namespace FluentFTP {
    public interface IFtpClient { void DeleteFile(string path); void DeleteDirectory(string path); void EmptyDirectory(string path); Task DeleteDirectoryAsync(string path, CancellationToken token = default); Task EmptyDirectoryAsync(string path, CancellationToken token = default); }
    public interface IAsyncFtpClient { Task DeleteFile(string path, CancellationToken token = default); Task DeleteDirectory(string path, CancellationToken token = default); Task EmptyDirectory(string path, CancellationToken token = default); }
}
namespace Flurl { public class Url { public Url(string baseUrl) { } public static implicit operator Url(string url) => throw null; } }
namespace Flurl.Http {
    public interface IFlurlRequest { Url Url { get; } }
    public static class GeneratedExtensions {
        public static Task<object> DeleteAsync(this IFlurlRequest request, CancellationToken cancellationToken = default) => throw null; public static Task<object> DeleteAsync(this Flurl.Url url, CancellationToken cancellationToken = default) => throw null; public static Task<object> DeleteAsync(this string url, CancellationToken cancellationToken = default) => throw null;
        public static Task<object> PostJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => throw null; public static Task<object> PostJsonAsync(this Flurl.Url url, object body, CancellationToken cancellationToken = default) => throw null; public static Task<object> PostJsonAsync(this string url, object body, CancellationToken cancellationToken = default) => throw null;
        public static Task<object> PostStringAsync(this IFlurlRequest request, string body, CancellationToken cancellationToken = default) => throw null; public static Task<object> PostStringAsync(this Flurl.Url url, string body, CancellationToken cancellationToken = default) => throw null; public static Task<object> PostStringAsync(this string url, string body, CancellationToken cancellationToken = default) => throw null;
        public static IFlurlRequest WithHeader(this string url, string name, object value) => null;
    }
}
