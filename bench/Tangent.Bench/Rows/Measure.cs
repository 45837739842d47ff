namespace Tangent.Bench;

/// <summary>What number a goal is about.</summary>
internal enum Measure
{
    /// <summary>The reference's time over Tangent's: at least the bar.</summary>
    Speedup,

    /// <summary>Tangent's time over that of the reference: at most the bar.</summary>
    Cost,

    /// <summary>Milliseconds: at most the bar.</summary>
    Milliseconds,

    /// <summary>Tangent's time with one thread over its time with all: at least the bar.</summary>
    Scaling,

    /// <summary>The time at the machine's limit over Tangent's: at least the bar.</summary>
    Share,
}
