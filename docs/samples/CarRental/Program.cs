using CarRental.Data;
using CarRental.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The back office of a small car rental. `dotnet run -- reset` and so on; every command has an unguarded and a guarded form.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddDbContext<RentalContext>(options => options.UseSqlite("Data Source=rentals.db"));
builder.Services.AddHttpClient<RailwayClient>(client => client.BaseAddress = new Uri("https://backboard.railway.com/"));
builder.Services.AddTransient<DatabaseMaintenance>();
builder.Services.AddTransient<StartUp>();
builder.Services.AddTransient<DocumentArchive>();

using var host = builder.Build();
using var scope = host.Services.CreateScope();
var services = scope.ServiceProvider;

switch (args.FirstOrDefault())
{
    case "start": await services.GetRequiredService<StartUp>().MigrateAsync(); break;
    case "reset": services.GetRequiredService<DatabaseMaintenance>().Reset(); break;
    case "purge": await services.GetRequiredService<DatabaseMaintenance>().PurgeRentals(before: DateTime.UtcNow.AddYears(-10)); break;
    case "archive": services.GetRequiredService<DocumentArchive>().RemoveExport("exports/old"); break;
    default: Console.WriteLine("start | reset | purge | archive"); break;
}
