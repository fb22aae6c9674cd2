using System.Collections.Immutable;
using AgentGuard.Text.Shell;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Operations.Excuses;

/// <summary>Whole folders that a build, a test run or a package manager makes anew, by their names.</summary>
internal static class BuildOutputs
{
    // Elsewhere these hold what somebody has made.
    private static readonly ImmutableHashSet<string> InBuildScripts = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "artifacts", "dist", "publish", "output", "out", "build", "coverage", "coverage-report", "nupkgs");

    private static readonly ImmutableHashSet<string> BuildTypes = ImmutableHashSet.Create("NukeBuild", "FrostingTask", "AsyncFrostingTask", "FrostingContext", "CakeHost");
    private static readonly ImmutableHashSet<string> BuildTools = ImmutableHashSet.Create("dotnet", "msbuild", "npm", "yarn", "pnpm");
    private static readonly ImmutableHashSet<string> BuildVerbs = ImmutableHashSet.Create("build", "publish", "pack", "test", "restore", "clean", "run");

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Whether a part of a path, or the pattern of a search, lies in such a folder. <c>/usr/bin</c> is none.</summary>
    public static bool Contain(string path, SyntaxNode use)
    {
        if (path is [_, ':', ..] || path.StartsWith("/usr", StringComparison.Ordinal)) return false;
        var folders = path.Split(Separators);
        return folders.Any(ShellBuildFolders.IsName) || (folders.Any(InBuildScripts.Contains) && IsInBuildScript(use));
    }

    private static bool IsInBuildScript(SyntaxNode use) => use.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Any(static type => type.BaseList?.Types.Any(static known => BuildTypes.Contains(CallSyntax.CalledName(known.Type) ?? "")) == true)
        || (use.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? use.SyntaxTree.GetRoot()).DescendantTokens().Any(static token => token.IsKind(SyntaxKind.StringLiteralToken) && StartsBuild(token.ValueText));

    // `dotnet build -c Release`, or the program alone.
    private static bool StartsBuild(string text) => text.Split(' ') is var words && BuildTools.Contains(words[0]) && (words.Length == 1 || BuildVerbs.Contains(words[1]));
}
