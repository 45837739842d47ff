using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The most threads that work on one operation, the caller's included.</summary>
    /// <exception cref="InvalidOperationException">The environment variable <c>TANGENT_NUM_THREADS</c> is not a number that <see cref="SetThreads"/> takes.</exception>
    public static int GetThreads() => Workers.Count;

    /// <summary>
    /// Sets how many threads work on one operation, the caller's included, from 1 to 1,024; at once, also for evaluations in progress.
    /// At the start it is what the environment variable <c>TANGENT_NUM_THREADS</c> says, or else the number of processors.
    /// Results do not depend on it. Returns the former number.
    /// </summary>
    public static int SetThreads(int threads)
    {
        if (threads is < 1 or > Workers.MostThreads)
            throw new ArgumentOutOfRangeException(nameof(threads), threads, FormattableString.Invariant($"SetThreads: the number of threads is from 1 to {Workers.MostThreads:N0}."));
        return Workers.Exchange(threads);
    }
}
