namespace AgentGuard.Analyzers.CodeFixes.Tests;

public sealed class AddGuardAttributeTests
{
    [Fact]
    public Task One_attribute_is_added_to_the_method() => Add(AddGuardAttributeFix.EnvironmentKey, """
        class Fleet
        {
            /// <summary>Removes old files.</summary>
            public void Clean(string path)
            {
                // Everything goes.
                Directory.{|AG0004:Delete(path, true)|};
            }
        }
        """, """
        using AgentGuard;

        class Fleet
        {
            /// <summary>Removes old files.</summary>
            [RequiresEnvironment("Development")]
            public void Clean(string path)
            {
                // Everything goes.
                Directory.Delete(path, true);
            }
        }
        """);

    private static Task Add(string key, string source, string result, Action<VerifyFix.Options>? configure = null) =>
        VerifyFix.Turns<AddGuardAttributeFix>(key, source, result, configure);
}
