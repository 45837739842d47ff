namespace Tangent.Kernels;

/// <summary>The ways to multiply two matrices.</summary>
internal enum ProductWay
{
    /// <summary>Packed in blocks.</summary>
    Blocked,

    /// <summary>The second matrix, of contiguous rows, is read where it lies.</summary>
    InPlace,

    /// <summary>The second matrix, of contiguous columns, is read where it lies.</summary>
    Dot,
}
