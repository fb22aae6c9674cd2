namespace AgentGuard.Generators;

/// <summary>How the result of a guarded method is waited for.</summary>
internal enum Waiting
{
    /// <summary>It returns its result, or an enumerable or awaitable that only the caller waits for.</summary>
    None,

    /// <summary>It returns a task without a result.</summary>
    Task,

    /// <summary>It returns a task with a result.</summary>
    TaskOfResult,
}

/// <summary>The method that is called, as C# text in terms of its own type parameters.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="TypeParameters"><c>&lt;TContainer, TMethod&gt;</c>, or nothing.</param>
/// <param name="Constraints">The <c>where</c> clauses.</param>
/// <param name="ReturnType">With <c>ref</c> where it returns by reference; <c>void</c> otherwise nothing.</param>
/// <param name="Waiting">How its result is waited for.</param>
/// <param name="Parameters">The receiver, if it has one, then its parameters.</param>
/// <param name="PlainParameters">The same without <c>this</c>.</param>
/// <param name="Arguments">What passes all parameters on to a method that takes the same.</param>
/// <param name="Invocation">The original call.</param>
/// <param name="Cancellation">The token that it takes, or <c>default</c>.</param>
/// <param name="Attributes">What a caller of it must carry for the trimmer.</param>
internal sealed record MethodShape(
    string Name,
    string TypeParameters,
    string Constraints,
    string ReturnType,
    Waiting Waiting,
    string Parameters,
    string PlainParameters,
    string Arguments,
    string Invocation,
    string Cancellation,
    string Attributes);

/// <summary>One call in a guarded member.</summary>
/// <param name="FilePath">The file that it stands in.</param>
/// <param name="Position">Where in the file.</param>
/// <param name="LocationAttribute">The attribute by which the compiler finds the call.</param>
/// <param name="GuardAttributes">The guards, as the attributes that ask for them.</param>
/// <param name="GuardedCall">The guards, as an expression.</param>
/// <param name="Method">What is called.</param>
/// <param name="Text">An expression for what its text destroys; null if the call destroys whatever its text.</param>
/// <param name="Target">An expression for what it hits.</param>
internal sealed record InterceptedCall(
    string FilePath,
    int Position,
    string LocationAttribute,
    string GuardAttributes,
    string GuardedCall,
    MethodShape Method,
    string? Text,
    string Target);

/// <summary>The calls of one file, in the order in which they stand.</summary>
internal sealed record InterceptedFile(string Path, EquatableArray<InterceptedCall> Calls);
