namespace Tangent;

/// <summary>Reverse mode with the convention for complex numbers, as users see it.</summary>
internal static class Gradient
{
    /// <summary>The cotangents of all inputs; zeros where no output depends on one.</summary>
    public static NDArray[] Pull(NDArray[] x, NDArray[] y, NDArray?[] ct)
    {
        bool[] active = [.. x.Select(array => array.DType.IsInexact)];
        NDArray?[] result = Reverse.Pull(x, active, y, [.. ct.Select(Conjugate)]);
        return [.. x.Select((array, i) => Tangents.OrZeros(Conjugate(result[i]), array.Spec))];
    }

    private static NDArray? Conjugate(NDArray? x) => x is { DType: DType.Complex64 } ? Mx.Conjugate(x) : x;
}
