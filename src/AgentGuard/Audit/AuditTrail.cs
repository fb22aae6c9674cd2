using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AgentGuard;

/// <summary>Records each operation in a trace, as an event, and as a line of JSON, and tells whoever listens.</summary>
internal static class AuditTrail
{
    public const string SourceName = "AgentGuard";

    // Asking for the user reads a file each time.
    private static readonly string User = Environment.UserName;
    private static readonly string Machine = Environment.MachineName;

#if NET
    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts the span of a check, if somebody listens.</summary>
    public static IDisposable? Start(string operation) => Source.StartActivity("agentguard.check")?.SetTag("agentguard.operation", Redaction.Clean(operation));

    /// <summary>Goes on in the span of a check: what providers do then belongs to it.</summary>
    public static void Resume(IDisposable span) => Activity.Current = span as Activity ?? Activity.Current;
#else
    /// <summary>Traces need a package on this framework, so there is no span.</summary>
    public static IDisposable? Start(string operation) => null;

    /// <summary>Does nothing without spans.</summary>
    public static void Resume(IDisposable span)
    {
    }
#endif

    /// <summary>Records an operation, in its span too; returns the failure if the line could not be written.</summary>
    public static Exception? Write(GuardOptions options, IDisposable? span, AuditEntry entry)
    {
        Tag(span, entry);
        AgentGuardEventSource.Log.Report(entry);
        try
        {
            if (options.AuditFile is { } file) ExclusiveFile.AppendLine(file, Json(entry), durable: false);
            options.Decided?.Invoke(new GuardDecision(entry));
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>The line of JSON. Written by hand, since no JSON library comes with netstandard2.0.</summary>
    internal static string Json(AuditEntry entry)
    {
        var json = new StringBuilder(256).Append('{');
        Member("time", entry.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        Member("outcome", entry.Outcome.ToString().ToLowerInvariant());
        Member("operation", entry.Operation);
        Members("target", entry.Target);
        Member("callSite", entry.CallSite);
        if (entry.Guard is { } guard) Member("guard", guard.ToString().ToLowerInvariant());
        if (entry.Reason is { } reason) Member("reason", reason);
        Members("proofs", entry.Proofs);
        Member("user", User);
        Member("machine", Machine);
        Name("process").Append(ProcessId);
        return json.Append('}').ToString();

        StringBuilder Name(string name)
        {
            if (json.Length > 1) json.Append(',');
            return json.Append('"').Append(name).Append("\":");
        }

        void Member(string name, string value) => Quote(Name(name), value);

        void Members(string name, IReadOnlyList<string> values)
        {
            Name(name).Append('[');
            for (var i = 0; i < values.Count; i++) Quote(i == 0 ? json : json.Append(','), values[i]);
            json.Append(']');
        }
    }

    private static void Quote(StringBuilder json, string value)
    {
        json.Append('"');
        foreach (var character in Redaction.Clean(value))
        {
            if (character is '"' or '\\') json.Append('\\').Append(character);
            else if (character < ' ' || character is '\u2028' or '\u2029') json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else json.Append(character);
        }

        json.Append('"');
    }

#if NET
    private static int ProcessId => Environment.ProcessId;

    private static void Tag(IDisposable? span, AuditEntry entry)
    {
        if (span is not Activity activity) return;
        activity.SetTag("agentguard.outcome", entry.Outcome.ToString().ToLowerInvariant());
        activity.SetTag("agentguard.target", entry.CleanTarget());
        activity.SetTag("agentguard.call_site", entry.CallSite);
        activity.SetTag("agentguard.reason", entry.CleanReason());
        if (entry.Guard is { } guard) activity.SetTag("agentguard.guard", guard.ToString().ToLowerInvariant());
        if (entry.Outcome == AuditOutcome.Refused) activity.SetStatus(ActivityStatusCode.Error, entry.CleanReason());
    }
#else
    private static int ProcessId { get; } = CurrentProcessId();

    private static int CurrentProcessId()
    {
        using var process = Process.GetCurrentProcess();
        return process.Id;
    }

    private static void Tag(IDisposable? span, AuditEntry entry)
    {
    }
#endif
}
