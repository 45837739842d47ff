using System.Numerics;
using System.Numerics.Tensors;

namespace Tangent.Kernels;

/// <summary>
/// A conversion between numbers: integers wrap around, floating values are cut off towards zero, values out of range
/// become the nearest one and NaN becomes 0.
/// </summary>
internal sealed unsafe class ConvertKernel<TFrom, TTo> : TileKernel
    where TFrom : unmanaged, INumberBase<TFrom>
    where TTo : unmanaged, INumberBase<TTo>
{
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count) =>
        TensorPrimitives.ConvertTruncating(new ReadOnlySpan<TFrom>(x, (int)count), new Span<TTo>(destination, (int)count));
}
