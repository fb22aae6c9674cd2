using AgentGuard;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Connects the guards to a host.</summary>
public static class AgentGuardServiceCollectionExtensions
{
    /// <summary>
    /// From the start of the host on, the guards take the host's environment, ask the <see cref="IConfirmationProvider"/> and the <see cref="IBackupCatalog"/>
    /// among its services, and write to its log. Before the start, and without a host, they read the environment variables.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Further options; they win.</param>
    public static IServiceCollection AddAgentGuard(this IServiceCollection services, Action<GuardOptions>? configure = null)
    {
        if (configure is not null) services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GuardSetup>());
        return services;
    }
}
