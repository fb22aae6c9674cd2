using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Benchmarks.Workloads;

/// <summary>Writes ordinary application code of any size, the same for the same arguments.</summary>
internal static class GeneratedCode
{
    private const int MethodsPerClass = 24;

    /// <summary>Code without a destructive call: services with LINQ, lambdas, async, EF Core queries, logging, texts, files and ADO.NET reads.</summary>
    public static Workload Ordinary(int lines) => Write($"(a) {Thousands(lines)} lines, nothing destructive", lines, guarded: false);

    /// <summary>The same with one in 200 calls destructive, each behind an environment check, a confirmation and a backup.</summary>
    public static Workload Guarded(int lines) => Write($"(b) {Thousands(lines)} lines, 1 in 200 calls destructive", lines, guarded: true);

    /// <summary>One file of about 2,000 lines, with a place to type in.</summary>
    public static string LargeFile(int lines) => Class(0, lines / LinesPerMethod, new Random(1), guardedEvery: 0);

    private static readonly int LinesPerMethod = (int)Math.Round(MethodTemplates.Ordinary.Average(method => method.Lines));

    private static Workload Write(string name, int lines, bool guarded)
    {
        var random = new Random(20260401);
        var trees = ImmutableArray.CreateBuilder<SyntaxTree>();
        var guardedEvery = guarded ? MethodTemplates.MethodsPerGuardedCall : 0;
        trees.Add(Workload.Parse(MethodTemplates.Model, "Model.cs"));
        for (var written = 0; written < lines;)
        {
            var text = Class(trees.Count, MethodsPerClass, random, guardedEvery);
            var tree = Workload.Parse(text, $"Service{trees.Count}.cs");
            written += tree.GetText().Lines.Count;
            trees.Add(tree);
        }

        return new Workload(name, trees.ToImmutable(), References.All);
    }

    private static string Class(int number, int methods, Random random, int guardedEvery)
    {
        var text = new StringBuilder(MethodTemplates.ClassHead.Replace("{N}", number.ToString(CultureInfo.InvariantCulture)));
        for (var method = 0; method < methods; method++)
        {
            var sequence = number * methods + method;
            var template = guardedEvery > 0 && sequence % guardedEvery == guardedEvery / 2
                ? MethodTemplates.Guarded[sequence / guardedEvery % MethodTemplates.Guarded.Length]
                : MethodTemplates.Pick(random);
            text.Append(template.Text.Replace("{N}", method.ToString(CultureInfo.InvariantCulture)));
        }

        return text.AppendLine("}").ToString();
    }

    private static string Thousands(int lines) => $"{lines / 1000}k";
}
