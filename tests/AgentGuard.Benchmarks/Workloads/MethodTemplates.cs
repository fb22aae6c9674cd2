using System.Collections.Immutable;

namespace AgentGuard.Benchmarks.Workloads;

/// <summary>A method of the generated code.</summary>
/// <param name="Text">The source; <c>{N}</c> becomes a number.</param>
/// <param name="Weight">How often it is picked in comparison with the others.</param>
internal sealed record MethodTemplate(string Text, int Weight)
{
    public int Lines { get; } = Text.Count(c => c == '\n');
}

/// <summary>The pieces of the generated code.</summary>
internal static partial class MethodTemplates
{
    /// <summary>One guarded method after so many others makes about one in 200 calls destructive.</summary>
    public const int MethodsPerGuardedCall = 28;

    public static MethodTemplate Pick(Random random)
    {
        var ticket = random.Next(Ordinary.Sum(method => method.Weight));
        foreach (var method in Ordinary)
        {
            ticket -= method.Weight;
            if (ticket < 0) return method;
        }

        throw new InvalidOperationException("The weights do not add up");
    }

    public const string Model = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;

        namespace Shop;

        public enum OrderState { New, Paid, Sent, Cancelled }

        public sealed class Order
        {
            public int Id { get; set; }
            public string Customer { get; set; } = "";
            public OrderState State { get; set; }
            public DateTimeOffset Created { get; set; }
            public decimal Total { get; set; }
            public List<OrderLine> Lines { get; } = new();
        }

        public sealed class OrderLine
        {
            public int Id { get; set; }
            public string Product { get; set; } = "";
            public int Quantity { get; set; }
            public decimal Price { get; set; }
        }

        public sealed record OrderSummary(int Id, string Customer, decimal Total);

        public interface IOrderRepository
        {
            Task<Order?> FindAsync(int id, CancellationToken cancellation);
            Task AddAsync(Order order, CancellationToken cancellation);
            void Delete(Order order);
            Task<int> Update(Order order);
        }

        public interface ICommandHandler
        {
            Task<bool> Execute(string command);
        }

        public interface IBackups
        {
            Task CreateBackupAsync(string database, CancellationToken cancellation);
        }

        public sealed class ShopContext : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<OrderLine> Lines => Set<OrderLine>();
        }

        """;

    public const string ClassHead = """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.Data.Common;
        using System.Globalization;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;

        namespace Shop;

        public sealed class Service{N}
        {
            private readonly ShopContext _context;
            private readonly IOrderRepository _repository;
            private readonly ICommandHandler _handler;
            private readonly IBackups _backups;
            private readonly IHostEnvironment _environment;
            private readonly ILogger<Service{N}> _logger;
            private readonly Dictionary<int, OrderSummary> _cache = new();
            private readonly List<string> _messages = new();
            private int _version;

            public Service{N}(ShopContext context, IOrderRepository repository, ICommandHandler handler, IBackups backups, IHostEnvironment environment, ILogger<Service{N}> logger)
            {
                _context = context;
                _repository = repository;
                _handler = handler;
                _backups = backups;
                _environment = environment;
                _logger = logger;
            }

        """;
}
