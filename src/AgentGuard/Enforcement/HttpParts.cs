using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using AgentGuard.Text;

namespace AgentGuard;

/// <summary>A request that is about to be sent.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Address">Where it goes, as far as that is known.</param>
/// <param name="Url">The same as text.</param>
/// <param name="Content">Its body: content, or the text itself.</param>
internal sealed record HttpParts(string Method, Uri? Address, string? Url, object? Content)
{
    private const int LongestBody = 4 * 1024 * 1024;

    private static readonly string[] TextTypes = ["json", "graphql", "text/", "x-www-form-urlencoded", "xml"];

    /// <summary>Reads the values of a call: a client, its base address or a request, the method, the address, then the body.</summary>
    public static HttpParts Of(IReadOnlyList<object?> parts)
    {
        var (root, method, meant, address, url, body) = ((Uri?)null, "", (string?)null, (Uri?)null, (string?)null, (object?)null);
        foreach (var part in parts)
        {
            switch (part)
            {
                case HttpClient client:
                    root = client.BaseAddress;
                    meant = Override(client.DefaultRequestHeaders) ?? meant;
                    break;
                case WebClient client:
                    root = Uri.TryCreate(client.BaseAddress, UriKind.Absolute, out var start) ? start : null;
                    break;
                case HttpRequestMessage request:
                    (method, address, body) = (request.Method.Method, request.RequestUri, request.Content);
                    meant = Override(request.Headers) ?? meant;
                    break;
                case HttpRequestHeaders headers:
                    meant = Override(headers) ?? meant;
                    break;
                case HttpMethod verb:
                    method = verb.Method;
                    break;
                case Uri uri when method.Length == 0:
                    root = uri;
                    break;
                case Uri uri:
                    address = uri;
                    break;
                case string text when method.Length == 0:
                    method = text;
                    break;
                case string text when address is null && url is null:
                    url = text;
                    break;
                case not null:
                    body = part;
                    break;
            }
        }

        address ??= Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var parsed) ? parsed : null;
        var full = address is { IsAbsoluteUri: true } || root is null ? address : address is null ? root : new Uri(root, address);
        return new(meant ?? method, full, full?.ToString() ?? url, body);
    }

    private static string? Override(HttpRequestHeaders headers) => HttpScanner.OverrideHeaders
        .Select(name => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null)
        .FirstOrDefault(static value => !string.IsNullOrWhiteSpace(value));

    /// <summary>The text of the body, empty where there is none that counts; null if it cannot be read.</summary>
    public string? Body() => !HttpScanner.ReadsBody(Method) ? "" : Content is HttpContent content ? Read(content) : Content?.ToString() ?? "";

    // Buffers the body, as sending it would do; a body that is no text holds no command, and a text that is too long to look at is not let through unseen.
    private static string? Read(HttpContent content)
    {
        var type = content.Headers.ContentType?.MediaType ?? "text/plain";
        if (!TextTypes.Any(known => type.IndexOf(known, StringComparison.OrdinalIgnoreCase) >= 0)) return "";
        try
        {
            content.LoadIntoBufferAsync(LongestBody).GetAwaiter().GetResult();
            return content.ReadAsStringAsync().GetAwaiter().GetResult();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
