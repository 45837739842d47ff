namespace Tangent.Kernels;

/// <summary>
/// A transform of any length as a convolution (Bluestein 1970): jk = (j² + k² - (k - j)²)/2, so that the row times a chirp, convolved
/// with the opposite chirp, is the transform times a chirp.
/// </summary>
internal sealed unsafe class ChirpPlan
{
    private static readonly PlanTable<ChirpPlan> Plans = new();

    private readonly FourierTable chirp;
    private readonly FourierTable response;

    private ChirpPlan(int length)
    {
        Length = length;
        Padded = PaddedLength(length);
        chirp = new FourierTable(2L * length);
        response = new FourierTable(2L * Padded);
        for (int j = 0; j < length; j++)
        {
            (double cosine, double sine) = FourierTable.Root((long)((Int128)j * j % (2L * length)), 2L * length);
            (Chirp[2 * j], Chirp[2 * j + 1]) = ((float)cosine, (float)sine);
        }
    }

    /// <summary>The length of the row.</summary>
    public int Length { get; }

    /// <summary>The length of the convolution.</summary>
    public int Padded { get; }

    /// <summary>exp(-πi·j²/n), complex numbers.</summary>
    public float* Chirp => chirp.Pointer;

    /// <summary>The transform of the opposite chirp, over the length of the convolution, complex numbers.</summary>
    public float* Response => response.Pointer;

    /// <summary>The plan for a length; its response is made with the vectors that transform it.</summary>
    public static ChirpPlan Of<V>(int length) where V : unmanaged, ILanes<V, float> => Plans.Of(length, V.Count, static (length, _) =>
    {
        var plan = new ChirpPlan(length);
        plan.FillResponse<V>();
        return plan;
    });

    // Powers of two and three times or five times them: the least that is long enough.
    private static int PaddedLength(int length)
    {
        long least = 2L * length - 1, best = long.MaxValue;
        foreach (int odd in (ReadOnlySpan<int>)[1, 3, 5, 9, 15])
        {
            long padded = odd;
            while (padded < least || padded < 64)
                padded *= 2;
            best = Math.Min(best, padded);
        }
        return checked((int)best);
    }

    private void FillResponse<V>() where V : unmanaged, ILanes<V, float>
    {
        var opposite = new FourierTable(2L * Padded);
        float* to = opposite.Pointer;
        for (int j = 0; j < Length; j++)
        {
            (to[2 * j], to[2 * j + 1]) = (Chirp[2 * j], -Chirp[2 * j + 1]);
            if (j > 0)
                (to[2 * (Padded - j)], to[2 * (Padded - j) + 1]) = (Chirp[2 * j], -Chirp[2 * j + 1]);
        }
        FourStep<V, InterleavedRow<V>, InterleavedRow<V>>.Run(
            FourStepPlan.Of(Padded, V.Count), new(to), new(Response), inverse: false, 1f / Padded, parallel: false);
        GC.KeepAlive(opposite);
    }
}
