namespace Tangent.Kernels.Tests;

/// <summary>Runs work with a number of threads, which decides how it is cut up.</summary>
internal static class Threads
{
    public static void Use(int count, Action work)
    {
        int before = Workers.Count;
        try
        {
            Workers.Count = count;
            work();
        }
        finally
        {
            Workers.Count = before;
        }
    }
}
