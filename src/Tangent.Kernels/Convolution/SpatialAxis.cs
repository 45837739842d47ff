namespace Tangent.Kernels;

/// <summary>
/// One axis along which the window moves: output u and tap t of the window meet at place u·Stride + t·Dilation − Low of an input
/// whose elements are InputDilation places apart.
/// </summary>
internal readonly record struct SpatialAxis(
    int Input, int Taps, int Outputs, int Stride, int Low, int Dilation, int InputDilation, long InputStride, long TapStride)
{
    /// <summary>An axis that is not there.</summary>
    public static SpatialAxis None { get; } = new(1, 1, 1, 1, 0, 1, 1, 0, 0);

    /// <summary>
    /// The outputs that meet the same taps, one class of them beside the other: each is a convolution of an input without gaps.
    /// </summary>
    public AxisPhase[] Phases()
    {
        int period = InputDilation / Gcd(InputDilation, Stride), step = InputDilation / Gcd(InputDilation, Dilation);
        var phases = new AxisPhase[Math.Min(period, Math.Max(1, Outputs))];
        for (int first = 0; first < phases.Length; first++)
        {
            int tap = FirstTap(first, step), outputs = (Outputs - first + period - 1) / period;
            phases[first] = new AxisPhase(
                first, period, Math.Max(0, outputs), tap, step, tap < 0 ? 0 : (Taps - tap + step - 1) / step,
                (long)Stride * period / InputDilation, (long)Dilation * step / InputDilation,
                tap < 0 ? 0 : (Low - (long)first * Stride - (long)tap * Dilation) / InputDilation);
        }
        return phases;
    }

    // The first tap that meets an element of the input, or -1.
    private int FirstTap(int output, int step)
    {
        for (int tap = 0; tap < Math.Min(step, Taps); tap++)
            if (((long)output * Stride + (long)tap * Dilation - Low) % InputDilation == 0)
                return tap;
        return -1;
    }

    private static int Gcd(int x, int y) => y == 0 ? x : Gcd(y, x % y);
}

/// <summary>
/// The outputs FirstOutput, FirstOutput + OutputStep, … with the taps FirstTap, FirstTap + TapStep, …: output u and tap t of these meet at element
/// u·Stride + t·Dilation − Low of the input.
/// </summary>
internal readonly record struct AxisPhase(
    int FirstOutput, int OutputStep, int Outputs, int FirstTap, int TapStep, int Taps, long Stride, long Dilation, long Low)
{
    /// <summary>The first of this phase's outputs that is not before an output of the axis.</summary>
    public int From(int output) => Math.Clamp((output - FirstOutput + OutputStep - 1) / OutputStep, 0, Outputs);

    /// <summary>The input that the window of an output begins at.</summary>
    public long Input(long output) => output * Stride - Low;

    /// <summary>The elements of the input from the first to the last that some neighbouring outputs meet at some neighbouring taps.</summary>
    public long Reach(int outputs, int taps) => (outputs - 1) * Stride + (taps - 1) * Dilation + 1;
}
