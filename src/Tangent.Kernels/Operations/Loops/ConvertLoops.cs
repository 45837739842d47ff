using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Finds the loop that converts between two compute types; complex only from and to float32.</summary>
internal static unsafe class ConvertLoops
{
    public static ElementLoop Find(DType from, DType to) => from switch
    {
        DType.Complex64 when to == DType.Bool => new PointwiseLoops.Unary<Complex64, byte>(&ComplexArithmetic.IsTrue),
        DType.Complex64 when to == DType.Float32 => new PointwiseLoops.Unary<Complex64, float>(&ComplexArithmetic.Real),
        DType.Float32 when to == DType.Complex64 => new PointwiseLoops.Unary<float, Complex64>(&ComplexArithmetic.FromReal),
        DType.Bool => FromBool(to),
        DType.UInt8 => From<byte>(to),
        DType.UInt16 => From<ushort>(to),
        DType.UInt32 => From<uint>(to),
        DType.UInt64 => From<ulong>(to),
        DType.Int8 => From<sbyte>(to),
        DType.Int16 => From<short>(to),
        DType.Int32 => From<int>(to),
        DType.Int64 => From<long>(to),
        DType.Float32 => FromFloating<float>(to),
        DType.Float64 => FromFloating<double>(to),
        _ => throw NotFound(from.Name(), to),
    };

    /// <summary>The loop to float32 where a 16-bit floating type follows: both together round once.</summary>
    public static ElementLoop FindBeforeRounding(DType from) => from switch
    {
        DType.UInt32 => new PointwiseLoops.Unary<uint, float>(&OfWord),
        DType.UInt64 => new PointwiseLoops.Unary<ulong, float>(&OddRounding.ToSingle),
        DType.Int32 => new PointwiseLoops.Unary<int, float>(&OfWord),
        DType.Int64 => new PointwiseLoops.Unary<long, float>(&OddRounding.ToSingle),
        DType.Float64 => new PointwiseLoops.Unary<double, float>(&OddRounding.ToSingle),
        _ => Find(from, DType.Float32),
    };

    private static ElementLoop From<T>(DType to)
        where T : unmanaged, INumberBase<T> => to switch
        {
            DType.Bool => BoolLoops.To<T>(),
            DType.UInt8 => new ConvertLoop<T, byte>(),
            DType.UInt16 => new ConvertLoop<T, ushort>(),
            DType.UInt32 => new ConvertLoop<T, uint>(),
            DType.UInt64 => new ConvertLoop<T, ulong>(),
            DType.Int8 => new ConvertLoop<T, sbyte>(),
            DType.Int16 => new ConvertLoop<T, short>(),
            DType.Int32 => new ConvertLoop<T, int>(),
            DType.Int64 => new ConvertLoop<T, long>(),
            DType.Float32 => new ConvertLoop<T, float>(),
            DType.Float64 => new ConvertLoop<T, double>(),
            _ => throw NotFound(typeof(T).Name, to),
        };

    private static ElementLoop FromFloating<T>(DType to)
        where T : unmanaged, IFloatingPoint<T> => to switch
        {
            DType.UInt8 => new NarrowLoop<T, byte>(),
            DType.UInt16 => new NarrowLoop<T, ushort>(),
            DType.Int8 => new NarrowLoop<T, sbyte>(),
            DType.Int16 => new NarrowLoop<T, short>(),
            _ => From<T>(to),
        };

    private static ElementLoop FromBool(DType to) => to switch
    {
        DType.UInt8 or DType.Int8 => new PointwiseLoops.Copy(1),
        DType.UInt16 or DType.Int16 => BoolLoops.From<ushort>(),
        DType.UInt32 or DType.Int32 => BoolLoops.From<uint>(),
        DType.UInt64 or DType.Int64 => BoolLoops.From<ulong>(),
        DType.Float32 => BoolLoops.From<float>(),
        DType.Float64 => BoolLoops.From<double>(),
        _ => throw NotFound(DType.Bool.Name(), to),
    };

    private static float OfWord(uint x) => OddRounding.ToSingle((ulong)x);

    private static float OfWord(int x) => OddRounding.ToSingle((long)x);

    private static NotSupportedException NotFound(string from, DType to) => new($"Cast: there is none from {from} to {to.Name()}.");

    /// <summary>
    /// Integers wrap around, floating values are cut off towards zero, values out of range become the nearest one and NaN
    /// becomes 0.
    /// </summary>
    private sealed class ConvertLoop<TFrom, TTo> : ElementLoop
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count) =>
            TensorPrimitives.ConvertTruncating(new ReadOnlySpan<TFrom>(x, (int)count), new Span<TTo>(destination, (int)count));
    }

    /// <summary>The same from floating values to 8 or 16 bits, by way of the nearest int32: there are vectors for either step, not for both.</summary>
    private sealed class NarrowLoop<TFrom, TTo> : ElementLoop
        where TFrom : unmanaged, IFloatingPoint<TFrom>
        where TTo : unmanaged, IBinaryInteger<TTo>, IMinMaxValue<TTo>
    {
        private const int Block = 512;

        [SkipLocalsInit]
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
        {
            int lowest = int.CreateTruncating(TTo.MinValue), largest = int.CreateTruncating(TTo.MaxValue);
            Span<int> memory = stackalloc int[Block];
            for (long start = 0; start < count; start += Block)
            {
                int length = (int)Math.Min(Block, count - start);
                Span<int> whole = memory[..length];
                TensorPrimitives.ConvertTruncating(new ReadOnlySpan<TFrom>((TFrom*)x + start, length), whole);
                TensorPrimitives.Clamp(whole, lowest, largest, whole);
                TensorPrimitives.ConvertTruncating<int, TTo>(whole, new Span<TTo>((TTo*)destination + start, length));
            }
        }
    }
}
