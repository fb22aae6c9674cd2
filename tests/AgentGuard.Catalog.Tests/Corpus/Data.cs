// Rows by key, tracked entities, filtered deletes, reads, and text that is only data.
using System; using System.Collections.Generic; using System.Data; using System.Data.Common; using System.Linq; using System.Threading.Tasks;
using Dapper; using LiteDB; using Microsoft.Data.SqlClient; using Microsoft.Data.Sqlite; using Microsoft.EntityFrameworkCore; using MongoDB.Bson; using MongoDB.Driver; using Npgsql; using StackExchange.Redis;

public class Order { public int Id { get; set; } public int TenantId { get; set; } public string? Name { get; set; } public DateTime At { get; set; } public List<Order> Items { get; set; } = []; }
public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }

public class Entities
{
    public async Task Tracked(Shop shop, Order order, int id, List<Order> stale, int[] ids, DateTime cutoff)
    {
        shop.Remove(order); shop.Orders.Remove(order); shop.Orders.Remove(shop.Orders.First(o => o.Id == id)); shop.RemoveRange(order); shop.Orders.RemoveRange(order); shop.Orders.RemoveRange(stale); shop.RemoveRange(stale);
        shop.Orders.RemoveRange(shop.Orders.Where(o => o.TenantId == id)); shop.ChangeTracker.Clear(); shop.Entry(order).State = EntityState.Deleted; order.Items.Clear(); order.Items.RemoveAll(x => x.Id == id); await shop.SaveChangesAsync(); shop.Orders.Local.Clear(); shop.Orders.Local.Remove(order);
        await shop.Orders.Where(o => o.Id == id).ExecuteDeleteAsync(); shop.Orders.Where(o => ids.Contains(o.Id)).ExecuteDelete(); await shop.Orders.Where(o => o.At < cutoff).ExecuteDeleteAsync(); await shop.Orders.Where(o => o.TenantId == id).OrderBy(o => o.Id).Take(10).ExecuteDeleteAsync();
        await shop.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Name, "x")); var query = shop.Orders.Where(o => o.TenantId == id); await query.ExecuteDeleteAsync(); shop.Orders.AsNoTracking().Where(o => o.Name == "a").ExecuteDelete();
        shop.Database.EnsureCreated(); shop.Database.Migrate(); await shop.Database.MigrateAsync(); shop.Database.BeginTransaction().Rollback(); shop.Database.CloseConnection(); await shop.Database.CanConnectAsync(); shop.Database.RollbackTransaction();
    }

    public async Task Sql(Shop shop, int id)
    {
        shop.Database.ExecuteSqlRaw("DELETE FROM Orders WHERE Id = {0}", id); await shop.Database.ExecuteSqlRawAsync("UPDATE Orders SET Name = 'x' WHERE Id = 1"); shop.Database.ExecuteSql($"DELETE FROM Orders WHERE Id = {id}"); await shop.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM Orders WHERE TenantId = {id}");
        shop.Database.ExecuteSqlRaw("CREATE TABLE Orders (Id int)"); shop.Database.ExecuteSqlRaw("INSERT INTO Orders (Name) VALUES ('DROP TABLE Orders')"); shop.Database.ExecuteSqlRaw("CREATE INDEX IX ON Orders (Name)"); shop.Database.ExecuteSqlRaw("DROP INDEX IX"); shop.Database.ExecuteSqlRaw("DROP VIEW V"); shop.Database.ExecuteSqlRaw("SELECT 1 -- DROP TABLE Orders");
        shop.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM Orders").ToList(); shop.Orders.FromSqlRaw("SELECT * FROM Orders WHERE Name LIKE '%TRUNCATE TABLE%'").ToList(); shop.Orders.FromSql($"SELECT * FROM Orders WHERE Id = {id}").ToList(); shop.Database.ExecuteSqlRaw("ALTER TABLE Orders ADD Note text");
    }
}

public class Commands
{
    public async Task Ado(SqlConnection sql, NpgsqlConnection postgres, SqliteConnection sqlite, IDbConnection any, NpgsqlDataSource source, int id)
    {
        var command = sql.CreateCommand(); command.CommandText = "DELETE FROM Orders WHERE Id = @id"; command.Parameters.AddWithValue("@id", id); command.Parameters.Clear(); command.ExecuteNonQuery(); command.Cancel(); await command.DisposeAsync();
        using var other = new NpgsqlCommand("SELECT * FROM orders", postgres); await other.ExecuteReaderAsync(); other.Parameters.Clear(); using var third = new SqlCommand("UPDATE Orders SET Name = NULL WHERE Id = 1", sql); third.ExecuteNonQuery(); using var fourth = new SqliteCommand("CREATE TABLE t (id int)", sqlite); fourth.ExecuteNonQuery();
        using var temporary = new NpgsqlCommand("CREATE TEMP TABLE work (id int); DROP TABLE work", postgres); await temporary.ExecuteNonQueryAsync(); using var scratch = new SqlCommand("CREATE TABLE #work (id int); DROP TABLE #work", sql); scratch.ExecuteNonQuery();
        SqlConnection.ClearAllPools(); NpgsqlConnection.ClearAllPools(); SqliteConnection.ClearAllPools(); NpgsqlConnection.ClearPool(postgres); sql.ResetStatistics(); sql.BeginTransaction().Rollback(); any.BeginTransaction().Rollback(); any.Close(); await postgres.CloseAsync(); source.Clear(); using var made = source.CreateCommand("SELECT 1"); await made.ExecuteScalarAsync();
        new SqlConnectionStringBuilder("Server=a").Remove("Server"); new NpgsqlConnectionStringBuilder("Host=a").Clear();
    }

    public async Task WithDapper(IDbConnection db, int id)
    {
        db.Execute("DELETE FROM orders WHERE id = @id", new { id }); await db.ExecuteAsync("UPDATE orders SET name = @name WHERE id = @id", new { id, name = "x" }); db.Query<Order>("SELECT * FROM orders"); await db.QueryAsync<Order>("SELECT * FROM orders WHERE name = 'DELETE FROM orders'"); db.QueryFirst<int>("SELECT 1"); db.ExecuteScalar<int>("SELECT COUNT(*) FROM orders");
        await db.QuerySingleOrDefaultAsync<Order>("SELECT * FROM orders WHERE id = @id", new { id }); db.Execute("INSERT INTO log (text) VALUES (@text)", new { text = "TRUNCATE TABLE orders" }); db.Execute(new CommandDefinition("DELETE FROM orders WHERE id = 1")); SqlMapper.PurgeQueryCache(); SqlMapper.ResetTypeHandlers(); SqlMapper.RemoveTypeMap(typeof(int));
    }
}

public class Documents
{
    public async Task Mongo(IMongoCollection<Order> orders, IMongoDatabase database, IMongoClient client, int id, string name)
    {
        orders.DeleteOne(o => o.Id == id); await orders.DeleteOneAsync(o => o.Id == id); orders.DeleteMany(o => o.TenantId == id); await orders.DeleteManyAsync(Builders<Order>.Filter.Eq(o => o.TenantId, id)); orders.DeleteMany(Builders<Order>.Filter.In(o => o.Id, new[] { 1, 2 })); orders.FindOneAndDelete(o => o.Id == id); await orders.FindOneAndDeleteAsync(o => o.Id == id);
        orders.UpdateMany(o => o.Id == id, Builders<Order>.Update.Set(o => o.Name, "x")); await orders.UpdateManyAsync(o => o.TenantId == id, Builders<Order>.Update.Unset(o => o.Name)); orders.ReplaceOne(o => o.Id == id, new Order()); orders.Indexes.DropOne("a"); await orders.Indexes.DropOneAsync(name); orders.Indexes.DropAll(); database.CreateCollection("a"); database.RenameCollection("a", "b"); database.RunCommand<global::MongoDB.Bson.BsonDocument>("{ ping: 1 }");
        var filter = Builders<Order>.Filter.Lt(o => o.At, DateTime.UtcNow); await orders.DeleteManyAsync(filter); new DeleteOneModel<Order>(filter).ToString(); orders.BulkWrite(new[] { new DeleteOneModel<Order>(filter) }); new DeleteManyModel<Order>(filter).ToString(); new global::MongoDB.Bson.BsonDocument("a", 1).Remove("a"); new global::MongoDB.Bson.BsonArray { 1 }.Clear(); client.ListDatabaseNames();
    }

    public void Lite(LiteDatabase database, ILiteCollection<Order> orders, int id)
    {
        orders.Delete(id); orders.DeleteMany(o => o.Id == id); orders.DeleteMany("$.Id = 1"); orders.DropIndex("a"); database.Rebuild(); database.Checkpoint(); database.Rollback(); database.Execute("SELECT $ FROM orders"); database.FileStorage.Delete("a"); database.RenameCollection("a", "b");
    }
}

public class Keys
{
    public async Task Redis(IDatabase db, IServer server, RedisKey key, RedisValue value, ISubscriber subscriber)
    {
        db.KeyDelete(key); await db.KeyDeleteAsync(key); db.KeyDelete(new RedisKey[] { "a", "b" }); db.HashDelete(key, "f"); await db.HashDeleteAsync(key, "f"); db.SetRemove(key, value); db.SortedSetRemove(key, value); db.SortedSetRemoveRangeByScore(key, 0, 1); db.ListRemove(key, value); db.ListTrim(key, 0, 1); db.StringGetDelete(key); db.GeoRemove(key, value); db.LockRelease(key, value); db.KeyExpire(key, TimeSpan.Zero); db.StreamDelete(key, new[] { value }); db.StreamDeleteConsumer(key, "g", "c"); db.KeyRename(key, key); db.KeyPersist(key); db.StreamTrim(key, 10);
        server.ConfigResetStatistics(); server.SlowlogReset(); server.LatencyReset(); server.ClientKill(server.EndPoint); server.Ping(); server.ConfigSet("maxmemory", "1gb"); server.Save(SaveType.BackgroundSave); db.Execute("PING"); db.Execute("DEL", "a"); server.Execute("INFO"); subscriber.Unsubscribe(RedisChannel.Literal("a")); subscriber.UnsubscribeAll(); await db.ExecuteAsync("GET", "FLUSHALL");
    }
}
