namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Conditions of a catalogue line that compare an argument with a number.</summary>
public class ConditionTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("0.0", true)]
    [InlineData("0f", true)]
    [InlineData("0m", true)]
    [InlineData("'\\0'", true)]
    [InlineData("0.4", false)]
    [InlineData("-0.4m", false)]
    [InlineData("1e300", false)]
    [InlineData("double.NaN", false)]
    [InlineData("ulong.MaxValue", false)]
    [InlineData("decimal.MaxValue", false)]
    [InlineData("long.MinValue", false)]
    public Task A_number_of_any_type_is_compared_by_its_value(string argument, bool isEqual) => Verify.Destructive($$"""
        class Store { public void Keep(object amount) { } }
        class C { void M(Store store) => store.{{(isEqual ? $"{{|all:Keep({argument})|}}" : $"Keep({argument})")}}; }
        """, additionalFiles: ("AgentGuard.Operations.txt", "M:Store.Keep  destroys database  when amount is 0"));
}
