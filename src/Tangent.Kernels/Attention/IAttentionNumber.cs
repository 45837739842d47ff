using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>What attention needs of a floating type beside products.</summary>
internal interface IAttentionNumber<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>eˣ in every lane.</summary>
    static abstract V Exp<V>(V x)
        where V : unmanaged, ILanes<V, T>;
}

/// <summary>float32.</summary>
internal readonly struct AttentionFloat : IAttentionNumber<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : unmanaged, ILanes<V, float> => Tangent.Kernels.Exp.Float32(x);
}

/// <summary>float64.</summary>
internal readonly struct AttentionDouble : IAttentionNumber<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : unmanaged, ILanes<V, double> => Tangent.Kernels.Exp.Float64(x);
}
