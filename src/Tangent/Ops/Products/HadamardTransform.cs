namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The product of a Hadamard matrix with the vectors along the last axis, whose length is a power of two, or 12, 20 or 28 times one.
    /// Integers become float32.
    /// </summary>
    /// <param name="x">The vectors.</param>
    /// <param name="scale">A factor; by default 1/√n, with which the transform keeps lengths.</param>
    /// <exception cref="ArgumentException">There is no last axis, or no matrix of its length.</exception>
    [Mlx("core.hadamard_transform")]
    public static NDArray HadamardTransform(NDArray x, double? scale = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        int[] factors = HadamardFactors(x.Shape);
        NDArray y = Elementwise.ToInexact(x);
        if (x.Size == 0)
            return y.Share();
        int length = x.Shape[x.Rank - 1], inner = length, outer = (int)(x.Size / length);
        for (int i = 0; i < factors.Length; i++)
        {
            int size = factors[i];
            inner /= size;
            NDArray matrix = AsType(HadamardMatrix.Of(size), y.DType);
            // What is scaled first does not overflow in 16 bits.
            if (i == 0)
                matrix *= scale ?? 1 / Math.Sqrt(length);
            y = inner == 1 ? MatMul(Reshape(y, (outer, size)), Transpose(matrix)) : MatMul(matrix, Reshape(y, (outer, size, inner)));
            outer *= size;
        }
        return Reshape(y, x.Shape);
    }

    private static int[] HadamardFactors(Shape shape)
    {
        int length = shape.Rank == 0 ? 0 : shape[shape.Rank - 1], other = System.Array.Find(HadamardMatrix.OtherSizes, size => length % size == 0 && int.IsPow2(length / size));
        int power = other == 0 ? length : length / other;
        if (shape.Rank == 0 || !int.IsPow2(power))
            throw new ArgumentException($"HadamardTransform: the last axis of shape {shape} must have a length of m·2ᵏ with m of 1, 12, 20 or 28.", nameof(shape));
        List<int> factors = other == 0 ? [] : [other];
        for (; power > 1 || factors.Count == 0; power /= factors[^1])
            factors.Add(Math.Min(power, HadamardMatrix.LargestPower));
        return [.. factors];
    }
}
