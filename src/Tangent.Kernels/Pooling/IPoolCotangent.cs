using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>To which elements of a window its cotangent goes.</summary>
internal interface IPoolCotangent
{
    /// <summary>True if to the largest only; else to all.</summary>
    static abstract bool Chooses { get; }
}

/// <summary>To the largest, evenly.</summary>
internal readonly struct ToLargest : IPoolCotangent
{
    public static bool Chooses
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }
}

/// <summary>To all, evenly.</summary>
internal readonly struct ToAll : IPoolCotangent
{
    public static bool Chooses
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }
}
