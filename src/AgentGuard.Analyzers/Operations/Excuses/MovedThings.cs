using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>What the type around a call moves or renames: under a name that the same code has made up may then lie what is somebody's.</summary>
internal sealed class MovedThings(AnalysisServices services)
{
    private const int MaxDepth = 8;

    // Parts of statements; "renamed" alone may stand in any message.
    private static readonly string[] MovingWords = ["rename to", "rename table", "rename as", "renamecollection", "sp_rename", "set schema", " transfer "];
    private static readonly string[] Moves = ["Move", "MoveTo", "MoveAsync", "MoveDirectory"];
    private static readonly string[] Renames = ["Rename", "RenameAsync", "RenameCollection", "RenameCollectionAsync", "RenameTable", "RenameDatabase", "RenameSchema", "RenameTo"];

    // What keeps of a path its last part, which says nothing of where it lies.
    private static readonly string[] LastParts = ["GetFileName", "GetFileNameWithoutExtension", "GetExtension", "GetRelativePath"];

    private readonly HandedValues _handed = new(services);

    /// <summary>Whether a table, database or the like may have got its name by a renaming.</summary>
    public bool MayBeStores(SyntaxNode use) => TypeAround(use).DescendantNodes().Any(node => node switch
    {
        InvocationExpressionSyntax call => CallSyntax.CalledName(call) is { } name && Array.IndexOf(Renames, name) >= 0 && !IsOfField(call),
        LiteralExpressionSyntax { Token.ValueText: var text } => IsMove(text),
        InterpolatedStringTextSyntax { TextToken.ValueText: var text } => IsMove(text),
        _ => false,
    });

    /// <summary>Whether a folder or file may have been moved to a path that the code has made up.</summary>
    public bool MayBeFiles(SyntaxNode use) => TypeAround(use).DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
        CallSyntax.CalledName(call) is { } name && (Array.IndexOf(Moves, name) >= 0 || name.StartsWith("Rename", StringComparison.Ordinal)) && (DestinationOf(call) is not { } destination || MayBeMadeUp(destination, 0)));

    /// <summary>What the same member has moved to the path that a variable holds before it uses it.</summary>
    public IEnumerable<IOperation> MovedTo(ISymbol variable, IOperation use) => CallSyntax.MemberOf(use.Syntax) is { } member
        ? member.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => CallSyntax.CalledName(call) is { } name && Array.IndexOf(Moves, name) >= 0 && call.SpanStart < use.Syntax.SpanStart && DestinationOf(call) is { } destination && SymbolEqualityComparer.Default.Equals(Variables.Of(destination), variable))
            .Select(SourceOf)
            .OfType<IOperation>()
        : [];

    private static SyntaxNode TypeAround(SyntaxNode use) => use.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? use.SyntaxTree.GetRoot();

    private static bool IsMove(string text) => Array.Exists(MovingWords, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    // `Builders<Order>.Update.Rename("Old", "New")`
    private bool IsOfField(InvocationExpressionSyntax call) => Called(call) is { TargetMethod.ContainingType.Name: ['U', 'p', 'd', 'a', 't', 'e', 'D', 'e', 'f', ..] };

    private IInvocationOperation? Called(InvocationExpressionSyntax call) => services.ModelFor(call.SyntaxTree).GetOperation(call) as IInvocationOperation;

    // The last text that a move is told is where to.
    private IOperation? DestinationOf(InvocationExpressionSyntax call) => Called(call)?.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).LastOrDefault(static argument => argument.Value.Type?.SpecialType == SpecialType.System_String)?.Value;

    private IOperation? SourceOf(InvocationExpressionSyntax call) => Called(call) is { } move ? move.Instance is { Type.Name: "DirectoryInfo" or "FileInfo" } moved ? moved : move.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).FirstOrDefault()?.Value : null;

    // What is not known counts.
    private bool MayBeMadeUp(IOperation path, int depth) => depth == MaxDepth || services.Values.Of(path).Any(source => source switch
    {
        { ConstantValue.HasValue: true } => false,
        IBinaryOperation sum => MayBeMadeUp(sum.LeftOperand, depth + 1) || MayBeMadeUp(sum.RightOperand, depth + 1),
        IInterpolatedStringOperation { Parts: var parts } => parts.OfType<IInterpolationOperation>().Any(part => MayBeMadeUp(part.Expression, depth + 1)),
        IInvocationOperation { TargetMethod.Name: var name } when FreshNames.IsMaker(name) => true,
        IInvocationOperation { TargetMethod.Name: var name } when Array.IndexOf(LastParts, name) >= 0 => false,
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } call => (call.Instance is { } holder && MayBeMadeUp(holder, depth + 1)) || TemporaryPaths.Parts(call).Any(part => MayBeMadeUp(part, depth + 1)),
        IPropertyReferenceOperation { Property.Name: "Ticks" } => true,
        IPropertyReferenceOperation { Property.Name: "Name" or "Extension" } => false,
        IPropertyReferenceOperation { Instance: { } holder } when Variables.Unwrap(holder) is not IInstanceReferenceOperation => IsFileInfo(holder) && MayBeMadeUp(holder, depth + 1),
        IParameterReferenceOperation parameter => MayBeHandedOne(parameter, depth),
        _ => true,
    });

    private static bool IsFileInfo(IOperation value) => value.Type?.Name is "DirectoryInfo" or "FileInfo";

    // A method that its own type never calls is handed nothing that its own type has made up.
    private bool MayBeHandedOne(IParameterReferenceOperation parameter, int depth)
    {
        if (_handed.To(parameter) is { IsEmpty: false } handed) return handed.Any(value => MayBeMadeUp(value, depth + 1));
        return parameter.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method
            || TypeAround(parameter.Syntax).DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == method.Name);
    }
}
