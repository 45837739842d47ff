namespace Tangent.Kernels;

/// <summary>A dense row of complex numbers, read and written by vectors.</summary>
internal unsafe interface IComplexRow<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Reads numbers from a place on, <paramref name="count"/> or, if that is fewer, a vector's worth; what other lanes get does not matter.</summary>
    void Load(long place, long count, out V re, out V im);

    /// <summary>Writes numbers from a place on, <paramref name="count"/> or, if that is fewer, a vector's worth.</summary>
    void Store(long place, long count, V re, V im);
}
