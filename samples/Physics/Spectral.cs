using Tangent;

namespace Physics;

/// <summary>The same equation by Fourier transforms: derivatives are products with frequencies. Float32, as the transforms are.</summary>
internal static class Spectral
{
    // Of the stability region of the method of Runge and Kutta, on the negative axis.
    private const double Stable = 2.5;

    /// <summary>The temperatures for one conductivity everywhere, at one time, in one step: each frequency decays by itself.</summary>
    public static NDArray Solve(NDArray u, double conductivity, double time)
    {
        int n = u.Shape[0];
        NDArray decay = Mx.Exp(Mx.Square(2 * Math.PI * Mx.Fourier.RfftFreq(n, 1.0 / n)) * (-conductivity * time));
        return Mx.Fourier.Irfft(Mx.Fourier.Rfft(Mx.AsType(u, DType.Float32)) * decay, n);
    }

    /// <summary>The temperatures [records, ..., n] for a conductivity that varies, by explicit steps (Runge and Kutta), as short as they must be.</summary>
    public static NDArray Solve(NDArray u, NDArray conductivity, double time, int records)
    {
        int n = u.Shape[^1];
        NDArray frequency = Mx.Fourier.RfftFreq(n, 1.0 / n) * new System.Numerics.Complex(0, 2 * Math.PI);
        NDArray k = Mx.AsType(conductivity, DType.Float32);
        double fastest = Math.Pow(Math.PI * n, 2) * Mx.Max(k).Item<float>();
        int steps = (int)Math.Ceiling(time / records * fastest / Stable);
        float h = (float)(time / records / steps);
        Func<NDArray, NDArray> step = Mx.Compile((NDArray v) => Step(v, h));
        NDArray now = Mx.AsType(u, DType.Float32);
        var seen = new List<NDArray>();
        for (int record = 0; record < records; record++)
        {
            for (int i = 0; i < steps; i++)
                now = step(now);
            seen.Add(now);
        }
        return Mx.Stack([.. seen]);

        NDArray Slope(NDArray v) => Mx.Fourier.Irfft(Mx.Fourier.Rfft(v) * frequency, n);

        NDArray Rate(NDArray v) => Slope(k * Slope(v));

        NDArray Step(NDArray v, float h)
        {
            NDArray first = Rate(v), second = Rate(v + h / 2 * first), third = Rate(v + h / 2 * second), fourth = Rate(v + h * third);
            return v + h / 6 * (first + 2 * second + 2 * third + fourth);
        }
    }
}
