namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// An array over the memory of another library, without a copy, by DLPack: <paramref name="managed"/> points at a DLManagedTensor, or
    /// if it <paramref name="isVersioned"/> at a DLManagedTensorVersioned of version 1, on the processor. The array takes it over: its
    /// deleter is called once, on some thread, when no array reads the memory any more. Until then the memory must not change. Only elements at
    /// addresses that are no multiple of their size are copied.
    /// </summary>
    /// <exception cref="ArgumentException">It is null, not of a type or size that arrays have, or on another device. Then it still belongs to the caller.</exception>
    [Mlx("core.from_dlpack")]
    public static NDArray FromDLPack(nint managed, bool isVersioned = false) => new DLPackReader(managed, isVersioned).Read();
}
