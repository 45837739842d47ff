namespace Tangent.Tests.Planning;

/// <summary>Operations on arrays that were made before; null where the arrays that were drawn do not suit.</summary>
internal static class RandomOperations
{
    public static NDArray? Unary(Random random, List<NDArray> made)
    {
        NDArray x = Any(random, made);
        if (x.DType is DType.Bool or DType.UInt8)
            return Mx.BitwiseInvert(x);
        return random.Next(7) switch
        {
            0 when x.DType.IsInexact => Mx.Sin(x),
            1 when x.DType.IsInexact => Mx.Tanh(x),
            2 when x.DType.IsInexact => Mx.Exp(-Mx.Abs(x)),
            3 => Mx.Abs(x),
            4 => Mx.Negative(x),
            5 => x * 0.5,
            6 => 2 - x,
            _ => Mx.Sign(x),
        };
    }

    public static NDArray? Binary(Random random, List<NDArray> made)
    {
        NDArray x = Any(random, made), y = Any(random, made);
        if (!Meet(x, y))
            return null;
        return random.Next(x.DType.IsComplex || y.DType.IsComplex ? 3 : 6) switch
        {
            0 => x + y,
            1 => x * y,
            2 => Mx.Where(x == y, x, y),
            3 => Mx.Maximum(x, y),
            4 => Mx.Minimum(x, y),
            _ => x < y,
        };
    }

    public static NDArray? Chosen(Random random, List<NDArray> made)
    {
        NDArray x = Any(random, made), y = Any(random, made);
        NDArray? mask = made.FindLast(array => array.DType == DType.Bool && Meet(array, x) && Meet(array, y));
        return mask is not null && Meet(x, y) ? Mx.Where(mask, x, y) : null;
    }

    public static NDArray? View(Random random, List<NDArray> made)
    {
        NDArray x = Any(random, made);
        return (random.Next(7), x.NDim) switch
        {
            (0, 2) => Mx.Transpose(x),
            (1, > 0) => Mx.Flip(x, x.NDim - 1),
            (2, > 0) when x.Length > 4 => x[2..],
            (3, _) => Mx.Reshape(x, -1),
            (4, 1) => Mx.ExpandDims(x, 1),
            (5, 1) when x.Length < 200 => Mx.BroadcastTo(x, (130, x.Length)),
            (6, 2) => Mx.Contiguous(x),
            _ => null,
        };
    }

    // Floating numbers do not become integers, which do not hold them all. Arithmetic on halves is left out: a fused loop
    // computes in float32 and rounds what it stores.
    public static NDArray? Converted(Random random, List<NDArray> made)
    {
        NDArray x = Any(random, made);
        return random.Next(5) switch
        {
            _ when x.DType.IsComplex => Mx.Real(x),
            0 => Mx.AsType(x, DType.Float32),
            1 => Mx.AsType(x, DType.Float64),
            2 => Mx.AsType(Mx.AsType(x, DType.Float16), DType.Float32),
            3 => Mx.AsType(Mx.AsType(x, DType.BFloat16), DType.Float32),
            _ => x.DType.IsInexact ? null : Mx.AsType(x, DType.Int32),
        };
    }

    // Sums of whole numbers: those of fractions round in the order in which memory is read, which fusing may change.
    public static NDArray? Reduction(Random random, List<NDArray> made)
    {
        NDArray x = Any(random, made);
        if (x.NDim == 0 || x.Size == 0 || x.DType.IsComplex)
            return null;
        int axis = random.Next(x.NDim);
        bool keep = random.Next(2) == 0;
        return random.Next(4) switch
        {
            0 => Mx.Sum(x.DType.IsInexact ? x > 0.1 : x, axis, keep),
            1 => Mx.Max(x, axis, keep),
            2 => Mx.ArgMax(x, axis, keep),
            _ => Mx.Min(x),
        };
    }

    public static NDArray? Updated(Random random, List<NDArray> made)
    {
        NDArray x = +Any(random, made);
        if (x.NDim == 0 || x.Length < 4)
            return null;
        int start = random.Next(x.Length - 3);
        if (random.Next(2) == 0)
            x[start..(start + 2)] = x[(start + 1)..(start + 3)];
        else
            x[start] = 1;
        return x;
    }

    public static NDArray? Row(Random random, List<NDArray> made)
    {
        NDArray x = Any(random, made);
        if (x.NDim == 0 || !x.DType.IsInexact || x.DType.IsComplex)
            return null;
        return random.Next(4) switch
        {
            0 => Mx.Softmax(x, -1),
            1 => Mx.CumSum(x, 0),
            2 => Mx.Sort(x, -1),
            _ => Mx.Take(x, new[] { 3, 0, 2, 2 }, x.NDim - 1),
        };
    }

    // New arrays rather than old ones, so that the graph grows deep.
    private static NDArray Any(Random random, List<NDArray> made) =>
        made[Math.Max(random.Next(made.Count), random.Next(made.Count))];

    private static bool Meet(NDArray x, NDArray y)
    {
        for (int i = 1; i <= Math.Min(x.NDim, y.NDim); i++)
            if (x.Shape[^i] != y.Shape[^i] && x.Shape[^i] != 1 && y.Shape[^i] != 1)
                return false;
        // No outer products, which would grow without end.
        return Mx.BroadcastShapes(x.Shape, y.Shape).Size <= 130 * 140;
    }
}
