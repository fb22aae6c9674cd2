using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Guards.Flow;
using AgentGuard.Analyzers.Guards.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>
/// States that a type alone sets: private fields, and properties with a private setter, of an enum, a number or a bool, to which nothing but constants is written.
/// That one of them holds a constant proves what held wherever that was written: <c>_state = State.Confirmed</c> behind a confirmation.
/// </summary>
internal sealed class StateFields(Func<SyntaxTree, SemanticModel> models, Func<ISymbol, ImmutableArray<SyntaxReference>> declarations, Func<SyntaxTree, Recognition> recognition)
{
    private const int MostWrites = 24;

    // Where a path was checked in another member, it was another path.
    private static readonly Facts Kept = Facts.Allowed | Facts.NotProduction | Facts.Confirmed | Facts.AnyBackup;

    private readonly ConcurrentDictionary<(ISymbol Member, int Depth), Value?> _known = new();

    /// <summary>The constants that a member may hold, with what each of them proves; null where none proves anything, or others may write it.</summary>
    public Value? Of(ISymbol member, FlowBody reader)
    {
        if (!MayBeState(member) || reader.Depth >= Helpers.MostDepth) return null;
        var key = (Member: member.OriginalDefinition, reader.Depth + 1);
        return _known.TryGetValue(key, out var known) ? known : _known.GetOrAdd(key, Read(key.Member, reader));
    }

    private static bool MayBeState(ISymbol member) => member switch
    {
        IFieldSymbol field => MemberUses.IsWritableInside(field) && IsState(field.Type),
        IPropertySymbol { SetMethod: { DeclaredAccessibility: Accessibility.Private, IsInitOnly: false }, IsVirtual: false, IsOverride: false, IsIndexer: false } property => IsState(property.Type),
        _ => false,
    };

    private static bool IsState(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean;

    private Value? Read(ISymbol member, FlowBody reader)
    {
        // An attribute may let somebody else fill it.
        if (!member.GetAttributes().IsEmpty || declarations(member) is not [var declaration] || !MayBeginWith(declaration.GetSyntax(reader.Cancellation), out var initial)) return null;
        var type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        var writes = new List<(SyntaxNode Place, object? Constant)>();
        foreach (var name in MemberUses.In(declarations(member.ContainingType), member.Name))
        {
            if (WriteAt(name) is not { } write) continue;
            if (write.Value is null || ConstantOf(write.Value) is not { HasValue: true, Value: var constant } || writes.Count == MostWrites) return null;
            writes.Add((write.Place, constant));
        }

        if (writes.Count == 0) return null;
        var cases = new Dictionary<object, Facts>();
        Add(initial is null ? Places.Constant(type.SpecialType == SpecialType.System_Boolean ? false : 0, type) : ConstantOf(initial) is { HasValue: true, Value: var first } ? first : null, Facts.None);
        foreach (var body in writes.GroupBy(static write => MemberRoot.Of(write.Place)))
        {
            var result = body.Key is { } root && reader.Helpers.GraphOf(root, reader.Cancellation) is { } graph
                ? FlowBody.OfMember(graph, recognition(root.SyntaxTree), reader.Helpers, reader.Depth + 1, null, reader.Cancellation).Analyze()
                : BodyResult.NothingKnown();
            foreach (var (place, constant) in body) Add(constant, result.GaveUp ? Facts.None : result.At(place) ?? Facts.None);
        }

        return cases.Values.Any(static facts => facts.Overlap(Kept)) ? new Value(Origin.Unknown, cases.Select(static one => new Case(one.Key, one.Value)).ToImmutableArray(), Facts.Unreachable) : null;

        void Add(object? constant, Facts facts)
        {
            var key = constant ?? "";
            facts = facts.IsUnreachable ? facts : facts & Kept;
            cases[key] = cases.TryGetValue(key, out var known) ? known & facts : facts;
        }

        Optional<object?> ConstantOf(ExpressionSyntax value) => models(value.SyntaxTree).GetConstantValue(value, reader.Cancellation) is { HasValue: true, Value: var constant } ? Places.Constant(constant, type) : default(Optional<object?>);
    }

    // A field, or a property that keeps what it is given, and the value that it is declared with.
    private static bool MayBeginWith(SyntaxNode declaration, out ExpressionSyntax? initial)
    {
        initial = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        return declaration is VariableDeclaratorSyntax || (declaration is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } && accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }));
    }

    // What is written, and where; no value where that is no constant for sure.
    private static (SyntaxNode Place, ExpressionSyntax? Value)? WriteAt(IdentifierNameSyntax use)
    {
        if (!MemberUses.MayBeWritten(use)) return null;
        var whole = MemberUses.Whole(use);
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => (assignment, assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null),
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument => IsRead(call) ? null : (call, call.ArgumentList.Arguments[0] == argument ? WrittenBy(call) : null),
            _ => (whole, null),
        };
    }

    private static bool IsRead(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Volatile" or "Interlocked" }, Name.Identifier.ValueText: "Read" };

    private static ExpressionSyntax? WrittenBy(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Volatile" or "Interlocked" }, Name.Identifier.ValueText: "Write" or "Exchange" or "CompareExchange" } && call.ArgumentList.Arguments is [_, var written, ..] ? written.Expression : null;
}
