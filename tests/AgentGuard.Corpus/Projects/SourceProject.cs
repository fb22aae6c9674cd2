using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace AgentGuard.Corpus.Projects;

/// <summary>A project file of a checkout: what belongs together in one compilation. No build is run, so nothing of the checkout is executed.</summary>
/// <param name="Name">The file name.</param>
/// <param name="Folder">The folder of the project file.</param>
/// <param name="References">Names of the projects that it references.</param>
/// <param name="Usings">Namespaces of its global usings.</param>
/// <param name="Files">Its C# files.</param>
/// <param name="IsTest">Whether it is a test project, for which the package turns the guard rules into suggestions.</param>
internal sealed partial record SourceProject(string Name, string Folder, IReadOnlyList<string> References, IReadOnlyList<string> Usings, IReadOnlyList<string> Files, bool IsTest)
{
    /// <summary>The name of its assembly, where that is not the file name: libraries of this name are not bound beside it.</summary>
    public string AssemblyName { get; private init; } = Name;

    /// <summary>The extern aliases that it gives to assemblies.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; private init; } = new Dictionary<string, string>();

    private static readonly string[] ImplicitUsings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] WebUsings =
    [
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "System.Net.Http.Json",
    ];

    /// <summary>The projects of a checkout, those that others reference first. Files outside of any project form one more.</summary>
    public static IReadOnlyList<SourceProject> In(string checkout)
    {
        var projectFiles = FilesIn(checkout, "*.csproj").GroupBy(file => Path.GetDirectoryName(file)!).ToDictionary(group => group.Key, group => group.First());
        var byFolder = FilesIn(checkout, "*.cs").ToLookup(file => Owner(file, checkout, projectFiles));
        var projects = projectFiles
            .Select(pair => Read(pair.Value, checkout, byFolder[pair.Key]))
            .Append(new SourceProject($"{Path.GetFileName(checkout)} (no project)", checkout, [], ImplicitUsings, [.. byFolder[""]], IsTest: false))
            .Where(project => project.Files.Count > 0);
        return Ordered([.. projects.DistinctBy(project => project.Name).OrderBy(project => project.Name, StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> FilesIn(string folder, string pattern) => Directory
        .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(file => !BuildOutput().IsMatch(file))
        .Order(StringComparer.Ordinal);

    private static string Owner(string file, string checkout, Dictionary<string, string> projects)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length >= checkout.Length; folder = Path.GetDirectoryName(folder))
        {
            if (projects.ContainsKey(folder)) return folder;
        }

        return "";
    }

    private static SourceProject Read(string file, string checkout, IEnumerable<string> own)
    {
        var folder = Path.GetDirectoryName(file)!;
        var items = Load(file);
        var isWeb = items.Root?.Attribute("Sdk")?.Value.Contains("Web", StringComparison.Ordinal) == true;
        var usings = Inherited(folder, checkout).Append(items).SelectMany(document => Includes(document, "Using")).Where(name => NamespaceName().IsMatch(name));
        var linked = Includes(items, "Compile").SelectMany(pattern => Linked(folder, pattern));
        return new SourceProject(
            Path.GetFileNameWithoutExtension(file),
            folder,
            [.. Includes(items, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).Distinct()],
            [.. ImplicitUsings.Concat(isWeb ? WebUsings : []).Concat(usings).Distinct()],
            [.. own.Concat(linked).Distinct()],
            Inherited(folder, checkout).Append(items).Any(IsTestProject) && !Says(items, "IsTestProject", "false"))
        {
            AssemblyName = items.Descendants().FirstOrDefault(element => element.Name.LocalName == "AssemblyName" && !element.Value.Contains('$'))?.Value.Trim() ?? Path.GetFileNameWithoutExtension(file),
            Aliases = AliasesIn(items),
        };
    }

    // On a package, or on an assembly that a target picks out by its name.
    private static Dictionary<string, string> AliasesIn(XDocument document) => document.Descendants()
        .Select(element => (
            Name: element.Attribute("Include")?.Value ?? FileNameCondition().Match(element.Attribute("Condition")?.Value ?? "").Groups[1].Value,
            Alias: element.Attribute("Aliases")?.Value ?? element.Elements().FirstOrDefault(child => child.Name.LocalName == "Aliases")?.Value))
        .Where(pair => pair is { Name.Length: > 0, Alias.Length: > 0 })
        .DistinctBy(pair => pair.Name)
        .ToDictionary(pair => pair.Name, pair => pair.Alias!);

    // Microsoft.NET.Test.Sdk sets IsTestProject, and so do the runners that replace it.
    private static bool IsTestProject(XDocument document) =>
        Includes(document, "PackageReference").Any(name => name is "Microsoft.NET.Test.Sdk" or "TUnit" or "MSTest" or "xunit.v3")
        || Says(document, "IsTestProject", "true")
        || Says(document, "UseMicrosoftTestingPlatformRunner", "true");

    private static bool Says(XDocument document, string property, string value) =>
        document.Descendants().Any(element => element.Name.LocalName == property && element.Value.Trim() == value && element.Attribute("Condition") is null && element.Parent?.Attribute("Condition") is null);

    private static IEnumerable<XDocument> Inherited(string folder, string checkout)
    {
        for (var current = folder; current is not null && current.Length >= checkout.Length; current = Path.GetDirectoryName(current))
        {
            var props = Path.Combine(current, "Directory.Build.props");
            if (File.Exists(props)) yield return Load(props);
        }
    }

    private static XDocument Load(string file)
    {
        try
        {
            return XDocument.Load(file);
        }
        catch (XmlException)
        {
            // A template of a project is not always XML.
            return new XDocument();
        }
    }

    private static IEnumerable<string> Includes(XDocument document, string item) =>
        document.Descendants().Where(element => element.Name.LocalName == item).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    // Linked files are named by relative path, the last part with wildcards at most.
    private static IEnumerable<string> Linked(string folder, string pattern)
    {
        var path = Path.GetFullPath(Path.Combine(folder, pattern.Replace('\\', '/')));
        var (directory, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        var deep = directory.EndsWith("**", StringComparison.Ordinal);
        if (deep) directory = directory[..^2];
        if (path.Contains('$') || !name.EndsWith(".cs", StringComparison.Ordinal) || directory.Contains('*') || !Directory.Exists(directory)) return [];
        return Directory.EnumerateFiles(directory, name, deep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly).Where(file => !BuildOutput().IsMatch(file)).Order(StringComparer.Ordinal);
    }

    private static IReadOnlyList<SourceProject> Ordered(IReadOnlyList<SourceProject> projects)
    {
        var byName = projects.ToDictionary(project => project.Name);
        var ordered = new List<SourceProject>();
        var seen = new HashSet<string>();
        foreach (var project in projects) Visit(project);
        return ordered;

        void Visit(SourceProject project)
        {
            if (!seen.Add(project.Name)) return;
            foreach (var reference in project.References)
            {
                if (byName.TryGetValue(reference, out var referenced)) Visit(referenced);
            }

            ordered.Add(project);
        }
    }

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"%\(FileName\)' *== *'([^']+)'", RegexOptions.IgnoreCase)]
    private static partial Regex FileNameCondition();

    [GeneratedRegex(@"^[A-Za-z_][\w.]*$")]
    private static partial Regex NamespaceName();
}
