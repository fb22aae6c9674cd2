using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations.Rows;
using AgentGuard.Analyzers.Operations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Paths of which nobody misses what lies there: below the folder for temporary files, named as such, or new in the same member.</summary>
internal sealed class TemporaryPaths(AnalysisServices services)
{
    private const int MaxSteps = 256;
    private const int MaxParents = 4;

    // Environment.SpecialFolder.InternetCache
    private const int InternetCache = 0x20;

    private static readonly ImmutableHashSet<string> Roots = ImmutableHashSet.Create("GetTempPath", "GetTempFileName", "CreateTempSubdirectory", "CreateTempDirectory", "GetRandomTempPath");
    private static readonly ImmutableHashSet<string> Builders = ImmutableHashSet.Create("Combine", "Join", "GetFullPath", "Concat", "ToString", "Trim", "TrimEnd", "CreateDirectory", "CreateSubdirectory", "ChangeExtension", "New", "Intern");

    // Words in the name of a folder whose content can be made again.
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create("tmp", "temp", "temporary", "tmpdir", "tempdir", "tempfolder", "tempfiles", "temps", "scratch", "cache", "caches", "thumbs", "thumbnails");

    private readonly HandedValues _handed = new(services);
    private readonly KeptElements _kept = new(services);
    private readonly NewFolders _new = new(services);
    private readonly MovedThings _moved = new(services);
    private readonly NamedPlaces _named = new(services);
    private readonly HandedOutPaths _handedOut = new(services);

    private static readonly ImmutableHashSet<string> RootVariables = ImmutableHashSet.Create("TMPDIR", "TEMP", "TMP", "RUNNER_TEMP", "XDG_CACHE_HOME");
    private static readonly ImmutableHashSet<string> Listings = ImmutableHashSet.Create("GetDirectories", "EnumerateDirectories", "GetFileSystemEntries", "EnumerateFileSystemEntries", "GetFiles", "EnumerateFiles");

    // What leaves the paths in a list what they are.
    private static readonly ImmutableHashSet<string> Views = ImmutableHashSet.Create("ToList", "ToArray", "AsEnumerable", "AsParallel", "OrderBy", "OrderByDescending", "Reverse", "Take", "Skip");

    /// <summary>Whether a path certainly is one.</summary>
    public bool Contain(IOperation path) => IsTemporaryPath(path, new Judgement()) && !HoldsMoved(path);

    // `Directory.Move(data, trash); Directory.Delete(trash, true);`
    private bool HoldsMoved(IOperation path) => Variables.Of(path) is { } variable && _moved.MovedTo(variable, path).Any(source => !IsTemporaryPath(source, new Judgement()));

    private bool IsTemporaryPath(IOperation path, Judgement judged) =>
        (services.Values.NotNull(path) is { IsEmpty: false } sources && sources.All(source => IsTemporarySource(Variables.Unwrap(source), judged))) || _new.Contain(path);

    // A path that is put together in n optional steps has two to the power of n histories, so each step is judged once.
    private bool IsTemporarySource(IOperation source, Judgement judged)
    {
        if (judged.Sources.TryGetValue(source, out var known)) return known;
        if (judged.Sources.Count == MaxSteps) return false;
        judged.Sources[source] = false;
        return judged.Sources[source] = LeadsToTemporary(source, judged);
    }

    private bool LeadsToTemporary(IOperation source, Judgement judged)
    {
        switch (source)
        {
            case IInvocationOperation { TargetMethod: var method } when Roots.Contains(method.Name) && (method.DeclaringSyntaxReferences.IsEmpty || method.ContainingNamespace.Name == "Abstractions"):
                return true;
            case IInvocationOperation { TargetMethod: { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" }, Arguments: [var variable, ..] }:
                return Constant(variable.Value) is { } name && RootVariables.Contains(name);
            case IInvocationOperation { TargetMethod: { Name: "GetFolderPath", ContainingType.Name: "Environment" }, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: InternetCache } }, ..] }:
                return true;
            case IPropertyReferenceOperation output when TestOutputs.AreReadBy(output, services):
                return true;
            case IMemberReferenceOperation when _named.Contain(source, path => IsTemporaryPath(path, judged)):
                return true;
            case IInvocationOperation { TargetMethod.Name: "CreateDirectory", Arguments: [var made, ..] } when NewFolders.HaveNewName(services.Values.Of(made.Value)):
                return true;
            case IInvocationOperation { TargetMethod: { Name: var listing, ContainingType.Name: "Directory" or "DirectoryInfo" or "IDirectory" or "IDirectoryInfo" } } list when Listings.Contains(listing):
                return ((HolderOf(list) ?? list.Arguments.FirstOrDefault()?.Value) is { } parent && IsTemporaryPath(parent, judged)) || list.Arguments.Any(argument => argument.Parameter?.Name == "searchPattern" && IsGenerated(argument.Value));
            case IInvocationOperation { TargetMethod: { Name: "Where", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var folders }, { Value: var predicate }] }:
                return NamedFolders.AreAllOf(predicate) || IsTemporaryPath(folders, judged);
            case IInvocationOperation { TargetMethod: { Name: var view, ContainingType.Name: "Enumerable" or "ParallelEnumerable" }, Arguments: [{ Value: var viewed }, ..] } when Views.Contains(view):
                return IsTemporaryPath(viewed, judged);
            case IInvocationOperation { TargetMethod: { Name: "ExpandEnvironmentVariables", ContainingType.Name: "Environment" }, Arguments: [{ Value: var named }] }:
                return Constant(named) is { } text ? (StartsAtRoot(text) || IsNamedTemporary(named)) && !Climbs(named) : IsTemporaryPath(named, judged);
            case IInvocationOperation call when NamedPlaces.AreGivenBy(call):
                return true;
            case ILocalReferenceOperation local when _handedOut.Contain(local, path => IsTemporaryPath(path, judged)):
                return true;
            case ILocalReferenceOperation local when services.AssignmentsAround(local).CollectionOf(local.Local) is { } collection:
                return IsTemporaryPath(collection, judged) || AreTemporary(_kept.Of(collection), judged);
            case IParameterReferenceOperation parameter:
                return ElementFunctions.LambdaOf(parameter) is { } function
                    ? RowLoops.SetThatRuns(function) is { } given && parameter.Parameter.Ordinal == 0 && IsTemporaryPath(given, judged)
                    : IsHandedTemporary(parameter, judged);
            case IInvocationOperation { TargetMethod: { Name: "GetDirectoryName", ContainingType.Name: "Path" or "IPath" }, Arguments: [var below, ..] }:
                return IsParentTemporary(below.Value, judged, 0);
            case IPropertyReferenceOperation { Property: { Name: "Directory" or "DirectoryName", ContainingType.Name: "FileInfo" }, Instance: { } file }:
                return IsParentTemporary(file, judged, 0);
            case IInvocationOperation { TargetMethod: var method } invocation when Builders.Contains(method.Name) || NameParts.Of(method.Name) is ["join" or "combine", "dir" or "directory" or "folder" or "path" or "paths"]:
                var parts = HolderOf(invocation) is { } instance ? Parts(invocation).Insert(0, instance) : Parts(invocation);
                return !parts.IsEmpty && (IsTemporaryPath(parts[0], judged) || parts.Any(IsNamedTemporary) || (!IsRooted(parts[0]) && parts.Any(IsGenerated) && !IsOfSystem(parts[0]))) && !LeavesItsStart(parts);
            case IInvocationOperation { TargetMethod: var method } when services.BodyOf(method) is { } body:
                return ReturnedValues.Of(body) is { Count: > 0 } returns && returns.All(value => IsTemporaryPath(value, judged));
            case IObjectCreationOperation { Type.Name: "DirectoryInfo", Arguments: [var path] }:
                return IsTemporaryPath(path.Value, judged);
            case IPropertyReferenceOperation { Property.Name: "FullName" or "Path", Instance: { } holder }:
                return IsTemporaryPath(holder, judged);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return (IsTemporaryPath(sum.LeftOperand, judged) || IsNamedTemporary(sum.RightOperand) || (!IsRooted(sum.LeftOperand) && IsGenerated(sum.RightOperand))) && !Climbs(sum.RightOperand);
            case IInterpolatedStringOperation { Parts: [IInterpolationOperation first, .. var rest] }:
                return (IsTemporaryPath(first.Expression, judged) || rest.Any(part => IsNamedTemporary(part) || IsGenerated(part))) && !rest.Any(Climbs);
            case IInterpolatedStringOperation { Parts: var pieces }:
                return pieces.Any(IsNamedTemporary) && !pieces.Any(Climbs);
            case { ConstantValue: { HasValue: true, Value: string } }:
                return (IsNamedTemporary(source) || (!IsRooted(source) && IsGenerated(source))) && !Climbs(source);
            default:
                return false;
        }
    }

    // A helper that calls itself hands on what it was handed, or what lies below: that is as temporary as what the others hand over.
    private bool IsHandedTemporary(IParameterReferenceOperation parameter, Judgement judged)
    {
        if (judged.Parameters.TryGetValue(parameter.Parameter, out var known)) return known;
        judged.Parameters[parameter.Parameter] = true;
        return judged.Parameters[parameter.Parameter] = AreTemporary(_handed.To(parameter).RemoveAll(value => RepeatedRows.IsBelow(value, value, parameter.Parameter)), judged);
    }

    private bool AreTemporary(ImmutableArray<IOperation> paths, Judgement judged) => !paths.IsEmpty && paths.All(path => IsTemporaryPath(path, judged));

    // The folder of a file that lies in a folder below the one for temporary files; that one itself is everybody's.
    private bool IsParentTemporary(IOperation path, Judgement judged, int depth) => depth < MaxParents && services.Values.Of(path).All(source => Variables.Unwrap(source) switch
    {
        IObjectCreationOperation { Type.Name: "FileInfo", Arguments: [var inner] } => IsParentTemporary(inner.Value, judged, depth + 1),
        IPropertyReferenceOperation { Property.Name: "FullName", Instance: { } holder } => IsParentTemporary(holder, judged, depth + 1),
        IPropertyReferenceOperation assembly when TestOutputs.AreAround(assembly, services) => true,
        IParameterReferenceOperation parameter => _handed.To(parameter) is { IsEmpty: false } handed && handed.All(value => IsParentTemporary(value, judged, depth + 1)),
        IInvocationOperation { TargetMethod.Name: "Combine" or "Join" } combined when Parts(combined) is { Length: > 1 } parts && !LeavesItsStart(parts) =>
            parts.Take(parts.Length - 1).Any(IsNamedTemporary) || (IsTemporaryPath(parts[0], judged) && (parts.Length > 2 || IsOwnFolder(parts[0]))),
        _ => false,
    });

    private bool IsOwnFolder(IOperation path) => services.Values.Of(path).All(source => Variables.Unwrap(source) switch
    {
        IInvocationOperation { TargetMethod.Name: var maker } => maker is "CreateTempSubdirectory" or "CreateDirectory" or "CreateSubdirectory" or "Combine" or "Join",
        IPropertyReferenceOperation { Property.Name: "FullName", Instance: { } holder } => IsOwnFolder(holder),
        _ => false,
    });

    private static bool LeavesItsStart(ImmutableArray<IOperation> parts) => parts.Skip(1).Any(static part => Climbs(part) || IsRooted(part));

    // `fileSystem.Path.Combine(...)`: the object of an abstraction is no part of the path.
    private static IOperation? HolderOf(IInvocationOperation call) => call.Instance is { Type.Name: not ("IPath" or "IDirectory" or "IDirectoryInfoFactory") } holder ? holder : null;

    /// <summary>What a call puts together, with the elements of an array one by one.</summary>
    public static ImmutableArray<IOperation> Parts(IInvocationOperation invocation) => invocation.Arguments
        .SelectMany(argument => Variables.ElementsOf(argument.Value) ?? [argument.Value])
        .ToImmutableArray();

    // `Path.Combine(root, "tmp-images")`, or "tmphtml", for only templates begin so too; what a variable is called says less.
    private bool IsNamedTemporary(IOperation part) => EachOf(part, IsNamedTemporary) ?? part switch
    {
        // `Path.Combine(root, name + "-tmp")`
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsNamedTemporary(sum.LeftOperand) || IsNamedTemporary(sum.RightOperand),
        IInterpolatedStringOperation { Parts: var pieces } => pieces.Any(IsNamedTemporary),
        _ => Constant(part) is { } text && NameParts.Of(text).Any(static word => Names.Contains(word) || (word.StartsWith("tmp", StringComparison.Ordinal) && !word.StartsWith("tmpl", StringComparison.Ordinal))),
    };

    private bool IsGenerated(IOperation part) => EachOf(part, IsGenerated) ?? (Constant(part) is { } text && BuildOutputs.Contain(text, part.Syntax));

    // `foreach (var name in new[] { "bin", "obj" })` is each of them; null for anything else.
    private bool? EachOf(IOperation part, Func<IOperation, bool> test) => Variables.Unwrap(part) is ILocalReferenceOperation local && services.AssignmentsAround(local).CollectionOf(local.Local) is { } names
        ? services.Values.Of(names) is [var list] && Variables.ElementsOf(list)?.ToList() is { Count: > 0 } elements && elements.TrueForAll(element => test(element))
        : null;

    // `~/bin` is nobody's build.
    private bool IsOfSystem(IOperation start) => services.Values.Of(start).Any(static source => source is IInvocationOperation { TargetMethod: { Name: "GetFolderPath" or "GetEnvironmentVariable", ContainingType.Name: "Environment" } });

    // `%TEMP%\MyApp`, which is not the folder of everybody's temporary files itself.
    private static bool StartsAtRoot(string text) => text.Split('%') is ["", var variable, ['/' or '\\', _, ..], ..] && RootVariables.Contains(variable.ToUpperInvariant());

    private static string? Constant(IOperation part) => (part is IInterpolatedStringTextOperation { Text: var text } ? text : Variables.Unwrap(part)) is { ConstantValue: { HasValue: true, Value: string value } } ? value : null;

    /// <summary>Whether a part starts at the root: <c>Path.Combine</c> forgets all that stands before it.</summary>
    public static bool IsRooted(IOperation part) => Constant(part) is ['/' or '\\', ..] or [_, ':', ..];

    /// <summary>Whether a text goes up to the folder above.</summary>
    public static bool Climbs(IOperation part) => part.DescendantsAndSelf().Any(piece => piece.ConstantValue is { HasValue: true, Value: string text } && text.Contains(".."));

    // What has been found out of one path; of what is still being looked at, a path is not temporary, and a parameter is.
    private sealed class Judgement
    {
        public Dictionary<IOperation, bool> Sources { get; } = [];

        public Dictionary<ISymbol, bool> Parameters { get; } = new(SymbolEqualityComparer.Default);
    }
}
