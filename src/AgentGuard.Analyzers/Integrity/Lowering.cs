using Microsoft.CodeAnalysis;

namespace AgentGuard.Analyzers.Integrity;

/// <summary>One way in which a rule is suppressed, lowered or hidden.</summary>
/// <param name="Setting">What a <c>policy</c> line in the approvals file must name to accept it.</param>
/// <param name="Effect">What it does, as the rest of a sentence that begins with the setting.</param>
/// <param name="Location">Where it stands, if the compiler tells.</param>
internal sealed record Lowering(string Setting, string Effect, Location Location);
