using System.Collections.Immutable;
using AgentGuard.Analyzers.Catalog;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Generators;

/// <summary>Puts the guards of an attribute in front of each destructive call in the member or type that carries it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GuardInterceptorGenerator : IIncrementalGenerator
{
    /// <summary>The step that finds the members with guard attributes, in the driver's records.</summary>
    public const string MembersStep = "GuardedMembers";

    /// <summary>The step that reads the calls of one file, in the driver's records.</summary>
    public const string FilesStep = "GuardedFiles";

    private const string Destructive = "AgentGuard.DestructiveAttribute";

    private static readonly string[] Attributes =
    [
        "AgentGuard.RequiresEnvironmentAttribute",
        "AgentGuard.RequiresTargetAttribute",
        "AgentGuard.RequiresConfirmationAttribute",
        "AgentGuard.RequiresBackupAttribute",
    ];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The compiler's index of attribute names does not look at lambdas.
        var members = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is LambdaExpressionSyntax { AttributeLists.Count: > 0 }, static (found, _) => found.Node)
            .Collect();
        foreach (var attribute in Attributes)
        {
            var marked = context.SyntaxProvider.ForAttributeWithMetadataName(attribute, static (_, _) => true, static (found, _) => found.TargetNode).Collect();
            members = members.Combine(marked).Select(static (pair, _) => pair.Left.AddRange(pair.Right));
        }

        var declared = context.SyntaxProvider
            .ForAttributeWithMetadataName(Destructive, static (_, _) => true, static (found, _) => found.TargetSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType.Name : found.TargetSymbol.Name)
            .Collect();
        foreach (var attribute in NativeFunctions.Attributes)
        {
            var native = context.SyntaxProvider
                .ForAttributeWithMetadataName(attribute, static (node, _) => node is MethodDeclarationSyntax method && NativeFunctions.MayBeDeclared(method), static (found, _) => found.TargetSymbol.Name)
                .Collect();
            declared = declared.Combine(native).Select(static (pair, _) => pair.Left.AddRange(pair.Right));
        }

        // A project's own catalogue decides which calls are destructive, so nodes rather than findings go on from here; without a guarded member all ends here.
        var guarded = members.Select(static (nodes, _) => new NodeSet(nodes)).WithTrackingName(MembersStep);
        var options = context.AdditionalTextsProvider.Collect().Combine(context.AnalyzerConfigOptionsProvider).Combine(declared);
        var files = guarded.Combine(context.CompilationProvider).Combine(options).SelectMany(static (input, cancellation) =>
        {
            var ((nodes, compilation), ((texts, configuration), names)) = input;
            return nodes.IsEmpty ? ImmutableArray<InterceptedFile>.Empty : Reader(compilation, new AnalyzerOptions(texts, configuration), names.ToImmutableHashSet(), cancellation).Read(nodes, cancellation);
        });
        context.RegisterSourceOutput(files.WithTrackingName(FilesStep), static (production, file) => production.AddSource(GeneratedInterceptors.FileFor(file.Path), InterceptorWriter.Write(file)));
    }

    private static GuardedMemberReader Reader(Compilation compilation, AnalyzerOptions options, ImmutableHashSet<string> declaredNames, CancellationToken cancellation) =>
        new(AnalysisServices.Create(compilation, options, declaredNames, cancellation));
}
