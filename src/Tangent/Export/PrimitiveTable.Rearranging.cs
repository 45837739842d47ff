using Tangent.Kernels;
using static Tangent.PrimitiveForm;

namespace Tangent;

// What makes or moves elements.
internal static partial class PrimitiveTable
{
    private static Dictionary<string, PrimitiveForm> Rearranging() => new()
    {
        ["After"] = Of(p => new After(p.Flag("Required")), (_, x) => InputRules.Count(x, 1, int.MaxValue)),
        ["AsStrided"] = Of(p => new AsStrided(p.Shape("Shape"), p.Axes("Strides"), p.Integer("Offset")), Strided),
        ["BroadcastTo"] = Of(p => new BroadcastTo(p.Shape("Shape")), Spread),
        ["Concatenate"] = Of(p => new Concatenate(p.Integer("Axis")), Joined),
        ["Contiguous"] = Any<Contiguous>(),
        ["Copy"] = Any<Copy>(),
        ["Iota"] = Of(p => new Iota(p.Number("Start"), p.Number("Step"), p.Integer("Length"), p.DType("DType")), Counting),
        ["PermuteDims"] = Of(p => new PermuteDims(p.Axes("Order")), Permuted),
        ["RandomBits"] = Of(p => new RandomBits(p.Shape("Shape")), Drawn),
        ["Reshape"] = Of(p => new Reshape(p.Shape("Shape")), Reshaped),
        ["Slice"] = Of(p => new Slice(p.Region("Region")), (_, x) => InputRules.Count(x, 1)),
        ["SliceUpdate"] = Of(p => new SliceUpdate(p.Region("Region"), p.ScatterMode("Mode")), (_, x) => InputRules.Count(x, 2)),
    };

    // Strides and offset count elements of one row; Infer sees that they stay within.
    private static void Strided(AsStrided view, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Require(x[0].Shape.Rank == 1 && view.Strides.Count == view.Shape.Rank, "its strides do not fit");
    }

    private static void Spread(BroadcastTo spread, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Require(BroadcastTo.Fits(x[0].Shape, spread.Shape), "its input does not broadcast");
    }

    private static void Joined(Concatenate join, Node[] x)
    {
        InputRules.Count(x, 1, int.MaxValue);
        InputRules.Axis(x[..1], join.Axis);
        foreach (Node node in x)
            InputRules.Require(node.DType == x[0].DType && node.Shape.Rank == x[0].Shape.Rank && node.Shape.With(join.Axis, 0) == x[0].Shape.With(join.Axis, 0), "its inputs do not fit together");
    }

    private static void Counting(Iota iota, Node[] x)
    {
        InputRules.Count(x, 0);
        InputRules.Require(iota.Length >= 0, "its length is negative");
    }

    private static void Permuted(PermuteDims permutation, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Require(permutation.Order.Count == x[0].Shape.Rank, "it orders another number of axes");
        InputRules.Axes(permutation.Order, x[0].Shape.Rank);
    }

    private static void Drawn(RandomBits draw, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Type(x[0], DType.UInt32);
        InputRules.Require(x[0].Shape.Rank > 0 && x[0].Shape[^1] == 2, "a key has two words");
    }

    private static void Reshaped(Reshape reshape, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Require(reshape.Shape.Size == x[0].Shape.Size, "it has another number of elements");
    }
}
