using Tangent.Kernels;

namespace Tangent;

/// <summary>What the functions of <see cref="Mx.Fourier"/> make of their arguments.</summary>
internal static class FourierArguments
{
    /// <summary>The array as complex64.</summary>
    public static NDArray Complex(string function, NDArray a) => Mx.AsType(Narrow(function, a), DType.Complex64);

    /// <summary>The array as float32.</summary>
    public static NDArray Real(string function, NDArray a) => a is { DType.IsComplex: true }
        ? throw new ArgumentException($"{function}: takes real numbers, not {a.DType.Name()}; Fft and Fftn take complex ones, and Mx.Real the real part.", nameof(a))
        : Mx.AsType(Narrow(function, a), DType.Float32);

    /// <summary>The array cut, or filled up with zeros, to a length along an axis.</summary>
    public static NDArray Fit(NDArray a, int axis, int length)
    {
        int present = a.Shape[axis];
        if (present == length)
            return a;
        if (present > length)
            return Slice.Along(a, axis, 0, length);
        var widths = new (int Before, int After)[a.Rank];
        widths[axis].After = length - present;
        return Padding.Constant(a, widths, 0);
    }

    /// <summary>The length of a transform: what was asked for, or what there is; at least 1.</summary>
    public static int Length(string function, int? n, int present, NDArray a)
    {
        int length = n ?? present;
        if (length < 1)
            throw new ArgumentException($"{function}: a transform of length {length} of an array of shape {a.Shape}; it must be at least 1.", nameof(n));
        return length;
    }

    /// <summary>The axes counted from the front, in their order, and what lengths were asked for along them.</summary>
    public static (int Axis, int? Length)[] AxesAndLengths(string function, NDArray a, int[]? s, Axes? axes)
    {
        int[] chosen = axes?.Values ?? (s is null ? Tangent.Axes.All(a.Rank) : [.. Enumerable.Range(-s.Length, s.Length)]);
        if (s is not null && s.Length != chosen.Length)
            throw new ArgumentException($"{function}: {s.Length} lengths for {chosen.Length} axes.", nameof(s));
        int[] places = [.. chosen.Select(axis => Tangent.Axes.Normalize(function, axis, a.Rank))];
        for (int i = 0; i < places.Length; i++)
            if (Array.IndexOf(places, places[i]) < i)
                throw new ArgumentException($"{function}: axis {places[i]} is given twice in {new Axes(chosen)}.", nameof(axes));
        return [.. places.Select((axis, i) => (axis, s?[i]))];
    }

    /// <summary>What a transform of a length is multiplied by.</summary>
    public static double Scale(string function, FftNorm norm, int length, bool inverse) => norm switch
    {
        FftNorm.Backward => inverse ? 1.0 / length : 1,
        FftNorm.Ortho => 1 / Math.Sqrt(length),
        FftNorm.Forward => inverse ? 1 : 1.0 / length,
        _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, $"{function}: no such norm."),
    };

    /// <summary>The complex transform along one axis.</summary>
    public static NDArray Along(string function, NDArray a, int axis, int? n, FftNorm norm, bool inverse)
    {
        int length = Length(function, n, a.Shape[axis], a);
        return new Fft(axis, inverse, Scale(function, norm, length, inverse)).Apply(Fit(a, axis, length));
    }

    /// <summary>The transform of real numbers along one axis.</summary>
    public static NDArray FromReal(string function, NDArray a, int axis, int? n, FftNorm norm)
    {
        int length = Length(function, n, a.Shape[axis], a);
        return new Rfft(axis, Scale(function, norm, length, inverse: false)).Apply(Fit(a, axis, length));
    }

    /// <summary>The transform to real numbers along one axis.</summary>
    public static NDArray ToReal(string function, NDArray a, int axis, int? n, FftNorm norm)
    {
        int length = Length(function, n, checked(2 * (a.Shape[axis] - 1)), a);
        return new Irfft(axis, length, Scale(function, norm, length, inverse: true)).Apply(Fit(a, axis, length / 2 + 1));
    }

    /// <summary>The complex transform along several axes.</summary>
    public static NDArray AlongAll(string function, NDArray a, int[]? s, Axes? axes, FftNorm norm, bool inverse)
    {
        NDArray x = Complex(function, a);
        foreach ((int axis, int? length) in AxesAndLengths(function, a, s, axes).Reverse())
            x = Along(function, x, axis, length, norm, inverse);
        return ReferenceEquals(x, a) ? x.Share() : x;
    }

    /// <summary>The transform of real numbers along several axes, the last of them first.</summary>
    public static NDArray FromRealAll(string function, NDArray a, int[]? s, Axes? axes, FftNorm norm)
    {
        NDArray x = Real(function, a);
        (int Axis, int? Length)[] all = AtLeastOne(function, AxesAndLengths(function, a, s, axes));
        x = FromReal(function, x, all[^1].Axis, all[^1].Length, norm);
        foreach ((int axis, int? length) in all[..^1].Reverse())
            x = Along(function, x, axis, length, norm, inverse: false);
        return x;
    }

    /// <summary>The transform to real numbers along several axes, the last of them last.</summary>
    public static NDArray ToRealAll(string function, NDArray a, int[]? s, Axes? axes, FftNorm norm)
    {
        NDArray x = Complex(function, a);
        (int Axis, int? Length)[] all = AtLeastOne(function, AxesAndLengths(function, a, s, axes));
        foreach ((int axis, int? length) in all[..^1])
            x = Along(function, x, axis, length, norm, inverse: true);
        return ToReal(function, x, all[^1].Axis, all[^1].Length, norm);
    }

    /// <summary>The elements moved along each axis by what is said of its length.</summary>
    public static NDArray Shift(string function, NDArray a, Axes? axes, Func<int, int> places)
    {
        ArgumentNullException.ThrowIfNull(a);
        int[] chosen = Tangent.Axes.Normalize(function, axes, a.Rank);
        return Mx.Roll(a, [.. chosen.Select(axis => places(a.Shape[axis]))], new Axes(chosen));
    }

    /// <summary>Numbers of frequencies over the length of the samples.</summary>
    public static NDArray Frequencies(string function, int n, double d, int count, Func<int, int> number)
    {
        if (n < 1)
            throw new ArgumentException($"{function}: a transform of length {n}; it must be at least 1.", nameof(n));
        if (d == 0 || !double.IsFinite(d))
            throw new ArgumentException($"{function}: a spacing of {d}; it must be a finite number other than 0.", nameof(d));
        return Enumerable.Range(0, count).Select(k => (float)(number(k) / (n * d))).ToArray();
    }

    private static (int Axis, int? Length)[] AtLeastOne(string function, (int Axis, int? Length)[] axes) => axes.Length > 0
        ? axes
        : throw new ArgumentException($"{function}: no axis, of which the last one's spectrum would be halved.", nameof(axes));

    private static NDArray Narrow(string function, NDArray a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return a.DType == DType.Float64
            ? throw new ArgumentException(
                $"{function}: float64 has no complex type to go to, since complex64 holds float32; to compute in float32, give it Mx.AsType(a, DType.Float32).", nameof(a))
            : a;
    }
}
