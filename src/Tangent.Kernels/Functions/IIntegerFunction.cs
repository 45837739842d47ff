using System.Numerics;

namespace Tangent.Kernels;

/// <summary>A function of two integers that vector hardware lacks.</summary>
internal interface IIntegerFunction
{
    /// <summary>The function of two elements.</summary>
    static abstract T Apply<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T>;
}
