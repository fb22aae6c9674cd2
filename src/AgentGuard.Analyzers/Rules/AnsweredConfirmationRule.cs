using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards;
using AgentGuard.Analyzers.Guards.Forged;
using AgentGuard.Analyzers.Guards.Names;
using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Rules;

/// <summary>AG0104: a parameter that asks for a person's yes gets <c>true</c> from the program, as a literal, a constant or a variable that is nothing else.</summary>
internal sealed class AnsweredConfirmationRule : OperationRule
{
    private static readonly DiagnosticDescriptor Answered = Descriptor.Create(
        RuleIds.AnsweredConfirmation,
        "A confirmation is answered by code",
        "The switch '{0}' asks for a person's confirmation of '{1}', and the code answers it with 'true'. Pass on what a person has said.",
        Descriptor.Guards,
        "A parameter such as 'confirmed' or 'force' is there so that somebody decides. A 'true' that stands in the code decides for everybody, every time.");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Answered);

    /// <summary>The first argument of a call that is a literal <c>true</c>, which is seen without binding it.</summary>
    public static ArgumentSyntax? FirstAnswer(InvocationExpressionSyntax call)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression)) return argument;
        }

        return null;
    }

    /// <inheritdoc />
    public override void Check(OperationContext context)
    {
        if (!context.Requirement.Guards.HasFlag(GuardKinds.Confirmation) || context.Requirement.AnyOne) return;
        CheckCallers(context);
        CheckGiven(context);
        if (!(context.Missing & ~context.Explained).HasFlag(GuardKinds.Confirmation) || context.Operation.Call is not IInvocationOperation call || AnswerIn(call, context) is not { } answer) return;
        context.Explained |= GuardKinds.Confirmation;
        Report(context, answer);
    }

    /// <summary>Looks at a call of a method in source that destroys something itself.</summary>
    public void CheckCall(InvocationExpressionSyntax syntax, SemanticModel model, AnalysisServices services, Func<DestructiveOperation, OperationContext> found, CancellationToken cancellation)
    {
        if (!services.Gate.AdmitsAnswer(syntax, model) || model.GetOperation(syntax, cancellation) is not IInvocationOperation call) return;
        var declarations = HandedSwitches.BodiesOf(call.TargetMethod, services).Select(reference => reference.GetSyntax(cancellation)).ToList();
        if (declarations.Count == 0) return;
        var confirmed = services.Guards.At(syntax, model, cancellation).Facts.Include(Facts.Confirmed);
        if (confirmed || services.Operations.Find(syntax, model, cancellation).Length > 0) return;
        foreach (var inner in declarations.SelectMany(declaration => HandedSwitches.Receivers(call, declaration, services, cancellation).Prepend(declaration)).SelectMany(static body => body.DescendantNodes().OfType<InvocationExpressionSyntax>()))
        {
            if (CallSyntax.CalledName(inner) is not { } name || !services.Catalog.Index.Mentions(name)) continue;
            foreach (var operation in services.Operations.Find(inner, services.ModelFor(inner.SyntaxTree), cancellation))
            {
                var context = found(operation);
                if (!context.Requirement.Guards.HasFlag(GuardKinds.Confirmation) || context.Requirement.AnyOne || AnswerIn(call, context) is not { } answer) continue;
                Report(context, answer);
                return;
            }
        }
    }

    // Callers in the same file that answer by a name. Those that write `true` are found at that word, wherever they stand.
    private static void CheckCallers(OperationContext context)
    {
        if (FunctionAround(context.Operation.Syntax) is not var (function, name, parameters) || !parameters.Parameters.Any(parameter => CallSyntax.MayBeTrue(parameter.Type) && SwitchNames.AsksForYes(parameter.Identifier.ValueText, context.Policy))) return;

        // Nearly always the name stands at the declaration only, and then nothing is bound.
        if (!context.Services.CallSites.MayBeIn(function.SyntaxTree, name) || context.Model.GetDeclaredSymbol(function, context.Cancellation) is not IMethodSymbol method) return;
        foreach (var call in context.Services.CallSites.In(context.Operation.Syntax.SyntaxTree, method))
        {
            if (AnswerIn(call, context) is not { Value: not ILiteralOperation } answer || !IsFirstIn(method, context)) continue;
            var proved = context.Services.Guards.At(call.Syntax, context.Services.ModelFor(call.Syntax.SyntaxTree), context.Cancellation).Facts;
            if (!proved.Include(Facts.Confirmed)) Report(context, answer);
        }
    }

    // An object of options, or the constructor of the class, that is given the answer.
    private static void CheckGiven(OperationContext context)
    {
        if (!context.State.Facts.Include(Facts.Confirmed)) return;
        if (context.Operation.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration || context.Model.GetDeclaredSymbol(declaration, context.Cancellation) is not { } method) return;
        foreach (var (answer, name) in context.Services.GivenAnswers.Before(context.Operation.Syntax, method, context.Cancellation))
        {
            if (!IsFirstIn(method, context)) return;
            context.ReportAt(answer.GetLocation(), Answered, null, name, context.Operation.DisplayName);
        }
    }

    private static (SyntaxNode Function, string Name, ParameterListSyntax Parameters)? FunctionAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(static around => around is LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax) switch
    {
        LocalFunctionStatementSyntax local => (local, local.Identifier.ValueText, local.ParameterList),
        MethodDeclarationSyntax method => (method, method.Identifier.ValueText, method.ParameterList),
        _ => null,
    };

    // One answer is one fault, however many operations wait for it.
    private static bool IsFirstIn(IMethodSymbol method, OperationContext context) =>
        context.Services.DeclarationsOf(method).Select(reference => reference.GetSyntax(context.Cancellation)).FirstOrDefault(body => body.Span.Contains(context.Operation.Syntax.Span) && body.SyntaxTree == context.Operation.Syntax.SyntaxTree) is { } body
        && context.Services.Operations.In(body, context.Model, context.Cancellation).FirstOrDefault(operation => context.Policy.RequirementFor(operation.Kind) is { AnyOne: false } asked && asked.Guards.HasFlag(GuardKinds.Confirmation)) is { } first
        && first.Syntax == context.Operation.Syntax && first.Kind == context.Operation.Kind && first.Statement == context.Operation.Statement;

    private static void Report(OperationContext context, IArgumentOperation answer) =>
        context.ReportAt(answer.Syntax.GetLocation(), Answered, null, answer.Parameter!.Name, context.Operation.DisplayName);

    private static IArgumentOperation? AnswerIn(IInvocationOperation call, OperationContext context) => call.Arguments.FirstOrDefault(argument =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && SwitchNames.AsksForYes(parameter.Name, context.Policy) && YesValues.Contain(argument.Value, context.Services));
}
