using Tangent.Kernels;
using static Tangent.PrimitiveForm;

namespace Tangent;

// Structured and quantised products, and pooling.
internal static partial class PrimitiveTable
{
    private static Dictionary<string, PrimitiveForm> Products() => new()
    {
        ["AveragePool"] = Of(p => new AveragePool(p.PoolWindow("Window")), (pool, x) => Averaged(pool.Window, x)),
        ["AveragePoolCotangent"] = Of(p => new AveragePoolCotangent(p.PoolWindow("Window"), p.PerAxis("Lengths")), AveragedBack),
        ["BlockMaskedMM"] = Of(p => new BlockMaskedMM(p.Integer("BlockSize"), p.BlockMasks("Masks")), Masked),
        ["GatherMM"] = Of(_ => Shared<GatherMM>.Instance, (_, x) => Gathered(x, 2)),
        ["GatherQMM"] = Of(p => new GatherQMM(p.QuantizationMode("Mode"), p.Integer("GroupSize"), p.Integer("Bits"), p.Flag("IsTransposed")), (product, x) => Quantized(product, x, true)),
        ["GroupedMM"] = Of(p => new GroupedMM(p.Integer("Count")), Grouped),
        ["MaxPool"] = Of(p => new MaxPool(p.PoolWindow("Window")), Largest),
        ["MaxPoolCotangent"] = Of(p => new MaxPoolCotangent(p.PoolWindow("Window")), (pool, x) => LargestMoves(pool.Window, x, 0)),
        ["MaxPoolTangent"] = Of(p => new MaxPoolTangent(p.PoolWindow("Window")), (pool, x) => LargestMoves(pool.Window, x, 1)),
        ["PackCodes"] = Of(p => new PackCodes(p.Integer("Bits")), (codes, x) => Coded(x, DType.UInt8, codes.Bits, 8)),
        ["QuantizedMatMul"] = Of(p => new QuantizedMatMul(p.QuantizationMode("Mode"), p.Integer("GroupSize"), p.Integer("Bits"), p.Flag("IsTransposed")), (product, x) => Quantized(product, x, false)),
        ["SegmentedMM"] = Of(_ => Shared<SegmentedMM>.Instance, Segmented),
        ["SegmentedMMCotangent"] = Of(_ => Shared<SegmentedMMCotangent>.Instance, SegmentedBack),
        ["UnpackCodes"] = Of(p => new UnpackCodes(p.Integer("Bits")), (codes, x) => Coded(x, DType.UInt32, codes.Bits, codes.Bits)),
    };

    private static void Moves(PoolWindow window, Shape x)
    {
        const int most = int.MaxValue / 4;
        int axes = window.Axes;
        InputRules.Require(axes >= 1 && x.Rank > axes && window.Stride.Count == axes && window.Padding.Count == axes, "its window has other axes");
        for (int i = 0; i < axes; i++)
        {
            (int size, int stride, int padding) = (window.Size[i], window.Stride[i], window.Padding[i]);
            InputRules.Require(size is >= 1 and < most && stride is >= 1 and < most && padding is >= 0 and < most && x[^(axes + 1 - i)] < most, "its window moves too far, or not at all");
            InputRules.Require(x[^(axes + 1 - i)] + 2L * padding >= size, "its window does not fit in the input");
        }
    }

    private static void Averaged(PoolWindow window, Node[] x)
    {
        InputRules.Count(x, 1);
        Precise(x[0]);
        Moves(window, x[0].Shape);
    }

    private static void AveragedBack(AveragePoolCotangent pool, Node[] x)
    {
        InputRules.Count(x, 1);
        Precise(x[0]);
        InputRules.Require(pool.Lengths.Count == pool.Window.Axes && pool.Lengths.All(length => length >= 0) && x[0].Shape.Rank > pool.Window.Axes, "it makes another number of axes");
        Shape y = pool.Infer(x).Shape;
        Moves(pool.Window, y);
        InputRules.Require(pool.Window.Over(y) == x[0].Shape, "its input is none that the window makes");
    }

    private static void Largest(MaxPool pool, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Require(!x[0].DType.IsComplex && !x[0].DType.IsHalf, "it takes no such numbers");
        Moves(pool.Window, x[0].Shape);
    }

    // A tangent of the input or the result, the input, the result.
    private static void LargestMoves(PoolWindow window, Node[] x, int like)
    {
        InputRules.Count(x, 3);
        Precise(x[1]);
        InputRules.Floating(x[1]);
        Moves(window, x[1].Shape);
        InputRules.Spec(x[2], x[1].DType, [.. window.Over(x[1].Shape)]);
        InputRules.Same([x[0], like == 0 ? x[2] : x[1]], 2);
    }

    private static void Precise(Node x) => InputRules.Require(x.DType is DType.Float32 or DType.Float64 or DType.Complex64, "it takes float32, float64 or complex64");

    private static void Masked(BlockMaskedMM product, Node[] x)
    {
        InputRules.Require(product.BlockSize >= 1 && (product.Masks & ~(BlockMasks.Output | BlockMasks.Left | BlockMasks.Right)) == 0, "it has no such blocks or masks");
        int[] lead = Operands(x);
        (int rows, int depth, int columns) = (x[0].Shape[^2], x[0].Shape[^1], x[1].Shape[^1]);
        InputRules.Spec(x[1], x[0].DType, [.. lead, depth, columns]);
        int next = 2;
        foreach ((BlockMasks mask, int down, int across) in new[] { (BlockMasks.Output, rows, columns), (BlockMasks.Left, rows, depth), (BlockMasks.Right, depth, columns) })
            if (product.Masks.HasFlag(mask))
                InputRules.Spec(x[next++], DType.Bool, [.. lead, Blocks(down), Blocks(across)]);
        InputRules.Count(x, next);

        int Blocks(int length) => (int)((length + product.BlockSize - 1L) / product.BlockSize);
    }

    private static void Gathered(Node[] x, int indices)
    {
        InputRules.Count(x, 2 + indices);
        Operands(x);
        InputRules.Require(x[0].Shape.Rank == 3 && x[1].Shape.Rank == 3 && x[0].Shape[2] == x[1].Shape[1] && x[1].DType == x[0].DType, "its matrices do not fit together");
        InputRules.Indices(x.AsSpan(2), indices);
        InputRules.Require(x[2].Shape.Rank == 1 && (x[2].Shape[0] == 0 || (x[0].Shape[0] > 0 && x[1].Shape[0] > 0)), "its indices are no list, or there is nothing to choose from");
    }

    private static void Grouped(GroupedMM product, Node[] x)
    {
        Gathered(x, 3);
        InputRules.Require(product.Count >= 0 && (product.Count > 0 || x[2].Shape[0] == 0), "it has no groups");
    }

    private static void Segmented(SegmentedMM product, Node[] x)
    {
        InputRules.Count(x, 3);
        int[] lead = Operands(x);
        InputRules.Spec(x[1], x[0].DType, [.. lead, x[0].Shape[^1], x[1].Shape[^1]]);
        Pairs(x[2], lead);
    }

    private static void SegmentedBack(SegmentedMMCotangent product, Node[] x)
    {
        InputRules.Count(x, 3);
        InputRules.Inexact(x[0]);
        int[] lead = x[1].Shape.Lengths[..^2];
        Pairs(x[2], lead);
        InputRules.Spec(x[0], x[1].DType, [.. lead, x[2].Shape[^2], x[0].Shape[^2], x[1].Shape[^1]]);
    }

    private static void Pairs(Node segments, int[] lead) => InputRules.Require(
        segments.DType.IsInteger && segments.Shape.Rank == lead.Length + 2 && segments.Shape[^1] == 2 && segments.Shape.AsSpan()[..^2].SequenceEqual(lead), "its segments are no pairs of integers");

    // The leading axes of the first of two stacks of matrices.
    private static int[] Operands(Node[] x)
    {
        InputRules.Inexact(x[0]);
        InputRules.Require(x[0].Shape.Rank >= 2 && x[1].Shape.Rank >= 2, "it takes matrices");
        return x[0].Shape.Lengths[..^2];
    }

    private static void Quantized(QuantizedProduct product, Node[] x, bool isIndexed)
    {
        QuantizationFormat format = QuantizationArguments.Format(product.Name, product.Mode, product.GroupSize, product.Bits);
        InputRules.Count(x, 1 + format.Arrays + (isIndexed ? 1 : 0));
        InputRules.Floating(x[0]);
        InputRules.Require(x[0].Shape.Rank >= 2 && x[1].Shape.Rank >= 2 && x[2].Shape.Rank >= 2, "it takes matrices");
        int[] rows = x[1].Shape.Lengths[..^1], lead = isIndexed ? [x[1].Shape[0]] : x[0].Shape.Lengths[..^2];
        long columns = (long)x[2].Shape[^1] * format.GroupSize;
        InputRules.Require(columns <= int.MaxValue && x[0].Shape[^1] == (product.IsTransposed ? columns : rows[^1]), "its matrices do not fit together");
        InputRules.Spec(x[1], DType.UInt32, [.. lead, rows[^1], (int)(columns * format.Bits / 32)]);
        for (int i = 2; i <= format.Arrays; i++)
            InputRules.Spec(x[i], format.HasBiases ? x[0].DType : DType.UInt8, [.. rows, x[2].Shape[^1]]);
        if (!isIndexed)
            return;
        InputRules.Indices(x.AsSpan(x.Length - 1), 1);
        InputRules.Require(x[^1].Shape == new Shape(x[0].Shape.Lengths[..^2]) && (x[^1].Shape.Size == 0 || lead[0] > 0), "its indices are not one for each matrix, or there is nothing to choose from");
    }

    private static void Coded(Node[] x, DType dtype, int bits, int together)
    {
        InputRules.Count(x, 1);
        InputRules.Type(x[0], dtype);
        InputRules.Require(bits is >= 2 and <= 8 && x[0].Shape.Rank > 0 && x[0].Shape[^1] % together == 0 && (long)x[0].Shape[^1] * Math.Max(bits, 32 / bits) <= int.MaxValue, "its codes do not fill words");
        InputRules.Require((long)x[0].Shape[^1] * (dtype == DType.UInt8 ? bits : 32) % (dtype == DType.UInt8 ? 32 : bits) == 0, "its codes do not fill words");
    }
}
