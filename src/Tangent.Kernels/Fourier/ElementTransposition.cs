using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>Elements turned so that what was one after the other in a lane lies side by side: first the real parts of each lane, then the imaginary ones.</summary>
internal static unsafe class ElementTransposition<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Writes destination[lane·height + i] = source[i·width + lane] for both parts of so many elements.</summary>
    public static void Run(float* source, int count, float* destination, int height)
    {
        if (typeof(V) == typeof(Lanes512<float>) && Avx512F.IsSupported && count % 16 == 0)
            RunSquares(source, count, destination, height);
        else
            PanelTransposition<float>.Run(source, 2 * V.Count, count, 2 * V.Count, height, destination);
    }

    // Four lanes of sixteen elements at a time: element i, i + 4, i + 8 and i + 12 make one vector, so that interleaving within its
    // quarters is all there is to do.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunSquares(float* source, int count, float* destination, nint height)
    {
        for (int element = 0; element < count; element += 16, source += 16 * 32, destination += 16)
            for (int lane = 0; lane < 32; lane += 4)
            {
                float* from = source + lane, to = destination + lane * height;
                Vector512<float> r0 = Quarters(from), r1 = Quarters(from + 32), r2 = Quarters(from + 64), r3 = Quarters(from + 96);
                Vector512<double> low01 = Avx512F.UnpackLow(r0, r1).AsDouble(), high01 = Avx512F.UnpackHigh(r0, r1).AsDouble();
                Vector512<double> low23 = Avx512F.UnpackLow(r2, r3).AsDouble(), high23 = Avx512F.UnpackHigh(r2, r3).AsDouble();
                Avx512F.UnpackLow(low01, low23).AsSingle().Store(to);
                Avx512F.UnpackHigh(low01, low23).AsSingle().Store(to + height);
                Avx512F.UnpackLow(high01, high23).AsSingle().Store(to + 2 * height);
                Avx512F.UnpackHigh(high01, high23).AsSingle().Store(to + 3 * height);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(float* from)
    {
        Vector512<float> first = Avx512F.InsertVector128(Vector128.Load(from).ToVector256Unsafe().ToVector512Unsafe(), Vector128.Load(from + 4 * 32), 1);
        first = Avx512F.InsertVector128(first, Vector128.Load(from + 8 * 32), 2);
        return Avx512F.InsertVector128(first, Vector128.Load(from + 12 * 32), 3);
    }
}
