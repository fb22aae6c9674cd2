using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Analyzers.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Forged;

/// <summary>
/// Where a program names its own environment, or types what it will be asked for, before anything else runs: in its entry point, a static constructor, a module initializer, or a
/// method that one of them calls. What stands under a condition, or between <c>#if</c> and <c>#endif</c>, is somebody else's choice.
/// </summary>
internal sealed class StartUpChoices(AnalysisServices services)
{
    private const int MostDepth = 3;

    private static readonly string[] Hosts = ["IHostEnvironment", "IWebHostEnvironment", "IHostingEnvironment"];

    private static readonly string[] Registrations = ["AddSingleton", "AddScoped", "AddTransient"];

    private static readonly string[] Sought = ["SetEnvironmentVariable", "UseEnvironment", "EnvironmentName", "SetIn", .. Registrations];

    // Tests choose by right. Nothing is searched before a guard asks for it.
    private readonly Lazy<ImmutableArray<Forgery>> _found = new(() => services.IsTestProject ? ImmutableArray<Forgery>.Empty : services.CallSites
        .NamesAnywhere(Sought)
        .Select(name => name is GenericNameSyntax registration ? Registered(registration, services) : Read(name, services) is { } choice && IsRunFirst(choice.Node, services, 0) ? choice : null)
        .OfType<Forgery>()
        .ToImmutableArray());

    /// <summary>What answers a question for the environment, or on the console; null where nobody does.</summary>
    /// <param name="variable">The variable that is asked, or null for the host, which takes its name from whatever is set.</param>
    public Forgery? AnswerTo(string? variable) => _found.Value.FirstOrDefault(choice => variable is null ? choice.Guards != GuardKinds.None : string.Equals(choice.Variable, variable, StringComparison.OrdinalIgnoreCase));

    private static Forgery? Read(SimpleNameSyntax name, AnalysisServices services)
    {
        var model = services.ModelFor(name.SyntaxTree);
        if (CallSyntax.CallOf(name) is { } call)
        {
            return model.GetOperation(call) switch
            {
                IInvocationOperation { TargetMethod: { Name: "SetEnvironmentVariable", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } }, Arguments: [{ Value: var variable }, { Value: var value }] } set
                    when Places.TextOf(variable) is { } named && services.Policy.For(name.SyntaxTree).EnvironmentVariables.Contains(named, StringComparer.OrdinalIgnoreCase) && IsOther(value) => new Forgery(set.Syntax, GuardKinds.Environment, named),
                IInvocationOperation { TargetMethod: { Name: "UseEnvironment" } method } set
                    when Forgeries.IsOfMicrosoft(method) && set.Arguments.Any(argument => IsOther(argument.Value)) => new Forgery(set.Syntax, GuardKinds.Environment),
                IInvocationOperation { TargetMethod: { Name: "SetIn", ContainingType.Name: "Console" } } typed when Forgeries.AnswersItself(typed) => new Forgery(typed.Syntax, GuardKinds.None, Forgeries.ConsoleInput),
                _ => null,
            };
        }

        var whole = CallSyntax.WithQualifiers(name);
        return whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole
            && model.GetOperation(assignment) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "EnvironmentName", ContainingType: var holder } } } naming
            && Forgeries.IsOfHost(holder) && IsOther(naming.Value)
                ? new Forgery(assignment, GuardKinds.Environment)
                : null;

        bool IsOther(IOperation value) => Places.TextOf(value) is { Length: > 0 } environment && !GuardAttributes.IsProduction(environment, services.Policy.For(name.SyntaxTree));
    }

    // `services.AddSingleton<IHostEnvironment>(new Fake())`: whoever asks gets an environment that the program has named.
    private static Forgery? Registered(GenericNameSyntax registration, AnalysisServices services)
    {
        var arguments = registration.TypeArgumentList.Arguments;
        if (!Registrations.Contains(registration.Identifier.ValueText) || !arguments.Any(static type => Hosts.Contains(CallSyntax.CalledName(type))) || CallSyntax.CallOf(registration) is not { } call) return null;
        if (MemberRoot.Of(call) is not { } member || !IsAlwaysRun(call, member) || services.ModelFor(call.SyntaxTree).GetOperation(call) is not IInvocationOperation { TargetMethod: { TypeArguments: var types } method } added || !Forgeries.IsOfMicrosoft(method)) return null;
        var views = new ObjectsInView(services);
        var isNamed = arguments.Count == 2 && types.Length == 2 ? views.IsNamed(types[1])
            : added.Arguments.Any(argument => services.Values.Of(argument.Value) is { IsEmpty: false } given && given.All(made => made is IObjectCreationOperation creation && views.IsNamed(creation)));
        return isNamed ? new Forgery(call, GuardKinds.Environment) : null;
    }

    private static bool IsRunFirst(SyntaxNode node, AnalysisServices services, int depth)
    {
        if (depth > MostDepth || MemberRoot.Of(node) is not { } member || !IsAlwaysRun(node, member)) return false;
        return member switch
        {
            CompilationUnitSyntax => true,
            ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword),
            MethodDeclarationSyntax method when method.Identifier.ValueText == "Main" && method.Modifiers.Any(SyntaxKind.StaticKeyword) => true,
            MethodDeclarationSyntax method when method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => CallSyntax.CalledName(attribute.Name) is "ModuleInitializer" or "ModuleInitializerAttribute") => true,
            MethodDeclarationSyntax method => services.ModelFor(method.SyntaxTree).GetDeclaredSymbol(method) is { } symbol && services.CallSites.In(method.SyntaxTree, symbol).Any(call => IsRunFirst(call.Syntax, services, depth + 1)),
            _ => false,
        };
    }

    /// <summary>Whether nothing keeps something from being reached in its member: no branch around it, and no way out before it.</summary>
    public static bool IsAlwaysRun(SyntaxNode node, SyntaxNode member)
    {
        for (var around = node.Parent; around is not null && around != member; around = around.Parent)
        {
            if (around is IfStatementSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or ConditionalAccessExpressionSyntax
                or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CatchClauseSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) return false;
        }

        var leaves = member.DescendantNodes(inner => inner.SpanStart < node.SpanStart && inner is not (TypeDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(inner => inner.SpanStart < node.SpanStart && inner is ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax);
        return !leaves && !IsConditionallyCompiled(node);
    }

    private static bool IsConditionallyCompiled(SyntaxNode node)
    {
        var depth = 0;
        for (var directive = node.SyntaxTree.GetRoot().GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
            depth += directive switch { IfDirectiveTriviaSyntax => 1, EndIfDirectiveTriviaSyntax => -1, _ => 0 };
        return depth > 0;
    }
}
