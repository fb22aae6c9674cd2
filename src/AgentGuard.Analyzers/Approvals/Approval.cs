using Microsoft.CodeAnalysis.Text;

namespace AgentGuard.Analyzers.Approvals;

/// <summary>What every approval says about how it came about.</summary>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Approver">Who accepted it.</param>
/// <param name="Given">When.</param>
/// <param name="Expires">The last day on which it holds.</param>
internal sealed record Review(string Reason, string Approver, DateTime Given, DateTime Expires);

/// <summary>One line of an approvals file that is complete.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">The line without surrounding space.</param>
/// <param name="Review">How it came about.</param>
internal abstract record Approval(string Path, TextSpan Span, Review Review);

/// <summary><c>operation | MEMBER | OPERATION | ...</c>: one operation in one member is accepted as it stands.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">The line without surrounding space.</param>
/// <param name="Review">How it came about.</param>
/// <param name="Member">Documentation id of the member.</param>
/// <param name="Operation">What <see cref="OperationIdentity"/> calls the operation.</param>
internal sealed record OperationApproval(string Path, TextSpan Span, Review Review, string Member, string Operation) : Approval(Path, Span, Review);

/// <summary><c>policy | SETTING | ...</c>: one lowering of the rules is accepted.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">The line without surrounding space.</param>
/// <param name="Review">How it came about.</param>
/// <param name="Setting">The lowering, spelled as AG0902 spells it.</param>
internal sealed record PolicyApproval(string Path, TextSpan Span, Review Review, string Setting) : Approval(Path, Span, Review);
