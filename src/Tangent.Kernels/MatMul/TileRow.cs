using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>One row of a micro-tile of sums: one or two registers, as <typeparamref name="TVectors"/> says.</summary>
internal unsafe struct TileRow<T, TVector, TSimd, TVectors>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
    where TVectors : ICount
{
    private TVector left;
    private TVector right;

    /// <summary>Adds the product of one element of x with a row of y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(T* x, TVector yLeft, TVector yRight)
    {
        TVector element = TSimd.Broadcast(x);
        left = TSimd.MultiplyAdd(element, yLeft, left);
        if (TVectors.Value > 1)
            right = TSimd.MultiplyAdd(element, yRight, right);
    }

    /// <summary>Writes the sums, or adds them to what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(T* output, bool accumulate)
    {
        TSimd.Store(accumulate ? TSimd.Add(TSimd.Load(output), left) : left, output);
        if (TVectors.Value > 1)
        {
            T* second = output + TSimd.Count;
            TSimd.Store(accumulate ? TSimd.Add(TSimd.Load(second), right) : right, second);
        }
    }
}
