namespace Tangent.Kernels;

/// <summary>The types that programs compute in.</summary>
internal static class ComputeTypes
{
    extension(DType dtype)
    {
        /// <summary>float32 for the 16-bit floating types, else the type itself.</summary>
        public DType ComputeType => dtype.IsHalf ? DType.Float32 : dtype;
    }
}
