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

    /// <summary>Adds the products of a vector with two others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(TVector x, TVector yLeft, TVector yRight)
    {
        left = TSimd.MultiplyAdd(x, yLeft, left);
        if (TVectors.Value > 1)
            right = TSimd.MultiplyAdd(x, yRight, right);
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

    /// <summary>The sums of two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TileRow<T, TVector, TSimd, TVectors> Plus(in TileRow<T, TVector, TSimd, TVectors> other) =>
        new() { left = TSimd.Add(left, other.left), right = TSimd.Add(right, other.right) };

    /// <summary>Adds up the lanes of either register, onto the two sums that are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void AddLanes(T* sums)
    {
        sums[0] = TSimd.AddLanes(left, sums[0]);
        sums[1] = TSimd.AddLanes(right, sums[1]);
    }
}
