using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Elements in working memory, one after the other; an inverse transform takes the imaginary parts for the real ones.</summary>
internal readonly unsafe struct LaneElements<V>(float* memory, bool inverse) : ILaneSource<V>, ILaneTarget<V> where V : unmanaged, ILanes<V, float>
{
    private readonly float* real = memory + (inverse ? V.Count : 0);
    private readonly float* imaginary = memory + (inverse ? 0 : V.Count);

    /// <summary>Numbers in an element.</summary>
    public static int Size => 2 * V.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(nint place, out V re, out V im)
    {
        re = V.Load(real + place * (2 * V.Count));
        im = V.Load(imaginary + place * (2 * V.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(nint place, V re, V im)
    {
        V.Store(re, real + place * (2 * V.Count));
        V.Store(im, imaginary + place * (2 * V.Count));
    }
}
