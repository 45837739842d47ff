namespace Tangent.Kernels;

/// <summary>A number known to the compiler, so that a micro-kernel exists once for every height and width of tile.</summary>
internal interface ICount
{
    static abstract int Value { get; }
}
