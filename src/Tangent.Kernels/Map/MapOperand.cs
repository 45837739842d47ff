namespace Tangent.Kernels;

/// <summary>How a strided map reads an input.</summary>
internal enum MapOperand : byte
{
    /// <summary>From where it lies.</summary>
    Direct,
    /// <summary>As one element that repeats.</summary>
    Scalar,
    /// <summary>From a dense copy of each block.</summary>
    Gathered,
}
