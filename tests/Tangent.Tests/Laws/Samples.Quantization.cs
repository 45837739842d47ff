namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private const string OfThreeTypes = "float64 has no quantised form";

    private static IEnumerable<Sample> QuantizationFamily() =>
    [
        // Scales and biases follow the largest and smallest of each group; the codes stand still between two steps.
        new Sample("Mx.Quantize", "scales and biases", x => [Mx.Quantize(x[0], 32).Scales, Mx.Quantize(x[0], 32).Biases!], WithExtremes((2, 64))) { Tolerance = 2e-3, NoNarrow = OfThreeTypes },
        new Sample("Mx.Quantize", "codes", x => [Mx.Quantize(x[0], 32, 5).W], Single((2, 64))) { Constant = "whole numbers" },
        new Sample("Mx.Quantize", "floats", x => [Mx.Quantize(x[0], mode: QuantizationMode.NvFp4).W, Mx.Quantize(x[0], mode: QuantizationMode.MxFp8).Scales], Single((2, 64))) { Constant = "whole numbers" },
        new Sample("Mx.Dequantize", "affine", x => [Mx.Dequantize(Words((2, 12)), x[0], x[1], 32, 6)], Numbers((2, 2)), Numbers((2, 2), seed: 1)),
        new Sample("Mx.Dequantize", "floats", x => [Mx.Dequantize(x[0], x[1], mode: QuantizationMode.NvFp4, dtype: DType.Float32)], Words((2, 4)), SmallScales((2, 2))),
        .. Products("Mx.QuantizedMatMul", "in memory", Numbers, 1e-6),
        .. Products("Mx.QuantizedMatMul", "in registers", (shape, seed) => Mx.AsType(Numbers(shape, seed), DType.Float32), 2e-3),
        new Sample("Mx.QuantizedMatMul", "a row", x => [Mx.QuantizedMatMul(x[0], Words((3, 8)), x[1], x[2], groupSize: 32)], Numbers(64), Numbers((3, 2), seed: 1), Numbers((3, 2), seed: 2)),
        new Sample("Mx.QuantizedMatMul", "floats", x => [Mx.QuantizedMatMul(x[0], Words((3, 8)), SmallScales((3, 4)), mode: QuantizationMode.NvFp4)], Numbers((2, 64))),
        new Sample("Mx.QuantizedMatMul", "many rows", x => [Mx.QuantizedMatMul(x[0], Words((40, 8)), SmallScales((40, 2)), mode: QuantizationMode.MxFp4)], Single((20, 64))) { Tolerance = 2e-3, Order = 1 },
        new Sample("Mx.QuantizedMatMul", "with what follows", x => [Mx.Tanh(Mx.QuantizedMatMul(x[0], Words((3, 8)), x[1], x[2], groupSize: 32) * 0.1)], Single((2, 64)), Single((3, 2), 1), Single((3, 2), 2)) { Tolerance = 5e-3 },
        new Sample("Mx.GatherQMM", "affine", x => [Mx.GatherQMM(x[0], Words((3, 4, 8)), x[1], x[2], Mx.Array([1, 0, 1]), Mx.Array([2, 2, 0]), groupSize: 32)], Numbers((2, 2, 64)), Numbers((3, 4, 2), seed: 1), Numbers((3, 4, 2), seed: 2)),
        new Sample("Mx.GatherQMM", "not transposed", x => [Mx.GatherQMM(x[0], Words((3, 4, 8)), x[1], x[2], null, Mx.Array([2, -3]), false, 32)], Single((2, 1, 4)), Single((3, 4, 2), 1), Single((3, 4, 2), 2)) { Tolerance = 2e-3 },
        new Sample("Mx.GatherQMM", "indices", x => [Mx.GatherQMM(x[0], Words((3, 4, 8)), SmallScales((3, 4, 2)), null, null, x[1], mode: QuantizationMode.MxFp4)], Numbers((2, 2, 64)), Mx.Reshape(new int[] { 1, 7, 0, 2 }, (2, 2))),
        new Sample("Mx.QQMM", "packed", x => [Mx.QQMM(x[0], Words((3, 8)), SmallScales((3, 4)))], Single((2, 64)))
        {
            SlopeOf = x => [Mx.MatMul(Shifted(x[0], (2, 64)), Mx.Transpose(Mx.Dequantize(Words((3, 8)), SmallScales((3, 4)), mode: QuantizationMode.NvFp4)))], NoNarrow = OfThreeTypes, Tolerance = 2e-3,
        },
        new Sample("Mx.QQMM", "numbers", x => [Mx.QQMM(x[0], x[1], mode: QuantizationMode.MxFp8)], Single((2, 64)), Single((3, 64), 1))
        {
            SlopeOf = x => [Mx.MatMul(Shifted(x[0], (2, 64), 0, QuantizationMode.MxFp8), Mx.Transpose(Shifted(x[1], (3, 64), 1, QuantizationMode.MxFp8)))], NoNarrow = OfThreeTypes, Tolerance = 2e-3, Order = 1,
        },
        new Sample("Mx.GatherQQMM", "packed", x => [Mx.GatherQQMM(x[0], Words((3, 4, 8)), SmallScales((3, 4, 4)), null, Mx.Array([2, 0]))], Single((2, 2, 64)))
        {
            SlopeOf = x => [Mx.MatMul(Shifted(x[0], (2, 2, 64)), Mx.MoveAxis(Mx.Take(Mx.Dequantize(Words((3, 4, 8)), SmallScales((3, 4, 4)), mode: QuantizationMode.NvFp4), Mx.Array([2, 0]), 0), -1, -2))],
            NoNarrow = OfThreeTypes, Tolerance = 2e-3,
        },
        new Sample("Mx.GatherQQMM", "numbers", x => [Mx.GatherQQMM(x[0], x[1], null, Mx.Array([1, 1]), Mx.Array([2, 0]))], Single((2, 2, 64)), Single((3, 4, 64), 1))
        {
            SlopeOf = x => [Mx.MatMul(Mx.Take(Shifted(x[0], (2, 2, 64)), Mx.Array([1, 1]), 0), Mx.MoveAxis(Mx.Take(Shifted(x[1], (3, 4, 64), 1), Mx.Array([2, 0]), 0), -1, -2))],
            NoNarrow = OfThreeTypes, Tolerance = 2e-3, Order = 1,
        },
    ];

    private static IEnumerable<Sample> Products(string op, string how, Func<Shape, int, NDArray> numbers, double tolerance) =>
    [
        new(op, $"transposed, {how}", x => [Mx.QuantizedMatMul(x[0], Words((3, 8)), x[1], x[2], groupSize: 32)], numbers((2, 64), 0), numbers((3, 2), 1), numbers((3, 2), 2)) { Tolerance = tolerance },
        new(op, $"not transposed, {how}", x => [Mx.QuantizedMatMul(x[0], Words((3, 5)), x[1], x[2], false, 32, 5)], numbers((2, 3), 0), numbers((3, 1), 1), numbers((3, 1), 2)) { Tolerance = tolerance },
        new(op, $"stacks, {how}", x => [Mx.QuantizedMatMul(x[0], Words((3, 2, 4)), x[1], x[2], groupSize: 32)], numbers((2, 1, 2, 32), 0), numbers((3, 2, 1), 1), numbers((3, 2, 1), 2)) { Tolerance = tolerance },
        new(op, $"rows of a stack, {how}", x => [Mx.QuantizedMatMul(x[0], Words((2, 8)), x[1], x[2], groupSize: 32, bits: 8)], numbers((2, 2, 32), 0), numbers((2, 1), 1), numbers((2, 1), 2)) { Tolerance = tolerance },
    ];

    private static NDArray Numbers(Shape shape, int seed) => Numbers(shape, -1, 1, seed);

    private static NDArray Single(Shape shape, int seed = 0) => Mx.AsType(Numbers(shape, seed), DType.Float32);

    // What the single numbers of a seed became by rounding, and by as much others.
    private static NDArray Shifted(NDArray x, Shape shape, int seed = 0, QuantizationMode mode = QuantizationMode.NvFp4)
    {
        NDArray numbers = Single(shape, seed);
        (NDArray words, NDArray scales, _) = Mx.Quantize(numbers, mode: mode);
        return x + (Mx.Dequantize(words, scales, mode: mode, dtype: DType.Float32) - numbers);
    }

    // The first two numbers of each row of 32 are its largest and its smallest by far, and neither is near the middle of two steps.
    private static NDArray WithExtremes(Shape shape)
    {
        NDArray x = Mx.Reshape(Single(shape) * 0.5, (-1, 32));
        x[.., 0] = 3;
        x[.., 1] = -2;
        return Mx.Reshape(x, shape);
    }

    private static NDArray Words(Shape shape)
    {
        var random = new Random(99);
        var words = new uint[shape.Size];
        for (int i = 0; i < words.Length; i++)
            words[i] = (uint)random.NextInt64(1L << 32);
        return Mx.Reshape(words, shape);
    }

    // Near 1, both as powers of two and as small floats.
    private static NDArray SmallScales(Shape shape) => Mx.AsType(Mx.Reshape(Mx.Arange(checked((int)shape.Size)), shape) % 5 + 0x38, DType.UInt8);
}
