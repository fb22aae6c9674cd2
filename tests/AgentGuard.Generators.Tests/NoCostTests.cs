using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentGuard.Generators.Tests;

/// <summary>A project that uses no guard attribute pays nothing: not at build time for code, not at start.</summary>
public class NoCostTests
{
    private const string Unguarded = """
        class C
        {
            [Destructive(DestructiveKind.Table)] public void Wipe() { }
            void M(System.Data.Common.DbCommand command) { Directory.Delete("/a", true); command.ExecuteNonQuery(); Wipe(); }
        }
        """;

    [Fact]
    public void None_of_our_generators_writes_anything()
    {
        var result = Run(new GuardedProgram(Unguarded), out _);
        Assert.Equal(3, result.Results.Length);
        Assert.All(result.Results, generator => Assert.Empty(generator.GeneratedSources));
        Assert.All(result.Results, generator => Assert.Null(generator.Exception));
    }

    [Fact]
    public void The_assembly_is_the_same_byte_for_byte()
    {
        var program = new GuardedProgram(Unguarded);
        var bare = program.Compilation.WithOptions(program.Compilation.Options.WithDeterministic(true));
        Run(program, out var generated, bare);
        Assert.Equal(Emit(bare), Emit((CSharpCompilation)generated));
    }

    [Fact]
    public void A_guarded_program_is_not_the_same()
    {
        var program = new GuardedProgram(Unguarded.Replace("void M(", "[RequiresEnvironment(\"Development\")] void M("));
        var bare = program.Compilation.WithOptions(program.Compilation.Options.WithDeterministic(true));
        Run(program, out var generated, bare);
        Assert.NotEqual(Emit(bare), Emit((CSharpCompilation)generated));
    }

    [Theory]
    [InlineData("void M() => Directory.Delete(\"/a\", true);")]
    [InlineData("[RequiresEnvironment(\"Development\")] void M() => Directory.Delete(\"/a\", true);")]
    public void Nothing_runs_before_the_program_does(string member)
    {
        var program = new GuardedProgram($"class C {{ {member} }}");
        Run(program, out var generated);
        Assert.Empty(ModuleMethods(Emit((CSharpCompilation)generated)));
        Assert.Empty(ModuleMethods(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "AgentGuard.dll"))));
    }

    // What the runtime calls by itself when it loads an assembly is a method of the type <Module>.
    private static List<string> ModuleMethods(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        var metadata = reader.GetMetadataReader();
        var module = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).First();
        Assert.Equal("<Module>", metadata.GetString(module.Name));
        return [.. module.GetMethods().Select(method => metadata.GetString(metadata.GetMethodDefinition(method).Name))];
    }

    private static GeneratorDriverRunResult Run(GuardedProgram program, out Compilation generated, CSharpCompilation? compilation = null)
    {
        var all = typeof(GuardInterceptorGenerator).Assembly.GetTypes()
            .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type))
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
        return CSharpGeneratorDriver.Create(all, parseOptions: program.ParseOptions, optionsProvider: program.Options)
            .RunGeneratorsAndUpdateCompilation(compilation ?? program.Compilation, out generated, out _)
            .GetRunResult();
    }

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return image.ToArray();
    }
}
