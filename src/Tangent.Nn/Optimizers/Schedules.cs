using static Tangent.Optimizers.OptimizerArguments;

namespace Tangent.Optimizers;

/// <summary>Schedules: functions that make a learning rate of the number of steps done before, a scalar. Any function of the kind is one.</summary>
public static class Schedules
{
    /// <summary>Falls from one rate to another along half a period of the cosine, and stays there.</summary>
    /// <param name="init">The rate of the first step.</param>
    /// <param name="decaySteps">How many steps it takes, at least 1.</param>
    /// <param name="end">The last rate.</param>
    [Mlx("optimizers.cosine_decay")]
    public static Func<NDArray, NDArray> CosineDecay(double init, int decaySteps, double end = 0)
    {
        Positive(nameof(CosineDecay), nameof(decaySteps), decaySteps);
        return step => end + (0.5 * (init - end) * (1 + Mx.Cos(Math.PI / decaySteps * Number(Mx.Minimum(step, decaySteps)))));
    }

    /// <summary>Multiplies the rate by a factor with each step.</summary>
    /// <param name="init">The rate of the first step.</param>
    /// <param name="decayRate">The factor, at least 0.</param>
    [Mlx("optimizers.exponential_decay")]
    public static Func<NDArray, NDArray> ExponentialDecay(double init, double decayRate)
    {
        NotNegative(nameof(ExponentialDecay), nameof(decayRate), decayRate);
        return step => init * Mx.Power(decayRate, Number(step));
    }

    /// <summary>Multiplies the rate by a factor after each so many steps.</summary>
    /// <param name="init">The rate of the first step.</param>
    /// <param name="decayRate">The factor, at least 0.</param>
    /// <param name="stepSize">After how many steps, at least 1.</param>
    [Mlx("optimizers.step_decay")]
    public static Func<NDArray, NDArray> StepDecay(double init, double decayRate, int stepSize)
    {
        NotNegative(nameof(StepDecay), nameof(decayRate), decayRate);
        Positive(nameof(StepDecay), nameof(stepSize), stepSize);
        return step => init * Mx.Power(decayRate, Number(Mx.FloorDivide(step, stepSize)));
    }

    /// <summary>Goes from one rate to another in equal steps, and stays there: a warm-up.</summary>
    /// <param name="init">The rate of the first step.</param>
    /// <param name="end">The last rate.</param>
    /// <param name="steps">How many steps it takes, at least 1.</param>
    [Mlx("optimizers.linear_schedule")]
    public static Func<NDArray, NDArray> LinearSchedule(double init, double end, int steps)
    {
        Positive(nameof(LinearSchedule), nameof(steps), steps);
        return step => init + ((end - init) / steps * Number(Mx.Minimum(step, steps)));
    }

    /// <summary>Schedules one after the other, each with steps counted from where it begins.</summary>
    /// <param name="schedules">The schedules, at least one.</param>
    /// <param name="boundaries">The steps at which all but the first begin, rising.</param>
    /// <exception cref="ArgumentException">There are not one fewer boundaries than schedules, or they do not rise.</exception>
    /// <example><code>
    /// using Tangent.Optimizers;
    /// Func&lt;NDArray, NDArray&gt; schedule = Schedules.JoinSchedules([Schedules.LinearSchedule(0, 1e-3, 100), Schedules.CosineDecay(1e-3, 900)], [100]);
    /// Console.WriteLine(schedule(Mx.Array(50))); // array(0.0005, dtype=float32)
    /// </code></example>
    [Mlx("optimizers.join_schedules")]
    public static Func<NDArray, NDArray> JoinSchedules(IReadOnlyList<Func<NDArray, NDArray>> schedules, IReadOnlyList<int> boundaries)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ArgumentNullException.ThrowIfNull(boundaries);
        Func<NDArray, NDArray>[] parts = [.. schedules];
        int[] starts = [0, .. boundaries];
        if (parts.Length != starts.Length)
            throw new ArgumentException($"JoinSchedules: {parts.Length} schedules need {Math.Max(0, parts.Length - 1)} boundaries, and there are {starts.Length - 1}.", nameof(boundaries));
        if (Array.IndexOf(parts, null) is >= 0 and var missing)
            throw new ArgumentException($"JoinSchedules: schedule {missing} is null.", nameof(schedules));
        for (int i = 1; i < starts.Length; i++)
            if (starts[i] <= starts[i - 1] && !(i == 1 && starts[i] == 0))
                throw new ArgumentException($"JoinSchedules: the boundaries [{string.Join(", ", boundaries)}] do not rise from 0.", nameof(boundaries));
        return step =>
        {
            NDArray rate = parts[0](step);
            // A schedule that has not begun sees its first step.
            for (int i = 1; i < parts.Length; i++)
                rate = Mx.Where(step < starts[i], rate, parts[i](Mx.Maximum(step, starts[i]) - starts[i]));
            return rate;
        };
    }

    private static NDArray Number(NDArray step) => step.DType.IsFloating ? step : Mx.AsType(step, DType.Float32);
}
