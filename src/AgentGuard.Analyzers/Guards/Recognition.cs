using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Policy;

namespace AgentGuard.Analyzers.Guards;

/// <summary>What is known of APIs and names under the options of a file.</summary>
internal sealed class Recognition(AnalysisServices services, PolicyOptions options)
{
    /// <summary>The options.</summary>
    public PolicyOptions Options { get; } = options;

    /// <summary>The catalogue.</summary>
    public CatalogMatcher Catalog { get; } = services.Catalog;

    /// <summary>What names say.</summary>
    public KnownNames Names => Places.Names;

    /// <summary>Parameters, fields and properties.</summary>
    public Places Places { get; } = new(services.Catalog, options, services.DeclarationsOf);

    /// <summary>What the program answers itself.</summary>
    public OwnAnswers OwnAnswers => services.OwnAnswers;

    /// <summary>Objects that the program makes where it asks them.</summary>
    public ObjectsInView ObjectsInView { get; } = new(services);

    /// <summary>What methods do that are only named like a backup.</summary>
    public BackupBodies BackupBodies => services.BackupBodies;

    /// <summary>Interfaces behind which nobody is asked.</summary>
    public EmptyImplementations EmptyImplementations { get; } = new(services);

    /// <summary>Dialogs of one's own that answer later.</summary>
    public LaterAnswers LaterAnswers { get; } = new(services);

    /// <summary>What all classes behind an interface make sure of.</summary>
    public SharedChecks SharedChecks { get; } = new(services);

    /// <summary>Where the program names its own environment before anything else runs.</summary>
    public StartUpChoices StartUpChoices => services.StartUpChoices;

    /// <summary>Switches of options that the program turns on itself.</summary>
    public ConfiguredSwitches ConfiguredSwitches => services.ConfiguredSwitches;

    /// <summary>Switches that whatever calls a method has turned on before.</summary>
    public CallerSwitches CallerSwitches { get; } = new(services);

    /// <summary>Methods that make backups.</summary>
    public Backups Backups { get; } = new(services, options);
}
