using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// A 512-bit register of <typeparamref name="T"/>: float, double or an integer. Rounding, square roots and conversions
/// exist for float and double only and throw <see cref="NotSupportedException"/> for integers. Every comparison of
/// typeof(T) is decided when the code is compiled.
/// </summary>
internal unsafe struct Lanes512<T> : ILanes<Lanes512<T>, T>
    where T : unmanaged
{
    // Set by object initializers, not by a constructor: an inlined constructor costs the compiler two temporaries more,
    // and a kernel of several functions then passes its limit of 512, past which nothing is inlined any longer.
    private Vector512<T> _value;

    /// <summary>The register itself.</summary>
    public Vector512<T> Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => _value;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        init => _value = value;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(T* source) => new() { _value = Vector512.Load(source) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> x, T* destination) => x._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Lanes512<T> x, T* destination) => x._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Broadcast(T value) => new() { _value = Vector512.Create(value) };

    // The compiler puts a literal back into every instruction that uses it, which then loads it in every pass. What a
    // register is broadcast from it does not evaluate, and so broadcasts before the loop.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Constant(T value)
    {
        if (sizeof(T) == 4 && Avx512F.IsSupported)
            return new() { _value = Avx512F.BroadcastScalarToVector512(Vector128.CreateScalarUnsafe(value).AsInt32()).As<int, T>() };
        return new() { _value = Vector512.Create(value) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> x, Lanes512<T> y) => new() { _value = x._value + y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> x, Lanes512<T> y) => new() { _value = x._value - y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> x, Lanes512<T> y) => new() { _value = x._value * y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> x, Lanes512<T> y) => new() { _value = x._value / y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> x) => new() { _value = -x._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator &(Lanes512<T> x, Lanes512<T> y) => new() { _value = x._value & y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator |(Lanes512<T> x, Lanes512<T> y) => new() { _value = x._value | y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator ^(Lanes512<T> x, Lanes512<T> y) => new() { _value = x._value ^ y._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator ~(Lanes512<T> x) => new() { _value = ~x._value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> x) => new() { _value = Vector512.Abs(x._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> x, Lanes512<T> y) => new() { _value = Vector512.Max(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Min(Lanes512<T> x, Lanes512<T> y) => new() { _value = Vector512.Min(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MaxNative(Lanes512<T> x, Lanes512<T> y) => new() { _value = Vector512.MaxNative(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MinNative(Lanes512<T> x, Lanes512<T> y) => new() { _value = Vector512.MinNative(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Equal(Lanes512<T> x, Lanes512<T> y) => new() { _value = Vector512.Equals(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Less(Lanes512<T> x, Lanes512<T> y) => new() { _value = Vector512.LessThan(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LessEqual(Lanes512<T> x, Lanes512<T> y) =>
        new() { _value = Vector512.LessThanOrEqual(x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> x, Lanes512<T> y) =>
        new() { _value = Vector512.ConditionalSelect(mask._value, x._value, y._value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Permute(Lanes512<T> x, Lanes512<T> places)
    {
        if (sizeof(T) == 8) return new() { _value = Vector512.ShuffleNative(x._value.AsInt64(), places._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = Vector512.ShuffleNative(x._value.AsInt32(), places._value.AsInt32()).As<int, T>() };
        if (sizeof(T) == 2) return new() { _value = Vector512.ShuffleNative(x._value.AsInt16(), places._value.AsInt16()).As<short, T>() };
        return new() { _value = Vector512.ShuffleNative(x._value.AsByte(), places._value.AsByte()).As<byte, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes512<T> mask) => mask._value.AsInt32() != Vector512<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Get(Lanes512<T> x, int lane) => x._value.GetElement(lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> With(Lanes512<T> x, int lane, T value) => new() { _value = x._value.WithElement(lane, value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector512.Sqrt(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector512.Sqrt(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Sqrt));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Floor(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector512.Floor(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector512.Floor(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Floor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Ceiling(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector512.Ceiling(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector512.Ceiling(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Ceiling));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Truncate(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector512.Truncate(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector512.Truncate(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Truncate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Round(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector512.Round(x._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector512.Round(x._value.AsDouble()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(Round));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> FusedMultiplyAdd(Lanes512<T> x, Lanes512<T> y, Lanes512<T> z)
    {
        if (typeof(T) == typeof(float))
            return new() { _value = Vector512.FusedMultiplyAdd(x._value.AsSingle(), y._value.AsSingle(), z._value.AsSingle()).As<float, T>() };
        if (typeof(T) == typeof(double))
            return new() { _value = Vector512.FusedMultiplyAdd(x._value.AsDouble(), y._value.AsDouble(), z._value.AsDouble()).As<double, T>() };
        return x * y + z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AddBits(Lanes512<T> x, Lanes512<T> y)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() + y._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() + y._value.AsInt32()).As<int, T>() };
        return x + y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> SubtractBits(Lanes512<T> x, Lanes512<T> y)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() - y._value.AsInt64()).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() - y._value.AsInt32()).As<int, T>() };
        return x - y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftLeft(Lanes512<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() << count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() << count).As<int, T>() };
        return new() { _value = x._value << count };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftRightLogical(Lanes512<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() >>> count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() >>> count).As<int, T>() };
        return new() { _value = x._value >>> count };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftRightArithmetic(Lanes512<T> x, int count)
    {
        if (sizeof(T) == 8) return new() { _value = (x._value.AsInt64() >> count).As<long, T>() };
        if (sizeof(T) == 4) return new() { _value = (x._value.AsInt32() >> count).As<int, T>() };
        if (sizeof(T) == 2) return new() { _value = (x._value.AsInt16() >> count).As<short, T>() };
        return new() { _value = (x._value.AsSByte() >> count).As<sbyte, T>() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ToIntegerBits(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector512.ConvertToInt32Native(x._value.AsSingle()).As<int, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector512.ConvertToInt64Native(x._value.AsDouble()).As<long, T>() };
        throw Lanes.NotFloating<T>(nameof(ToIntegerBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> FromIntegerBits(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float)) return new() { _value = Vector512.ConvertToSingle(x._value.AsInt32()).As<float, T>() };
        if (typeof(T) == typeof(double)) return new() { _value = Vector512.ConvertToDouble(x._value.AsInt64()).As<double, T>() };
        throw Lanes.NotFloating<T>(nameof(FromIntegerBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Scale(Lanes512<T> x, Lanes512<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.IsSupported
                ? new() { _value = Avx512F.Scale(x._value.AsSingle(), n._value.AsSingle()).As<float, T>() }
                : new() { _value = PowersOfTwo.Scale32(new Lanes512<float> { _value = x._value.AsSingle() }, new Lanes512<float> { _value = n._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.IsSupported
                ? new() { _value = Avx512F.Scale(x._value.AsDouble(), n._value.AsDouble()).As<double, T>() }
                : new() { _value = PowersOfTwo.Scale64(new Lanes512<double> { _value = x._value.AsDouble() }, new Lanes512<double> { _value = n._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Exponent(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.IsSupported
                ? new() { _value = Avx512F.GetExponent(x._value.AsSingle()).As<float, T>() }
                : new() { _value = PowersOfTwo.Exponent32(new Lanes512<float> { _value = x._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.IsSupported
                ? new() { _value = Avx512F.GetExponent(x._value.AsDouble()).As<double, T>() }
                : new() { _value = PowersOfTwo.Exponent64(new Lanes512<double> { _value = x._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Exponent));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Significand(Lanes512<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.IsSupported
                ? new() { _value = Avx512F.GetMantissa(x._value.AsSingle(), PowersOfTwo.SignificandControl).As<float, T>() }
                : new() { _value = PowersOfTwo.Significand32(new Lanes512<float> { _value = x._value.AsSingle() })._value.As<float, T>() };
        }
        if (typeof(T) == typeof(double))
        {
            return Avx512F.IsSupported
                ? new() { _value = Avx512F.GetMantissa(x._value.AsDouble(), PowersOfTwo.SignificandControl).As<double, T>() }
                : new() { _value = PowersOfTwo.Significand64(new Lanes512<double> { _value = x._value.AsDouble() })._value.As<double, T>() };
        }
        throw Lanes.NotFloating<T>(nameof(Significand));
    }
}
