using System.Collections.Immutable;

namespace AgentGuard.Benchmarks.Workloads;

internal static partial class MethodTemplates
{
    public static readonly ImmutableArray<MethodTemplate> Ordinary =
    [
        new("""
            public async Task<IReadOnlyList<OrderSummary>> GetOpenOrders{N}Async(string customer, CancellationToken cancellation)
            {
                var since = DateTimeOffset.UtcNow.AddDays(-30);
                var orders = await _context.Orders
                    .Where(order => order.Customer == customer && order.Created > since)
                    .OrderByDescending(order => order.Created)
                    .Take(50)
                    .ToListAsync(cancellation)
                    .ConfigureAwait(false);
                _logger.LogInformation("Found {Count} orders of {Customer}", orders.Count, customer);
                return orders.Select(order => new OrderSummary(order.Id, order.Customer, order.Total)).ToList();
            }

        """, 12),
        new("""
            public string Describe{N}(Order order)
            {
                ArgumentNullException.ThrowIfNull(order);
                var text = new StringBuilder();
                text.Append(order.Customer).Append(": ").AppendLine(order.Total.ToString("C", CultureInfo.InvariantCulture));
                foreach (var line in order.Lines.Where(line => line.Quantity > 0))
                {
                    text.Append("- ").Append(line.Product).Append(" x").Append(line.Quantity).AppendLine();
                }

                if (string.IsNullOrWhiteSpace(order.Customer))
                {
                    text.AppendLine("(no customer)");
                }

                return text.ToString().Trim();
            }

        """, 10),
        new("""
            public async Task<bool> Pay{N}Async(int id, decimal amount, CancellationToken cancellation)
            {
                var order = await _repository.FindAsync(id, cancellation).ConfigureAwait(false);
                if (order is null)
                {
                    _logger.LogWarning("Order {Id} does not exist", id);
                    return false;
                }

                if (order.State is OrderState.Paid or OrderState.Cancelled || amount < order.Total)
                {
                    throw new InvalidOperationException($"Order {id} cannot be paid with {amount.ToString(CultureInfo.InvariantCulture)}");
                }

                order.State = OrderState.Paid;
                await _context.SaveChangesAsync(cancellation).ConfigureAwait(false);
                _cache[id] = new OrderSummary(order.Id, order.Customer, order.Total);
                return true;
            }

        """, 12),
        new("""
            public decimal Total{N}(IEnumerable<OrderLine> lines, decimal discount)
            {
                var sum = 0m;
                foreach (var line in lines)
                {
                    var price = line.Price * line.Quantity;
                    sum += line.Quantity switch
                    {
                        > 100 => price * 0.9m,
                        > 10 => price * 0.95m,
                        _ => price,
                    };
                }

                var result = Math.Max(0m, sum - discount);
                _version++;
                return Math.Round(result, 2);
            }

        """, 9),
        new("""
            public Dictionary<string, List<OrderLine>> ByProduct{N}(IReadOnlyCollection<Order> orders)
            {
                var groups = orders
                    .SelectMany(order => order.Lines, (order, line) => (order, line))
                    .Where(pair => pair.order.State != OrderState.Cancelled)
                    .GroupBy(pair => pair.line.Product, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(group => group.Key, group => group.Select(pair => pair.line).ToList());
                var best = groups.MaxBy(group => group.Value.Sum(line => line.Quantity));
                _logger.LogDebug("Best product: {Product}", best.Key);
                return groups;
            }

        """, 9),
        new("""
            public bool TryParse{N}(string text, out OrderSummary? summary)
            {
                summary = null;
                var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var id))
                {
                    return false;
                }

                if (!decimal.TryParse(parts[2], NumberStyles.Number, CultureInfo.InvariantCulture, out var total))
                {
                    return false;
                }

                summary = new OrderSummary(id, parts[1].ToUpperInvariant(), total);
                return true;
            }

        """, 9),
        new("""
            public void Remember{N}(Order order)
            {
                lock (_cache)
                {
                    if (_cache.TryGetValue(order.Id, out var known) && known.Total == order.Total)
                    {
                        return;
                    }

                    _cache.Remove(order.Id);
                    _cache.Add(order.Id, new OrderSummary(order.Id, order.Customer, order.Total));
                    _messages.Add(string.Join(", ", order.Lines.Select(line => line.Product).Distinct()));
                }
            }

        """, 8),
        new("""
            public async Task<int> Count{N}Async(DbConnection connection, string customer, CancellationToken cancellation)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT COUNT(*) FROM orders WHERE customer = @customer";
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@customer";
                parameter.Value = customer;
                command.Parameters.Add(parameter);
                var result = await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
                return Convert.ToInt32(result, CultureInfo.InvariantCulture);
            }

        """, 1),
        new("""
            public List<OrderSummary> Read{N}(IDbConnection connection)
            {
                var found = new List<OrderSummary>();
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT id, customer, total FROM orders ORDER BY id";
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    found.Add(new OrderSummary(reader.GetInt32(0), reader.GetString(1), reader.GetDecimal(2)));
                }

                return found;
            }

        """, 1),
        new("""
            public async Task Cancel{N}Async(int id, CancellationToken cancellation)
            {
                var order = await _repository.FindAsync(id, cancellation).ConfigureAwait(false);
                if (order is { State: OrderState.New })
                {
                    _repository.Delete(order);
                    await _handler.Execute($"cancel {id}").ConfigureAwait(false);
                }
            }

        """, 2),
        new("""
            public async Task Export{N}Async(string path, IAsyncEnumerable<Order> orders, CancellationToken cancellation)
            {
                var temporary = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
                try
                {
                    await using var writer = new StreamWriter(temporary, append: false, Encoding.UTF8);
                    await foreach (var order in orders.WithCancellation(cancellation))
                    {
                        await writer.WriteLineAsync($"{order.Id};{order.Customer};{order.Total}");
                    }
                }
                catch (IOException exception)
                {
                    _logger.LogError(exception, "Cannot write {Path}", path);
                    throw;
                }

                File.Move(temporary, path, overwrite: true);
            }

        """, 4),
        new("""
            public Func<Order, bool> Filter{N}(string? customer, decimal? minimum)
            {
                Func<Order, bool> filter = order => order.State != OrderState.Cancelled;
                if (customer is { Length: > 0 } name)
                {
                    var previous = filter;
                    filter = order => previous(order) && order.Customer.StartsWith(name, StringComparison.OrdinalIgnoreCase);
                }

                if (minimum is { } least)
                {
                    var previous = filter;
                    filter = order => previous(order) && order.Total >= least;
                }

                return filter;
            }

        """, 7),
    ];

    public static readonly ImmutableArray<MethodTemplate> Guarded =
    [
        new("""
            public async Task ResetDatabase{N}Async(bool confirmed, CancellationToken cancellation)
            {
                if (!_environment.IsDevelopment())
                {
                    throw new InvalidOperationException("Only in development");
                }

                if (!confirmed)
                {
                    return;
                }

                await _backups.CreateBackupAsync("shop", cancellation).ConfigureAwait(false);
                await _context.Database.EnsureDeletedAsync(cancellation).ConfigureAwait(false);
            }

        """, 1),
        new("""
            public async Task ClearOrders{N}Async(bool confirmed, CancellationToken cancellation)
            {
                if (_environment.IsEnvironment("Test") && confirmed)
                {
                    await _backups.CreateBackupAsync("orders", cancellation).ConfigureAwait(false);
                    await _context.Orders.ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                }
            }

        """, 1),
        new("""
            public async Task DropTable{N}Async(DbConnection connection, bool force, CancellationToken cancellation)
            {
                if (!_environment.IsStaging() || !force)
                {
                    return;
                }

                await _backups.CreateBackupAsync("orders", cancellation).ConfigureAwait(false);
                using var command = connection.CreateCommand();
                command.CommandText = "DROP TABLE orders_old";
                await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }

        """, 1),
    ];
}
