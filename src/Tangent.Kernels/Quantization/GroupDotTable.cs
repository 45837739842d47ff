using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>The scalar products that suit a format and a width of vectors.</summary>
internal static unsafe class GroupDotTable
{
    /// <summary>The routines, and whether they read codes as they are stored; else one a byte.</summary>
    public static GroupDotRoutines For<TVector, TSimd, V>(QuantizationFormat format)
        where TVector : unmanaged
        where TSimd : ISimd<float, TVector>
        where V : unmanaged, ILanes<V, float>
    {
        if (typeof(TVector) == typeof(Vector512<float>) && Avx512F.IsSupported && format.Bits == 4)
            return format.HasBiases ? Nibbles<WholeNibbles>(format.GroupSize) : Nibbles<FloatNibbles>(format.GroupSize);
        return format.HasBiases
            ? Of<TVector, TSimd, ByteGroup<TVector, TSimd, V, WholeNumber>>(format.Bits == 8)
            : Of<TVector, TSimd, ByteGroup<TVector, TSimd, V, SmallFloat>>(format.Bits == 8);
    }

    private static GroupDotRoutines Nibbles<TTable>(int groupSize)
        where TTable : INibbleTable => groupSize switch
        {
            16 => Of<Vector512<float>, Simd512<float>, NibbleGroup<Counts.N2, TTable>>(true),
            32 => Of<Vector512<float>, Simd512<float>, NibbleGroup<Counts.N4, TTable>>(true),
            64 => Of<Vector512<float>, Simd512<float>, NibbleGroup<Counts.N8, TTable>>(true),
            _ => Of<Vector512<float>, Simd512<float>, NibbleGroup<Counts.N16, TTable>>(true),
        };

    private static GroupDotRoutines Of<TVector, TSimd, TGroup>(bool readsStored)
        where TVector : unmanaged
        where TSimd : ISimd<float, TVector>
        where TGroup : struct, IGroupNumbers<TVector, TGroup> =>
        new(readsStored, &GroupDot<TVector, TSimd, TGroup>.Arrange, &GroupDot<TVector, TSimd, TGroup>.Run);
}

/// <summary>The routines for one format and width of vectors.</summary>
internal readonly unsafe struct GroupDotRoutines(
    bool readsStored,
    delegate*<float*, int, int, int, float*, void> arrange,
    delegate*<int, in GroupShape, float*, in GroupedRow, in GroupedRow, float*, void> run)
{
    /// <summary>True if codes are read as they are stored, false if one a byte.</summary>
    public bool ReadsStored => readsStored;

    /// <inheritdoc cref="GroupDot{TVector, TSimd, TGroup}.Arrange"/>
    public void Arrange(float* row, int groups, int vectors, int rows, float* destination) => arrange(row, groups, vectors, rows, destination);

    /// <inheritdoc cref="GroupDot{TVector, TSimd, TGroup}.Run"/>
    public void Run(int rows, in GroupShape shape, float* x, in GroupedRow left, in GroupedRow right, float* sums) => run(rows, shape, x, left, right, sums);
}
