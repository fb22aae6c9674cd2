using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Guards;

/// <summary>Why a guard that stands near a call does not count for it.</summary>
internal enum NearMissReason
{
    /// <summary>It stands on another path.</summary>
    OtherPath,

    /// <summary>It comes after the call.</summary>
    AfterCall,

    /// <summary>The call runs where it says no.</summary>
    Inverted,

    /// <summary>A catch block swallows its failure.</summary>
    Swallowed,

    /// <summary>The variable that holds its result is assigned again.</summary>
    Reassigned,

    /// <summary>Its task is not awaited.</summary>
    NotAwaited,

    /// <summary>Its result is not looked at.</summary>
    ResultIgnored,

    /// <summary>It is a constant, or a helper whose body proves nothing.</summary>
    ProvesNothing,

    /// <summary>The program itself sets what the guard looks at.</summary>
    SetByProgram,

    /// <summary>It names production, or a pattern that fits every target.</summary>
    AdmitsProduction,

    /// <summary>It is a backup of something else.</summary>
    WrongKind,

    /// <summary>It stands outside the delegate that makes the call, which may run at another time.</summary>
    OutsideDelegate,

    /// <summary>It is compiled out of release builds, such as <c>Debug.Assert</c>.</summary>
    DebugOnly,

    /// <summary>It checks a path, a host or a connection that has nothing to do with what the call destroys.</summary>
    OtherTarget,
}

/// <summary>A guard that was seen in a body.</summary>
/// <param name="Guard">Which of the three.</param>
/// <param name="Node">Where.</param>
/// <param name="Fault">Why it can never count, if so.</param>
internal sealed record Sighting(GuardKinds Guard, SyntaxNode Node, NearMissReason? Fault);

/// <summary>The words for <see cref="NearMissReason"/> in messages.</summary>
internal static class NearMissReasons
{
    /// <summary>The reason as the end of a sentence.</summary>
    public static string Phrase(this NearMissReason reason) => reason switch
    {
        NearMissReason.OtherPath => "it does not stand on every path to the call",
        NearMissReason.AfterCall => "it comes after the call",
        NearMissReason.Inverted => "the call runs where it says no",
        NearMissReason.Swallowed => "a catch block swallows its failure",
        NearMissReason.Reassigned => "the variable that holds its result is assigned again",
        NearMissReason.NotAwaited => "its task is not awaited",
        NearMissReason.ResultIgnored => "its result is not looked at",
        NearMissReason.ProvesNothing => "it proves nothing",
        NearMissReason.SetByProgram => "the program itself sets what it looks at",
        NearMissReason.AdmitsProduction => "it lets production through",
        NearMissReason.WrongKind => "it backs up something else",
        NearMissReason.OtherTarget => "it checks something else than what the call destroys",
        NearMissReason.OutsideDelegate => "it stands outside the delegate, which may run later",
        _ => "it is compiled out of release builds",
    };
}

/// <summary>A guard near a call that does not count for it, and why.</summary>
/// <param name="Guard">Which of the three.</param>
/// <param name="Location">Where.</param>
/// <param name="Reason">Why it does not count.</param>
internal sealed record NearMiss(GuardKinds Guard, Location Location, NearMissReason Reason)
{
    /// <summary>The number of its line as an editor shows it.</summary>
    public int Line => Location.GetLineSpan().StartLinePosition.Line + 1;
}
