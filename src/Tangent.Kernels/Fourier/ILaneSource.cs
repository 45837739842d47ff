namespace Tangent.Kernels;

/// <summary>What a pass reads: elements, each a vector of real and one of imaginary parts.</summary>
internal interface ILaneSource<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Reads the element at a place.</summary>
    void Load(nint place, out V re, out V im);
}
