using System.Numerics;
using System.Numerics.Tensors;

namespace Tangent;

/// <content>
/// .NET arrays and tensors become arrays of the same shape and element type, as copies. <see cref="Mx.FromMemory"/> and
/// <see cref="Mx.FromTensor"/> make none; <see cref="Mx.Array(System.Array, DType?)"/> takes any rank and arrays of arrays.
/// </content>
public sealed partial class NDArray
{
    /// <summary>A copy, float32.</summary>
    public static implicit operator NDArray(float[] values) => Mx.Array(values);

    /// <summary>A copy, float64.</summary>
    public static implicit operator NDArray(double[] values) => Mx.Array(values);

    /// <summary>A copy, float16.</summary>
    public static implicit operator NDArray(Half[] values) => Mx.Array(values);

    /// <summary>A copy, bfloat16.</summary>
    public static implicit operator NDArray(BFloat16[] values) => Mx.Array(values);

    /// <summary>A copy, int32.</summary>
    public static implicit operator NDArray(int[] values) => Mx.Array(values);

    /// <summary>A copy, int64.</summary>
    public static implicit operator NDArray(long[] values) => Mx.Array(values);

    /// <summary>A copy, int16.</summary>
    public static implicit operator NDArray(short[] values) => Mx.Array(values);

    /// <summary>A copy, int8.</summary>
    public static implicit operator NDArray(sbyte[] values) => Mx.Array(values);

    /// <summary>A copy, uint32.</summary>
    public static implicit operator NDArray(uint[] values) => Mx.Array(values);

    /// <summary>A copy, uint64.</summary>
    public static implicit operator NDArray(ulong[] values) => Mx.Array(values);

    /// <summary>A copy, uint16.</summary>
    public static implicit operator NDArray(ushort[] values) => Mx.Array(values);

    /// <summary>A copy, uint8.</summary>
    public static implicit operator NDArray(byte[] values) => Mx.Array(values);

    /// <summary>A copy, bool.</summary>
    public static implicit operator NDArray(bool[] values) => Mx.Array(values);

    /// <summary>A copy, complex64.</summary>
    public static implicit operator NDArray(Complex64[] values) => Mx.Array(values);

    /// <summary>A copy, complex64.</summary>
    public static implicit operator NDArray(Complex[] values) => Mx.Array(values);

    /// <summary>A copy, float32, of two axes.</summary>
    public static implicit operator NDArray(float[,] values) => Mx.Array(values);

    /// <summary>A copy, float32, of three axes.</summary>
    public static implicit operator NDArray(float[,,] values) => Mx.Array(values);

    /// <summary>A copy, float32, of four axes.</summary>
    public static implicit operator NDArray(float[,,,] values) => Mx.Array(values);

    /// <summary>A copy, float32, of five axes.</summary>
    public static implicit operator NDArray(float[,,,,] values) => Mx.Array(values);

    /// <summary>A copy, float64, of two axes.</summary>
    public static implicit operator NDArray(double[,] values) => Mx.Array(values);

    /// <summary>A copy, float64, of three axes.</summary>
    public static implicit operator NDArray(double[,,] values) => Mx.Array(values);

    /// <summary>A copy, float64, of four axes.</summary>
    public static implicit operator NDArray(double[,,,] values) => Mx.Array(values);

    /// <summary>A copy, float64, of five axes.</summary>
    public static implicit operator NDArray(double[,,,,] values) => Mx.Array(values);

    /// <summary>A copy, int32, of two axes.</summary>
    public static implicit operator NDArray(int[,] values) => Mx.Array(values);

    /// <summary>A copy, int32, of three axes.</summary>
    public static implicit operator NDArray(int[,,] values) => Mx.Array(values);

    /// <summary>A copy, int32, of four axes.</summary>
    public static implicit operator NDArray(int[,,,] values) => Mx.Array(values);

    /// <summary>A copy, int32, of five axes.</summary>
    public static implicit operator NDArray(int[,,,,] values) => Mx.Array(values);

    /// <summary>A copy, int64, of two axes.</summary>
    public static implicit operator NDArray(long[,] values) => Mx.Array(values);

    /// <summary>A copy, int64, of three axes.</summary>
    public static implicit operator NDArray(long[,,] values) => Mx.Array(values);

    /// <summary>A copy, int64, of four axes.</summary>
    public static implicit operator NDArray(long[,,,] values) => Mx.Array(values);

    /// <summary>A copy, int64, of five axes.</summary>
    public static implicit operator NDArray(long[,,,,] values) => Mx.Array(values);

    /// <summary>A copy, bool, of two axes.</summary>
    public static implicit operator NDArray(bool[,] values) => Mx.Array(values);

    /// <summary>A copy, bool, of three axes.</summary>
    public static implicit operator NDArray(bool[,,] values) => Mx.Array(values);

    /// <summary>A copy, bool, of four axes.</summary>
    public static implicit operator NDArray(bool[,,,] values) => Mx.Array(values);

    /// <summary>A copy, bool, of five axes.</summary>
    public static implicit operator NDArray(bool[,,,,] values) => Mx.Array(values);

    /// <summary>A copy, float32.</summary>
    public static implicit operator NDArray(Tensor<float> values) => Mx.Array(values);

    /// <summary>A copy, float64.</summary>
    public static implicit operator NDArray(Tensor<double> values) => Mx.Array(values);

    /// <summary>A copy, int32.</summary>
    public static implicit operator NDArray(Tensor<int> values) => Mx.Array(values);

    /// <summary>A copy, int64.</summary>
    public static implicit operator NDArray(Tensor<long> values) => Mx.Array(values);

    /// <summary>A copy, bool.</summary>
    public static implicit operator NDArray(Tensor<bool> values) => Mx.Array(values);
}
