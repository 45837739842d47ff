namespace Tangent.Kernels;

/// <summary>Arithmetic of one element type, for kernels that are written once for all types.</summary>
internal interface IArithmetic<T>
    where T : unmanaged
{
    static abstract T Zero { get; }
    static abstract T One { get; }

    /// <summary>The value that <see cref="Maximum"/> never prefers: minus infinity where there is one.</summary>
    static abstract T Lowest { get; }

    /// <summary>The value that <see cref="Minimum"/> never prefers: infinity where there is one.</summary>
    static abstract T Highest { get; }

    /// <summary>The sum; integers wrap around, for bool it is true if either is.</summary>
    static abstract T Add(T x, T y);

    /// <summary>The product; integers wrap around, for bool it is true if both are.</summary>
    static abstract T Multiply(T x, T y);

    /// <summary>The larger; NaN if either is NaN.</summary>
    static abstract T Maximum(T x, T y);

    /// <summary>The smaller; NaN if either is NaN.</summary>
    static abstract T Minimum(T x, T y);

    /// <summary>True if <paramref name="x"/> is smaller; false if either is NaN.</summary>
    static abstract bool Less(T x, T y);

    /// <summary>True for NaN.</summary>
    static abstract bool IsNaN(T x);

    /// <summary>log(exp(x) + exp(y)) without overflow; integers and bool truncate the result computed in float64.</summary>
    static abstract T LogAddExp(T x, T y);
}
