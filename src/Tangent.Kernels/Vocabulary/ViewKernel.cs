namespace Tangent.Kernels;

/// <summary>Another arrangement of the same elements, for which a layout in the same memory is enough wherever strides can express it.</summary>
internal abstract record ViewKernel : Kernel;
