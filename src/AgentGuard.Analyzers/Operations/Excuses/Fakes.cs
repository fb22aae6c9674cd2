using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>
/// Objects that only stand for the real one: of a mocking library, or of a class of this program that implements the called member and
/// destroys nothing there. A call on a fake destroys nothing, and neither does one on an object whose engine is a fake: one that is made
/// of a fake from the called library itself. A fake of anything else, such as a logger, proves nothing.
/// </summary>
internal sealed class Fakes(AnalysisServices services)
{
    private const int MaxSteps = 128;

    private static readonly ImmutableHashSet<string> Makers = ImmutableHashSet.Create("Moq.Mock", "NSubstitute.Substitute", "FakeItEasy.A", "NSubstitute.SubstituteExtensions");
    private static readonly ImmutableHashSet<string> MakingMethods = ImmutableHashSet.Create("Of", "For", "Fake", "Received", "ReceivedWithAnyArgs", "DidNotReceive", "DidNotReceiveWithAnyArgs");

    // What a stand-in may call, and the ends of the names of what it may make.
    private static readonly string[] BookKeeping = ["System.Collections", "System.Threading"];
    private static readonly string[] Answers = ["Exception", "Response", "Result"];

    // Under these names lie many libraries, told apart by the next part.
    private static readonly ImmutableHashSet<string> Vendors = ImmutableHashSet.Create("Amazon", "Azure", "Google", "Microsoft", "System");

    /// <summary>Whether the object that a call goes to is a fake, or made of one that stands for a part of its library.</summary>
    /// <param name="receiver">The object.</param>
    /// <param name="member">What is called.</param>
    /// <param name="api">The catalogue line of the call.</param>
    public bool IsFake(IOperation receiver, ISymbol member, CatalogId api) => new Search(services, member.Name, LibraryOf(api.Container.Split('.'))).IsMadeOfOne(receiver);

    /// <summary>Whether a mocking library has made an object: <c>Mock.Of&lt;T&gt;()</c>, <c>mock.Object</c>.</summary>
    public static bool IsMade(IOperation value) => FakedBy(value is IPropertyReferenceOperation { Property.Name: "Object", Instance: { } mock } ? mock : value) is not null;

    private static ITypeSymbol? FakedBy(IOperation piece) => piece switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true, TypeArguments: [var faked, ..] } method } when MakingMethods.Contains(method.Name) && Makers.Contains(method.ContainingType.ToDisplayString()) => faked,
        { Type: INamedTypeSymbol { Name: "MockFileSystem" } memory } => memory.AllInterfaces.FirstOrDefault(static implemented => implemented.Name == "IFileSystem"),
        { Type: INamedTypeSymbol { Name: "Mock", TypeArguments: [var faked], ContainingNamespace.Name: "Moq" } } => faked,
        _ => null,
    };

    private static string LibraryOf(IReadOnlyList<string> spaces) => Vendors.Contains(spaces[0]) && spaces.Count > 1 ? $"{spaces[0]}.{spaces[1]}" : spaces[0];

    private static string LibraryOf(ITypeSymbol type) => LibraryOf(type.ToDisplayString().Split('.'));

    private sealed class Search(AnalysisServices services, string called, string library)
    {
        private readonly Dictionary<IOperation, bool> _judged = new();

        // Whichever object it is.
        public bool IsMadeOfOne(IOperation value)
        {
            if (_judged.TryGetValue(value, out var known)) return known;
            if (_judged.Count == MaxSteps) return false;
            _judged[value] = false;
            return _judged[value] = (value is IInvocationOperation or IPropertyReferenceOperation && Holds(value)) || (services.Values.Of(value).RemoveAll(IsNull) is { IsEmpty: false } sources && sources.All(Holds));
        }

        private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

        private bool Holds(IOperation source) => !HoldsRealOne(source) && source.DescendantsAndSelf().Any(piece => IsFake(piece) || LeadsToOne(piece, source));

        // A fake beside the real one: the call may go on to either.
        private bool HoldsRealOne(IOperation source) =>
            source is IObjectCreationOperation { Arguments: var arguments } && arguments.Select(argument => Variables.Unwrap(argument.Value)).Any(value => value.Type is { } type && IsCallable(type) && !IsNull(value) && !IsMadeOfOne(value));

        private bool IsCallable(ITypeSymbol type) => type.AllInterfaces.Prepend(type).Any(candidate => LibraryOf(candidate) == library && !candidate.GetMembers(called).IsEmpty);

        private bool LeadsToOne(IOperation piece, IOperation source) => piece switch
        {
            IFieldReferenceOperation field => (piece != source && IsMadeOfOne(piece)) || AreMadeOfOne(AssignedTo(field.Field)),
            ILocalReferenceOperation => piece != source && IsMadeOfOne(piece),
            IInvocationOperation { TargetMethod: var method } => AreMadeOfOne(ReturnedBy(method)),
            _ => false,
        };

        private bool AreMadeOfOne(List<IOperation> values) => values.Count > 0 && values.TrueForAll(IsMadeOfOne);

        private bool IsFake(IOperation piece) => FakedBy(piece) is { } faked ? LibraryOf(faked) == library : piece is IObjectCreationOperation { Type: INamedTypeSymbol own } && StandsIn(own);

        private bool StandsIn(INamedTypeSymbol own)
        {
            if (services.DeclarationsOf(own).IsEmpty) return false;
            var implementations = own.AllInterfaces
                .Where(implemented => LibraryOf(implemented) == library)
                .SelectMany(implemented => implemented.GetMembers(called))
                .Select(own.FindImplementationForInterfaceMember)
                .ToList();
            return implementations.Count > 0 && implementations.TrueForAll(implementation => implementation is not null && services.BodyOf(implementation) is { } body && OnlyKeepsBooks(body));
        }

        // Counts, adds to a list, or answers straight away: whatever calls something else may reach the real one.
        private static bool OnlyKeepsBooks(IOperation body) => body.Descendants().All(static piece => piece switch
        {
            IInvocationOperation { TargetMethod.ContainingType: var type } => KeepsBooks(type),
            IObjectCreationOperation { Type: { } created } => KeepsBooks(created) || Answers.Any(end => created.Name.EndsWith(end, StringComparison.Ordinal)),
            IDynamicInvocationOperation or IInvalidOperation or IFunctionPointerInvocationOperation => false,
            _ => true,
        });

        private static bool KeepsBooks(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is { } space && BookKeeping.Any(start => space.StartsWith(start, StringComparison.Ordinal));

        // A field of a test fixture is set in its constructor or in a method that runs before each test.
        private List<IOperation> AssignedTo(IFieldSymbol field) => field.IsConst ? [] : services.Values.AssignmentsTo(field)
            .Select(assignment => services.ModelFor(assignment.SyntaxTree).GetOperation(assignment))
            .OfType<ISimpleAssignmentOperation>()
            .Select(assignment => Variables.Unwrap(assignment.Value))
            .Where(value => !IsNull(value))
            .ToList();

        private List<IOperation> ReturnedBy(IMethodSymbol method) => services.BodyOf(method) is { } body ? ReturnedValues.Of(body) : [];
    }
}
