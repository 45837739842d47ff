using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Which of two elements a search keeps.</summary>
internal interface IPreference<T>
    where T : unmanaged
{
    /// <summary>The element that no other is worse than.</summary>
    static abstract T Worst { get; }

    /// <summary>True if <paramref name="x"/> is better; false if either is NaN.</summary>
    static abstract bool Better(T x, T y);

    /// <summary>The better in each lane, <paramref name="y"/> if <paramref name="x"/> is NaN.</summary>
    static abstract Vector<T> Better(Vector<T> x, Vector<T> y);

    /// <summary>True for NaN.</summary>
    static abstract bool IsNaN(T x);
}
