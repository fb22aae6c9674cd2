using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>What a command of the type <c>StoredProcedure</c> has SQL Server run: <c>sp_executesql</c> runs its first parameter.</summary>
internal sealed class HandedStatements(AnalysisServices services)
{
    private const string Runner = "sp_executesql";
    private const int LongestName = 32;

    /// <summary>Whether a text is the bare name of the procedure.</summary>
    public static bool AreRunBy(string text) => text.Length <= LongestName && text.TrimEnd(' ', ';', ']').EndsWith(Runner, StringComparison.OrdinalIgnoreCase);

    /// <summary>The statements that a call hands to the procedure, in parameters of its command or in the properties of an object.</summary>
    public IEnumerable<FoldedString> Of(IOperation call) => call is IInvocationOperation invocation ? FirstValues(invocation).SelectMany(value => services.Texts.Fold(value)) : [];

    private IEnumerable<IOperation> FirstValues(IInvocationOperation call)
    {
        // Dapper: `connection.Execute("sp_executesql", new { stmt = "..." })`
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "param") is { Value: var given }) return services.Values.Of(given).Select(static source => JsonMembers.Of(source)?.Select(static member => member.Value).FirstOrDefault()).OfType<IOperation>();
        if (call.Instance is null || Variables.Of(call.Instance) is not { } command) return [];
        return Variables.WholeAround(call).Descendants().OfType<IInvocationOperation>()
            .Where(add => add.TargetMethod.Name is "Add" or "AddWithValue" && add.Syntax.SpanStart < call.Syntax.SpanStart && add.Instance is IPropertyReferenceOperation { Property.Name: "Parameters", Instance: { } holder } && SymbolEqualityComparer.Default.Equals(Variables.Of(holder), command))
            .Select(static add => ValueIn(add))
            .Take(1)
            .OfType<IOperation>();
    }

    // `AddWithValue("@stmt", "...")`, `Add(new SqlParameter("@stmt", "..."))`, `Add("@stmt", SqlDbType.NVarChar).Value = "..."`
    private static IOperation? ValueIn(IInvocationOperation add) => add switch
    {
        { TargetMethod.Name: "AddWithValue", Arguments: [_, { Value: var value }] } => value,
        { Parent: IPropertyReferenceOperation { Property.Name: "Value", Parent: ISimpleAssignmentOperation { Value: var value } } } => value,
        { Arguments: [{ Value: var parameter }] } when Variables.Unwrap(parameter) is IObjectCreationOperation { Arguments: [_, { Value: var value }] } => value,
        _ => null,
    };
}
