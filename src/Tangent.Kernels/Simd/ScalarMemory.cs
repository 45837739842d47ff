namespace Tangent.Kernels;

/// <summary>Single elements as compute types.</summary>
internal static unsafe class ScalarMemory
{
    public static float LoadFloat16(byte* source) => (float)*(Half*)source;

    public static float LoadBFloat16(byte* source) => *(BFloat16*)source;

    /// <summary>All ones for true, 0 for false.</summary>
    public static int LoadMask32(byte* source) => *source != 0 ? -1 : 0;

    /// <summary>All ones for true, 0 for false.</summary>
    public static long LoadMask64(byte* source) => *source != 0 ? -1 : 0;
}
