using AgentGuard.Text;

namespace AgentGuard;

// Requests to other machines.
public static partial class GuardedText
{
    /// <summary>Scans a request: the client, the method, the address and the body, as far as the call has them.</summary>
    public static DestructiveText? Http(GuardedCall call, params object?[] parts)
    {
        var request = HttpParts.Of(parts);
        var target = GuardTarget.Address(request.Address);
        return request.Body() is { } body
            ? DestructiveText.Of(HttpScanner.Scan(request.Method, request.Url, body), target)
            : DestructiveText.Unreadable($"{request.Method} with a body that cannot be read", target);
    }
}
