using System.Collections.Immutable;
using System.Reflection;
using AgentGuard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Benchmarks;

/// <summary>A set of analyzers that are measured together. Analyzers are created anew for each run, as a build does.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Types">The analyzer classes.</param>
internal sealed record Contestant(string Name, ImmutableArray<Type> Types)
{
    public static readonly Contestant Idle = new("driver alone", [typeof(IdleAnalyzer)]);
    public static readonly Contestant Floor = new("floor", [typeof(FloorAnalyzer)]);
    public static readonly Contestant Unjudged = new("names, operations and graphs only", [typeof(UnjudgedAnalyzer)]);
    public static readonly Contestant Ours = new("AgentGuard", AnalyzersIn(typeof(DestructiveCallAnalyzer).Assembly));
    public static readonly Contestant BannedApi = new("BannedApiAnalyzers", Load("BannedApi", type => type.Name.Contains("SymbolIsBanned", StringComparison.Ordinal)));
    public static readonly Contestant PlatformCompatibility = new("CA1416", Load("NetAnalyzers", type => type.Name.Contains("PlatformCompatibility", StringComparison.Ordinal)));
    public static readonly Contestant Meziantou = new("Meziantou.Analyzer", Load("Meziantou", _ => true));
    public static readonly Contestant Sonar = new("SonarAnalyzer.CSharp", Load("Sonar", _ => true));

    /// <summary>What the SDK adds to every build: its analyzers with a rule that warns unless it is turned off.</summary>
    public static readonly Contestant Sdk = new("the SDK's analyzers", Load("NetAnalyzers", WarnsByItself));

    public static readonly ImmutableArray<Contestant> All = [Idle, Floor, Unjudged, Ours, BannedApi, PlatformCompatibility, Sdk, Meziantou, Sonar];

    public ImmutableArray<DiagnosticAnalyzer> Create() => [.. Types.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    private static bool WarnsByItself(Type type) => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics
        .Any(rule => rule is { IsEnabledByDefault: true, DefaultSeverity: DiagnosticSeverity.Warning });

    private static ImmutableArray<Type> Load(string path, Func<Type, bool> isWanted)
    {
        var folder = MeasuringPaths.Of(path);
        var assemblies = Directory.GetFiles(folder, "*.dll").Where(file => !file.Contains("CodeFix", StringComparison.Ordinal) && !file.Contains("VisualBasic", StringComparison.Ordinal));
        return [.. assemblies.Select(Assembly.LoadFrom).SelectMany(assembly => AnalyzersIn(assembly)).Where(isWanted)];
    }

    private static ImmutableArray<Type> AnalyzersIn(Assembly assembly) =>
        [.. LoadableTypes(assembly).Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attribute && attribute.Languages.Contains(LanguageNames.CSharp) && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))];

    // A package may hold code fixes, whose base classes are not here.
    private static IEnumerable<Type> LoadableTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}

/// <summary>The folders that the build wrote into this assembly.</summary>
internal static class MeasuringPaths
{
    public static string Of(string name) => typeof(MeasuringPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == name).Value!;
}
