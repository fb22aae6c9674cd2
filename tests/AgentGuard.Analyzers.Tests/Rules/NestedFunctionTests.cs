namespace AgentGuard.Analyzers.Tests.Rules;

/// <summary>Lambdas and local functions have flow graphs of their own inside the regions of another one.</summary>
public sealed class NestedFunctionTests
{
    [Fact]
    public Task A_lambda_inside_a_try_block_leaves_the_handlers_around_it_alone() => Verify.Destructive("""
        class C
        {
            void M(Action<Action> run, string folder, bool flip)
            {
                try
                {
                    for (var i = 0; i < 9; i++) if (flip) folder += i; else folder += "x";
                    run(() => Directory.{|AG0004:Delete(folder, true)|});
                }
                catch (IOException)
                {
                    if (flip) throw;
                }
                finally
                {
                    if (flip) run(() => { try { Directory.{|AG0004:Delete(folder, true)|}; } finally { folder = ""; } });
                }
            }
        }
        """);

    [Fact]
    public Task A_local_function_inside_a_try_block_is_read_by_itself() => Verify.Destructive("""
        class C
        {
            void M(bool flip, bool force, string folder)
            {
                try
                {
                    for (var i = 0; i < 9; i++) if (flip) folder += i; else folder += "x";
                    if (Asked()) Directory.Delete(folder, true);
                    bool Asked()
                    {
                        if (folder.Length > 3) folder = folder.Trim();
                        return force;
                    }
                }
                finally
                {
                    if (flip) folder = "";
                }
            }
        }
        """);
}
