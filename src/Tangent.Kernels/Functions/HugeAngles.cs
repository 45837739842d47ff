using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Circular functions of arguments too large for the vector reduction, lane by lane with the platform's scalar
/// functions, which reduce exactly. Not inlined: it is rare and would crowd the loop.
/// </summary>
internal static class HugeAngles
{
    /// <summary><paramref name="result"/> with the lanes replaced whose x is beyond the limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Sin32<V>(V x, V result)
        where V : unmanaged, ILanes<V, float>
    {
        for (int i = 0; i < V.Count; i++)
        {
            float lane = V.Get(x, i);
            if (Math.Abs(lane) > TrigonometricParts.Limit32)
                result = V.With(result, i, (float)Math.Sin((double)lane));
        }
        return result;
    }

    /// <summary><paramref name="result"/> with the lanes replaced whose x is beyond the limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Sin64<V>(V x, V result)
        where V : unmanaged, ILanes<V, double>
    {
        for (int i = 0; i < V.Count; i++)
        {
            double lane = V.Get(x, i);
            if (Math.Abs(lane) > TrigonometricParts.Limit64)
                result = V.With(result, i, Math.Sin(lane));
        }
        return result;
    }

    /// <summary><paramref name="result"/> with the lanes replaced whose x is beyond the limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Cos32<V>(V x, V result)
        where V : unmanaged, ILanes<V, float>
    {
        for (int i = 0; i < V.Count; i++)
        {
            float lane = V.Get(x, i);
            if (Math.Abs(lane) > TrigonometricParts.Limit32)
                result = V.With(result, i, (float)Math.Cos((double)lane));
        }
        return result;
    }

    /// <summary><paramref name="result"/> with the lanes replaced whose x is beyond the limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Cos64<V>(V x, V result)
        where V : unmanaged, ILanes<V, double>
    {
        for (int i = 0; i < V.Count; i++)
        {
            double lane = V.Get(x, i);
            if (Math.Abs(lane) > TrigonometricParts.Limit64)
                result = V.With(result, i, Math.Cos(lane));
        }
        return result;
    }

    /// <summary><paramref name="result"/> with the lanes replaced whose x is beyond the limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Tan32<V>(V x, V result)
        where V : unmanaged, ILanes<V, float>
    {
        for (int i = 0; i < V.Count; i++)
        {
            float lane = V.Get(x, i);
            if (Math.Abs(lane) > TrigonometricParts.Limit32)
                result = V.With(result, i, (float)Math.Tan((double)lane));
        }
        return result;
    }

    /// <summary><paramref name="result"/> with the lanes replaced whose x is beyond the limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Tan64<V>(V x, V result)
        where V : unmanaged, ILanes<V, double>
    {
        for (int i = 0; i < V.Count; i++)
        {
            double lane = V.Get(x, i);
            if (Math.Abs(lane) > TrigonometricParts.Limit64)
                result = V.With(result, i, Math.Tan(lane));
        }
        return result;
    }
}
