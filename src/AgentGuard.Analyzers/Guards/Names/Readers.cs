using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Names;

/// <summary>Which readers have a person at the other end: the console's, and one from outside that is named for it. A file, a text, a socket or another program is none.</summary>
internal static class Readers
{
    private static readonly string[] Inputs = ["in", "input", "stdin", "std in", "console", "terminal", "keyboard"];

    /// <summary>Whether a call of a reader reads what a person typed; true for what is no reader.</summary>
    public static bool IsPerson(IInvocationOperation call, FlowBody body)
    {
        if (call.Instance is not { } reader || !IsReader(call.TargetMethod.ContainingType)) return true;
        if (reader is IFlowCaptureReferenceOperation capture && body.Storages.CapturedOperation(capture.Id) is { } captured) reader = captured;
        while (reader is IConversionOperation conversion) reader = conversion.Operand;
        switch (reader)
        {
            case IObjectCreationOperation creation:
                return IsConsole(creation.Syntax);
            case IPropertyReferenceOperation { Property: { Name: "In", ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } } }:
                return true;
        }

        if (body.Storages.SymbolOf(reader) is not { } symbol) return false;
        var written = symbol.DeclaringSyntaxReferences.Select(reference => InitializerOf(reference.GetSyntax(body.Cancellation))).FirstOrDefault(value => value is not null);
        if (written is not null) return IsConsole(written);
        return symbol is not ILocalSymbol && reader.Type is { Name: "TextReader" } && NameWords.HasAny(NameWords.Split(symbol.Name), Inputs);
    }

    private static bool IsReader(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "TextReader", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }) return true;
        }

        return false;
    }

    // `Console.In`, or a reader over `Console.OpenStandardInput()`.
    private static bool IsConsole(SyntaxNode value) => value.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
        .Any(static access => access is { Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Console" }, Name.Identifier.ValueText: "In" or "OpenStandardInput" });

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        _ => null,
    };
}
