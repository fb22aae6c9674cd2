using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Predicates that let through only folders which a build makes anew, by their names: <c>folder =&gt; Path.GetFileName(folder) is "bin" or "obj"</c>.</summary>
internal static class NamedFolders
{
    /// <summary>Whether a predicate is one.</summary>
    public static bool AreAllOf(IOperation predicate) =>
        Variables.Unwrap(predicate) is IAnonymousFunctionOperation { Symbol.Parameters: [var folder, ..] } function
        && ReturnedValues.Of(function) is [var answer]
        && HeldConditions.Split(answer, holds: true).Any(part => part.Holds && IsNamed(part.Condition, folder));

    private static bool IsNamed(IOperation condition, IParameterSymbol folder) => Variables.Unwrap(condition) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => IsNamed(either.LeftOperand, folder) && IsNamed(either.RightOperand, folder),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var name, RightOperand: var known } => IsNameOf(name, folder) && IsBuilt(known),
        IIsPatternOperation { Value: var name, Pattern: var pattern } => IsNameOf(name, folder) && IsBuilt(pattern),
        IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } name, Arguments: [{ Value: var known }, ..] } => IsNameOf(name, folder) && IsBuilt(known),
        IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: true }, Arguments: [{ Value: var name }, { Value: var known }, ..] } => IsNameOf(name, folder) && IsBuilt(known),
        _ => false,
    };

    private static bool IsBuilt(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value: var known } => IsBuilt(known),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsBuilt(either.LeftPattern) && IsBuilt(either.RightPattern),
        _ => false,
    };

    private static bool IsBuilt(IOperation known) => known.ConstantValue is { HasValue: true, Value: string name } && BuildOutputs.Contain(name, known.Syntax);

    // `Path.GetFileName(folder)`, `folder.Name`, `new DirectoryInfo(folder).Name`
    private static bool IsNameOf(IOperation name, IParameterSymbol folder) => Variables.Unwrap(name) switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetFileName", ContainingType.Name: "Path" or "IPath" }, Arguments: [{ Value: var path }] } => IsFolder(path, folder),
        IPropertyReferenceOperation { Property: { Name: "Name", ContainingNamespace.Name: "IO" or "Abstractions" }, Instance: { } holder } => IsFolder(Variables.Unwrap(holder) is IObjectCreationOperation { Arguments: [{ Value: var path }] } ? path : holder, folder),
        _ => false,
    };

    private static bool IsFolder(IOperation value, IParameterSymbol folder) => SymbolEqualityComparer.Default.Equals(Variables.Of(value), folder);
}
