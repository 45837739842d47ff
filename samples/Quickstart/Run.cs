using System.Diagnostics;
using Tangent;

namespace Quickstart;

/// <summary>A method of optimisation under way: where it is, after how many steps and how much time.</summary>
internal sealed class Run(Func<NDArray, NDArray> step, NDArray start)
{
    /// <summary>The parameters reached.</summary>
    public NDArray Point { get; private set; } = start;

    /// <summary>The steps taken.</summary>
    public int Steps { get; private set; }

    /// <summary>The time that they took.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Takes one more step.</summary>
    public void Step()
    {
        long begin = Stopwatch.GetTimestamp();
        Point = step(Point).Eval();
        Steps++;
        Time += Stopwatch.GetElapsedTime(begin);
    }
}
