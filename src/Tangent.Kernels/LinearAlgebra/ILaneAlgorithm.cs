using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// What is computed of as many matrices as a vector has lanes, a matrix in each. It does what is usual; lanes whose matrices are not finite,
/// singular, or else out of the ordinary it reports, and they are computed one by one.
/// </summary>
internal unsafe interface ILaneAlgorithm<V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Registers of working memory.</summary>
    int Work { get; }

    /// <summary>
    /// Computes <paramref name="y"/>, which may be made to point to other memory, of <paramref name="x"/>, which is overwritten. Returns a mask
    /// of the lanes that must be computed otherwise.
    /// </summary>
    V Run(T** x, T** y, T* work);
}
