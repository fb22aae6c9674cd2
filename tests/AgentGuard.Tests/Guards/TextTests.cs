namespace AgentGuard.Tests.Guards;

/// <summary>The values of a call as the text that it is going to run.</summary>
public sealed class TextTests
{
    private static readonly GuardedCall Call = TestGuard.Call();

    [Fact]
    public void What_does_not_tell_its_text_may_be_anything()
    {
        Assert.Contains("cannot be read", GuardedText.Sql(Call, new object())!.ToString());
        Assert.Contains("cannot be read", GuardedText.Mongo(Call, new List<int>())!.ToString());
        Assert.Contains("cannot be read", GuardedText.Redis(Call, "FLUSHALL", new object())!.ToString());
    }

    [Theory]
    [InlineData("GET", new object[] { "rentals", 1.5, 'x' }, false)]
    [InlineData("CLUSTER", new object[] { "INFO" }, false)]
    [InlineData("CLUSTER", new object[] { "RESET" }, true)]
    [InlineData("flushdb", null, true)]
    [InlineData(null, null, false)]
    public void A_command_of_Redis_is_read_with_its_arguments(string? command, object[]? arguments, bool destroys) =>
        Assert.Equal(destroys, GuardedText.Redis(Call, command, arguments) is not null);

    [Fact]
    public void A_document_that_refuses_to_be_converted_is_read() => Assert.NotNull(GuardedText.Mongo(Call, new Document()));

    [Fact]
    public void The_same_text_is_scanned_once_and_another_one_again()
    {
        var call = TestGuard.Call();
        Assert.Null(GuardedText.Sql(call, "UPDATE rentals SET car = 'a' WHERE id = 1"));
        Assert.Null(GuardedText.Sql(call, string.Concat("UPDATE rentals SET car = 'a' ", "WHERE id = 1")));
        Assert.NotNull(GuardedText.Sql(call, "UPDATE rentals SET car = 'a'"));
        Assert.NotNull(GuardedText.Sql(call, "UPDATE rentals SET car = 'a'"));
        Assert.Null(GuardedText.Sql(call, "SELECT 1"));
        Assert.NotNull(GuardedText.Sql(call, "DROP TABLE rentals"));
    }

    private sealed class Document : IConvertible
    {
        public override string ToString() => "{ \"drop\" : \"rentals\" }";

        TypeCode IConvertible.GetTypeCode() => TypeCode.Object;

        string IConvertible.ToString(IFormatProvider? provider) => throw new InvalidCastException();

        bool IConvertible.ToBoolean(IFormatProvider? provider) => throw new InvalidCastException();

        byte IConvertible.ToByte(IFormatProvider? provider) => throw new InvalidCastException();

        char IConvertible.ToChar(IFormatProvider? provider) => throw new InvalidCastException();

        DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw new InvalidCastException();

        decimal IConvertible.ToDecimal(IFormatProvider? provider) => throw new InvalidCastException();

        double IConvertible.ToDouble(IFormatProvider? provider) => throw new InvalidCastException();

        short IConvertible.ToInt16(IFormatProvider? provider) => throw new InvalidCastException();

        int IConvertible.ToInt32(IFormatProvider? provider) => throw new InvalidCastException();

        long IConvertible.ToInt64(IFormatProvider? provider) => throw new InvalidCastException();

        sbyte IConvertible.ToSByte(IFormatProvider? provider) => throw new InvalidCastException();

        float IConvertible.ToSingle(IFormatProvider? provider) => throw new InvalidCastException();

        object IConvertible.ToType(Type conversionType, IFormatProvider? provider) => throw new InvalidCastException();

        ushort IConvertible.ToUInt16(IFormatProvider? provider) => throw new InvalidCastException();

        uint IConvertible.ToUInt32(IFormatProvider? provider) => throw new InvalidCastException();

        ulong IConvertible.ToUInt64(IFormatProvider? provider) => throw new InvalidCastException();
    }
}
