using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// A sweep of QR with many shifts: a chain of small bulges, three rows apart, which goes down the diagonal from window to window (Braman, Byers
/// and Mathias, "The multishift QR algorithm I: maintaining well-focused shifts and level 3 performance", 2002).
/// </summary>
internal static unsafe class BulgeChain<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int Spacing = 3;

    /// <summary>Shifts of a sweep over so many rows.</summary>
    public static int ShiftsFor(int rows) => rows < 128 ? 12 : rows < 256 ? 16 : rows < 768 ? 24 : 32;

    /// <summary>Runs the first pairs of shifts, no more than fit, through rows [low, high].</summary>
    public static void Sweep(SchurForm<T, TField> form, int low, int high, Complex[] shifts)
    {
        int bulges = Math.Min(shifts.Length, ShiftsFor(high - low + 1)) / 2, step = Spacing * bulges;
        var places = new int[bulges];
        Array.Fill(places, low - 1);
        for (int head = low + step; places[bulges - 1] < high - 1; head += step)
        {
            int top = Math.Max(low, places[bulges - 1]), bottom = Math.Min(high, head + Spacing);
            using var window = new SchurWindow<T, TField>(form.H, form.Stride, top, bottom - top + 1);
            for (int bulge = 0; bulge < bulges; bulge++)
            {
                int target = Math.Min(head - Spacing * bulge, high - 1), pair = 2 * bulge;
                if (target >= low && places[bulge] < low)
                {
                    FrancisStep<T, TField>.Start(window, low - top, bottom - top, shifts[pair], shifts[pair + 1]);
                    places[bulge] = low;
                }
                for (; places[bulge] < target && places[bulge] >= low; places[bulge]++)
                    FrancisStep<T, TField>.Chase(window, places[bulge] + 1 - top, bottom - top);
            }
            form.Apply(window, low, high);
        }
    }
}
