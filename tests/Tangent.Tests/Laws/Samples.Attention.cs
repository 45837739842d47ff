using static Tangent.Mx.Fast;

namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<Sample> AttentionFamily() =>
    [
        Attends("plain", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7), (2, 2, 3, 4), (2, 2, 5, 4), (2, 2, 5, 2)),
        Attends("causal", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, "causal"), (1, 2, 3, 4), (1, 2, 5, 4), (1, 2, 5, 3)),
        Attends("causal, more queries than keys", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, "causal"), (1, 1, 5, 2), (1, 1, 3, 2), (1, 1, 3, 2)),
        Attends("heads that share keys", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, "causal"), (1, 4, 3, 2), (1, 2, 4, 2), (1, 2, 4, 3)),
        Attends("mask of numbers", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, x[3]), (2, 2, 3, 2), (2, 2, 4, 2), (2, 2, 4, 2), (2, 1, 3, 4)),
        Attends("mask of numbers for all heads", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, x[3]), (2, 2, 3, 2), (2, 1, 4, 2), (2, 1, 4, 2), 4),
        Attends("mask of flags", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, Mx.Tri(3, 4, 1, DType.Bool)), (2, 2, 3, 2), (2, 2, 4, 2), (2, 2, 4, 2)),
        Attends("a query that sees nothing", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, Mx.Tri(3, 4, -1, DType.Bool)), (1, 1, 3, 2), (1, 1, 4, 2), (1, 1, 4, 2)),
        Attends("sinks", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, sinks: x[3]), (2, 2, 3, 2), (2, 1, 4, 2), (2, 1, 4, 2), 2),
        Attends("sinks and a mask", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, x[4], x[3]), (1, 2, 2, 2), (1, 1, 3, 2), (1, 1, 3, 2), 2, (2, 3)),
        Attends("one query", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7), (2, 4, 1, 3), (2, 2, 6, 3), (2, 2, 6, 3)),
        Attends("no keys", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7), (1, 2, 3, 2), (1, 2, 0, 2), (1, 2, 0, 2)),
        Attends("no queries", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.7), (1, 2, 0, 2), (1, 2, 3, 2), (1, 2, 3, 2)),
        Derivative("tangent", x => Mx.Jvp(v => [Attend(v)], x, [x[1], Mx.Cos(x[1]), x[0]]).Tangents),
        Derivative("cotangents", x => Mx.Vjp(v => [Attend(v)], x, [Mx.Cos(x[2])]).Cotangents),
        Derivative("tangents of cotangents", x => Mx.Jvp(u => Mx.Vjp(v => [Attend(v)], u, [Mx.Cos(u[2])]).Cotangents, x, [x[1], Mx.Cos(x[1]), x[0]]).Tangents),
        // Sizes beyond a block of rows and of keys.
        Attends("blocks", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.3, "causal"), (1, 2, 130, 5), (1, 1, 300, 5), (1, 1, 300, 33)) with { Order = 1 },
        Attends("blocks, mask, sinks", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.3, x[3], x[4]), (1, 1, 70, 20), (1, 1, 270, 20), (1, 1, 270, 17), (70, 270), 1) with { Order = 1 },
        Attends("a block of keys and one more", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.3), (1, 1, 3, 2), (1, 1, 257, 2), (1, 1, 257, 2)) with { Order = 1 },
        Attends("blocks, mask of flags", x => ScaledDotProductAttention(x[0], x[1], x[2], 0.3, Mx.Equal(Mx.Remainder(Mx.Arange(5 * 300), 7), 2).Reshape(5, 300)), (1, 1, 5, 4), (1, 1, 300, 4), (1, 1, 300, 3)) with { Order = 1 },
        Of("Mx.Fast.Rope", "halves", x => Rope(x, 4, false, 10000, 0.5, 3), (2, 2, 3, 6)),
        Of("Mx.Fast.Rope", "neighbours", x => Rope(x, 4, true, 100, 1, 0), (1, 3, 4)),
        new("Mx.Fast.Rope", "offsets, frequencies", x => [Rope(x[0], 4, false, null, 1, Mx.Array([2, 5]), x[1])], Numbers((2, 2, 3, 4)), Numbers(2, 1, 3, 1)),
    ];

    private static NDArray Attend(NDArray[] x) => ScaledDotProductAttention(x[0], x[1], x[2], 0.7, "causal");

    private static Sample Derivative(string variant, Func<NDArray[], NDArray[]> function) =>
        new("Mx.Fast.ScaledDotProductAttention", variant, function, Numbers((1, 1, 3, 2)), Numbers((1, 1, 3, 2), seed: 1), Numbers((1, 1, 3, 2), seed: 2)) { Order = 1 };

    private static Sample Attends(string variant, Func<NDArray[], NDArray> function, params Shape[] shapes) =>
        new("Mx.Fast.ScaledDotProductAttention", variant, x => [function(x)], [.. shapes.Select((shape, i) => Numbers(shape, seed: i))]);
}
