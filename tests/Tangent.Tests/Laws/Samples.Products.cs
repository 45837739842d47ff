namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<Sample> ProductFamily() =>
    [
        Of("Mx.MatMul", "matrices", Mx.MatMul, (2, 3), (3, 2)),
        Of("Mx.MatMul", "batch", Mx.MatMul, (2, 1, 2, 3), (2, 3, 2)),
        Of("Mx.MatMul", "vectors", Mx.MatMul, 3, 3),
        Of("Mx.MatMul", "stack by one", Mx.MatMul, (3, 2, 4), (4, 2)),
        Of("Mx.MatMul", "rows by one", Mx.MatMul, (3, 1, 4), (1, 4, 2)),
        Of("Mx.MatMul", "one by stack", Mx.MatMul, (2, 3), (4, 3, 2)),
        Of("Mx.MatMul", "one by columns", Mx.MatMul, (2, 3), (4, 3, 1)),
        Of("Mx.MatMul", "vector by stack", Mx.MatMul, 3, (4, 3, 2)),
        Of("Mx.MatMul", "stack by vector", Mx.MatMul, (4, 2, 3), 3),
        Of("Mx.MatMul", "shared in the middle", Mx.MatMul, (2, 1, 2, 3), (1, 3, 3, 2)),
        Of("Mx.MatMul", "shared in front", Mx.MatMul, (1, 2, 2, 3), (3, 2, 3, 2)),
        new("Mx.MatMul", "complex", x => [Mx.MatMul(x[0], x[1])], ComplexNumbers((2, 3)), ComplexNumbers((3, 2), seed: 1)) { Tolerance = 2e-3 },
        new("Mx.AddMM", "scaled", x => [Mx.AddMM(x[0], x[1], x[2], 0.5, 2)], Numbers(4), Numbers((2, 3), seed: 1), Numbers((3, 4), seed: 2)),
        Of("Mx.Inner", "matrices", Mx.Inner, (2, 3), (4, 3)),
        Of("Mx.Outer", "vectors", Mx.Outer, 2, 3),
        Of("Mx.TensorDot", "last", (x, y) => Mx.TensorDot(x, y, 2), (2, 3, 2), (3, 2, 2)),
        Of("Mx.TensorDot", "pairs", (x, y) => Mx.TensorDot(x, y, ((0, 1), (1, 0))), (2, 3, 2), (3, 2, 2)),
        Of("Mx.VecDot", "axis", (x, y) => Mx.VecDot(x, y, 0), (2, 3), (2, 3)),
        new("Mx.VecDot", "complex", x => [Mx.VecDot(x[0], x[1])], ComplexNumbers((2, 3)), ComplexNumbers((2, 3), seed: 1)) { Tolerance = 2e-3 },
        Of("Mx.Kron", "matrices", Mx.Kron, (2, 2), (1, 3)),
        Of("Mx.Einsum", "matrices", (x, y) => Mx.Einsum("ij,kj->ki", x, y), (2, 3), (4, 3)),
        Of("Mx.Einsum", "batch with an ellipsis that broadcasts", (x, y) => Mx.Einsum("...ij,...jk", x, y), (2, 1, 2, 3), (3, 3, 2)),
        Of("Mx.Einsum", "diagonal and sum", x => Mx.Einsum("iij->j", x), (3, 3, 2)),
        Of("Mx.Einsum", "outer with a shared label", (x, y) => Mx.Einsum("bi,bj->ijb", x, y), (2, 3), (2, 2)),
        new("Mx.Einsum", "chain", x => [Mx.Einsum("ab,bc,cd,ad->d", x)], Numbers((2, 3)), Numbers((3, 4), seed: 1), Numbers((4, 2), seed: 2), Numbers((2, 2), seed: 3)),
        new("Mx.Einsum", "complex", x => [Mx.Einsum("ij,jk->k", x)], ComplexNumbers((2, 3)), ComplexNumbers((3, 2), seed: 1)) { Tolerance = 2e-3 },
        Gathered("both", [3, 1, 3, 0], [0, 2, 2, 1], (4, 2, 3), (3, 3, 2)),
        Gathered("rows of experts", [0, 1, 2, 3, 4, 5, 6], [2, 0, 2, 2, 1, 0, 2], (7, 1, 4), (3, 4, 5)),
        Gathered("columns", [1, 1, 0], [0, 1, 1], (2, 3, 4), (2, 4, 1)),
        Gathered("from the end and out of range", [-1, 7, -9], [1, -2, 5], (3, 2, 2), (2, 2, 2)),
        Gathered("no products", [], [], (2, 2, 3), (2, 3, 2)),
        Of("Mx.GatherMM", "all on the left in order", (x, y) => Mx.GatherMM(x, y, null, new[] { 1, 0, 1 }), (3, 2, 3), (2, 3, 2)),
        Of("Mx.GatherMM", "indices that broadcast", (x, y) => Mx.GatherMM(x, y, new[,] { { 0 }, { 3 } }, new[] { 1, 0, 1 }), (2, 2, 2, 3), (2, 3, 2)),
        Of("Mx.GatherMM", "vectors", (x, y) => Mx.GatherMM(x, y, new[] { 0, 0 }, new[] { 1, 0 }), 3, (2, 3, 2)),
        Of("Mx.GatherMM", "without indices", (x, y) => Mx.GatherMM(x, y), (2, 2, 3), (2, 3, 2)),
        Derived("Mx.GatherMM", "tangent", x => Mx.Jvp(v => [Gather(v[0], v[1])], x, [Mx.Cos(x[0]), Mx.Sin(x[1])]).Tangents, (3, 2, 3), (2, 3, 2)),
        Derived("Mx.GatherMM", "cotangents", x => Mx.Vjp(v => [Gather(v[0], v[1])], x, [Mx.Cos(Gather(x[0], x[1]))]).Cotangents, (3, 2, 3), (2, 3, 2)),
        Derived("Mx.GatherMM", "cotangents of rows", x => Mx.Vjp(v => [Gather(v[0], v[1])], x, [Mx.Cos(Gather(x[0], x[1]))]).Cotangents, (3, 1, 3), (2, 3, 4)),
        new("Mx.GatherMM", "complex", x => [Gather(x[0], x[1])], ComplexNumbers((3, 2, 3)), ComplexNumbers((2, 3, 2), seed: 1)) { Tolerance = 2e-3 },
        Of("Mx.SegmentedMM", "parts", (x, y) => Mx.SegmentedMM(x, y, new[,] { { 0, 2 }, { 2, 6 }, { 3, 3 } }), (3, 6), (6, 2)),
        Of("Mx.SegmentedMM", "overlapping, from the end, beyond and reversed", (x, y) => Mx.SegmentedMM(x, y, new[,] { { 1, 4 }, { -3, 99 }, { 4, 1 }, { 0, 5 }, { -99, 2 } }), (2, 5), (5, 3)),
        Of("Mx.SegmentedMM", "more axes", (x, y) => Mx.SegmentedMM(x, y, Mx.Reshape(new uint[] { 0, 1, 1, 3, 0, 4, 2, 4 }, (2, 2, 2))), (2, 4), (4, 2)),
        Of("Mx.SegmentedMM", "no segments", (x, y) => Mx.SegmentedMM(x, y, Mx.Zeros((0, 2), DType.UInt32)), (2, 4), (4, 2)),
        Derived("Mx.SegmentedMM", "cotangents", x => Mx.Vjp(v => [Segment(v[0], v[1])], x, [Mx.Cos(Segment(x[0], x[1]))]).Cotangents, (2, 5), (5, 3)),
        Masked("of the output", true, false, false, (40, 5), (5, 35)),
        Masked("of all", true, true, true, (33, 34), (34, 36)),
        Masked("of both operands, one for all", false, true, true, (2, 3, 40), (40, 33)),
        Masked("of none", false, false, false, (2, 3), (3, 2)),
        Of("Mx.BlockMaskedMM", "vectors", (x, y) => Mx.BlockMaskedMM(x, y, 32, maskLhs: new[,] { { true, false } }), 40, (40, 2)),
        new("Mx.BlockMaskedMM", "factors", x => [Mx.BlockMaskedMM(x[0], x[1], 32, x[2], x[3], x[4])],
            Numbers((3, 35)), Numbers((35, 33), seed: 1), Numbers((1, 2), seed: 2), Numbers((1, 2), seed: 3), Numbers((2, 2), seed: 4)),
        Of("Mx.HadamardTransform", "power of two", x => Mx.HadamardTransform(x), (2, 8)),
        Of("Mx.HadamardTransform", "twelve times two", x => Mx.HadamardTransform(x, 0.5), (1, 24)),
    ];

    private static NDArray Gather(NDArray x, NDArray y) => Mx.GatherMM(x, y, new[] { 2, 0, 2, 1 }, new[] { 0, 1, 1, 0 });

    private static NDArray Segment(NDArray x, NDArray y) => Mx.SegmentedMM(x, y, new[,] { { 0, 3 }, { 2, 5 } });

    private static Sample Gathered(string variant, int[] left, int[] right, Shape x, Shape y) =>
        Of("Mx.GatherMM", variant, (a, b) => Mx.GatherMM(a, b, left, right), x, y);

    private static Sample Masked(string variant, bool output, bool left, bool right, Shape x, Shape y) => Of("Mx.BlockMaskedMM", variant, (a, b) => Mx.BlockMaskedMM(
        a, b, 32, output ? Blocks(x[^2], y[^1], 1) : null, left ? Blocks(x[^2], x[^1], 2) : null, right ? Blocks(y[^2], y[^1], 3) : null), x, y);

    // At least one is left out.
    private static NDArray Blocks(int rows, int columns, int seed)
    {
        NDArray mask = Numbers(((rows + 31) / 32, (columns + 31) / 32), seed: seed);
        return mask > Mx.Min(mask);
    }

    private static Sample Derived(string op, string variant, Func<NDArray[], NDArray[]> function, Shape first, Shape second) =>
        new(op, variant, function, Numbers(first), Numbers(second, seed: 1));
}
