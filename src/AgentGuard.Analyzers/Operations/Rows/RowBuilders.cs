using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Rows;

/// <summary>Deletions that are built by calls on one object, which means every row until a call narrows it: <c>db.Deleteable&lt;Order&gt;().Where(...).ExecuteCommand()</c>.</summary>
internal static class RowBuilders
{
    private const int MaxSteps = 64;

    private static readonly ImmutableHashSet<string> Types = ImmutableHashSet.Create("IDeleteable", "IDelete", "Query", "XQuery");

    /// <summary>Whether a call begins with every row; one that is handed rows or keys begins with those.</summary>
    public static bool AreBegunBy(IInvocationOperation call) => (call.TargetMethod.Name, call.TargetMethod.ReturnType.Name) switch
    {
        ("Deleteable" or "AsDeleteable", "IDeleteable") or ("Delete", "IDelete") => call.Arguments.IsEmpty,
        // What these are handed is the name of a table.
        ("Query", "Query") => call.TargetMethod.ContainingType is { Name: "QueryFactory", ContainingNamespace.Name: "Execution" },
        ("Query", "IQueryable") => call.TargetMethod.ContainingType is { Name: "ISession" or "IStatelessSession", ContainingNamespace.Name: "NHibernate" },
        _ => false,
    };

    /// <summary>Whether a builder runs nothing at all as long as no condition was put on it: FreeSql's <c>Delete&lt;T&gt;().ExecuteAffrows()</c> returns 0 without a word to the database.</summary>
    public static bool NeedCondition(IOperation value, AnalysisServices services)
    {
        if (Variables.Unwrap(value).Type is not { Name: "IDelete", ContainingNamespace.Name: "FreeSql" }) return false;
        var pending = new Stack<IOperation>(services.Values.Of(value));
        for (var step = 0; pending.Count > 0 && step < MaxSteps; step++)
        {
            if (Variables.Unwrap(pending.Pop()) is not IInvocationOperation { Instance: { Type.Name: "IDelete" } before, TargetMethod.Name: var name }) continue;
            if (name.StartsWith("Where", StringComparison.Ordinal)) return false;
            foreach (var source in services.Values.Of(before)) pending.Push(source);
        }

        return true;
    }

    /// <summary>Whether a builder is kept in a variable that is used elsewhere: any use may narrow it, for it is changed in place.</summary>
    public static bool IsUsedElsewhere(IOperation value, AnalysisServices services)
    {
        value = Variables.Unwrap(value);
        return value is { Type.Name: { } type }
            && Types.Contains(type)
            && Variables.Of(value) is { Kind: SymbolKind.Local or SymbolKind.Parameter } variable
            && CallSyntax.MemberOf(value.Syntax) is { } member
            && new NodeText(member, services.TextOf(member.SyntaxTree)).Identifiers(variable.Name).Any(name => name.Parent is IdentifierNameSyntax use && use.Span != value.Syntax.Span);
    }
}
