using System.Diagnostics.CodeAnalysis;

namespace Tangent.Optimizers;

/// <summary>A number, or a schedule that makes one of the number of steps done: <c>new SGD(0.1)</c>, <c>new SGD(Schedules.CosineDecay(0.1, 1000))</c>.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "It exists to be converted to.")]
public sealed class Rate
{
    private readonly NDArray? number;

    private Rate(NDArray? number, Func<NDArray, NDArray>? schedule) => (this.number, Schedule) = (number, schedule);

    /// <summary>The schedule; null for a number.</summary>
    public Func<NDArray, NDArray>? Schedule { get; }

    /// <summary>A number.</summary>
    public static implicit operator Rate(double number) => new(Single(number), null);

    /// <summary>A number.</summary>
    public static implicit operator Rate(NDArray number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new(Single(number), null);
    }

    /// <summary>A schedule.</summary>
    public static implicit operator Rate(Func<NDArray, NDArray> schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new(null, schedule);
    }

    /// <summary>What it is after a number of steps: float32, a scalar.</summary>
    public NDArray At(NDArray step) => number ?? Single(Schedule!(step));

    /// <summary>A scalar of type float32.</summary>
    internal static NDArray Single(NDArray value) => value.NDim == 0
        ? Mx.AsType(value, DType.Float32)
        : throw new ArgumentException($"LearningRate: it has shape {value.Shape}; it must be a scalar.", nameof(value));
}
