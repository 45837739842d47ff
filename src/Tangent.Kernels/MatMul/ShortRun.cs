using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Copies of a few elements, for which a call to a general copy costs more than the copy.</summary>
internal static unsafe class ShortRun
{
    /// <summary>Copies <paramref name="count"/> elements; vectors at the two ends overlap in the middle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(T* source, T* destination, int count)
        where T : unmanaged
    {
        byte* from = (byte*)source, to = (byte*)destination;
        int size = count * sizeof(T);
        if (size >= 64)
        {
            for (int i = 0; i <= size - 64; i += 64)
                Vector512.Load(from + i).Store(to + i);
            Vector512.Load(from + size - 64).Store(to + size - 64);
        }
        else if (size >= 32)
        {
            Vector256<byte> last = Vector256.Load(from + size - 32);
            Vector256.Load(from).Store(to);
            last.Store(to + size - 32);
        }
        else if (size >= 16)
        {
            Vector128<byte> last = Vector128.Load(from + size - 16);
            Vector128.Load(from).Store(to);
            last.Store(to + size - 16);
        }
        else
        {
            for (int i = 0; i < count; i++)
                destination[i] = source[i];
        }
    }
}
