using System.Runtime.CompilerServices;

namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>
    /// A part of the array. Integers out of range are refused and slices are cut to the axis; of an array of indices,
    /// those out of range count as the nearest within. Entries that are left out at the end stand for whole axes.
    /// <para>
    /// Assigning makes this handle stand for the array with the part replaced; other handles on the old array keep it.
    /// The value is converted to the type of the array and broadcasts to the part. Where indices repeat the last value
    /// stays, and values for indices out of range are ignored. A mask takes values in order, or one for all.
    /// </para>
    /// </summary>
    /// <param name="index">See <see cref="ArrayIndex"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An integer is out of range.</exception>
    /// <exception cref="ArgumentException">There are too many entries, or shapes do not broadcast, or indices are no integers.</exception>
    [IndexerName("Part")]
    [Mlx("core.array.__getitem__")]
    public NDArray this[params ReadOnlySpan<ArrayIndex> index] => IndexParser.Parse(Shape, index).Read(this);
}
