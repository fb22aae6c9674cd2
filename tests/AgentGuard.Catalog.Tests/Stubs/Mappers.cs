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
namespace RepoDb {
    public class QueryMultipleExtractor { }
    public static class DbConnectionExtension {
        public static int DeleteAll<TEntity>(this IDbConnection connection, int? commandTimeout = null) where TEntity : class => throw null; public static Task<int> DeleteAllAsync<TEntity>(this IDbConnection connection, int? commandTimeout = null) where TEntity : class => throw null;
        public static int DeleteAll<TEntity>(this IDbConnection connection, IEnumerable<TEntity> entities, int? commandTimeout = null) where TEntity : class => throw null; public static int DeleteAll<TEntity>(this IDbConnection connection, IEnumerable<object> keys, string hints = null) where TEntity : class => throw null;
        public static int Truncate<TEntity>(this IDbConnection connection, int? commandTimeout = null) where TEntity : class => throw null; public static Task<int> TruncateAsync<TEntity>(this IDbConnection connection, int? commandTimeout = null) where TEntity : class => throw null;
        public static int ExecuteNonQuery(this IDbConnection connection, string commandText, object param = null) => throw null; public static Task<int> ExecuteNonQueryAsync(this IDbConnection connection, string commandText, object param = null) => throw null;
        public static IEnumerable<object> ExecuteQuery(this IDbConnection connection, string commandText, object param = null) => throw null; public static Task<IEnumerable<object>> ExecuteQueryAsync(this IDbConnection connection, string commandText, object param = null) => throw null;
        public static QueryMultipleExtractor ExecuteQueryMultiple(this IDbConnection connection, string commandText, object param = null) => throw null; public static Task<QueryMultipleExtractor> ExecuteQueryMultipleAsync(this IDbConnection connection, string commandText, object param = null) => throw null;
        public static IDataReader ExecuteReader(this IDbConnection connection, string commandText, object param = null) => throw null; public static Task<IDataReader> ExecuteReaderAsync(this IDbConnection connection, string commandText, object param = null) => throw null;
        public static object ExecuteScalar(this IDbConnection connection, string commandText, object param = null) => throw null; public static Task<object> ExecuteScalarAsync(this IDbConnection connection, string commandText, object param = null) => throw null;
    }
    public class DbRepository<TDbConnection> {
        public int DeleteAll<TEntity>(string hints = null) where TEntity : class => throw null; public int DeleteAll<TEntity>(IEnumerable<TEntity> entities, string hints = null) where TEntity : class => throw null; public int DeleteAll<TEntity>(IEnumerable<object> keys, string hints = null) where TEntity : class => throw null; public Task<int> DeleteAllAsync<TEntity>(string hints = null) where TEntity : class => throw null;
        public int Truncate<TEntity>() where TEntity : class => throw null; public Task<int> TruncateAsync<TEntity>() where TEntity : class => throw null;
        public int ExecuteNonQuery(string commandText, object param = null) => throw null; public Task<int> ExecuteNonQueryAsync(string commandText, object param = null) => throw null;
        public IEnumerable<TEntity> ExecuteQuery<TEntity>(string commandText, object param = null) where TEntity : class => throw null; public Task<IEnumerable<TEntity>> ExecuteQueryAsync<TEntity>(string commandText, object param = null) where TEntity : class => throw null;
        public object ExecuteScalar(string commandText, object param = null) => throw null; public Task<object> ExecuteScalarAsync(string commandText, object param = null) => throw null;
    }
    public abstract class BaseRepository<TEntity, TDbConnection> where TEntity : class {
        public int DeleteAll(string hints = null) => throw null; public int DeleteAll(IEnumerable<TEntity> entities, string hints = null) => throw null; public int DeleteAll(IEnumerable<object> keys, string hints = null) => throw null; public Task<int> DeleteAllAsync(string hints = null) => throw null;
        public int Truncate() => throw null; public Task<int> TruncateAsync() => throw null;
        public int ExecuteNonQuery(string commandText, object param = null) => throw null; public Task<int> ExecuteNonQueryAsync(string commandText, object param = null) => throw null;
        public IEnumerable<TEntity> ExecuteQuery(string commandText, object param = null) => throw null; public Task<IEnumerable<TEntity>> ExecuteQueryAsync(string commandText, object param = null) => throw null;
        public object ExecuteScalar(string commandText, object param = null) => throw null; public Task<object> ExecuteScalarAsync(string commandText, object param = null) => throw null;
    }
}
namespace SqlSugar {
    public class SugarParameter { }
    public interface ISqlSugarClient { IAdo Ado { get; } IDeleteable<T> Deleteable<T>() where T : class, new(); IDeleteable<T> Deleteable<T>(dynamic primaryKeyValue) where T : class, new(); IDeleteable<T> Deleteable<T>(Expression<Func<T, bool>> expression) where T : class, new(); IDeleteable<T> Deleteable<T>(List<T> deleteObjs) where T : class, new(); IDeleteable<T> Deleteable<T>(T deleteObj) where T : class, new(); }
    public interface IDeleteable<T> where T : class, new() {
        int ExecuteCommand(); Task<int> ExecuteCommandAsync(); bool ExecuteCommandHasChange(); Task<bool> ExecuteCommandHasChangeAsync(); IDeleteable<T> AS(string tableName); IDeleteable<T> In<PkType>(PkType primaryKeyValue);
        IDeleteable<T> Where(T deleteObj); IDeleteable<T> Where(Expression<Func<T, bool>> expression); IDeleteable<T> Where(string whereString, object parameters = null);
    }
    public interface IDbMaintenance { bool DropTable(string tableName); bool TruncateTable(string tableName); bool DropColumn(string tableName, string columnName); }
    public interface IAdo {
        int ExecuteCommand(string sql, object parameters); Task<int> ExecuteCommandAsync(string sql, object parameters); int ExecuteCommandWithGo(string sql, params SugarParameter[] parameters);
        DataTable GetDataTable(string sql, object parameters); Task<DataTable> GetDataTableAsync(string sql, object parameters); DataSet GetDataSetAll(string sql, object parameters); Task<DataSet> GetDataSetAllAsync(string sql, object parameters);
        IDataReader GetDataReader(string sql, object parameters); Task<IDataReader> GetDataReaderAsync(string sql, object parameters); object GetScalar(string sql, object parameters); Task<object> GetScalarAsync(string sql, object parameters);
        int GetInt(string sql, object pars); Task<int> GetIntAsync(string sql, object pars); string GetString(string sql, object parameters); Task<string> GetStringAsync(string sql, object parameters); List<T> SqlQuery<T>(string sql, object parameters = null); Task<List<T>> SqlQueryAsync<T>(string sql, object parameters = null);
    }
}
public interface IFreeSql { FreeSql.IAdo Ado { get; } FreeSql.IDelete<T1> Delete<T1>() where T1 : class; FreeSql.IDelete<T1> Delete<T1>(object dywhere) where T1 : class; }
namespace FreeSql {
    public class AdoCommandFluent { public int ExecuteNonQuery() => throw null; }
    public interface IDelete<T1> {
        IDelete<T1> Where(Expression<Func<T1, bool>> exp); IDelete<T1> WhereIf(bool condition, Expression<Func<T1, bool>> exp); IDelete<T1> Where(string sql, object parms = null); IDelete<T1> Where(T1 item); IDelete<T1> AsTable(string tableName); string ToSql();
        int ExecuteAffrows(); Task<int> ExecuteAffrowsAsync(System.Threading.CancellationToken cancellationToken = default); List<T1> ExecuteDeleted(); Task<List<T1>> ExecuteDeletedAsync(System.Threading.CancellationToken cancellationToken = default);
    }
    public interface IAdo {
        int ExecuteNonQuery(string cmdText, object parms = null); int ExecuteNonQuery(CommandType cmdType, string cmdText, params System.Data.Common.DbParameter[] cmdParms); Task<int> ExecuteNonQueryAsync(string cmdText, object parms = null, CancellationToken cancellationToken = default);
        object ExecuteScalar(string cmdText, object parms = null); Task<object> ExecuteScalarAsync(string cmdText, object parms = null, CancellationToken cancellationToken = default); DataTable ExecuteDataTable(string cmdText, object parms = null); Task<DataTable> ExecuteDataTableAsync(string cmdText, object parms = null, CancellationToken cancellationToken = default);
        DataSet ExecuteDataSet(string cmdText, object parms = null); Task<DataSet> ExecuteDataSetAsync(string cmdText, object parms = null, CancellationToken cancellationToken = default); AdoCommandFluent CommandFluent(string cmdText, object parms = null);
    }
}
namespace SqlKata {
    public class Query { public Query() { } public Query(string table, string comment = null) { } public Query Where(string column, object value) => throw null; public Query Where(string column, string op, object value) => throw null; public Query Where(object constraints) => throw null; public Query WhereIn<T>(string column, IEnumerable<T> values) => throw null; public Query When(bool condition, Func<Query, Query> whenTrue, Func<Query, Query> whenFalse = null) => throw null; }
}
namespace SqlKata.Execution {
    public class QueryFactory {
        public Query Query() => new Query(); public Query Query(string table) => new Query(table);
        public int Statement(string sql, object param = null, IDbTransaction transaction = null, int? timeout = null) => throw null; public Task<int> StatementAsync(string sql, object param = null, IDbTransaction transaction = null, int? timeout = null, CancellationToken cancellationToken = default) => throw null;
        public IEnumerable<object> Select(string sql, object param = null, IDbTransaction transaction = null, int? timeout = null) => throw null; public Task<IEnumerable<object>> SelectAsync(string sql, object param = null, IDbTransaction transaction = null, int? timeout = null, CancellationToken cancellationToken = default) => throw null;
    }
    public static class QueryExtensions {
        public static int Delete(this Query query, IDbTransaction transaction = null, int? timeout = null) => throw null; public static Task<int> DeleteAsync(this Query query, IDbTransaction transaction = null, int? timeout = null, CancellationToken cancellationToken = default) => throw null;
        public static int Update(this Query query, object data, IDbTransaction transaction = null, int? timeout = null) => throw null; public static Task<int> UpdateAsync(this Query query, object data, IDbTransaction transaction = null, int? timeout = null, CancellationToken cancellationToken = default) => throw null;
    }
}
namespace PetaPoco { public interface IExecute { int Execute(string sql, params object[] args); } public class Database { public int Execute(string sql, params object[] args) => throw null; } }
namespace NPoco { public interface IDatabaseQuery { int Execute(string sql, params object[] args); } }
namespace Alphaleonis.Win32.Filesystem {
    public static class Directory { public static void Delete(string path) => throw null; public static void Delete(string path, bool recursive) => throw null; public static void Delete(string path, bool recursive, bool ignoreReadOnly) => throw null; public static void DeleteTransacted(object transaction, string path, bool recursive) => throw null; }
    public sealed class DirectoryInfo { public void Delete() => throw null; public void Delete(bool recursive) => throw null; }
}
namespace Minio { public interface IMinioClient { Task DeleteBucketAsync(string bucketName, CancellationToken cancellationToken = default); } }
