namespace Tangent;

/// <summary>What systems of linear equations have in common: right sides that are vectors, and leading axes.</summary>
internal static class LinearSystems
{
    /// <summary>Checks and broadcasts the operands; right sides that share one matrix become columns of one.</summary>
    public static NDArray Solve(string function, NDArray a, NDArray b, Func<NDArray, NDArray, NDArray> solve)
    {
        (a, b) = Operands(function, Matrices.Square(function, a), b);
        if (b.Rank == 1)
        {
            NDArray x = Solve(a, Mx.ExpandDims(b, 1), function, solve);
            return Mx.Reshape(x, x.Shape.Without([x.Rank - 1]));
        }
        return Solve(a, b, function, solve);
    }

    /// <summary>Matrices and right sides, which have as many rows, in one type.</summary>
    public static (NDArray A, NDArray B) Operands(string function, NDArray a, NDArray b)
    {
        ArgumentNullException.ThrowIfNull(b);
        if (b.Rank == 0 || b.Shape[b.Rank == 1 ? 0 : b.Rank - 2] != a.Shape[^2])
            throw new ArgumentException($"{function}: b of shape {b.Shape} has no right sides for a of shape {a.Shape}.", nameof(b));
        DType dtype = Promotion.Of(a.DType, Matrices.Typed(function, b, nameof(b)).DType);
        return (Elementwise.ToType(function, a, dtype), Elementwise.ToType(function, b, dtype));
    }

    private static NDArray Solve(NDArray a, NDArray b, string function, Func<NDArray, NDArray, NDArray> solve)
    {
        Shape batch = Elementwise.BroadcastShapes(function, new Shape(a.Shape.Lengths[..^2]), new Shape(b.Shape.Lengths[..^2]));
        if (a.Rank > 2 || b.Rank == 2)
            return solve(Spread(a, batch), Spread(b, batch));
        int[] rows = [b.Rank - 2, .. Enumerable.Range(0, b.Rank - 2), b.Rank - 1], back = [.. Enumerable.Range(1, b.Rank - 2), 0, b.Rank - 1];
        NDArray moved = Mx.Transpose(b, new Axes(rows));
        NDArray x = solve(a, Mx.Reshape(moved, (b.Shape[^2], (int)(b.Size / Math.Max(1, b.Shape[^2])))));
        return Mx.Transpose(Mx.Reshape(x, moved.Shape), new Axes(back));
    }

    /// <summary>Right sides of many examples of one matrix, as columns.</summary>
    public static Batched VmapRightSides(Func<NDArray, NDArray> solve, NDArray b, int axis)
    {
        NDArray last = Batching.Move(new(b, axis), b.Rank - 1);
        Shape joined = new([.. last.Shape.Lengths[..^2], last.Shape[^2] * last.Shape[^1]]);
        return new(Mx.Reshape(solve(Mx.Reshape(last, joined)), last.Shape), last.Rank - 1);
    }

    private static NDArray Spread(NDArray x, Shape batch) =>
        Elementwise.Broadcast(x, new Shape([.. batch.Lengths, .. x.Shape.Lengths[^2..]]));
}
