namespace Tangent.Kernels;

/// <summary>An axis along which a window is moved: output u and tap t meet at element u·Stride + t − Low.</summary>
internal readonly record struct PoolAxis(int Input, int Outputs, int Window, int Stride, int Low)
{
    /// <summary>The element at which an output's window begins, before the first if that is in the padding.</summary>
    public long Start(int output) => (long)output * Stride - Low;

    /// <summary>The taps of an output's window that meet elements of a range: the first, and the one behind the last.</summary>
    public (int First, int End) Taps(int output, int from, int to)
    {
        long start = Start(output);
        return ((int)Math.Clamp(from - start, 0, Window), (int)Math.Clamp(to - start, 0, Window));
    }

    /// <summary>The outputs whose windows meet elements of a range: the first, and the one behind the last.</summary>
    public (int First, int End) Reaching(int from, int to)
    {
        long first = Math.Min(Outputs, Math.Max(0, (long)from + Low - Window + Stride) / Stride), end = ((long)to - 1 + Low) / Stride + 1;
        return ((int)first, (int)Math.Clamp(end, first, Outputs));
    }

    /// <summary>How many outputs from one on have windows that lie within a range.</summary>
    public int Whole(int output, int from, int to) => Start(output) < from
        ? 0
        : (int)Math.Max(0, Math.Min(Outputs, ((long)to + Low - Window + Stride) / Stride) - output);
}
