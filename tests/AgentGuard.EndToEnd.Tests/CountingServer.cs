using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AgentGuard.EndToEnd.Tests;

/// <summary>A web server on a free port of 127.0.0.1 that answers everything with <c>{}</c> and counts it.</summary>
internal sealed class CountingServer : IDisposable
{
    private static readonly byte[] Answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private int _requests;

    public CountingServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>How many requests have arrived whole.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The request line and the body of the last one.</summary>
    public string Last { get; private set; } = "";

    /// <summary>A client whose requests all come here, whatever host they are for.</summary>
    public HttpClient Client(string? baseAddress = null)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync((IPEndPoint)_listener.LocalEndpoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HttpClient(handler) { BaseAddress = baseAddress is null ? null : new Uri(baseAddress) };
    }

    public void Dispose()
    {
        _listener.Dispose();
        _serving.GetAwaiter().GetResult();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await using var stream = connection.GetStream();
                if (await ReadAsync(stream) is not { } request) continue;
                Last = request;
                Interlocked.Increment(ref _requests);
                await stream.WriteAsync(Answer);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The listener is closed.
        }
    }

    // The headers, then as many bytes as they announce; null if the client goes away before.
    private static async Task<string?> ReadAsync(NetworkStream stream)
    {
        var (received, buffer) = (new StringBuilder(), new byte[4096]);
        while (true)
        {
            var text = received.ToString();
            var headers = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headers >= 0 && text.Length - headers - 4 >= Announced(text[..headers])) return $"{text[..text.IndexOf("\r\n", StringComparison.Ordinal)]} {text[(headers + 4)..]}";
            var read = await stream.ReadAsync(buffer);
            if (read == 0) return null;
            received.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
    }

    private static int Announced(string headers) =>
        headers.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line ? int.Parse(line["Content-Length:".Length..]) : 0;
}
