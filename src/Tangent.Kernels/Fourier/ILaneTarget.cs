namespace Tangent.Kernels;

/// <summary>What a pass writes: elements, each a vector of real and one of imaginary parts.</summary>
internal interface ILaneTarget<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Writes the element at a place.</summary>
    void Store(nint place, V re, V im);
}
