using CsCheck;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Generates small programs and writes them as C#.</summary>
internal static class RandomPrograms
{
    /// <summary>The number of bool locals of a program.</summary>
    public const int Locals = 3;

    /// <summary>The guards that stand for <see cref="Test.Guard"/>, each true only where it is fulfilled.</summary>
    public static readonly string[] Guards = ["env.IsDevelopment()", "!env.IsProduction()", "Console.ReadLine() == \"y\"", "env.EnvironmentName is \"Development\" or \"Test\"", "AnsiConsole.Confirm(\"?\")", "await backups.TryBackupAsync()"];

    /// <summary>Programs of any shape.</summary>
    /// <param name="depth">How deep they nest.</param>
    /// <param name="locals">Whether they keep conditions in locals.</param>
    public static Gen<Node> Of(int depth, bool locals) => BlockOf(depth, locals, new Place(false, false));

    /// <summary>The C# of a program, as the statements of a method.</summary>
    public static string Write(Node node, string guard) => node switch
    {
        Node.Block block => string.Join("\n", block.Parts.Select(part => Write(part, guard))),
        Node.Call => "Wipe();",
        Node.Work => "Work();",
        Node.Jump { Word: "throw" } => "throw new Exception();",
        Node.Jump jump => jump.Word + ";",
        Node.Assign assign => $"b{assign.Local} = {Write(assign.Test, guard)};",
        Node.If { Else: null } @if => $"if ({Write(@if.Test, guard)}) {{\n{Write(@if.Then, guard)}\n}}",
        Node.If @if => $"if ({Write(@if.Test, guard)}) {{\n{Write(@if.Then, guard)}\n}} else {{\n{Write(@if.Else, guard)}\n}}",
        Node.While loop => $"while ({Write(loop.Test, guard)}) {{\n{Write(loop.Body, guard)}\n}}",
        Node.DoWhile loop => $"do {{\n{Write(loop.Body, guard)}\n}} while ({Write(loop.Test, guard)});",
        Node.Switch choice => $"switch (Environment.TickCount) {{\n{string.Join("\n", choice.Cases.Select((part, i) => $"case {i}:\n{Write(part, guard)}\nbreak;"))}\n}}",
        Node.Try attempt => $"try {{\n{Write(attempt.Body, guard)}\n}}"
            + (attempt.Catch is null ? "" : $" catch (Exception) {{\n{Write(attempt.Catch, guard)}\n}}")
            + (attempt.Finally is null ? "" : $" finally {{\n{Write(attempt.Finally, guard)}\n}}"),
        _ => throw new InvalidOperationException(node.ToString()),
    };

    /// <summary>The marked calls in the order in which they are written.</summary>
    public static IEnumerable<Node.Call> Calls(Node? node) => node switch
    {
        Node.Call call => [call],
        Node.Block block => block.Parts.SelectMany(Calls),
        Node.If @if => Calls(@if.Then).Concat(Calls(@if.Else)),
        Node.While loop => Calls(loop.Body),
        Node.DoWhile loop => Calls(loop.Body),
        Node.Switch choice => choice.Cases.SelectMany(Calls),
        Node.Try attempt => Calls(attempt.Body).Concat(Calls(attempt.Catch)).Concat(Calls(attempt.Finally)),
        _ => [],
    };

    private static string Write(Test test, string guard) => test switch
    {
        Test.Guard => $"({guard})",
        Test.Unknown => "Flip()",
        Test.Constant constant => constant.Value ? "true" : "false",
        Test.Local local => $"b{local.Index}",
        Test.Not not => $"!({Write(not.Inner, guard)})",
        Test.And and => $"({Write(and.Left, guard)} && {Write(and.Right, guard)})",
        Test.Or or => $"({Write(or.Left, guard)} || {Write(or.Right, guard)})",
        Test.Choice choice => $"({Write(choice.Condition, guard)} ? {Write(choice.WhenTrue, guard)} : {Write(choice.WhenFalse, guard)})",
        _ => throw new InvalidOperationException(test.ToString()),
    };

    private static Gen<Node> BlockOf(int depth, bool locals, Place place) =>
        StatementOf(depth, locals, place).Array[1, 3].Select(parts => (Node)new Node.Block(parts));

    private static Gen<Node> StatementOf(int depth, bool locals, Place place)
    {
        var leaves = Gen.Frequency(
            (3, Fresh(() => new Node.Call())),
            (2, Fresh(() => new Node.Work())),
            (1, JumpOf(place)),
            (locals ? 4 : 0, Gen.Select(Gen.Int[0, Locals - 1], TestOf(2, locals), (local, test) => (Node)new Node.Assign(local, test))));
        if (depth == 0) return leaves;
        var test = TestOf(2, locals);
        var inner = BlockOf(depth - 1, locals, place);
        var inLoop = BlockOf(depth - 1, locals, place with { InLoop = true });
        var inCase = BlockOf(depth - 1, locals, place with { InLoop = place.InLoop });
        var inFinally = BlockOf(depth - 1, locals, new Place(false, true));
        return Gen.Frequency(
            (6, leaves),
            (3, Gen.Select(test, inner, (t, then) => (Node)new Node.If(t, then, null))),
            (3, Gen.Select(test, inner, inner, (t, then, other) => (Node)new Node.If(t, then, other))),
            (1, Gen.Select(test, inLoop, (t, body) => (Node)new Node.While(t, body))),
            (1, Gen.Select(inLoop, test, (body, t) => (Node)new Node.DoWhile(body, t))),
            (1, inCase.Array[1, 3].Select(cases => (Node)new Node.Switch(cases))),
            (1, Gen.Select(inner, inner, (body, handler) => (Node)new Node.Try(Working(body), handler, null))),
            (1, Gen.Select(inner, inFinally, (body, last) => (Node)new Node.Try(Working(body), null, last))),
            (1, Gen.Select(inner, inner, inFinally, (body, handler, last) => (Node)new Node.Try(Working(body), handler, last))));
    }

    private static Gen<Node> JumpOf(Place place)
    {
        var words = new List<string> { "throw" };
        if (place.InLoop) words.AddRange(["break", "continue"]);
        if (!place.InFinally) words.Add("return");
        return Gen.Int[0, words.Count - 1].Select(i => (Node)new Node.Jump(words[i]));
    }

    private static Gen<Test> TestOf(int depth, bool locals)
    {
        var leaves = Gen.Frequency(
            (5, Gen.Const((Test)new Test.Guard())),
            (4, Gen.Const((Test)new Test.Unknown())),
            (1, Gen.Bool.Select(value => (Test)new Test.Constant(value))),
            (locals ? 5 : 0, Gen.Int[0, Locals - 1].Select(index => (Test)new Test.Local(index))));
        if (depth == 0) return leaves;
        var inner = TestOf(depth - 1, locals);
        return Gen.Frequency(
            (4, leaves),
            (2, inner.Select(t => (Test)new Test.Not(t))),
            (2, Gen.Select(inner, inner, (l, r) => (Test)new Test.And(l, r))),
            (2, Gen.Select(inner, inner, (l, r) => (Test)new Test.Or(l, r))),
            (1, Gen.Select(inner, inner, inner, (c, l, r) => (Test)new Test.Choice(c, l, r))));
    }

    // A try block that does nothing is left out by the compiler, with its handlers.
    private static Node Working(Node body) => new Node.Block([new Node.Work(), body]);

    // Calls are told apart by identity.
    private static Gen<Node> Fresh(Func<Node> make) => Gen.Bool.Select(_ => make());

    private readonly record struct Place(bool InLoop, bool InFinally);
}
