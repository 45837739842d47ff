namespace Tangent.Kernels;

/// <summary>How a transform on lanes goes: its passes, and what their results are multiplied by.</summary>
internal sealed unsafe class LanePlan
{
    private static readonly PlanTable<LanePlan> Plans = new();

    private readonly FourierTable twiddles;

    private LanePlan(int length)
    {
        Length = length;
        Passes = PassesOf(length);
        twiddles = new FourierTable(2L * Passes.Length * length);
        Fill();
    }

    /// <summary>The length of the lines.</summary>
    public int Length { get; }

    /// <summary>The passes; their radices multiply to <see cref="Length"/>.</summary>
    public LanePass[] Passes { get; }

    /// <summary>For each pass, each of its places and each result but the first: cosine and sine, of the positive angle.</summary>
    public float* Twiddles => twiddles.Pointer;

    /// <summary>The plan for a length that <see cref="LineLength.HasPasses"/>.</summary>
    public static LanePlan Of(int length) => Plans.Of(length, 0, static (length, _) => new LanePlan(length));

    private static LanePass[] PassesOf(int length)
    {
        var passes = new List<LanePass>();
        int rest = length, parts = 1;
        long twiddles = 0;
        foreach (int radix in RadicesOf(length))
        {
            rest /= radix;
            passes.Add(new LanePass(radix, rest, parts, twiddles));
            twiddles += 2L * (radix - 1) * rest;
            parts *= radix;
        }
        return [.. passes];
    }

    private static List<int> RadicesOf(int length)
    {
        var radices = new List<int>();
        // The odd ones first: a pass reads across the whole the better, the fewer parts it has.
        for (int prime = 3; prime <= LineLength.LargestPrime; prime += 2)
            for (; length % prime == 0; length /= prime)
                radices.Add(prime);
        for (; length >= 8 && length != 16; length /= 8)
            radices.Add(8);
        for (; length >= 4; length /= 4)
            radices.Add(4);
        if (length == 2)
            radices.Add(2);
        return radices;
    }

    private void Fill()
    {
        float* to = Twiddles;
        foreach (LanePass pass in Passes)
            for (int group = 0; group < pass.Groups; group++)
                for (int result = 1; result < pass.Radix; result++)
                {
                    (double cosine, double sine) = FourierTable.Root((long)group * result, pass.Groups * pass.Radix);
                    *to++ = (float)cosine;
                    *to++ = (float)-sine;
                }
    }
}
