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
        Of("Mx.HadamardTransform", "power of two", x => Mx.HadamardTransform(x), (2, 8)),
        Of("Mx.HadamardTransform", "twelve times two", x => Mx.HadamardTransform(x, 0.5), (1, 24)),
    ];
}
