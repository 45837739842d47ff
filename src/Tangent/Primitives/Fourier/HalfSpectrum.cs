using Tangent.Kernels;

namespace Tangent;

/// <summary>The half of the spectrum of n real numbers that determines it: frequencies 0 to n/2.</summary>
internal static class HalfSpectrum
{
    /// <summary>The shape of the spectra of real numbers along an axis.</summary>
    public static Shape Of(Shape shape, int axis) => shape.With(axis, shape[axis] / 2 + 1);

    /// <summary>A weight for the frequencies that stand for two, and 1 for those that stand for themselves: 0 and, for even n, n/2.</summary>
    public static NDArray Weights(int axis, int rank, int length, float weight)
    {
        var values = new float[length / 2 + 1];
        Array.Fill(values, weight);
        values[0] = 1;
        if (length % 2 == 0)
            values[^1] = 1;
        var shape = new int[rank];
        Array.Fill(shape, 1);
        shape[axis] = values.Length;
        return Mx.Reshape(values, shape);
    }
}
