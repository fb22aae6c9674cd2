using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Results of libraries, whose bodies nobody sees: which of them are failed ones, their names say.</summary>
public sealed class LibraryResultTests
{
    private const string Library = """
        using System.Collections.Generic;
        namespace Results
        {
            public class Result
            {
                public bool IsSuccess { get; } public bool IsFailure { get; }
                public static Result Success() => null; public static Result Failure(string error) => null; public static Result SuccessIf(bool condition, string error) => null; public static Result FailureIf(bool condition, string error) => null;
                public static Result<T> Success<T>(T value) => null; public static Result<T> Failure<T>(string error) => null;
                public static Result Create(bool condition) => null;
            }
            public class Result<T> { public bool IsSuccess { get; } public bool IsFailure { get; } }
            public class Error { public static Error Forbidden(string text) => null; }
            public struct Done { }
            public class ErrorOr<T> { public bool IsError { get; } public static implicit operator ErrorOr<T>(T value) => null; public static implicit operator ErrorOr<T>(Error error) => null; public static implicit operator ErrorOr<T>(List<Error> errors) => null; }
        }
        """;

    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static path => !Path.GetFileName(path).StartsWith("AgentGuard", StringComparison.Ordinal)).Append(TestPaths.Runtime).Select(static path => MetadataReference.CreateFromFile(path))];

    private static readonly Lazy<MetadataReference> Compiled = new(() =>
    {
        using var assembly = new MemoryStream();
        Assert.True(CSharpCompilation.Create("Results", [CSharpSyntaxTree.ParseText(Library)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly).Success);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    });

    [Theory]
    [InlineData("Result Check() => env.IsDevelopment() ? Result.Success() : Result.Failure(\"no\");", "if (Check().IsFailure) return;", "environment")]
    [InlineData("Result Check() => env.IsDevelopment() ? Result.Success() : Result.Failure(\"no\");", "if (Check() is { IsSuccess: false }) return;", "environment")]
    [InlineData("Result Check() => env.IsDevelopment() ? Result.Success() : Result.Failure(\"no\");", "if (Check().IsSuccess) return;", "nothing")]
    [InlineData("Result Check() => env.IsDevelopment() ? Result.Success() : Result.Failure(\"no\");", "Check();", "nothing")]
    [InlineData("Result Check() => Result.Success();", "if (Check().IsFailure) return;", "nothing")]
    [InlineData("Result Check() => Flip() ? Result.Success() : Result.Failure(\"no\");", "if (Check().IsFailure) return;", "nothing")]
    [InlineData("Result Check() => Result.SuccessIf(env.IsDevelopment(), \"no\");", "if (Check().IsFailure) return;", "environment")]
    [InlineData("Result Check() => Result.FailureIf(!env.IsDevelopment(), \"no\");", "var check = Check(); if (check.IsFailure) throw new InvalidOperationException();", "environment")]
    [InlineData("Result Check() => Result.FailureIf(env.IsDevelopment(), \"no\");", "if (Check().IsFailure) return;", "nothing")]
    [InlineData("Result Check() => Result.Create(env.IsDevelopment());", "if (Check().IsFailure) return;", "nothing")]
    [InlineData("async Task<Result<int>> Check() { await Task.Yield(); if (!env.IsDevelopment()) return Result.Failure<int>(\"no\"); return Result.Success(1); }", "if ((await Check()).IsFailure) return;", "environment")]
    [InlineData("ErrorOr<Done> Check() { if (!env.IsDevelopment()) return Error.Forbidden(\"no\"); return default(Done); }", "var check = Check(); if (check.IsError) return;", "environment")]
    [InlineData("ErrorOr<Done> Check() { var errors = new List<Error>(); if (!env.IsDevelopment()) return errors; return default(Done); }", "if (Check().IsError) return;", "environment")]
    [InlineData("ErrorOr<Done> Check() { if (env.IsDevelopment()) return Error.Forbidden(\"no\"); return default(Done); }", "if (Check().IsError) return;", "nothing")]
    public void What_a_result_proves(string check, string guard, string proven)
    {
        var source = CSharpSyntaxTree.ParseText("using Results; public sealed class Job(IHostEnvironment env) { private " + check + " public async Task Run() { await Task.Yield(); " + guard + " Wipe(); } }", path: "Snippet.cs");
        var compilation = CSharpCompilation.Create("snippet", [CSharpSyntaxTree.ParseText(GuardHarness.Prelude, path: "Prelude.cs"), source], [.. References, Compiled.Value], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var call = source.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Last(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Wipe" });
        var state = AnalysisServices.Create(compilation, new AnalyzerOptions([]), [], default).Guards.At(call, compilation.GetSemanticModel(source), default);
        Assert.Equal(proven, GuardHarness.Present(state));
    }
}
