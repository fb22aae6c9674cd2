using System.Net.Http;

namespace AgentGuard;

/// <summary>A request that is about to be sent.</summary>
internal sealed record HttpParts(string Method, Uri? Address, string? Url, HttpParts.RequestBody Body)
{
    private const int LongestBody = 4 * 1024 * 1024;

    private static readonly string[] TextTypes = ["json", "graphql", "text/", "x-www-form-urlencoded", "xml"];

    /// <summary>Reads the values of a call: a client or a request, the method, the address, then the body.</summary>
    public static HttpParts Of(IReadOnlyList<object?> parts)
    {
        var (root, method, address, url, body) = ((Uri?)null, "", (Uri?)null, (string?)null, RequestBody.None);
        foreach (var part in parts)
        {
            switch (part)
            {
                case HttpClient client:
                    root = client.BaseAddress;
                    break;
                case HttpRequestMessage request:
                    (method, address, body) = (request.Method.Method, request.RequestUri, Read(request.Content));
                    break;
                case HttpMethod verb:
                    method = verb.Method;
                    break;
                case Uri uri:
                    address = uri;
                    break;
                case HttpContent content:
                    body = Read(content);
                    break;
                case string text when method.Length == 0:
                    method = text;
                    break;
                case string text when address is null && url is null:
                    url = text;
                    break;
                case not null:
                    body = new RequestBody(part.ToString() ?? "", true);
                    break;
            }
        }

        address ??= Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var parsed) ? parsed : null;
        var full = address is { IsAbsoluteUri: true } || root is null ? address : address is null ? root : new Uri(root, address);
        return new(method, full, full?.ToString() ?? url, body);
    }

    // Buffers the body, as sending it would do; a body that is no text holds no command, and a text that is too long to look at is not let through unseen.
    private static RequestBody Read(HttpContent? content)
    {
        if (content is null) return RequestBody.None;
        var type = content.Headers.ContentType?.MediaType ?? "text/plain";
        if (!TextTypes.Any(known => type.IndexOf(known, StringComparison.OrdinalIgnoreCase) >= 0)) return RequestBody.None;
        try
        {
            content.LoadIntoBufferAsync(LongestBody).GetAwaiter().GetResult();
            return new RequestBody(content.ReadAsStringAsync().GetAwaiter().GetResult(), true);
        }
        catch (HttpRequestException)
        {
            return new RequestBody("", false);
        }
    }

    internal sealed record RequestBody(string Text, bool IsReadable)
    {
        public static readonly RequestBody None = new("", true);
    }
}
