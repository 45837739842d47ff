using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Loops between booleans and other elements, at the widest vectors that the hardware has.</summary>
internal static unsafe class BoolLoops
{
    /// <summary>The choice between elements of <paramref name="size"/> bytes.</summary>
    public static ElementLoop Select(int size) => size switch
    {
        1 => Select<byte>(),
        2 => Select<ushort>(),
        4 => Select<uint>(),
        8 => Select<ulong>(),
        _ => throw new ArgumentOutOfRangeException(nameof(size), size, "Map: no element has this size."),
    };

    /// <summary>Whether elements differ from zero.</summary>
    public static ElementLoop To<T>()
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? new ToLoop<Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new ToLoop<Lanes256<T>, T>()
        : new ToLoop<Lanes128<T>, T>();

    /// <summary>One for true, else zero.</summary>
    public static ElementLoop From<T>()
        where T : unmanaged, INumberBase<T> =>
        Vector512.IsHardwareAccelerated ? new FromLoop<Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new FromLoop<Lanes256<T>, T>()
        : new FromLoop<Lanes128<T>, T>();

    private static ElementLoop Select<T>()
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? new SelectLoop<Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new SelectLoop<Lanes256<T>, T>()
        : new SelectLoop<Lanes128<T>, T>();

    /// <summary>Chooses between y and z by the booleans x; T is any type of the elements' size.</summary>
    private sealed class SelectLoop<V, T> : ElementLoop
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
        {
            T* result = (T*)destination, chosen = (T*)y, other = (T*)z;
            for (long i = 0; i < count; i += V.Count)
                V.Store(V.Select(BoolMemory.Load<V, T>(x + i), V.Load(chosen + i), V.Load(other + i)), result + i);
        }
    }

    /// <summary>NaN differs from zero.</summary>
    private sealed class ToLoop<V, T> : ElementLoop
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
        {
            T* argument = (T*)x;
            for (long i = 0; i < count; i += V.Count)
                BoolMemory.Store<V, T>(~V.Equal(V.Load(argument + i), V.Broadcast(default)), destination + i);
        }
    }

    private sealed class FromLoop<V, T> : ElementLoop
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, INumberBase<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
        {
            T* result = (T*)destination;
            for (long i = 0; i < count; i += V.Count)
                V.Store(BoolMemory.Load<V, T>(x + i) & V.Broadcast(T.One), result + i);
        }
    }
}
