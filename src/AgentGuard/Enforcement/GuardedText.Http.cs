using AgentGuard.Text;

namespace AgentGuard;

// Requests to other machines.
public static partial class GuardedText
{
    /// <summary>Scans a request: the client, the method, the address and the body, as far as the call has them.</summary>
    public static DestructiveText? Http(GuardedCall call, params object?[] parts)
    {
        var request = HttpParts.Of(parts);
        if (request.Body() is not { } body) return DestructiveText.Unreadable($"{request.Method} with a body that cannot be read", GuardTarget.Address(request.Address));
        var findings = HttpScanner.Scan(request.Method, request.Url, body);
        return findings.Count == 0 ? null : DestructiveText.Of(findings, GuardTarget.Address(request.Address));
    }
}
