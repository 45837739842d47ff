using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// A 128-bit register of <typeparamref name="T"/>: float, double or an integer. Rounding, square roots and conversions
/// exist for float and double only and throw <see cref="NotSupportedException"/> for integers. Every comparison of
/// typeof(T) is decided when the code is compiled.
/// </summary>
internal unsafe struct Lanes128<T> : ILanes<Lanes128<T>, T>
    where T : unmanaged
{
    // Set by object initializers, not by a constructor: an inlined constructor costs the compiler two temporaries more,
    // and a kernel of several functions then passes its limit of 512, past which nothing is inlined any longer.
    private Vector128<T> _value;

    /// <summary>The register itself.</summary>
    public Vector128<T> Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => _value;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        init => _value = value;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(T* source) => new() { _value = Vector128.Load(source) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> x, T* destination) => x._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Lanes128<T> x, T* destination) => x._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T value) => new() { _value = Vector128.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Constant(T value) => new() { _value = Vector128.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> x, Lanes128<T> y) => new() { _value = x._value + y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> x, Lanes128<T> y) => new() { _value = x._value - y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> x, Lanes128<T> y) => new() { _value = x._value * y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> x, Lanes128<T> y) => new() { _value = x._value / y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> x) => new() { _value = -x._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator &(Lanes128<T> x, Lanes128<T> y) => new() { _value = x._value & y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator |(Lanes128<T> x, Lanes128<T> y) => new() { _value = x._value | y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator ^(Lanes128<T> x, Lanes128<T> y) => new() { _value = x._value ^ y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator ~(Lanes128<T> x) => new() { _value = ~x._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> x) => new() { _value = Vector128.Abs(x._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> x, Lanes128<T> y) => new() { _value = Vector128.Max(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> x, Lanes128<T> y) => new() { _value = Vector128.Min(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MaxNative(Lanes128<T> x, Lanes128<T> y) => new() { _value = Vector128.MaxNative(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MinNative(Lanes128<T> x, Lanes128<T> y) => new() { _value = Vector128.MinNative(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Equal(Lanes128<T> x, Lanes128<T> y) => new() { _value = Vector128.Equals(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Less(Lanes128<T> x, Lanes128<T> y) => new() { _value = Vector128.LessThan(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessEqual(Lanes128<T> x, Lanes128<T> y) =>
        new() { _value = Vector128.LessThanOrEqual(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> x, Lanes128<T> y) =>
        new() { _value = Vector128.ConditionalSelect(mask._value, x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Permute(Lanes128<T> x, Lanes128<T> places)
    {
        if (sizeof(T) == 8) return new() { _value = Vector128.ShuffleNative(x._value.AsInt64(), places._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = Vector128.ShuffleNative(x._value.AsInt32(), places._value.AsInt32()).As<int, T>() };
        if (sizeof(T) == 2) return new() { _value = Vector128.ShuffleNative(x._value.AsInt16(), places._value.AsInt16()).As<short, T>() };
        return new() { _value = Vector128.ShuffleNative(x._value.AsByte(), places._value.AsByte()).As<byte, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes128<T> mask) => mask._value.AsInt32() != Vector128<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Get(Lanes128<T> x, int lane) => x._value.GetElement(lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> With(Lanes128<T> x, int lane, T value) => new() { _value = x._value.WithElement(lane, value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector128.Sqrt(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector128.Sqrt(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Sqrt));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Floor(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector128.Floor(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector128.Floor(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Floor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Ceiling(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector128.Ceiling(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector128.Ceiling(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Ceiling));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Truncate(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector128.Truncate(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector128.Truncate(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Truncate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector128.Round(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector128.Round(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Round));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> FusedMultiplyAdd(Lanes128<T> x, Lanes128<T> y, Lanes128<T> z)
    {
        if (typeof(T) == typeof(float))
            return new() { _value = Vector128.FusedMultiplyAdd(x._value.AsSingle(), y._value.AsSingle(), z._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double))
            return new() { _value = Vector128.FusedMultiplyAdd(x._value.AsDouble(), y._value.AsDouble(), z._value.AsDouble()).As<double, T>() };
        return x * y + z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AddBits(Lanes128<T> x, Lanes128<T> y)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() + y._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() + y._value.AsInt32()).As<int, T>() };
        return x + y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> SubtractBits(Lanes128<T> x, Lanes128<T> y)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() - y._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() - y._value.AsInt32()).As<int, T>() };
        return x - y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftLeft(Lanes128<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() << count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() << count).As<int, T>() };
        return new() { _value = x._value << count };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftRightLogical(Lanes128<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() >>> count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() >>> count).As<int, T>() };
        return new() { _value = x._value >>> count };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftRightArithmetic(Lanes128<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() >> count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() >> count).As<int, T>() };
        if (sizeof(T) == 2) return new() { _value = (x._value.AsInt16() >> count).As<short, T>() };
        return new() { _value = (x._value.AsSByte() >> count).As<sbyte, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ToIntegerBits(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector128.ConvertToInt32Native(x._value.AsSingle()).As<int, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector128.ConvertToInt64Native(x._value.AsDouble()).As<long, T>() };
        throw Lanes.NotFloating<T>(nameof(ToIntegerBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> FromIntegerBits(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector128.ConvertToSingle(x._value.AsInt32()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector128.ConvertToDouble(x._value.AsInt64()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(FromIntegerBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Scale(Lanes128<T> x, Lanes128<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.Scale(x._value.AsSingle(), n._value.AsSingle()).As<float, T>() }
                : new() { _value = PowersOfTwo.Scale32(new Lanes128<float> { _value = x._value.AsSingle() }, new Lanes128<float> { _value = n._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.Scale(x._value.AsDouble(), n._value.AsDouble()).As<double, T>() }
                : new() { _value = PowersOfTwo.Scale64(new Lanes128<double> { _value = x._value.AsDouble() }, new Lanes128<double> { _value = n._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Exponent(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.GetExponent(x._value.AsSingle()).As<float, T>() }
                : new() { _value = PowersOfTwo.Exponent32(new Lanes128<float> { _value = x._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.GetExponent(x._value.AsDouble()).As<double, T>() }
                : new() { _value = PowersOfTwo.Exponent64(new Lanes128<double> { _value = x._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Exponent));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Significand(Lanes128<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.GetMantissa(x._value.AsSingle(), PowersOfTwo.SignificandControl).As<float, T>() }
                : new() { _value = PowersOfTwo.Significand32(new Lanes128<float> { _value = x._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.VL.IsSupported
                ? new() { _value = Avx512F.VL.GetMantissa(x._value.AsDouble(), PowersOfTwo.SignificandControl).As<double, T>() }
                : new() { _value = PowersOfTwo.Significand64(new Lanes128<double> { _value = x._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Significand));
    }
}
