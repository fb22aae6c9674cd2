using Microsoft.EntityFrameworkCore;

namespace CarRental.Data;

public sealed class Car
{
    public int Id { get; set; }

    public required string Plate { get; set; }
}

public sealed class Rental
{
    public int Id { get; set; }

    public int CarId { get; set; }

    public DateTime ReturnedAt { get; set; }
}

public sealed class RentalContext(DbContextOptions<RentalContext> options) : DbContext(options)
{
    public DbSet<Car> Cars => Set<Car>();

    public DbSet<Rental> Rentals => Set<Rental>();
}
