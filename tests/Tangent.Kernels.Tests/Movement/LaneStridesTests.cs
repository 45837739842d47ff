using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Movement;

public sealed unsafe class LaneStridesTests
{
    [Fact]
    public void Bytes_at_every_width() => CheckWidths<byte>();

    [Fact]
    public void Words_at_every_width() => CheckWidths<ushort>();

    [Fact]
    public void Four_bytes_at_every_width() => CheckWidths<uint>();

    [Fact]
    public void Eight_bytes_at_every_width() => CheckWidths<ulong>();

    private static void CheckWidths<T>() where T : unmanaged, IBinaryInteger<T>
    {
        Check<Lanes128<T>, T>();
        Check<Lanes256<T>, T>();
        Check<Lanes512<T>, T>();
    }

    /// <summary>Whole registers are right, nothing beyond them is written, and small strides are not left to others.</summary>
    private static void Check<V, T>()
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (int stride in (int[])[1, 2, 3, 4, 5, 7, 8, 9, -1, -2, -3, -4, -8, -9, 0])
            foreach (int count in (int[])[0, 1, V.Count, V.Count + 1, 2 * V.Count, 2 * V.Count + 1, 5 * V.Count + 3])
            {
                // The last element that may be read is the last of the array.
                var source = new T[Math.Max(1, (Math.Max(count, 1) - 1) * Math.Abs(stride) + 1)];
                for (int i = 0; i < source.Length; i++)
                    source[i] = T.CreateTruncating(i * 37 + 1);
                var destination = new T[count + V.Count];
                long first = stride < 0 ? source.Length - 1 : 0, done;
                fixed (T* from = source, to = destination)
                    done = LaneStrides<V, T>.Run(from + first, stride, to, count);
                for (int i = 0; i < destination.Length; i++)
                    Assert.Equal(i < done ? source[first + i * stride] : T.Zero, destination[i]);
                if (stride != 0 && Math.Abs(stride) <= Math.Min(8, V.Count / 2))
                    Assert.InRange(done, count - V.Count, count);
            }
    }
}
