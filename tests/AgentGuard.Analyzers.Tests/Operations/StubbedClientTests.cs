namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A client of which every request ends in the program itself.</summary>
public sealed class StubbedClientTests
{
    [Theory]
    [InlineData("new HttpClient(new Stub())")]
    [InlineData("new HttpClient(new Stub()) { BaseAddress = new Uri(\"https://api.github.com/\") }")]
    [InlineData("new HttpClient(new Answering(r => new HttpResponseMessage(HttpStatusCode.NoContent)))")]
    [InlineData("new HttpClient(new Moq.Mock<HttpMessageHandler>().Object)")]
    public Task Nothing_leaves_the_program(string client) => Check($"var http = {client}; http.DeleteAsync(\"https://api.github.com/repos/o/r\");");

    [Theory]
    [InlineData("new HttpClient()")]
    [InlineData("new HttpClient(new HttpClientHandler())")]
    [InlineData("new HttpClient(new Forwarding())")]
    [InlineData("new HttpClient(new Logging())")]
    [InlineData("new HttpClient(given)")]
    [InlineData("given is null ? new HttpClient(new Stub()) : new HttpClient(given)")]
    public Task Something_does(string client) => Check($"var http = {client}; http.{{|AG0001:{{|AG0002:DeleteAsync(\"https://api.github.com/repos/o/r\")|}}|}};");

    private static Task Check(string code) => Verify.Destructive($$"""
        using System.Net;
        using System.Net.Http;
        namespace Moq { public class Mock<T> { public T Object { get; } } }
        sealed class Stub : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent) { Content = new StringContent("{}") }); }
        sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => Task.FromResult(answer(request)); }
        sealed class Forwarding : HttpMessageHandler { private readonly HttpClient _real = new(); protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => _real.SendAsync(request, token); }
        sealed class Logging : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => base.SendAsync(request, token); }
        class C { void M(HttpMessageHandler given) { {{code}} } }
        """);
}
