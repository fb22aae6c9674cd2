namespace AgentGuard.Text.Shell;

/// <summary>Programs that send an HTTP request: curl, wget, HTTPie, PowerShell's cmdlets, and the generic commands of gh and az.</summary>
internal static class ShellRequests
{
    private static readonly string[] BodyOptions = ["-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json", "-Body", "--body", "--body-data", "-b", "--post-data", "-f", "-F", "--field", "--raw-field"];

    // The options of curl that are letters and take no value.
    private const string CurlLetters = "sSfLkvigGIjnaqN#0146";

    /// <summary>The findings about the request that the program sends, all standing at <paramref name="start"/>.</summary>
    public static IEnumerable<TextFinding> Scan(string program, ShellArguments arguments, int start) =>
        Request(program, arguments) is var (method, url, body)
            ? HttpScanner.Scan(method, url, body).Select(finding => finding with { Start = start })
            : [];

    private static (string Method, string? Url, string? Body)? Request(string program, ShellArguments arguments)
    {
        switch (program)
        {
            case "curl" or "wget" or "invoke-restmethod" or "irm" or "invoke-webrequest" or "iwr":
                var body = Body(arguments);
                return (Method(arguments) ?? (body is null ? "GET" : "POST"), Url(arguments), body);
            case "http" or "https" or "xh" or "httpie":
                return arguments.Target(0) is { } verb && arguments.Count > 1 ? (verb.Text, Url(arguments), null) : null;
            case "gh" when arguments.Positional(["api"], 0) is var next and > 0 && Path(arguments, next) is { } path:
                return (Method(arguments) ?? (Body(arguments) is null ? "GET" : "POST"), "https://api.github.com/" + path.TrimStart('/'), GraphQlField(arguments));
            case "az" when arguments.Positional(["rest"], 0) > 0:
                return (Method(arguments) ?? "GET", arguments.OptionValue("--url", "--uri", "-u")?.Text, arguments.OptionValue("--body", "-b")?.Text);
            default:
                return null;
        }
    }

    private static string? Method(ShellArguments arguments)
    {
        if (arguments.OptionValue("-X", "--request", "--method", "-Method", "-m") is { } method) return method.Text;
        for (var i = 0; i < arguments.Count; i++)
        {
            // -XDELETE, -sXDELETE and -sX DELETE
            var text = arguments[i].Text;
            var at = text is ['-', not '-', ..] ? text.IndexOf('X') : -1;
            if (at < 1 || !text.Substring(1, at - 1).All(static letter => CurlLetters.IndexOf(letter) >= 0)) continue;
            if (at < text.Length - 1) return text.Substring(at + 1);
            if (i + 1 < arguments.Count) return arguments[i + 1].Text;
        }

        return null;
    }

    private static string? Body(ShellArguments arguments) => arguments.OptionValue(BodyOptions)?.Text;

    private static string? GraphQlField(ShellArguments arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Text.StartsWith("query=", StringComparison.Ordinal)) return arguments[i].Text.Substring("query=".Length);
        }

        return null;
    }

    private static string? Path(ShellArguments arguments, int from)
    {
        for (var i = from; i < arguments.Count; i++)
        {
            var text = arguments[i].Text;
            if (text.IndexOf('/') >= 0 && text[0] != '-' && text.IndexOf('=') < 0) return text;
        }

        return arguments.Target(from)?.Text;
    }

    // es:9200/orders
    private static bool HasPort(string text, int path) => text.LastIndexOf(':', path) is var colon and > 0 && colon + 1 < path && text.Substring(colon + 1, path - colon - 1).All(char.IsDigit);

    private static string? Url(ShellArguments arguments)
    {
        string? likely = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var text = arguments[i].Text;
            if (text.IndexOf("://", StringComparison.Ordinal) > 0) return text;
            if (likely is null && !arguments[i].IsOption && text.IndexOf('/') is var path and > 0 && text.IndexOf(' ') < 0 && (text.IndexOf('.') > 0 || HasPort(text, path))) likely = "http://" + text;
        }

        return likely;
    }
}
