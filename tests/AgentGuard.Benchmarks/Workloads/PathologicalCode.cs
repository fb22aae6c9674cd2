using System.Text;

namespace AgentGuard.Benchmarks.Workloads;

/// <summary>Code that nobody writes but that must not hang a build: one destructive call behind very much of something.</summary>
internal static class PathologicalCode
{
    public static readonly IReadOnlyList<(string Name, int[] Sizes, Func<int, string> Write)> Shapes =
    [
        ("branches in a method", [1_000, 3_000, 10_000], size => Method(Repeat(size, i => $"if (n == {i}) n += {i};\n") + Call)),
        ("terms in a condition", [200, 600, 2_000], size => Method($"if ({string.Join(" && ", Enumerable.Range(0, size).Select(i => $"n != {i}"))}) {{ {Call} }}")),
        ("nested blocks", [50, 100, 200], size => Method(Repeat(size, i => $"if (n != {i}) {{\n") + Call + new string('}', size))),
        ("destructive calls in a method", [400, 1_200, 4_000], size => Method(Repeat(size, _ => Call))),
        ("guarded calls in a method", [400, 1_200, 4_000], size => Method(Repeat(size, i => $"if (confirmed && n == {i}) {{ {Call} }}\n"))),
        ("calls behind returns", [400, 1_200, 4_000], size => Method(Repeat(size, i => $"if (n == {i}) return;\n{Call}"))),
        ("calls in helpers", [100, 300, 1_000], size => Class(Repeat(size, i => $"void Clear{i}(bool confirmed) {{ if (confirmed) {Call} }}\n") + $"void Run(bool confirmed)\n{{\n{Repeat(size, i => $"Clear{i}(confirmed);\n")}}}\n")),
        ("commands in a method", [400, 1_200, 4_000], size => Method(Repeat(size, i => $"var command{i} = connection.CreateCommand(); command{i}.CommandText = \"DROP TABLE t{i}\"; command{i}.ExecuteNonQuery();\n"))),
        ("loops in loops", [10, 20, 40], size => Method(Repeat(size, i => $"while (n > {i}) {{\n") + Call + new string('}', size))),
        ("helpers that call each other", [100, 300, 1_000], size => Class(
            "bool Ok0(int n) => n > 0;\n" + Repeat(size, i => $"bool Ok{i + 1}(int n) => Ok{i}(n) && n != {i};\n") + $"void Run(int n) {{ if (Ok{size}(n)) {{ {Call} }} }}\n")),
    ];

    private const string Call = "System.IO.Directory.Delete(\"data\", true);\n";

    public static Workload Of(string name, string text) => new(name, [Workload.Parse(text, "Pathological.cs")], References.All);

    private static string Method(string body) => Class($"void Run(int n, bool confirmed, System.Data.IDbConnection connection)\n{{\n{body}\n}}");

    private static string Class(string members) => $"class C\n{{\n{members}\n}}\n";

    private static string Repeat(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(line(i));
        return text.ToString();
    }
}
