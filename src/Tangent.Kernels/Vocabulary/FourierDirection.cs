namespace Tangent.Kernels;

/// <summary>What a Fourier transform makes of what. Of the spectrum of real numbers the half up to n/2 is kept.</summary>
internal enum FourierDirection
{
    /// <summary>X[k] = Σ x[j]·exp(-2πi·jk/n).</summary>
    Forward,
    /// <summary>x[j] = Σ X[k]·exp(2πi·jk/n).</summary>
    Inverse,
    /// <summary><see cref="Forward"/> of n real numbers: n/2 + 1 complex ones.</summary>
    FromReal,
    /// <summary><see cref="Inverse"/> of half a spectrum to n real numbers; imaginary parts at 0 and n/2 do not count.</summary>
    ToReal,
}
