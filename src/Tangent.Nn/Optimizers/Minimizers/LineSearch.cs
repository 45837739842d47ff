namespace Tangent.Optimizers;

/// <summary>
/// Looks along a direction for a point where the function is smaller and flatter: the strong conditions of Wolfe (Nocedal and Wright 2006,
/// algorithms 3.5 and 3.6), in which values that differ by rounding alone count as equal.
/// </summary>
/// <param name="at">The function along the direction.</param>
/// <param name="start">The function where it begins; its slope is negative.</param>
/// <param name="rounding">By how much values may differ without meaning.</param>
internal sealed class LineSearch(Func<double, Trial> at, Trial start, double rounding)
{
    private const double Fall = 1e-4, Flatness = 0.9, Growth = 4;
    private const int MostTrials = 40;
    private int trials;

    /// <summary>A good point; the best one that was found where none is good; null where none is better than the start.</summary>
    /// <param name="length">How far to look first.</param>
    public Trial? Find(double length)
    {
        Trial before = start;
        while (trials < MostTrials)
        {
            Trial trial = Try(length);
            if (!Falls(trial) || (before.Length > 0 && trial.Value >= before.Value + rounding))
                return Between(before, trial);
            if (IsFlat(trial))
                return trial;
            if (trial.Slope >= 0)
                return Between(trial, before);
            before = trial;
            length *= Growth;
        }
        return Better(before);
    }

    // The first falls enough, and the minimum lies between it and the second.
    private Trial? Between(Trial low, Trial high)
    {
        while (trials < MostTrials && Math.Abs(high.Length - low.Length) > 1e-12 * Math.Max(high.Length, low.Length))
        {
            Trial trial = Try(Inside(low, high));
            if (!Falls(trial) || trial.Value > low.Value + rounding)
            {
                high = trial;
                continue;
            }
            if (IsFlat(trial))
                return trial;
            if (trial.Slope * (high.Length - low.Length) >= 0)
                high = low;
            low = trial;
        }
        return Better(low);
    }

    private Trial Try(double length)
    {
        trials++;
        return at(length);
    }

    private bool Falls(Trial trial) => trial.Value <= start.Value + (Fall * trial.Length * start.Slope) + rounding && double.IsFinite(trial.GradientNorm);

    private bool IsFlat(Trial trial) => Math.Abs(trial.Slope) <= -Flatness * start.Slope;

    private static Trial? Better(Trial trial) => trial.Length > 0 ? trial : null;

    // The minimum of the cubic through values and slopes, not too near an end; the middle where there is none.
    private static double Inside(Trial low, Trial high)
    {
        double width = high.Length - low.Length, middle = low.Length + (width / 2);
        double first = low.Slope + high.Slope - (3 * (low.Value - high.Value) / (low.Length - high.Length));
        double root = Math.Sqrt((first * first) - (low.Slope * high.Slope)) * Math.Sign(width);
        double found = high.Length - (width * (high.Slope + root - first) / (high.Slope - low.Slope + (2 * root)));
        return Math.Abs(found - middle) <= 0.4 * Math.Abs(width) ? found : middle;
    }
}
