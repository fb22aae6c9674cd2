using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Contexts that come out of a service collection of the same member, which was told to keep them in memory: <c>services.AddDbContext&lt;Shop&gt;(o =&gt; o.UseInMemoryDatabase("a"))</c>.</summary>
internal sealed class RegisteredContexts(AnalysisServices services)
{
    private const int MaxSteps = 16;

    /// <summary>Whether a call yields one.</summary>
    public bool Resolve(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "GetRequiredService" or "GetService", TypeArguments: [var context] } || Before(call) is not { } provider || CollectionBehind(provider) is not { } collection) return false;
        var registrations = Variables.WholeAround(call).Descendants().OfType<IInvocationOperation>()
            .Where(add => add.TargetMethod is { Name: "AddDbContext" or "AddDbContextPool", TypeArguments: [.., var added] } && SymbolEqualityComparer.Default.Equals(added, context) && Before(add) is { } holder && CollectionBehind(holder) == collection)
            .ToList();
        return registrations.Count > 0 && registrations.TrueForAll(ChoosesMemory);
    }

    private static bool ChoosesMemory(IInvocationOperation registration)
    {
        var providers = registration.Arguments.SelectMany(static argument => argument.Descendants()).OfType<IInvocationOperation>().Where(InMemoryContexts.IsProvider).ToList();
        return providers.Count > 0 && providers.TrueForAll(InMemoryContexts.IsChoice);
    }

    // `services.AddLogging()`, `services.BuildServiceProvider()`, `scope.ServiceProvider`: back to the `new ServiceCollection()`.
    private SyntaxNode? CollectionBehind(IOperation value)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            if (services.Values.Of(value) is not [var source]) return null;
            if (source is IObjectCreationOperation { Type.Name: "ServiceCollection" }) return source.Syntax;
            if (Before(source) is not { } before) return null;
            value = before;
        }

        return null;
    }

    private static IOperation? Before(IOperation value) => value switch
    {
        IInvocationOperation call => ValueSources.RootOf(call, Catalog.ValuePath.Receiver),
        IPropertyReferenceOperation { Property.Name: "ServiceProvider" or "Services", Instance: { } holder } => holder,
        _ => null,
    };
}
