using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// A 256-bit register of <typeparamref name="T"/>: float, double or an integer. Rounding, square roots and conversions
/// exist for float and double only and throw <see cref="NotSupportedException"/> for integers. Every comparison of
/// typeof(T) is decided when the code is compiled.
/// </summary>
internal unsafe struct Lanes256<T> : ILanes<Lanes256<T>, T>
    where T : unmanaged
{
    // Set by object initializers, not by a constructor: an inlined constructor costs the compiler two temporaries more,
    // and a kernel of several functions then passes its limit of 512, past which nothing is inlined any longer.
    private Vector256<T> _value;

    /// <summary>The register itself.</summary>
    public Vector256<T> Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => _value;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        init => _value = value;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(T* source) => new() { _value = Vector256.Load(source) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> x, T* destination) => x._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Lanes256<T> x, T* destination) => x._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T value) => new() { _value = Vector256.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Constant(T value) => new() { _value = Vector256.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> x, Lanes256<T> y) => new() { _value = x._value + y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> x, Lanes256<T> y) => new() { _value = x._value - y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> x, Lanes256<T> y) => new() { _value = x._value * y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> x, Lanes256<T> y) => new() { _value = x._value / y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> x) => new() { _value = -x._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator &(Lanes256<T> x, Lanes256<T> y) => new() { _value = x._value & y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator |(Lanes256<T> x, Lanes256<T> y) => new() { _value = x._value | y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator ^(Lanes256<T> x, Lanes256<T> y) => new() { _value = x._value ^ y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator ~(Lanes256<T> x) => new() { _value = ~x._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> x) => new() { _value = Vector256.Abs(x._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Max(Lanes256<T> x, Lanes256<T> y) => new() { _value = Vector256.Max(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Min(Lanes256<T> x, Lanes256<T> y) => new() { _value = Vector256.Min(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MaxNative(Lanes256<T> x, Lanes256<T> y) => new() { _value = Vector256.MaxNative(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MinNative(Lanes256<T> x, Lanes256<T> y) => new() { _value = Vector256.MinNative(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Equal(Lanes256<T> x, Lanes256<T> y) => new() { _value = Vector256.Equals(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Less(Lanes256<T> x, Lanes256<T> y) => new() { _value = Vector256.LessThan(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LessEqual(Lanes256<T> x, Lanes256<T> y) =>
        new() { _value = Vector256.LessThanOrEqual(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> x, Lanes256<T> y) =>
        new() { _value = Vector256.ConditionalSelect(mask._value, x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Permute(Lanes256<T> x, Lanes256<T> places)
    {
        if (sizeof(T) == 8) return new() { _value = Vector256.ShuffleNative(x._value.AsInt64(), places._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = Vector256.ShuffleNative(x._value.AsInt32(), places._value.AsInt32()).As<int, T>() };
        if (sizeof(T) == 2) return new() { _value = Vector256.ShuffleNative(x._value.AsInt16(), places._value.AsInt16()).As<short, T>() };
        return new() { _value = Vector256.ShuffleNative(x._value.AsByte(), places._value.AsByte()).As<byte, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes256<T> mask) => mask._value.AsInt32() != Vector256<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Get(Lanes256<T> x, int lane) => x._value.GetElement(lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> With(Lanes256<T> x, int lane, T value) => new() { _value = x._value.WithElement(lane, value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector256.Sqrt(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector256.Sqrt(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Sqrt));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Floor(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector256.Floor(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector256.Floor(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Floor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Ceiling(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector256.Ceiling(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector256.Ceiling(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Ceiling));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Truncate(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector256.Truncate(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector256.Truncate(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Truncate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector256.Round(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector256.Round(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Round));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> FusedMultiplyAdd(Lanes256<T> x, Lanes256<T> y, Lanes256<T> z)
    {
        if (typeof(T) == typeof(float))
            return new() { _value = Vector256.FusedMultiplyAdd(x._value.AsSingle(), y._value.AsSingle(), z._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double))
            return new() { _value = Vector256.FusedMultiplyAdd(x._value.AsDouble(), y._value.AsDouble(), z._value.AsDouble()).As<double, T>() };
        return x * y + z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> AddBits(Lanes256<T> x, Lanes256<T> y)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() + y._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() + y._value.AsInt32()).As<int, T>() };
        return x + y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> SubtractBits(Lanes256<T> x, Lanes256<T> y)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() - y._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() - y._value.AsInt32()).As<int, T>() };
        return x - y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftLeft(Lanes256<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() << count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() << count).As<int, T>() };
        return new() { _value = x._value << count };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftRightLogical(Lanes256<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() >>> count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() >>> count).As<int, T>() };
        return new() { _value = x._value >>> count };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftRightArithmetic(Lanes256<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() >> count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() >> count).As<int, T>() };
        if (sizeof(T) == 2) return new() { _value = (x._value.AsInt16() >> count).As<short, T>() };
        return new() { _value = (x._value.AsSByte() >> count).As<sbyte, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ToIntegerBits(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector256.ConvertToInt32Native(x._value.AsSingle()).As<int, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector256.ConvertToInt64Native(x._value.AsDouble()).As<long, T>() };
        throw Lanes.NotFloating<T>(nameof(ToIntegerBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> FromIntegerBits(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector256.ConvertToSingle(x._value.AsInt32()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector256.ConvertToDouble(x._value.AsInt64()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(FromIntegerBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Scale(Lanes256<T> x, Lanes256<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.Scale(x._value.AsSingle(), n._value.AsSingle()).As<float, T>() }
                : new() { _value = PowersOfTwo.Scale32(new Lanes256<float> { _value = x._value.AsSingle() }, new Lanes256<float> { _value = n._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.Scale(x._value.AsDouble(), n._value.AsDouble()).As<double, T>() }
                : new() { _value = PowersOfTwo.Scale64(new Lanes256<double> { _value = x._value.AsDouble() }, new Lanes256<double> { _value = n._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Exponent(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.GetExponent(x._value.AsSingle()).As<float, T>() }
                : new() { _value = PowersOfTwo.Exponent32(new Lanes256<float> { _value = x._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.GetExponent(x._value.AsDouble()).As<double, T>() }
                : new() { _value = PowersOfTwo.Exponent64(new Lanes256<double> { _value = x._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Exponent));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Significand(Lanes256<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.GetMantissa(x._value.AsSingle(), PowersOfTwo.SignificandControl).As<float, T>() }
                : new() { _value = PowersOfTwo.Significand32(new Lanes256<float> { _value = x._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.GetMantissa(x._value.AsDouble(), PowersOfTwo.SignificandControl).As<double, T>() }
                : new() { _value = PowersOfTwo.Significand64(new Lanes256<double> { _value = x._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Significand));
    }
}
