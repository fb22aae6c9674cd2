using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations;

/// <summary>
/// Objects of mocking libraries. A call on a fake destroys nothing, and neither does one on an object whose engine is a fake:
/// one that is made of a fake from the called library itself. A fake of anything else, such as a logger, proves nothing.
/// </summary>
internal sealed class Fakes(AnalysisServices services)
{
    private const int MaxSteps = 128;

    private static readonly ImmutableHashSet<string> Makers = ImmutableHashSet.Create("Moq.Mock", "NSubstitute.Substitute", "FakeItEasy.A", "NSubstitute.SubstituteExtensions");
    private static readonly ImmutableHashSet<string> MakingMethods = ImmutableHashSet.Create("Of", "For", "Fake", "Received", "ReceivedWithAnyArgs", "DidNotReceive", "DidNotReceiveWithAnyArgs");

    // Without a mocking library there are no fakes, and nothing is searched.
    private readonly Lazy<bool> _canBe = new(() => Makers.Any(maker => services.Compilation.GetTypesByMetadataName(maker).Length > 0));

    /// <summary>Whether the object that a call goes to is a fake, or made of one that stands for a part of its library.</summary>
    /// <param name="receiver">The object.</param>
    /// <param name="api">The catalogue line of the call.</param>
    public bool IsFake(IOperation receiver, CatalogId api)
    {
        if (!_canBe.Value) return false;
        var library = api.Container.Split('.')[0];
        var pending = new Queue<IOperation>([receiver]);
        var seen = new HashSet<IOperation>();
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            var next = pending.Dequeue();
            foreach (var source in services.Values.Of(next).Add(next))
            {
                foreach (var piece in source.DescendantsAndSelf())
                {
                    if (FakedBy(piece) is { } faked && RootOf(faked) == library) return true;
                    if (!seen.Add(piece)) continue;
                    if (piece is ILocalReferenceOperation or IFieldReferenceOperation && piece != source) pending.Enqueue(piece);
                    if (piece is IFieldReferenceOperation field) AssignedTo(field.Field).ForEach(pending.Enqueue);
                    if (piece is IInvocationOperation { TargetMethod: var method }) ReturnedBy(method).ForEach(pending.Enqueue);
                }
            }
        }

        return false;
    }

    private static ITypeSymbol? FakedBy(IOperation piece) => piece switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true, TypeArguments: [var faked, ..] } method } when MakingMethods.Contains(method.Name) && Makers.Contains(method.ContainingType.ToDisplayString()) => faked,
        { Type: INamedTypeSymbol { Name: "Mock", TypeArguments: [var faked], ContainingNamespace.Name: "Moq" } } => faked,
        _ => null,
    };

    // A field of a test fixture is set in its constructor or in a method that runs before each test.
    private List<IOperation> AssignedTo(IFieldSymbol field) => field.IsConst ? [] : services.DeclarationsOf(field.ContainingType)
        .SelectMany(type => type.GetSyntax().DescendantNodes())
        .OfType<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.Left.ToString() == field.Name)
        .Select(assignment => services.ModelFor(assignment.SyntaxTree).GetOperation(assignment))
        .OfType<ISimpleAssignmentOperation>()
        .Select(assignment => assignment.Value)
        .ToList();

    private List<IOperation> ReturnedBy(IMethodSymbol method) => services.DeclarationsOf(method)
        .Select(declaration => declaration.GetSyntax())
        .Select(syntax => services.ModelFor(syntax.SyntaxTree).GetOperation(syntax))
        .OfType<IOperation>()
        .SelectMany(body => body.Descendants().OfType<IReturnOperation>())
        .Select(result => result.ReturnedValue)
        .OfType<IOperation>()
        .ToList();

    private static string RootOf(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space is null or { IsGlobalNamespace: true } ? type.Name : space.Name;
    }
}
