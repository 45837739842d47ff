namespace Tangent;

/// <summary>A type that arrays of a gguf file have: elements as they are, or blocks of a few bits each.</summary>
/// <param name="Name">Its name in ggml.</param>
/// <param name="BlockLength">How many elements a block holds; 0 if it is not known.</param>
/// <param name="BlockBytes">How many bytes it takes.</param>
/// <param name="Codings">How the arrays are made that it becomes; none where there is no way.</param>
internal sealed record GgufType(string Name, int BlockLength, int BlockBytes, params GgufPart[] Codings)
{
    private static readonly Dictionary<uint, GgufType> Types = new()
    {
        [0] = Plain("F32", DType.Float32),
        [1] = Plain("F16", DType.Float16),
        [2] = Packed("Q4_0", 18, 8, GgufBlocks.WordsOf4At2, GgufBlocks.Scale, GgufBlocks.BiasOf4),
        [3] = Packed("Q4_1", 20, 8, GgufBlocks.WordsOf4At4, GgufBlocks.Scale, GgufBlocks.Minimum),
        [6] = Half("Q5_0", 32, 22, GgufBlocks.Of5),
        [7] = Half("Q5_1", 32, 24, GgufBlocks.Of5WithMinimum),
        [8] = Packed("Q8_0", 34, 4, GgufBlocks.WordsOf8, GgufBlocks.Scale, GgufBlocks.BiasOf8),
        [9] = Half("Q8_1", 32, 36, GgufBlocks.Of8WithSum),
        [10] = Half("Q2_K", 256, 84, GgufSuperBlocks.Of2),
        [11] = Half("Q3_K", 256, 110, GgufSuperBlocks.Of3),
        [12] = Half("Q4_K", 256, 144, GgufSuperBlocks.Of4),
        [13] = Half("Q5_K", 256, 176, GgufSuperBlocks.Of5),
        [14] = Half("Q6_K", 256, 210, GgufSuperBlocks.Of6),
        [15] = Half("Q8_K", 256, 292, GgufSuperBlocks.Of8),
        [16] = new("IQ2_XXS", 256, 66),
        [17] = new("IQ2_XS", 256, 74),
        [18] = new("IQ3_XXS", 256, 98),
        [19] = new("IQ1_S", 256, 50),
        [20] = new("IQ4_NL", 32, 18),
        [21] = new("IQ3_S", 256, 110),
        [22] = new("IQ2_S", 256, 82),
        [23] = new("IQ4_XS", 256, 136),
        [24] = Plain("I8", DType.Int8),
        [25] = Plain("I16", DType.Int16),
        [26] = Plain("I32", DType.Int32),
        [27] = Plain("I64", DType.Int64),
        [28] = Plain("F64", DType.Float64),
        [29] = new("IQ1_M", 256, 56),
        [30] = Plain("BF16", DType.BFloat16),
        [34] = new("TQ1_0", 256, 54),
        [35] = new("TQ2_0", 256, 66),
        [39] = new("MXFP4", 32, 17),
    };

    /// <summary>The type of a number.</summary>
    public static GgufType Of(uint number) =>
        Types.GetValueOrDefault(number) ?? new(FormattableString.Invariant($"number {number}"), 0, 0);

    /// <summary>The number of the type whose elements are those of arrays; null if there is none.</summary>
    public static uint? NumberOf(DType dtype)
    {
        foreach ((uint number, GgufType type) in Types)
            if (type is { BlockLength: 1, Codings: [{ DType: var known }] } && known == dtype)
                return number;
        return null;
    }

    private static GgufType Plain(string name, DType dtype) => new(name, 1, dtype.Size, new GgufPart("", dtype, 1, RegionCoding.Of(dtype)));

    // Words, scales and biases as quantised products take them, with a group for each block.
    private static GgufType Packed(string name, int bytes, int perWord, BlockCoding.Decoder words, BlockCoding.Decoder scale, BlockCoding.Decoder bias)
    {
        const int length = 32;
        return new(name, length, bytes,
            new GgufPart("", DType.UInt32, perWord, new BlockCoding($"{name} words", bytes, length / perWord * sizeof(uint), words)),
            new GgufPart("scales", DType.Float16, length, new BlockCoding($"{name} scales", bytes, 2, scale)),
            new GgufPart("biases", DType.Float16, length, new BlockCoding($"{name} biases", bytes, 2, bias)));
    }

    private static GgufType Half(string name, int length, int bytes, BlockCoding.Decoder decode) =>
        new(name, length, bytes, new GgufPart("", DType.Float16, 1, new BlockCoding(name, bytes, 2 * length, decode)));
}
