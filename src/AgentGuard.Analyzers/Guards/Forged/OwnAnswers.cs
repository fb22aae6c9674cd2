using System.Collections.Concurrent;
using AgentGuard.Analyzers.Guards.Copies;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>
/// What a program answers itself of what the run time's guards ask: providers that say yes and ask nobody, and options that are set to
/// what the guards want to hear. What asks anybody, looks anywhere or can say no is believed.
/// </summary>
internal sealed class OwnAnswers(AnalysisServices services)
{
    private const int MostDepth = 3;

    /// <summary>The methods of providers.</summary>
    public static readonly string[] ProviderMethods = ["ConfirmAsync", "FindAsync"];

    /// <summary>The options of the run time that a guard asks.</summary>
    public static readonly string[] Options = ["EnvironmentName", "AllowedEnvironments", "Confirmation", "Backups"];

    /// <summary>The words at which such an answer may stand.</summary>
    public static readonly string[] LandmarkNames = [.. ProviderMethods, .. Options];

    private static readonly string[] Collections = ["System.Collections", "System.Linq"];

    private readonly ConcurrentDictionary<INamedTypeSymbol, GuardKinds> _byType = new(SymbolEqualityComparer.Default);

    /// <summary>The guard that a method answers as a provider, whatever it is asked; none for any other method.</summary>
    public GuardKinds GivenBy(IMethodSymbol method) =>
        Implements(method, "IConfirmationProvider") && SaysOnlyYes(method, GuardKinds.Confirmation) ? GuardKinds.Confirmation
        : Implements(method, "IBackupCatalog") && SaysOnlyYes(method, GuardKinds.Backup) ? GuardKinds.Backup
        : GuardKinds.None;

    /// <summary>The guard that an option of the run time answers by what it is set to; none for any other assignment.</summary>
    public GuardKinds GivenBy(ISimpleAssignmentOperation setting) => setting.Target is IPropertyReferenceOperation { Property: { Name: var option, ContainingType: { Name: "GuardOptions" } holder } } && IsOfRuntime(holder)
        ? option switch
        {
            "EnvironmentName" when IsWrittenOut(setting.Value) => GuardKinds.Environment,
            "AllowedEnvironments" when Variables.ElementsOf(setting.Value)?.Any(name => GuardAttributes.IsProduction(Places.TextOf(name), services.Policy.For(setting.Syntax.SyntaxTree))) == true => GuardKinds.Environment,
            "Confirmation" when IsAnswerer(setting.Value, GuardKinds.Confirmation) => GuardKinds.Confirmation,
            "Backups" when IsAnswerer(setting.Value, GuardKinds.Backup) => GuardKinds.Backup,
            _ => GuardKinds.None,
        }
        : GuardKinds.None;

    /// <summary>The guards that a call of <c>Guard.Configure</c> answers for what follows it in the same body.</summary>
    public GuardKinds GivenBy(IInvocationOperation configure) => services.AsWritten(configure) is IInvocationOperation { Arguments: [{ Value: var set }, ..] }
        ? services.Values.Of(set)
            .Select(function => function is IMethodReferenceOperation { Method: var method } ? services.BodyOf(method.OriginalDefinition) : function)
            .OfType<IOperation>()
            .SelectMany(static function => function.DescendantsAndSelf())
            .OfType<ISimpleAssignmentOperation>()
            .Aggregate(GuardKinds.None, (all, setting) => all | GivenBy(setting) | HandedNothing(setting))
        : GuardKinds.None;

    /// <summary>The texts that an argument of a call may be, as it was written.</summary>
    public IEnumerable<string> TextsOf(IInvocationOperation call, int argument) =>
        services.AsWritten(call) is IInvocationOperation { Arguments: var arguments } && argument < arguments.Length ? services.Texts.Fold(arguments[argument].Value).Select(static text => text.Text) : [];

    /// <summary>Whether a host is built with arguments, written out, that name its environment.</summary>
    public bool NamesEnvironment(IInvocationOperation build) => services.AsWritten(build) is IInvocationOperation { Arguments: var arguments } && arguments
        .SelectMany(static argument => Variables.ElementsOf(argument.Value) ?? [])
        .Any(static element => Places.TextOf(element) is { } text && text.TrimStart('-', '/').StartsWith("environment", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a call records a backup at a place that is written out, with nothing before it in its member that could have made one.</summary>
    public bool IsMadeUp(IInvocationOperation record, BackupBodies bodies) =>
        services.AsWritten(record) is IInvocationOperation { Arguments: [_, { Value: var place }, ..] } call && services.Values.Of(place).All(static source => Places.TextOf(source) is not null) && FollowsNothing(call, bodies);

    /// <summary>Whether nothing stands before a call in its member that could have made a backup.</summary>
    public bool FollowsNothing(IInvocationOperation call, BackupBodies bodies) => services.AsWritten(call) is { } written && bodies.NothingIsDoneBefore(written.Syntax, Variables.WholeAround(written));

    /// <summary>Whether a function that is asked is, wherever it is handed over, one that says yes and asks nobody: <c>new Cleaner(_ => true)</c>.</summary>
    public bool AlwaysSaysYes(IOperation function) =>
        services.AsWritten(function) is { } written && services.Values.Of(written).SelectMany(Handed).ToList() is { Count: > 0 } sources && sources.TrueForAll(IsYesToAll);

    /// <summary>The functions that say yes and ask nobody among those that are handed over for a question.</summary>
    /// <param name="question">The parameter, field or property that is asked.</param>
    /// <param name="asked">Where it is asked; a parameter of a method needs none.</param>
    public IEnumerable<IOperation> YesGivenFor(ISymbol question, IOperation? asked) =>
        (asked is not null && services.AsWritten(asked) is { } written ? services.Values.Of(written).SelectMany(Handed) : question is IParameterSymbol parameter ? HandedTo(parameter) : []).Where(IsYesToAll);

    private IEnumerable<IOperation> Handed(IOperation source) => source is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol } parameter } ? HandedTo(parameter) : [source];

    // What a constructor or a method is called with, where it is called at all.
    private IEnumerable<IOperation> HandedTo(IParameterSymbol parameter)
    {
        var method = (IMethodSymbol)parameter.ContainingSymbol;
        var calls = method.MethodKind == MethodKind.Constructor
            ? services.CreationSites.Of(method).ToList()
            : services.CallSites.NamesAnywhere(method.Name).Select(CallSyntax.CallOf).OfType<SyntaxNode>().Select(call => services.ModelFor(call.SyntaxTree).GetOperation(call)).OfType<IInvocationOperation>().Where(call => CallSites.Means(call.TargetMethod, method.OriginalDefinition)).ToList<IOperation>();
        return calls.SelectMany(call => CallSites.ArgumentsOf(call).Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal)).SelectMany(argument => services.Values.Of(argument.Value));
    }

    private static bool IsYesToAll(IOperation function) => function is IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } answer }] }
        && (Variables.Unwrap(answer) is IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [{ Value: var result }] } ? result : Variables.Unwrap(answer)).ConstantValue is { HasValue: true, Value: true };

    private static bool IsOfRuntime(ITypeSymbol type) => type.ContainingNamespace is { Name: "AgentGuard", ContainingNamespace.IsGlobalNamespace: true };

    // Production may be named: then everything is refused.
    private bool IsWrittenOut(IOperation name) => services.Values.Of(name) is [var only] && Places.TextOf(only) is { } text && !GuardAttributes.IsProduction(text, services.Policy.For(name.Syntax.SyntaxTree));

    private bool IsAnswerer(IOperation provider, GuardKinds guard) => services.Values.Of(provider) is { IsEmpty: false } sources && sources.All(source => source.Type is INamedTypeSymbol type && AnsweredBy(type).HasFlag(guard));

    // A provider of one's own that is handed nothing has nobody to ask and nowhere to look; setting up the run time's own is what a program must do.
    private static GuardKinds HandedNothing(ISimpleAssignmentOperation setting) =>
        setting.Target is IPropertyReferenceOperation { Property: { Name: ("Confirmation" or "Backups") and var option, ContainingType.Name: "GuardOptions" } }
        && Variables.Unwrap(setting.Value) is IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: { } type } && !IsOfRuntime(type)
            ? option == "Confirmation" ? GuardKinds.Confirmation : GuardKinds.Backup
            : GuardKinds.None;

    private GuardKinds AnsweredBy(INamedTypeSymbol type) => _byType.TryGetValue(type, out var known) ? known : _byType.GetOrAdd(type, type.AllInterfaces
        .Where(IsOfRuntime)
        .SelectMany(static provider => provider.GetMembers())
        .Select(type.FindImplementationForInterfaceMember)
        .OfType<IMethodSymbol>()
        .Aggregate(GuardKinds.None, (all, method) => all | GivenBy(method)));

    private static bool Implements(IMethodSymbol method, string provider) => method.ContainingType.AllInterfaces
        .Where(candidate => candidate.Name == provider && IsOfRuntime(candidate))
        .SelectMany(static candidate => candidate.GetMembers())
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private bool SaysOnlyYes(IMethodSymbol method, GuardKinds guard)
    {
        var said = false;
        return SaysNothingElse(method, guard, 0, ref said) && said;
    }

    // Whatever could be a no, a look at something or a question to somebody ends it.
    private bool SaysNothingElse(IMethodSymbol method, GuardKinds guard, int depth, ref bool said)
    {
        if (depth > MostDepth || services.BodyOf(method.OriginalDefinition) is not { } body) return false;
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation yes when IsYes(yes):
                    said |= guard == GuardKinds.Confirmation;
                    break;
                case IInvocationOperation call when !IsIdle(call.TargetMethod) && !(IsFixed(call) && SaysNothingElse(call.TargetMethod, guard, depth + 1, ref said)):
                case IObjectCreationOperation { Type: { Name: "BackupRecord" } type } creation when IsOfRuntime(type) && !IsOfThisMoment(creation):
                case ILoopOperation or IAwaitOperation { Operation: not IInvocationOperation }:
                case IPropertyReferenceOperation { Property: var told } when !BodyShape.IsBaseLibrary(told) && !IsOfRuntime(told.ContainingType):
                case IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation when IsAwaited(operation):
                case IThrowOperation or IDynamicInvocationOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation:
                case IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation when guard == GuardKinds.Backup:
                case IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation when HoldsAnswer(operation.Type) && !IsYes(operation, ref said):
                    return false;
                case IObjectCreationOperation { Type: { Name: "BackupRecord" } type } when IsOfRuntime(type):
                    said |= guard == GuardKinds.Backup;
                    break;
            }
        }

        return true;
    }

    // Somebody else completes it once there is an answer.
    private static bool IsAwaited(IOperation reference) => reference is not IPropertyReferenceOperation { Property.Name: "CompletedTask" } && reference.Type?.Name is "Task" or "ValueTask" && !HoldsAnswer(reference.Type);

    private bool IsFixed(IInvocationOperation call) => !services.DeclarationsOf(call.TargetMethod.OriginalDefinition).IsEmpty && !(call.IsVirtual && call.TargetMethod is { IsSealed: false, ContainingType.IsSealed: false });

    // Reading from the console asks somebody.
    private static bool IsIdle(IMethodSymbol method) => method.ContainingType is { Name: "Console" } ? !method.Name.StartsWith("Read", StringComparison.Ordinal)
        : IdleCalls.Contain(method) || (BodyShape.IsBaseLibrary(method) && Array.Exists(Collections, space => method.ContainingNamespace.ToDisplayString().StartsWith(space, StringComparison.Ordinal)));

    private static bool HoldsAnswer(ITypeSymbol? type) => type is INamedTypeSymbol named && ((named.Name is "ConfirmationAnswer" or "BackupRecord" && IsOfRuntime(named)) || named.TypeArguments.Any(HoldsAnswer));

    // `static readonly ConfirmationAnswer Approved = ConfirmationAnswer.Yes("automation");`
    private bool IsYes(IOperation reference, ref bool said)
    {
        if (services.Values.Of(reference) is not { IsEmpty: false } sources || !sources.All(static source => Calls(source).Any(IsYes) && Calls(source).All(static call => IsYes(call) || IsIdle(call.TargetMethod)))) return false;
        said = true;
        return true;
    }

    private static IEnumerable<IInvocationOperation> Calls(IOperation source) => source.DescendantsAndSelf().OfType<IInvocationOperation>();

    private static bool IsYes(IInvocationOperation call) => call.TargetMethod is { Name: "Yes", ContainingType: { Name: "ConfirmationAnswer" } answer } && IsOfRuntime(answer);

    private static bool IsOfThisMoment(IObjectCreationOperation record) =>
        record.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "completedAt") is { Value: var time } && time.DescendantsAndSelf().Any(static piece => piece is IPropertyReferenceOperation { Property.Name: "UtcNow" or "Now" });
}
