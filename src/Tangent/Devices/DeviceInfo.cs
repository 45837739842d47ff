namespace Tangent;

/// <summary>What a device is.</summary>
/// <param name="DeviceName">Its name, such as <c>cpu</c>.</param>
/// <param name="Architecture">Its instruction set, such as <c>X64</c>.</param>
/// <param name="MemorySize">The bytes of memory that the process may use.</param>
/// <param name="Processors">The number of processors.</param>
/// <param name="VectorBits">The width in bits of the vector registers that are used.</param>
public sealed record DeviceInfo(string DeviceName, string Architecture, long MemorySize, int Processors, int VectorBits);
