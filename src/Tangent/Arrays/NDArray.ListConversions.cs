using System.Runtime.InteropServices;

namespace Tangent;

/// <content>Arrays of arrays and lists become arrays of their element type, as copies; <see cref="Mx.Array(System.Collections.IEnumerable, DType?)"/> takes other sequences.</content>
public sealed partial class NDArray
{
    /// <summary>A copy, float32, of the rows of a matrix.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static implicit operator NDArray(float[][] values) => Mx.Array(values);

    /// <summary>A copy, float64, of the rows of a matrix.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static implicit operator NDArray(double[][] values) => Mx.Array(values);

    /// <summary>A copy, int32, of the rows of a matrix.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static implicit operator NDArray(int[][] values) => Mx.Array(values);

    /// <summary>A copy, int64, of the rows of a matrix.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static implicit operator NDArray(long[][] values) => Mx.Array(values);

    /// <summary>A copy, bool, of the rows of a matrix.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static implicit operator NDArray(bool[][] values) => Mx.Array(values);

    /// <summary>A copy, float32.</summary>
    public static implicit operator NDArray(List<float> values) => OfList(values);

    /// <summary>A copy, float64.</summary>
    public static implicit operator NDArray(List<double> values) => OfList(values);

    /// <summary>A copy, int32.</summary>
    public static implicit operator NDArray(List<int> values) => OfList(values);

    /// <summary>A copy, int64.</summary>
    public static implicit operator NDArray(List<long> values) => OfList(values);

    /// <summary>A copy, bool.</summary>
    public static implicit operator NDArray(List<bool> values) => OfList(values);

    private static NDArray OfList<T>(List<T> values) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        return Mx.Array<T>(CollectionsMarshal.AsSpan(values), values.Count);
    }
}
