namespace Tangent.Layers;

/// <summary>Sines and cosines of places, with frequencies between two bounds (Vaswani et al., 2017).</summary>
[Mlx("nn.SinusoidalPositionalEncoding")]
public partial class SinusoidalPositionalEncoding : Unary
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="dims">How many numbers a place becomes, an even number.</param>
    /// <param name="minFreq">The least frequency.</param>
    /// <param name="maxFreq">The largest frequency, which is the only one where <paramref name="dims"/> is 2.</param>
    /// <param name="scale">What sines and cosines are multiplied by; √(2/dims) if nothing is said.</param>
    /// <param name="cosFirst">True for cosines before sines.</param>
    /// <param name="fullTurns">True for frequencies that count turns, not radians.</param>
    /// <exception cref="ArgumentException">The number is not even, or a frequency is not positive.</exception>
    public SinusoidalPositionalEncoding(int dims, double minFreq = 0.0001, double maxFreq = 1, double? scale = null, bool cosFirst = false, bool fullTurns = false)
    {
        const string name = "SinusoidalPositionalEncoding";
        if (Arguments.Positive(name, dims) % 2 != 0)
            throw new ArgumentException($"{name}: dims is {dims}; it must be even.", nameof(dims));
        if (!(minFreq > 0 && maxFreq > 0))
            throw new ArgumentException(FormattableString.Invariant($"{name}: minFreq is {minFreq} and maxFreq {maxFreq}; they must be positive."), nameof(minFreq));
        Sigmas = Frequencies(dims / 2, Math.Log(minFreq), Math.Log(maxFreq), fullTurns ? 2 * Math.PI : 1);
        Scale = scale ?? Math.Sqrt(2.0 / dims);
        CosFirst = cosFirst;
    }

    /// <summary>The frequencies, [dims / 2]; constants.</summary>
    [Static]
    public NDArray Sigmas { get; }

    /// <summary>What sines and cosines are multiplied by.</summary>
    public double Scale { get; }

    /// <summary>True for cosines before sines.</summary>
    public bool CosFirst { get; }

    /// <summary>[…, dims] of places […].</summary>
    public override NDArray Call(NDArray x)
    {
        NDArray angles = Mx.ExpandDims(Arguments.Floating("SinusoidalPositionalEncoding", x), -1) * Mx.AsType(Sigmas, x.DType.IsFloating ? x.DType : DType.Float32);
        (NDArray sines, NDArray cosines) = (Mx.Sin(angles), Mx.Cos(angles));
        return Mx.Concatenate(CosFirst ? [cosines, sines] : [sines, cosines], -1) * Scale;
    }

    private static NDArray Frequencies(int count, double low, double high, double turn)
    {
        // From the largest to the least; in float32, as in MLX: far places see the digits.
        NDArray share = count == 1 ? Mx.Ones(1) : 1 - (Mx.Arange(count, dtype: DType.Float32) / (count - 1));
        return (Mx.Exp((share * (high - low)) + low) * turn).Eval();
    }
}
