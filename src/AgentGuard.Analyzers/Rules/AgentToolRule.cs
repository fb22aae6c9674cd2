using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0207: an agent can call a method that destroys, and no person is asked, or its annotation says that it is harmless.</summary>
internal sealed class AgentToolRule
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        RuleIds.AgentTool,
        "A tool for agents destroys without asking a person",
        "'{0}' destroys {1}, and an agent can reach it through {2} {3}",
        Descriptor.Incidents,
        "A method that is exposed to an agent as a tool is called when a model decides so. One that destroys must ask a person who is not the agent, and must not be annotated as read-only or not destructive.");

    /// <summary>What the rule can report.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rule);

    /// <summary>Looks at one tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="context">Makes the context of an operation.</param>
    /// <param name="services">The compilation's services.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Check(AgentTool tool, Func<DestructiveOperation, OperationContext> context, AnalysisServices services, CancellationToken cancellation)
    {
        var reported = new HashSet<SyntaxNode>();
        foreach (var reached in new ReachableOperations(services).From(tool.Body, static method => method.DeclaringSyntaxReferences.Length > 0, cancellation))
        {
            var found = context(reached.Operation);
            var problem = tool.SaysHarmless is { } says ? $"which says '{says}'. Annotate it as destructive, and ask a person before anything goes."
                : AsksPerson(tool, reached, found, services, cancellation) ? null
                : "without a person being asked. Ask for a confirmation outside the agent's reach, such as an elicitation or [RequiresConfirmation]; a parameter of the tool is answered by the agent itself.";
            if (problem is not null && reported.Add(reached.Start))
                found.ReportAt(CallSyntax.LocationOf(reached.Start), Rule, reached.Path.IsEmpty ? null : [reached.Operation.Location], reached.Operation.DisplayName, reached.Operation.Phrase, tool.Exposure, problem);
        }
    }

    private static bool AsksPerson(AgentTool tool, ReachedOperation reached, OperationContext found, AnalysisServices services, CancellationToken cancellation)
    {
        // An attribute is enforced at the calls inside its own member, so one on the tool does not guard a helper.
        if (found.AttributesCount && found.Attributes.HasFlag(GuardKinds.Confirmation)) return true;
        var proved = reached.Path.Select(call => services.Guards.At(call, services.ModelFor(call.SyntaxTree), cancellation).GuardsFor(reached.Operation.Kind)).Append(found.Present);
        return proved.Any(guards => guards.HasFlag(GuardKinds.Confirmation)) && !OnlyOwnParameterIsAsked(tool, found, services, cancellation);
    }

    // `bool confirm` of the tool itself is filled in by the agent that calls it. Some other question must be there.
    private static bool OnlyOwnParameterIsAsked(AgentTool tool, OperationContext found, AnalysisServices services, CancellationToken cancellation)
    {
        var model = services.ModelFor(tool.Body.SyntaxTree);
        var symbol = tool.Body is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(tool.Body, cancellation).Symbol : model.GetDeclaredSymbol(tool.Body, cancellation);
        var switches = ((symbol as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty).Where(parameter => parameter.Type.SpecialType == SpecialType.System_Boolean || (parameter.Type as INamedTypeSymbol)?.TypeArguments is [{ SpecialType: SpecialType.System_Boolean }]).Select(parameter => parameter.Name).ToList();
        if (!tool.Body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => switches.Contains(name.Identifier.ValueText))) return false;
        return !tool.Body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => CallSyntax.CalledName(call) is { } name && (name is "ReadLine" or "ReadKey" || NameParts.Of(name).Any(word => word is "confirm" or "confirmation" or "elicit" or "ask" or "prompt" or "approve" or "approval")));
    }
}
