using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The number that a code of one byte stands for, before scale and bias.</summary>
internal interface ICodeNumber
{
    static abstract V Of<V>(V bytes)
        where V : unmanaged, ILanes<V, float>;
}

/// <summary>Codes that are whole numbers.</summary>
internal readonly struct WholeNumber : ICodeNumber
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V bytes)
        where V : unmanaged, ILanes<V, float> => V.FromIntegerBits(bytes);
}

/// <summary>Codes that are floats of 4 bits.</summary>
internal readonly struct SmallestFloat : ICodeNumber
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V bytes)
        where V : unmanaged, ILanes<V, float> => SmallFloats.FromE2M1(bytes);
}

/// <summary>Codes that are floats of 8 bits.</summary>
internal readonly struct SmallFloat : ICodeNumber
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V bytes)
        where V : unmanaged, ILanes<V, float> => SmallFloats.FromE4M3(bytes);
}
