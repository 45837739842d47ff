namespace Tangent.Kernels;

/// <summary>Real rows of even length n as complex ones of half the length: the factors exp(-2πi·k/n) by which their spectra are told apart.</summary>
internal sealed unsafe class RealPlan
{
    private static readonly PlanTable<RealPlan> Plans = new();

    private readonly FourierTable cosines;
    private readonly FourierTable sines;

    private RealPlan(int length)
    {
        Half = length / 2;
        (cosines, sines) = (new FourierTable(Half + 16), new FourierTable(Half + 16));
        for (int k = 0; k <= Half; k++)
        {
            (double cosine, double sine) = FourierTable.Root(k, length);
            (Cosines[k], Sines[k]) = ((float)cosine, (float)-sine);
        }
    }

    /// <summary>Half the length, which is the length of the complex row.</summary>
    public int Half { get; }

    /// <summary>Of the angles 2πk/n, k up to <see cref="Half"/>.</summary>
    public float* Cosines => cosines.Pointer;

    /// <inheritdoc cref="Cosines"/>
    public float* Sines => sines.Pointer;

    /// <summary>The plan for an even length.</summary>
    public static RealPlan Of(int length) => Plans.Of(length, 0, static (length, _) => new RealPlan(length));
}
