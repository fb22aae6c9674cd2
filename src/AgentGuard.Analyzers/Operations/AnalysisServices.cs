using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Approvals;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Operations.Gate;
using AgentGuard.Analyzers.Operations.Migrations;
using AgentGuard.Analyzers.Operations.Rows;
using AgentGuard.Analyzers.Operations.Texts;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Operations;

/// <summary>What all rules share in one compilation. Everything in it is created on first use and dies with the compilation.</summary>
internal sealed class AnalysisServices
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxTree, string> _texts = new();
    private readonly ConcurrentDictionary<(SyntaxNode Unit, Type List), object> _perUnit = new();
    private readonly ConcurrentDictionary<SyntaxNode, MemberAssignments> _assignments = new();

    private AnalysisServices(Compilation compilation, AnalyzerOptions options, CatalogIndex index, CancellationToken cancellation)
    {
        Compilation = compilation;
        Options = options;
        Catalog = new CatalogMatcher(index);
        Names = new MentionedNames(index);
        Policy = new PolicyReader(options.AnalyzerConfigOptionsProvider);
        Gate = new CallGate(compilation, index, Policy, TextOf);
        Injected = new InjectedMembers(DeclarationsOf, TextOf);
        Values = new ValueSources(this);
        CallSites = new CallSites(this);
        CreationSites = new CreationSites(this);
        Implementations = new Implementations(compilation);
        Texts = new TextFolder(this);
        EmbeddedTexts = new EmbeddedTexts(this);
        Channels = new TextChannels(this);
        Rows = new RowFilters(this);
        Listings = new Listings(this);
        Conditions = new Conditions(Values, Rows, Listings);
        Operations = new OperationFinder(this);
        Guards = new GuardAnalysis(this);
        Weakenings = new Weakenings(this);
        AddedColumns = new AddedColumns(this);
        OtherGenerators = new OtherGenerators(this);
        Approvals = ApprovalBook.Read(options, cancellation);
        OwnAnswers = new OwnAnswers(this);
        GivenAnswers = new GivenAnswers(this);
        StartUpChoices = new StartUpChoices(this);
        ConfiguredSwitches = new ConfiguredSwitches(this);
        BackupBodies = new BackupBodies(this);
    }

    /// <summary>Creates the services of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="options">Additional files and configuration.</param>
    /// <param name="declared">The names of <c>[Destructive]</c> methods in its source.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static AnalysisServices Create(Compilation compilation, AnalyzerOptions options, ImmutableHashSet<string> declared, CancellationToken cancellation) =>
        new(compilation, options, CatalogIndex.BuiltIn.With(UserCatalog.Read(options, cancellation), declared.Union(DeclaredOperations.NamesIn(compilation))), cancellation);

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>Additional files and configuration.</summary>
    public AnalyzerOptions Options { get; }

    /// <summary>The catalogue, built-in and the user's.</summary>
    public CatalogMatcher Catalog { get; }

    /// <summary>Where a file mentions a name that rules look for.</summary>
    public MentionedNames Names { get; }

    /// <summary>Which calls of a mentioned name are worth binding.</summary>
    public CallGate Gate { get; }

    /// <summary>The options by file.</summary>
    public PolicyReader Policy { get; }

    /// <summary>Members that only hold what their constructor was handed.</summary>
    public InjectedMembers Injected { get; }

    /// <summary>Where values come from.</summary>
    public ValueSources Values { get; }

    /// <summary>Where methods are called.</summary>
    public CallSites CallSites { get; }

    /// <summary>Where objects of a type in source are created.</summary>
    public CreationSites CreationSites { get; }

    /// <summary>What overrides or implements a member.</summary>
    public Implementations Implementations { get; }

    /// <summary>What texts say.</summary>
    public TextFolder Texts { get; }

    /// <summary>Texts in files beside the sources.</summary>
    public EmbeddedTexts EmbeddedTexts { get; }

    /// <summary>What calls execute, and what the scanners say of it.</summary>
    public TextChannels Channels { get; }

    /// <summary>Which queries and filters let every row through.</summary>
    public RowFilters Rows { get; }

    /// <summary>Which calls list all that a store holds.</summary>
    public Listings Listings { get; }

    /// <summary>Which catalogue lines apply at a call.</summary>
    public Conditions Conditions { get; }

    /// <summary>The destructive operations.</summary>
    public OperationFinder Operations { get; }

    /// <summary>What is known before a call.</summary>
    public GuardAnalysis Guards { get; }

    /// <summary>Where protections are switched off.</summary>
    public Weakenings Weakenings { get; }

    /// <summary>The columns that migrations add.</summary>
    public AddedColumns AddedColumns { get; }

    /// <summary>What other source generators have written.</summary>
    public OtherGenerators OtherGenerators { get; }

    /// <summary>What reviewed approvals accept.</summary>
    public ApprovalBook Approvals { get; }

    /// <summary>What the program answers itself of what the run time asks.</summary>
    public OwnAnswers OwnAnswers { get; }

    /// <summary>Where the program answers the switches that its destructive calls wait for.</summary>
    public GivenAnswers GivenAnswers { get; }

    /// <summary>Where the program names its own environment before anything else runs.</summary>
    public StartUpChoices StartUpChoices { get; }

    /// <summary>Switches of options that the program turns on itself.</summary>
    public ConfiguredSwitches ConfiguredSwitches { get; }

    /// <summary>What methods do that are only named like a backup.</summary>
    public BackupBodies BackupBodies { get; }

    /// <summary>Whether the project is one of tests.</summary>
    public bool IsTestProject => TestProjects.IsDeclared(Options) && TestProjects.HasFramework(Compilation);

    /// <summary>Whether the build turns the generator on that enforces guard attributes.</summary>
    public bool AttributesAreEnforced =>
        Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.AgentGuardInterceptors", out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the build lacks that generator; only a build can tell, and says so.</summary>
    public bool LacksGenerator =>
        Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.AgentGuardGenerator", out var value) && value == "none";

    /// <summary>Whether the project references the run time, in which the guard attributes and <c>Guard</c> are.</summary>
    public bool HasRunTime => Compilation.GetTypeByMetadataName("AgentGuard.Guard") is not null;

    /// <summary>A list that is found out once for a member or type, however many operations in it ask for it.</summary>
    public ImmutableArray<T> OncePerUnit<T>(SyntaxNode unit, Func<ImmutableArray<T>> find) =>
        (ImmutableArray<T>)_perUnit.GetOrAdd((unit, typeof(T)), _ => find());

    /// <summary>The same for an object of a type of its own.</summary>
    public T ObjectPerUnit<T>(SyntaxNode unit, Func<T> make) where T : class => (T)_perUnit.GetOrAdd((unit, typeof(T)), _ => make());

    /// <summary>A semantic model that is shared by all look-ups into other files.</summary>
    public SemanticModel ModelFor(SyntaxTree tree) => _models.GetOrAdd(tree, tree => Compilation.GetSemanticModel(tree));

    /// <summary>The text of a file, in which names are searched for.</summary>
    public string TextOf(SyntaxTree tree) => _texts.TryGetValue(tree, out var known) ? known : _texts.GetOrAdd(tree, tree.GetText().ToString());

    /// <summary>A whole file, in which names are searched for by their characters.</summary>
    public NodeText CharactersOf(SyntaxTree tree) => ObjectPerUnit(tree.GetRoot(), () => new NodeText(tree.GetRoot(), TextOf(tree)));

    /// <summary>Takes the model that the driver made for a file, so that no member of it is bound a second time.</summary>
    public void Adopt(SemanticModel model) => _models[model.SyntaxTree] = model;

    /// <summary>Where a symbol is declared in this compilation. An editor hands out the files of referenced projects too, a build does not, and both must say the same.</summary>
    public ImmutableArray<SyntaxReference> DeclarationsOf(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly) ? symbol.DeclaringSyntaxReferences : ImmutableArray<SyntaxReference>.Empty;

    /// <summary>The operation of what a symbol is declared with, where that stands in one place of this compilation.</summary>
    public IOperation? BodyOf(ISymbol symbol) =>
        DeclarationsOf(symbol is IMethodSymbol { PartialImplementationPart: { } implementation } ? implementation : symbol) is [var declaration] ? ModelFor(declaration.SyntaxTree).GetOperation(declaration.GetSyntax()) : null;

    /// <summary>An operation of a flow graph, which is lowered, in the tree as it was written: values and texts are followed through that.</summary>
    public IOperation? AsWritten(IOperation lowered) => ModelFor(lowered.Syntax.SyntaxTree).GetOperation(lowered.Syntax);

    /// <summary>The assignments of the member that holds an operation.</summary>
    public MemberAssignments AssignmentsAround(IOperation operation)
    {
        var root = Variables.WholeAround(operation);
        return _assignments.GetOrAdd(root.Syntax, _ => new MemberAssignments(root));
    }
}
