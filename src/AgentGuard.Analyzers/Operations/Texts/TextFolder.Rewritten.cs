using System.Collections.Immutable;
using System.Net;
using System.Text;
using AgentGuard.Analyzers.Operations.Values;
using AgentGuard.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AgentGuard.Analyzers.Operations.Texts;

/// <summary>Texts that are cut, turned around or decoded on the way: what is refused as it stands is soon written in another way.</summary>
internal sealed partial class TextFolder
{
    private sealed partial class Folding
    {
        // `(char)68` is a D, what is under the cast is not.
        private static IOperation Unwrap(IOperation operation)
        {
            for (var outer = operation; outer is IConversionOperation conversion; outer = conversion.Operand)
            {
                if (conversion.ConstantValue is { HasValue: true, Value: char }) return conversion;
            }

            return Variables.Unwrap(operation);
        }

        // Null: the call does none of that, or what it is given is not known.
        private ImmutableArray<FoldedString>? FoldRewritten(IInvocationOperation call, int depth)
        {
            if (FoldAddress(call, depth) is { } address) return address;
            var (method, arguments) = (call.TargetMethod, call.Arguments);
            if (method.DeclaringSyntaxReferences.Length > 0) return null;
            var source = call.Instance ?? arguments.FirstOrDefault()?.Value;
            var rest = call.Instance is null ? arguments.Skip(1).ToImmutableArray() : arguments;
            if (source is null) return null;
            return (method.ContainingType.Name, method.Name) switch
            {
                ("Convert", "FromBase64String") => Rewritten(source, depth, static text => Decoded(Convert.FromBase64String(text))),
                ("Convert", "ToBase64String") when Bytes(source) is var (encoded, encoding) => Fold(encoded, depth + 1).Select(text => text with { Text = Convert.ToBase64String(encoding.GetBytes(text.Text)) }).ToImmutableArray(),
                ("Convert", "FromHexString") => Rewritten(source, depth, static text => Decoded(FromHex(text))),
                ("Uri", "UnescapeDataString") or ("WebUtility" or "HttpUtility", "UrlDecode") => Rewritten(source, depth, WebUtility.UrlDecode),
                ("WebUtility" or "HttpUtility", "HtmlDecode") => Rewritten(source, depth, WebUtility.HtmlDecode),
                (_, "Reverse") when rest.IsEmpty && HoldsCharacters(source.Type) => Rewritten(source, depth, static text => new string(text.Reverse().ToArray())),
                (_, "ToArray" or "ToCharArray" or "ToList" or "AsEnumerable") when rest.IsEmpty && HoldsCharacters(source.Type) => Characters(source, depth),
                ("String" or "Enumerable", "Substring" or "Skip") when HoldsCharacters(source.Type) && Numbers(rest) is [var start] => Rewritten(source, depth, text => text[start..]),
                ("String", "Substring") when Numbers(rest) is [var start, var length] => Rewritten(source, depth, text => text.Substring(start, length)),
                ("String", "Remove") when Numbers(rest) is [var start] => Rewritten(source, depth, text => text.Remove(start)),
                ("String", "Remove") when Numbers(rest) is [var start, var length] => Rewritten(source, depth, text => text.Remove(start, length)),
                ("String", "Insert") when rest is [var at, { Value.ConstantValue: { HasValue: true, Value: string inserted } }] && Number(at.Value) is { } place => Rewritten(source, depth, text => text.Insert(place, inserted)),
                ("String", "Trim" or "TrimStart" or "TrimEnd") when !rest.IsEmpty && TrimmedBy(rest) is { } set => Rewritten(source, depth, text => Trimmed(text, method.Name, set)),
                _ => null,
            };
        }

        // `text[4..]`, `text[..^4]`
        private ImmutableArray<FoldedString>? FoldSlice(IImplicitIndexerReferenceOperation slice, int depth) =>
            slice is { Type.SpecialType: SpecialType.System_String, Argument: IRangeOperation range } && Index(range.LeftOperand, fromEnd: false) is var (start, fromEnd) && Index(range.RightOperand, fromEnd: true) is var (end, endFromEnd)
                ? Rewritten(slice.Instance, depth, text => text[(fromEnd ? text.Length - start : start)..(endFromEnd ? text.Length - end : end)])
                : null;

        /// <summary>A text from single characters: an array, a list, or what another text is made of.</summary>
        private ImmutableArray<FoldedString> Characters(IOperation source, int depth) => services.Values.Of(source) is [var only] && Variables.ElementsOf(only) is { } elements
            ? elements.Aggregate(One(FoldedString.Empty), (sum, element) => Concat(sum, Fold(element, depth + 1)))
            : Fold(source, depth + 1);

        /// <summary>A text from bytes that are written one by one; null where these are not.</summary>
        private FoldedString? FoldBytes(IOperation source) =>
            services.Values.Of(source) is [var only] && Variables.ElementsOf(only)?.ToList() is { Count: > 0 } elements && elements.TrueForAll(static element => Number(element) is >= 0 and <= byte.MaxValue)
                ? new FoldedString(Decoded(elements.Select(static element => (byte)Number(element)!.Value).ToArray()), ImmutableArray.Create(only.Syntax.GetLocation()))
                : null;

        // `Encoding.Unicode.GetBytes(script)`, as PowerShell wants it. A hole is a character like any other on the way there and back.
        private (IOperation Text, Encoding Encoding)? Bytes(IOperation source) =>
            services.Values.Of(source) is [IInvocationOperation { TargetMethod.Name: "GetBytes", Instance: { } encoding, Arguments: [{ Value: var text }] }]
                ? (text, Variables.Unwrap(encoding) is IPropertyReferenceOperation { Property.Name: "Unicode" } or { Type.Name: "UnicodeEncoding" } ? Encoding.Unicode : Encoding.UTF8)
                : null;

        private ImmutableArray<FoldedString> Rewritten(IOperation source, int depth, Func<string, string> rewrite) =>
            Characters(source, depth).Select(text => Rewritten(text, rewrite)).ToImmutableArray();

        // Of a text with a hole nobody can say where a place in it lies.
        private static FoldedString Rewritten(FoldedString text, Func<string, string> rewrite)
        {
            if (text.Text.IndexOf(FoldedText.Hole) >= 0) return FoldedString.Unknown with { Pieces = text.Pieces, Parameters = text.Parameters };
            try
            {
                return text with { Text = rewrite(text.Text) };
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException)
            {
                // The program would fail there, too.
                return FoldedString.Unknown;
            }
        }

        private static bool HoldsCharacters(ITypeSymbol? type) => type switch
        {
            { SpecialType: SpecialType.System_String } => true,
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char } => true,
            INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char or SpecialType.System_Byte }] } => true,
            _ => false,
        };

        private static ImmutableArray<int> Numbers(ImmutableArray<IArgumentOperation> arguments)
        {
            var numbers = arguments.Select(static argument => Number(argument.Value)).OfType<int>().ToImmutableArray();
            return numbers.Length == arguments.Length ? numbers : ImmutableArray<int>.Empty;
        }

        private static int? Number(IOperation value) => Variables.Unwrap(value).ConstantValue.Value switch
        {
            int number => number,
            byte number => number,
            _ => null,
        };

        // One that is left out, as in `text[4..]`, is the start or the end itself.
        private static (int Place, bool FromEnd)? Index(IOperation? operand, bool fromEnd) => operand is null ? (0, fromEnd) : Variables.Unwrap(operand) switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var back } when Number(back) is { } place => (place, true),
            var index when Number(index) is { } place => (place, false),
            _ => null,
        };

        private static char[]? TrimmedBy(ImmutableArray<IArgumentOperation> arguments)
        {
            var values = arguments.SelectMany(static argument => Variables.ElementsOf(argument.Value) ?? [argument.Value]).Select(static value => value.ConstantValue).ToList();
            return values.TrueForAll(static value => value is { HasValue: true, Value: char }) ? values.Select(static value => (char)value.Value!).ToArray() : null;
        }

        private static string Trimmed(string text, string method, char[] set) => method switch
        {
            "TrimStart" => text.TrimStart(set),
            "TrimEnd" => text.TrimEnd(set),
            _ => text.Trim(set),
        };

        // Every second byte of two-byte characters is zero in what scanners look for.
        private static string Decoded(byte[] bytes) => bytes.Length > 1 && bytes[1] == 0 ? Encoding.Unicode.GetString(bytes) : Encoding.UTF8.GetString(bytes);

        private static byte[] FromHex(string text) => Enumerable.Range(0, text.Length / 2).Select(i => Convert.ToByte(text.Substring(2 * i, 2), 16)).ToArray();
    }
}
