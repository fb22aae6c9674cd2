using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Migrations;

/// <summary>The steps of a migration in the order in which they are written, with those of its helpers in their place.</summary>
internal sealed class MigrationPlan(AnalysisServices services, CancellationToken cancellation)
{
    /// <summary>The name of the way up.</summary>
    public const string Up = "Up";

    private const int MaxDepth = 3;

    private static readonly Regex WayDown = new("down|rollback|revert|undo", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether a class is a migration.</summary>
    public static bool IsMigration(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (MigrationVocabulary.BaseClasses.Contains(type.ToDisplayString())) return true;
        }

        return false;
    }

    /// <summary>Whether code belongs to a migration: there AG0205 speaks, and no other rule about destructive calls.</summary>
    public static bool IsInMigration(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        node.Ancestors().OfType<ClassDeclarationSyntax>().Any(type =>
            (type.BaseList is not null || type.Modifiers.Any(SyntaxKind.PartialKeyword)) && IsMigration(model.GetDeclaredSymbol(type, cancellation) as INamedTypeSymbol));

    /// <summary>Whether a method may be one that a base class runs as a part of the way up, by its syntax alone.</summary>
    public static bool MayBeHook(MethodDeclarationSyntax method) =>
        method.Identifier.ValueText is var name && name != Up && method.Modifiers.Any(SyntaxKind.OverrideKeyword) && !WayDown.IsMatch(name);

    /// <summary>The same where a parameter is the builder, so that what it is written with is no operation that is found by itself.</summary>
    public static bool MayBeHookWithBuilder(MethodDeclarationSyntax method) =>
        MayBeHook(method) && method.ParameterList.Parameters.Any(static parameter => parameter.Type?.ToString().TrimEnd('?').EndsWith(MigrationVocabulary.Builder, StringComparison.Ordinal) == true);

    /// <summary>Whether it is one: a base class of the project's own declares it, and the class itself does not run it on its own way up.</summary>
    public bool IsHook(IMethodSymbol method, SyntaxNode declaration)
    {
        var first = method;
        while (first.OverriddenMethod is { } overridden) first = overridden;
        return IsMigration(first.ContainingType)
            && !MigrationVocabulary.BaseClasses.Contains(first.ContainingType.ToDisplayString())
            && !method.ContainingType.GetMembers(Up).SelectMany(member => member.DeclaringSyntaxReferences).SelectMany(up => Read(up.GetSyntax(cancellation))).Any(step => declaration.Contains(step.Call.Syntax));
    }

    /// <summary>The steps of a method.</summary>
    public ImmutableArray<MigrationStep> Read(SyntaxNode method) => Steps(method, null, null).ToImmutableArray();

    private IEnumerable<MigrationStep> Steps(SyntaxNode method, SyntaxNode? start, Way? way)
    {
        var model = services.ModelFor(method.SyntaxTree);
        var called = method.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList();

        // What a local function does is done where it is called.
        bool IsElsewhere(SyntaxNode node) => node != method && node is LocalFunctionStatementSyntax local && called.Exists(call => CallSyntax.CalledName(call) == local.Identifier.ValueText && !local.Span.Contains(call.Span));
        foreach (var node in method.DescendantNodes(node => !IsElsewhere(node)).OfType<InvocationExpressionSyntax>().OrderBy(call => call.Span.End))
        {
            if (model.GetOperation(node, cancellation) is not IInvocationOperation { TargetMethod: var target } call) continue;
            if (MigrationVocabulary.Methods.TryGetValue((TypeOf(target), target.Name), out var known)) yield return Step(known, call, start ?? node, way);
            else if (!TakesPart(call) && services.Operations.Find(node, model, cancellation).Any(operation => operation.Syntax == node)) yield return new(StepKind.Call, call, start ?? node, null, null, ImmutableArray<string>.Empty) { Through = Through(way) };
            if (way?.Depth == MaxDepth || known is not null) continue;
            foreach (var step in RunBy(call).SelectMany(run => ImplementedBy(run, call)).SelectMany(run => services.DeclarationsOf(run)).SelectMany(body => Steps(body.GetSyntax(cancellation), start ?? node, new Way(call, way, (way?.Depth ?? 0) + 1)))) yield return step;
        }
    }

    // The helper that is called, and own methods that are handed on: `Execute.WithConnection(Convert)`.
    private static IEnumerable<IMethodSymbol> RunBy(IInvocationOperation call) => call.Arguments
        .Select(argument => Variables.Unwrap(argument.Value))
        .OfType<IMethodReferenceOperation>()
        .Where(reference => reference.Instance is null or IInstanceReferenceOperation)
        .Select(reference => reference.Method.OriginalDefinition)
        .Concat(TakesPart(call) ? [call.TargetMethod.OriginalDefinition] : []);

    // A step of an interface or a base class is every implementation of it in the project; those of a migration are looked at there.
    private IEnumerable<IMethodSymbol> ImplementedBy(IMethodSymbol method, IInvocationOperation call) =>
        !method.IsAbstract || call.Instance is IInstanceReferenceOperation || IsMigration(method.ContainingType) ? [method] : services.Compilation
            .GetSymbolsWithName(method.Name, SymbolFilter.Member, cancellation)
            .OfType<IMethodSymbol>()
            .Where(other => Implements(other, method));

    private static bool Implements(IMethodSymbol other, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface) return SymbolEqualityComparer.Default.Equals(other.ContainingType.FindImplementationForInterfaceMember(method), other);
        for (var up = other.OverriddenMethod; up is not null; up = up.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(up.OriginalDefinition, method)) return true;
        }

        return false;
    }

    private static string TypeOf(IMethodSymbol method) => method.ContainingType.OriginalDefinition.ToDisplayString();

    // A helper in source: one of the migration's own, one that is handed the builder, or one of an object that was: `new OrdersTable(migrationBuilder).Drop()`.
    private static bool TakesPart(IInvocationOperation call) =>
        call.TargetMethod.DeclaringSyntaxReferences.Length > 0
        && (call.Instance is IInstanceReferenceOperation || call.TargetMethod.MethodKind == MethodKind.LocalFunction || call.TargetMethod.IsStatic || IsMigration(call.TargetMethod.ContainingType)
            || TakesBuilder(call.TargetMethod) || MadeWithBuilder(call.TargetMethod.ContainingType));

    private static bool MadeWithBuilder(INamedTypeSymbol? type)
    {
        for (; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (type.InstanceConstructors.Any(TakesBuilder)) return true;
        }

        return false;
    }

    private static bool TakesBuilder(IMethodSymbol method) => method.Parameters.Any(static parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == MigrationVocabulary.EfCore);

    private MigrationStep Step(MigrationMethod known, IInvocationOperation call, SyntaxNode start, Way? way) => new(
        known.Kind,
        call,
        start,
        known.Kind == StepKind.DeleteRows ? ReceiverTable(call, way) : Named(known.Table, call, way),
        Named(known.Column, call, way),
        call.Syntax.DescendantNodes().OfType<AnonymousObjectMemberDeclaratorSyntax>().Select(column => column.NameEquals?.Name.Identifier.ValueText).OfType<string>().ToImmutableArray())
    {
        Through = Through(way),
    };

    private static ImmutableArray<SyntaxNode> Through(Way? way)
    {
        var calls = ImmutableArray.CreateBuilder<SyntaxNode>();
        for (; way is not null; way = way.From) calls.Add(way.Call.Syntax);
        return calls.ToImmutable();
    }

    private string? Named(string? name, IInvocationOperation call, Way? way)
    {
        if (name is null) return null;
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name) is { } argument) return Text(argument.Value, way);
        return Chain(call).FirstOrDefault(other => other.TargetMethod.Name == name) is { Arguments: [var chained, ..] } ? Text(chained.Value, way) : null;
    }

    // `Delete.Column("a").Column("b").FromTable("t")`, `Alter.Table("t").AddColumn("a")`
    private static IEnumerable<IInvocationOperation> Chain(IInvocationOperation call)
    {
        for (var outer = call.Parent as IInvocationOperation; outer is not null; outer = outer.Parent as IInvocationOperation) yield return outer;
        for (var inner = call.Instance as IInvocationOperation; inner is not null; inner = inner.Instance as IInvocationOperation) yield return inner;
    }

    // `Delete.FromTable("t").AllRows()`
    private string? ReceiverTable(IInvocationOperation call, Way? way) => call.Instance is IInvocationOperation { Arguments: [var table, ..] } ? Text(table.Value, way) : null;

    private string? Text(IOperation value, Way? way) =>
        services.Texts.Known(value) is { Length: > 0 } text ? text
        : way is not null && Variables.Unwrap(value) is IParameterReferenceOperation { Parameter.Ordinal: var ordinal } && way.Call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { } given ? Text(given.Value, way.From)
        : null;

    // The call of a helper whose steps are read, and the way to that call.
    private sealed record Way(IInvocationOperation Call, Way? From, int Depth);
}
