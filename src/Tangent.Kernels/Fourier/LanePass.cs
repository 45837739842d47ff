namespace Tangent.Kernels;

/// <summary>
/// One pass of a transform on lanes. Elements that are transformed together lie <see cref="Parts"/>·<see cref="Groups"/> apart, and come to
/// lie <see cref="Parts"/> apart.
/// </summary>
/// <param name="Radix">How many elements are transformed together.</param>
/// <param name="Groups">How many groups of them have factors of their own.</param>
/// <param name="Parts">How many transforms are under way, which share the factors.</param>
/// <param name="Twiddles">Where the factors begin in the plan's table.</param>
/// <remarks>Stockham's order: groups of a pass become neighbours, so that the last leaves the results in order.</remarks>
internal readonly record struct LanePass(int Radix, int Groups, int Parts, long Twiddles);
