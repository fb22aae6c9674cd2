// Tables that last as long as their connection.
using System.Threading.Tasks; using LinqToDB; using LinqToDB.Data;

public class TemporaryTables
{
    public async Task Fill(DataConnection connection)
    {
        using var orders = connection.CreateTempTable<Order>("orders"); orders.Truncate(); orders.Drop();
        await using var later = await connection.CreateTempTableAsync<Order>("later"); await later.TruncateAsync(); await later.DropAsync(throwExceptionIfNotExists: false);
    }
}
