namespace AgentGuard;

/// <summary>
/// Declares a guard of your own: a <see cref="bool"/> member that returns <see langword="true"/> proves that a backup completed, and so does
/// a <see langword="void"/> or task method that returns at all.
/// </summary>
[AttributeUsage(GuardedMembers.Guards, Inherited = true)]
public sealed class BackupGuardAttribute : Attribute;
