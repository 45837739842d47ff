using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Numbers of rows, which lie in memory as uint32 and are counted in lanes.</summary>
internal static unsafe class LanePlaces<V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Brings so many numbers of each item side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(uint* from, int width, int lanes, T* to)
    {
        if (sizeof(T) == sizeof(uint))
        {
            PanelTransposition<T>.Run((T*)from, width, lanes, width, V.Count, to);
        }
        else
        {
            var bits = (long*)to;
            for (int i = 0; i < width; i++)
                for (int lane = 0; lane < V.Count; lane++)
                    bits[i * V.Count + lane] = lane < lanes ? from[lane * width + i] : 0;
        }
        for (int i = 0; i < width; i++)
            V.Store(V.FromIntegerBits(V.Load(to + i * V.Count)), to + i * V.Count);
    }

    /// <summary>Brings them back; what they came from is overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(T* from, int width, int lanes, uint* to)
    {
        for (int i = 0; i < width; i++)
            V.Store(V.ToIntegerBits(V.Load(from + i * V.Count)), from + i * V.Count);
        if (sizeof(T) == sizeof(uint))
        {
            PanelTransposition<T>.Run(from, V.Count, width, lanes, width, (T*)to);
            return;
        }
        var bits = (long*)from;
        for (int lane = 0; lane < lanes; lane++)
            for (int i = 0; i < width; i++)
                to[lane * width + i] = (uint)bits[i * V.Count + lane];
    }
}
