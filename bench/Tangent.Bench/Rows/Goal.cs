namespace Tangent.Bench;

/// <summary>A bar that a row has to meet.</summary>
/// <param name="Measure">Of what number.</param>
/// <param name="Bar">The number.</param>
/// <param name="Aim">A better one.</param>
/// <param name="Library">Who does the reference's work; null where a goal needs no reference.</param>
/// <param name="Workload">The reference's workload; null for the row's own.</param>
/// <param name="Label">What the table calls the reference.</param>
internal sealed record Goal(Measure Measure, double Bar, double Aim, Library? Library, string? Workload, string Label)
{
    public static Goal Torch(double bar, double aim) => new(Measure.Speedup, bar, aim, Tangent.Bench.Library.TorchSharp, null, "TorchSharp");

    public static Goal Blas(double bar, double aim) => new(Measure.Speedup, bar, aim, Tangent.Bench.Library.OpenBlas, null, "OpenBLAS");

    public static Goal Fftw(double bar, double aim) => new(Measure.Speedup, bar, aim, Tangent.Bench.Library.Fftw, null, "FFTW");

    /// <summary>No more than so many times the time of Tangent's own forward work.</summary>
    public static Goal Forward(string workload, double bar, double aim) => new(Measure.Cost, bar, aim, Tangent.Bench.Library.Tangent, workload, "own forward");

    /// <summary>So many times faster than the same in Tangent without Compile.</summary>
    public static Goal Plain(string workload, double bar, double aim) => new(Measure.Speedup, bar, aim, Tangent.Bench.Library.Tangent, workload, "not compiled");

    /// <summary>So many times faster than dd with as many bytes, which is started anew each time.</summary>
    public static Goal Dd(string workload, double bar, double aim) => new(Measure.Speedup, bar, aim, Tangent.Bench.Library.Tangent, workload, "dd");

    /// <summary>Not slower than another build of Tangent, a tenth being noise.</summary>
    public static Goal Before { get; } = new(Measure.Speedup, 0.9, 1, Tangent.Bench.Library.Before, null, "before");

    /// <summary>No more than so many milliseconds.</summary>
    public static Goal Milliseconds(double bar, double aim) => new(Measure.Milliseconds, bar, aim, null, null, "");

    /// <summary>All threads so many times faster than one.</summary>
    public static Goal Scaling(double bar, double aim) => new(Measure.Scaling, bar, aim, null, null, "one thread");

    /// <summary>So large a part of what the machine can do.</summary>
    public static Goal Share(double bar, double aim) => new(Measure.Share, bar, aim, null, null, "the limit");

    /// <summary>Whether the bar is the least that is allowed, not the most.</summary>
    public bool IsLeast => Measure is Measure.Speedup or Measure.Scaling or Measure.Share;

    /// <summary>Whether this number meets the bar.</summary>
    public bool IsMet(double value) => IsLeast ? value >= Bar : value <= Bar;
}
