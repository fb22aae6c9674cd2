namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Makes a program that shows a disagreement as small as it still shows one.</summary>
internal static class ProgramShrinker
{
    /// <summary>The smallest program found for which <paramref name="fails"/> still holds.</summary>
    public static Node Shrink(Node program, Func<Node, bool> fails)
    {
        while (Smaller(program).FirstOrDefault(fails) is { } smaller) program = smaller;
        return program;
    }

    private static IEnumerable<Node> Smaller(Node node) => node switch
    {
        Node.Block { Parts: [var only] } => [only, .. Smaller(only)],
        Node.Block block =>
        [
            .. Enumerable.Range(0, block.Parts.Length).Select(i => new Node.Block([.. block.Parts.Where((_, j) => j != i)])),
            .. block.Parts.SelectMany((part, i) => Smaller(part).Select(smaller => new Node.Block([.. block.Parts.Select((other, j) => j == i ? smaller : other)]))),
        ],
        Node.If @if =>
        [
            @if.Then,
            .. @if.Else is null ? Array.Empty<Node>() : [@if.Else, @if with { Else = null }],
            .. Smaller(@if.Test).Select(test => @if with { Test = test }),
            .. Smaller(@if.Then).Select(then => @if with { Then = then }),
            .. @if.Else is null ? [] : Smaller(@if.Else).Select(other => @if with { Else = other }),
        ],
        Node.While loop => [.. Smaller(loop.Test).Select(test => loop with { Test = test }), .. Smaller(loop.Body).Select(body => loop with { Body = body })],
        Node.DoWhile loop => [.. Smaller(loop.Test).Select(test => loop with { Test = test }), .. Smaller(loop.Body).Select(body => loop with { Body = body })],
        Node.Switch choice => choice.Cases.Length > 1
            ? Enumerable.Range(0, choice.Cases.Length).Select(i => new Node.Switch([.. choice.Cases.Where((_, j) => j != i)]))
            : Smaller(choice.Cases[0]).Select(part => new Node.Switch([part])),
        Node.Try attempt =>
        [
            attempt.Body,
            .. attempt is { Catch: not null, Finally: not null } ? new Node[] { attempt with { Catch = null }, attempt with { Finally = null } } : [],
            .. attempt.Body is Node.Block { Parts: [Node.Work work, var rest] } ? Smaller(rest).Select(body => attempt with { Body = new Node.Block([work, body]) }) : [],
            .. attempt.Catch is null ? [] : Smaller(attempt.Catch).Select(handler => attempt with { Catch = handler }),
            .. attempt.Finally is null ? [] : Smaller(attempt.Finally).Select(last => attempt with { Finally = last }),
        ],
        Node.Assign assign => Smaller(assign.Test).Select(test => assign with { Test = test }),
        _ => [],
    };

    private static IEnumerable<Test> Smaller(Test test) => test switch
    {
        Test.Not not => [not.Inner, .. Smaller(not.Inner).Select(inner => new Test.Not(inner))],
        Test.And and => [and.Left, and.Right, .. Smaller(and.Left).Select(left => and with { Left = left }), .. Smaller(and.Right).Select(right => and with { Right = right })],
        Test.Or or => [or.Left, or.Right, .. Smaller(or.Left).Select(left => or with { Left = left }), .. Smaller(or.Right).Select(right => or with { Right = right })],
        Test.Choice choice => [choice.Condition, choice.WhenTrue, choice.WhenFalse, .. Smaller(choice.Condition).Select(condition => choice with { Condition = condition })],
        _ => [],
    };
}
