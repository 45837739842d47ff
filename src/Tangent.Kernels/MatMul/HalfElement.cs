using System.Numerics.Tensors;

namespace Tangent.Kernels;

/// <summary>float16, computed in float32.</summary>
internal readonly unsafe struct HalfElement : IElement<Half, float>
{
    public static float Widen(Half x) => (float)x;

    public static void Widen(Half* source, float* destination, int count) =>
        TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>(source, count), new Span<float>(destination, count));

    public static void Narrow(float* source, Half* destination, int count) =>
        TensorPrimitives.ConvertToHalf(new ReadOnlySpan<float>(source, count), new Span<Half>(destination, count));
}
