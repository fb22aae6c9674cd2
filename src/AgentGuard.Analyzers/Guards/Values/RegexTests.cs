using System.Collections.Immutable;
using System.Text;
using AgentGuard.Analyzers.Guards.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Guards.Values;

/// <summary>Regular expressions over the name of an environment or a target: an allow list, where each of its alternatives says by plain letters what it lets through.</summary>
internal static class RegexTests
{
    private const int FewestLetters = 3;

    /// <summary>What a match proves; null where the pattern cannot be read.</summary>
    public static Value? Match(Value value, IInvocationOperation call, FlowBody body)
    {
        if (PatternOf(call, body.Cancellation) is not { } pattern || LettersOf(pattern) is not { } alternatives) return null;
        Value? any = null;
        foreach (var letters in alternatives)
        {
            var one = ConditionReader.Test(value, letters, TextTest.Contains, body.Options);
            any = any is null ? one : Value.Condition(Value.WhenTrue(any) & Value.WhenTrue(one), Value.WhenFalse(any) | Value.WhenFalse(one));
        }

        return any;
    }

    private static string? PatternOf(IInvocationOperation call, CancellationToken cancellation)
    {
        if (call.Instance is null) return call.Arguments.Select(static argument => argument is { Parameter.Name: "pattern", Value.ConstantValue: { HasValue: true, Value: string text } } ? text : null).FirstOrDefault(static text => text is not null);
        var held = call.Instance switch
        {
            IFieldReferenceOperation { Field.IsReadOnly: true } field => (ISymbol)field.Field,
            IPropertyReferenceOperation { Property.SetMethod: null } property => property.Property,
            ILocalReferenceOperation local => local.Local,
            IInvocationOperation generated => generated.TargetMethod,
            _ => null,
        };
        if (held?.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "GeneratedRegexAttribute") is { ConstructorArguments: [{ Value: string given }, ..] }) return given;
        var written = held?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => call.Instance.Syntax,
        };
        return written is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }, ..] } ? text : null;
    }

    // The plain letters of each alternative: `^(dev|test)_[a-z]+$` lets through what holds `dev` or `test`.
    private static ImmutableArray<string>? LettersOf(string pattern)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var (longest, run) = ("", new StringBuilder());
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(' when i + 1 < pattern.Length && pattern[i + 1] == '?':
                    // A look-around turns what is meant the other way round; a group without a number or an option does not.
                    if (pattern.IndexOf("(?:", i, StringComparison.Ordinal) == i) i += 2;
                    else if (pattern.IndexOf("(?i)", i, StringComparison.Ordinal) == i) i += 3;
                    else return null;
                    EndRun();
                    break;
                case '|':
                    EndRun();
                    if (longest.Length < FewestLetters) return null;
                    found.Add(longest);
                    longest = "";
                    break;
                case '[' when i + 2 < pattern.Length && pattern[i + 2] == ']':
                    run.Append(pattern[i + 1]);
                    i += 2;
                    break;
                case '[':
                    EndRun();
                    i = pattern.IndexOf(']', i + 1);
                    if (i < 0) return null;
                    break;
                case '{':
                    if (run.Length > 0) run.Length--;
                    EndRun();
                    i = pattern.IndexOf('}', i + 1);
                    if (i < 0) return null;
                    break;
                case '*' or '?':
                    // The letter before it may be missing.
                    if (run.Length > 0) run.Length--;
                    EndRun();
                    break;
                case '\\' when i + 1 < pattern.Length:
                    i++;
                    if (char.IsLetterOrDigit(pattern[i])) EndRun();
                    else run.Append(pattern[i]);
                    break;
                case ')' when i + 1 < pattern.Length && pattern[i + 1] is '?' or '*' or '{':
                    // What the group holds may be missing.
                    return null;
                case '(' or ')' or '^' or '$' or '.' or '+':
                    EndRun();
                    break;
                default:
                    run.Append(pattern[i]);
                    break;
            }
        }

        EndRun();
        if (longest.Length < FewestLetters) return null;
        found.Add(longest);
        return found.ToImmutable();

        void EndRun()
        {
            if (run.Length > longest.Length) longest = run.ToString();
            run.Clear();
        }
    }
}
