// Stand-ins for libraries that are not referenced: names and parameters as they are documented, no bodies.
#pragma warning disable
using System;
using System.Collections.Generic;
using System.Data;
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
namespace EFCore.BulkExtensions {
    public class BulkConfig { }
    public static class DbContextBulkExtensions {
        public static void BulkDelete<T>(this DbContext context, IEnumerable<T> entities, BulkConfig bulkConfig = null, Action<decimal> progress = null, Type type = null) where T : class => throw null;
        public static Task BulkDeleteAsync<T>(this DbContext context, IEnumerable<T> entities, BulkConfig bulkConfig = null, Action<decimal> progress = null, Type type = null, CancellationToken cancellationToken = default) where T : class => throw null;
        public static void BulkInsertOrUpdateOrDelete<T>(this DbContext context, IEnumerable<T> entities, BulkConfig bulkConfig = null, Action<decimal> progress = null, Type type = null) where T : class => throw null;
        public static void BulkInsertOrUpdateOrDelete<T>(this DbContext context, IEnumerable<T> entities, Action<BulkConfig> bulkAction, Action<decimal> progress = null, Type type = null) where T : class => throw null;
        public static Task BulkInsertOrUpdateOrDeleteAsync<T>(this DbContext context, IEnumerable<T> entities, BulkConfig bulkConfig = null, Action<decimal> progress = null, Type type = null, CancellationToken cancellationToken = default) where T : class => throw null;
        public static void Truncate<T>(this DbContext context, Type type = null) where T : class => throw null;
        public static Task TruncateAsync<T>(this DbContext context, Type type = null, CancellationToken cancellationToken = default) where T : class => throw null;
    }
    public static class IQueryableBatchExtensions {
        public static int BatchDelete(this IQueryable query) => throw null; public static Task<int> BatchDeleteAsync(this IQueryable query, CancellationToken cancellationToken = default) => throw null;
        public static int BatchUpdate<T>(this IQueryable<T> query, Expression<Func<T, T>> updateExpression, Type type = null) where T : class => throw null; public static Task<int> BatchUpdateAsync<T>(this IQueryable<T> query, Expression<Func<T, T>> updateExpression, Type type = null, CancellationToken cancellationToken = default) where T : class => throw null;
    }
}
namespace Z.EntityFramework.Plus {
    public static class BatchDeleteExtensions { public static int Delete<T>(this IQueryable<T> query) where T : class => throw null; public static Task<int> DeleteAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) where T : class => throw null; }
    public static class BatchUpdateExtensions { public static int Update<T>(this IQueryable<T> query, Expression<Func<T, T>> updateFactory) where T : class => throw null; public static Task<int> UpdateAsync<T>(this IQueryable<T> query, Expression<Func<T, T>> updateFactory, CancellationToken cancellationToken = default) where T : class => throw null; }
}
namespace Dommel { public static class DommelMapper {
    public static int DeleteAll<TEntity>(this IDbConnection connection, IDbTransaction transaction = null) => throw null; public static Task<int> DeleteAllAsync<TEntity>(this IDbConnection connection, IDbTransaction transaction = null, CancellationToken cancellationToken = default) => throw null;
    public static int DeleteMultiple<TEntity>(this IDbConnection connection, Expression<Func<TEntity, bool>> predicate, IDbTransaction transaction = null) => throw null; public static Task<int> DeleteMultipleAsync<TEntity>(this IDbConnection connection, Expression<Func<TEntity, bool>> predicate, IDbTransaction transaction = null, CancellationToken cancellationToken = default) => throw null;
} }
namespace ServiceStack.OrmLite {
    public static class OrmLiteSchemaApi {
        public static void DropTable<T>(this IDbConnection dbConn) => throw null; public static void DropTable(this IDbConnection dbConn, Type modelType) => throw null; public static void DropTables(this IDbConnection dbConn, params Type[] tableTypes) => throw null;
        public static void DropAndCreateTable<T>(this IDbConnection dbConn) => throw null; public static void DropAndCreateTable(this IDbConnection dbConn, Type modelType) => throw null; public static void DropAndCreateTables(this IDbConnection dbConn, params Type[] tableTypes) => throw null;
    }
    public static class OrmLiteWriteApi { public static int DeleteAll<T>(this IDbConnection dbConn) => throw null; public static int DeleteAll<T>(this IDbConnection dbConn, IEnumerable<T> rows) => throw null; public static int DeleteAll(this IDbConnection dbConn, Type tableType) => throw null; public static int ExecuteSql(this IDbConnection dbConn, string sql) => throw null; }
    public static class OrmLiteReadApi { public static int ExecuteNonQuery(this IDbConnection dbConn, string sql) => throw null; }
}
namespace RepoDb { public static class DbConnectionExtension {
    public static int DeleteAll<TEntity>(this IDbConnection connection, int? commandTimeout = null) where TEntity : class => throw null; public static Task<int> DeleteAllAsync<TEntity>(this IDbConnection connection, int? commandTimeout = null) where TEntity : class => throw null;
    public static int DeleteAll<TEntity>(this IDbConnection connection, IEnumerable<TEntity> entities, int? commandTimeout = null) where TEntity : class => throw null; public static int DeleteAll<TEntity>(this IDbConnection connection, IEnumerable<object> keys, string hints = null) where TEntity : class => throw null;
    public static int Truncate<TEntity>(this IDbConnection connection, int? commandTimeout = null) where TEntity : class => throw null; public static Task<int> TruncateAsync<TEntity>(this IDbConnection connection, int? commandTimeout = null) where TEntity : class => throw null;
    public static int ExecuteNonQuery(this IDbConnection connection, string commandText, object param = null) => throw null; public static Task<int> ExecuteNonQueryAsync(this IDbConnection connection, string commandText, object param = null) => throw null;
} }
namespace SqlSugar {
    public interface IDbMaintenance { bool DropTable(string tableName); bool TruncateTable(string tableName); bool DropColumn(string tableName, string columnName); }
    public interface IAdo { int ExecuteCommand(string sql, object parameters); Task<int> ExecuteCommandAsync(string sql, object parameters); }
}
namespace FreeSql { public interface IAdo { int ExecuteNonQuery(string cmdText, object parms = null); } }
namespace PetaPoco { public interface IExecute { int Execute(string sql, params object[] args); } public class Database { public int Execute(string sql, params object[] args) => throw null; } }
namespace NPoco { public interface IDatabaseQuery { int Execute(string sql, params object[] args); } }
namespace Alphaleonis.Win32.Filesystem {
    public static class Directory { public static void Delete(string path) => throw null; public static void Delete(string path, bool recursive) => throw null; public static void Delete(string path, bool recursive, bool ignoreReadOnly) => throw null; public static void DeleteTransacted(object transaction, string path, bool recursive) => throw null; }
    public sealed class DirectoryInfo { public void Delete() => throw null; public void Delete(bool recursive) => throw null; }
}
namespace Minio { public interface IMinioClient { Task DeleteBucketAsync(string bucketName, CancellationToken cancellationToken = default); } }
