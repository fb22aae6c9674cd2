using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Guards.Values;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>A place where the program itself sets what its guards ask.</summary>
/// <param name="Node">Where.</param>
/// <param name="Guards">The guards that it answers.</param>
/// <param name="Variable">What it sets: an environment variable, a key of the configuration, or what is typed.</param>
internal sealed record Forgery(SyntaxNode Node, GuardKinds Guards, string? Variable = null);

/// <summary>The forgeries of one body, its own and those of the helpers that it calls.</summary>
internal sealed class Forgeries(FlowBody body)
{
    // What stands among the variables for what is typed, and before a key of the configuration.
    internal const string ConsoleInput = "Console.In";
    private const string Key = "[";
    private const string Member = ".";

    private readonly Dictionary<SyntaxNode, Forgery> _found = [];
    private readonly HashSet<SyntaxNode> _names = [];

    /// <summary>Notes a call that sets an environment variable or the options of the run time, or whose body does.</summary>
    public void Note(IInvocationOperation call, Value?[] arguments, HelperSummary? summary, BlockNotes notes)
    {
        var guards = (summary?.Forges ?? GuardKinds.None) | GivenBy(call, arguments);

        // A helper may note what its caller has saved before.
        if (guards.HasFlag(GuardKinds.Backup) && summary is not null && body.Depth == 0 && !body.Recognition.OwnAnswers.FollowsNothing(call, body.Recognition.BackupBodies)) guards &= ~GuardKinds.Backup;
        var variable = call.TargetMethod switch
        {
            { Name: "SetEnvironmentVariable" } => OptionCalls.AsText(arguments.FirstOrDefault()),
            { Name: "SetIn", ContainingType.Name: "Console" } when AnswersItself(call) => ConsoleInput,
            _ => null,
        };
        Add(new Forgery(call.Syntax, guards, variable), notes);
        foreach (var (node, key) in SetKeys.In(call.Syntax, call.TargetMethod.Name)) Add(new Forgery(node, GuardKinds.None, Key + key), notes);
    }

    /// <summary>Notes the switches that a call turns on without anybody having been asked, in it or before it.</summary>
    public void NoteSwitches(IInvocationOperation call, HelperSummary? summary, Facts before, BlockNotes notes)
    {
        if (summary is null or { Stores.IsEmpty: true } || (before | summary.OnReturn | (summary.Result?.Task?.Facts ?? Facts.None)).Include(Facts.Confirmed)) return;
        foreach (var store in summary.Stores)
        {
            if (store.Value is { HasRest: false, Cases: [{ Constant: true, Facts: var proven }] } && !proven.Include(Facts.Confirmed) && AlwaysTurnsOn(call.TargetMethod, store.Key)) Add(new Forgery(call.Syntax, GuardKinds.None, Member + store.Key.Name), notes);
        }
    }

    /// <summary>Whether a switch was turned on before: one of this object or of a class by a call, one of options where the services are set up.</summary>
    public bool IsSwitchedOn(IMemberReferenceOperation member, Value? value, BlockNotes notes)
    {
        if (value is null || !Value.WhenTrue(value).Include(Facts.Confirmed) || body.Helpers.DeclarationsOf(member.Member.OriginalDefinition).IsEmpty) return false;
        var isOn = member.Instance is null or IInstanceReferenceOperation
            ? IsSetBefore(Member + member.Member.Name, member.Syntax) || (body.Depth == 0 && body.Recognition.CallerSwitches.AreOn(member.Syntax, member.Member))
            : member.Member is IPropertySymbol option && body.Recognition.ConfiguredSwitches.Contain(option);
        if (isOn) notes.Note(new Sighting(GuardKinds.Confirmation, member.Syntax, NearMissReason.SetByProgram));
        return isOn;
    }

    /// <summary>Notes an assignment that gives the host the name of its environment, or sets a key of the configuration.</summary>
    public void Note(ISimpleAssignmentOperation assignment, Value? key, BlockNotes notes)
    {
        NoteName(assignment, notes);
        if (OptionCalls.AsText(key) is { } text) Add(new Forgery(assignment.Syntax, IsEnvironment(text) ? GuardKinds.Environment : GuardKinds.None, Variables.Unwrap(assignment.Value).ConstantValue.HasValue ? Key + PathTo(assignment.Target) + text : null), notes);
    }

    /// <summary>Whether a value says what the program has set its environment to.</summary>
    public bool IsForged(SyntaxNode node, Value? value, BlockNotes notes)
    {
        if (value is null || !(_names.Count > 0 && _names.Any(name => name.SpanStart < node.SpanStart) || Before(node).HasFlag(GuardKinds.Environment))) return false;
        if (value.Origin != Origin.Environment && !Value.WhenTrue(value).Overlap(Facts.Allowed)) return false;
        notes.Note(new Sighting(GuardKinds.Environment, node, NearMissReason.SetByProgram));
        return true;
    }

    /// <summary>Whether a value is the answer that the program has put under the key before.</summary>
    public bool IsKeySet(SyntaxNode node, string? key, Value? value, BlockNotes notes)
    {
        if (value is not { Origin: Origin.Answer } || key is null || !IsSetBefore(Key + key, node)) return false;
        notes.Note(new Sighting(GuardKinds.Confirmation, node, NearMissReason.SetByProgram));
        return true;
    }

    /// <summary>What is left of a call's meaning: a guard of the run time, or a helper, that asks what the program has set before proves nothing of it.</summary>
    public CallMeaning Without(IInvocationOperation call, CallMeaning meaning, Value?[] arguments, BlockNotes notes)
    {
        var asked = call.TargetMethod switch
        {
            { Name: "GetEnvironmentVariable" } when arguments.Length > 0 => OptionCalls.AsText(arguments[0]),
            { Name: "ReadLine" or "Read" or "ReadKey", ContainingType.Name: "Console" } => ConsoleInput,
            { Name: "GetValue", ContainingType.Name: "ConfigurationBinder" } => Key + arguments.Select(OptionCalls.AsText).FirstOrDefault(static key => key is not null),
            _ => null,
        };
        if (asked is not null && meaning.Result is { } told && (told.Origin is Origin.Answer or Origin.Environment || (told is { Cases.IsEmpty: false, HasRest: false } && Value.WhenTrue(told).Include(Facts.Confirmed))) && (IsSetBefore(asked, call.Syntax) || (asked == ConsoleInput && body.Recognition.StartUpChoices.AnswerTo(asked) is not null)))
        {
            notes.Note(new Sighting(told.Origin != Origin.Environment ? GuardKinds.Confirmation : GuardKinds.Environment, call.Syntax, NearMissReason.SetByProgram));
            return default;
        }

        if (IsChosenAtStart(call.TargetMethod, asked, meaning.Result))
        {
            notes.Note(new Sighting(GuardKinds.Environment, call.Syntax, NearMissReason.SetByProgram));
            return default;
        }

        var forged = Before(call.Syntax);
        if (call.TargetMethod.Name == "RequireEnvironment" && IsOfRuntime(call) && body.Recognition.StartUpChoices.AnswerTo(null) is not null) forged |= GuardKinds.Environment;
        if (forged == GuardKinds.None) return meaning;
        var ofRuntime = DeclaredGuards.OfRuntime(call.TargetMethod);
        var lost = Facts.None;
        if (forged.HasFlag(GuardKinds.Environment)) lost |= Facts.Allowed | Facts.NotProduction;
        if (ofRuntime is not null && forged.HasFlag(GuardKinds.Confirmation)) lost |= Facts.Confirmed;
        if (ofRuntime is not null && forged.HasFlag(GuardKinds.Backup)) lost |= Facts.AnyBackup;
        var offered = meaning.OnReturn.IsUnreachable ? Facts.None : meaning.OnReturn | (meaning.Result?.Task?.Facts ?? Facts.None);
        if (!offered.Overlap(lost)) return meaning;
        notes.NoteGuards(call.Syntax, offered & lost, NearMissReason.SetByProgram);
        var result = meaning.Result?.Task is { } task ? Value.Pending(task.Facts.Without(lost), task.Result) : meaning.Result;
        return meaning with { OnReturn = meaning.OnReturn.Without(lost), Result = result };
    }

    /// <summary>Whether a member tells the environment that the program has chosen for itself at its start.</summary>
    /// <param name="member">The member that is asked.</param>
    /// <param name="variable">The variable or key that it is asked for, if any.</param>
    /// <param name="value">What it tells.</param>
    public bool IsChosenAtStart(ISymbol member, string? variable, Value? value)
    {
        if (value is null || !(value.Origin == Origin.Environment || (Value.WhenTrue(value) | Value.WhenFalse(value)).Overlap(Facts.Environment))) return false;
        var asksHost = body.Recognition.Catalog.Match(member).Any(static entry => entry is { Effect: CatalogEffect.Checks, Subject: not "target" });
        return (asksHost || IsEnvironment(variable)) && body.Recognition.StartUpChoices.AnswerTo(IsEnvironment(variable) ? variable : null) is not null;
    }

    // `json["Reset"]["Confirmed"] = true`
    private static string PathTo(IOperation target) =>
        target is IPropertyReferenceOperation { Instance: { } around } && Variables.Unwrap(around) is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string section } }] } holder ? PathTo(holder) + section + ":" : "";

    // One that is written out answers in other bodies too.
    private void NoteName(ISimpleAssignmentOperation assignment, BlockNotes notes)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { Name: "EnvironmentName", ContainingType: var holder } } || !IsOfHost(holder)) return;
        _names.Add(assignment.Syntax);
        if (Places.HasConstant(assignment.Value) && IsNotProduction(Places.Constant(assignment.Value) as string)) Add(new Forgery(assignment.Syntax, GuardKinds.Environment), notes);
    }

    // One that stands under a condition waits for something, an argument of the command line perhaps.
    private bool AlwaysTurnsOn(IMethodSymbol method, ISymbol member) => body.Helpers.DeclarationsOf(method.OriginalDefinition) is [var written] && written.GetSyntax(body.Cancellation) is var declaration
        && declaration.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Right.IsKind(SyntaxKind.TrueLiteralExpression) && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && assignment.Left.GetLastToken().ValueText == member.Name && StartUpChoices.IsAlwaysRun(assignment, declaration));

    private GuardKinds Before(SyntaxNode node) => _found.Count == 0 ? GuardKinds.None : _found.Values.Where(forgery => forgery.Node.SpanStart < node.SpanStart).Aggregate(GuardKinds.None, (all, forgery) => all | forgery.Guards);

    private bool IsSetBefore(string variable, SyntaxNode node) =>
        _found.Count > 0 && _found.Values.Any(forgery => forgery.Node.SpanStart < node.SpanStart && string.Equals(forgery.Variable, variable, StringComparison.OrdinalIgnoreCase));

    // Any other type may show the name to somebody.
    internal static bool IsOfHost(INamedTypeSymbol type) =>
        IsOfMicrosoft(type)
        || type.AllInterfaces.Prepend(type).Any(implemented => implemented.Name.EndsWith("HostEnvironment", StringComparison.Ordinal) || implemented.Name.EndsWith("HostingEnvironment", StringComparison.Ordinal));

    internal static bool IsOfMicrosoft(ISymbol member) => member.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.", StringComparison.Ordinal);

    private void Add(Forgery forgery, BlockNotes notes)
    {
        if (forgery is { Guards: GuardKinds.None, Variable: null }) return;
        _found[forgery.Node] = forgery;
        if (forgery.Guards != GuardKinds.None) notes.Forgeries.Add(forgery);
    }

    private bool IsEnvironment(string? name) => name is not null && body.Options.EnvironmentVariables.Contains(name, StringComparer.OrdinalIgnoreCase);

    private GuardKinds GivenBy(IInvocationOperation call, Value?[] arguments) => call.TargetMethod switch
    {
        { Name: "SetEnvironmentVariable" } => Texts(call, arguments).Aggregate(GuardKinds.None, (all, name) => all | OfVariable(name)),
        { Name: "Configure" } when IsOfRuntime(call) => body.Recognition.OwnAnswers.GivenBy(call),
        { Name: "RecordBackup" } when IsOfRuntime(call) && body.Recognition.OwnAnswers.IsMadeUp(call, body.Recognition.BackupBodies) => GuardKinds.Backup,
        { Name: "CreateApplicationBuilder" or "CreateBuilder" or "CreateDefaultBuilder" } when IsOfMicrosoft(call.TargetMethod) && body.Recognition.OwnAnswers.NamesEnvironment(call) => GuardKinds.Environment,
        { Name: "UseEnvironment" } when IsOfMicrosoft(call.TargetMethod) && Array.Exists(arguments, argument => IsNotProduction(OptionCalls.AsText(argument))) => GuardKinds.Environment,
        _ => GuardKinds.None,
    };

    // The name may be each of a list in turn.
    private IEnumerable<string> Texts(IInvocationOperation call, Value?[] arguments) => OptionCalls.AsText(arguments.FirstOrDefault()) is { } known ? [known] : body.Recognition.OwnAnswers.TextsOf(call, 0);

    // By a marker an agent gives itself away; the others say where the run time finds what has been approved and saved.
    private GuardKinds OfVariable(string name) => IsEnvironment(name) ? GuardKinds.Environment
        : AgentMarkers.Contain(name) || name == "AGENTGUARD_APPROVAL" ? GuardKinds.Confirmation
        : name == "AGENTGUARD_HOME" ? GuardKinds.Backup
        : GuardKinds.None;

    private bool IsNotProduction(string? name) => name is not null && !GuardAttributes.IsProduction(name, body.Options);

    private static bool IsOfRuntime(IInvocationOperation call) => DeclaredGuards.OfRuntime(call.TargetMethod) is not null;

    // One over the standard input only reads longer lines.
    internal static bool AnswersItself(IInvocationOperation setIn) => setIn.Arguments[0].Value.DescendantsAndSelf().Any(static piece => piece is IObjectCreationOperation { Type.Name: "StringReader" or "MemoryStream" });
}
