using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>
    /// A part of the array. Integers out of range are refused and slices are cut to the axis; of an array of indices,
    /// those out of range count as the nearest within. Entries that are left out at the end stand for whole axes. A mask over the
    /// leading axes, or beside other entries over those at its place, selects the elements where it is true, in order: how many these
    /// are depends on its values, so that it is evaluated, which an <see cref="InvalidOperationException"/> refuses where a function is
    /// traced without values, as in <c>Vmap</c> and <c>Compile</c>.
    /// <para>
    /// Assigning makes this handle stand for the array with the part replaced; other handles on the old array keep it.
    /// The value is converted to the type of the array and broadcasts to the part. Where indices repeat the last value
    /// stays, and values for indices out of range are ignored. A mask over the leading axes takes one value for all true
    /// places, or values in order along a first axis; places for which there is none keep what they have. After an error
    /// the handle is as it was.
    /// </para>
    /// </summary>
    /// <param name="index">See <see cref="ArrayIndex"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An integer is out of range.</exception>
    /// <exception cref="ArgumentException">There are too many entries, or shapes do not broadcast, or indices are no integers.</exception>
    [IndexerName("Part")]
    [Mlx("core.array.__getitem__")]
    [Mlx("core.array.__setitem__")]
    public NDArray this[params ReadOnlySpan<ArrayIndex> index]
    {
        get => IndexParser.ParsePart("x[...]", Shape, index).Read(this);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Rebind(IndexParser.ParsePart("x[...] = value", Shape, index).Write(this, value, ScatterMode.Set));
        }
    }

    /// <summary>The same for one entry; so a list, as in <c>x[[0, 2]]</c>, is an entry and selects rows.</summary>
    /// <param name="index">See <see cref="ArrayIndex"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An integer is out of range.</exception>
    /// <exception cref="ArgumentException">The array is a scalar, or shapes do not broadcast, or indices are no integers.</exception>
    [IndexerName("Part")]
    [OverloadResolutionPriority(1)]
    public NDArray this[ArrayIndex index]
    {
        get => this[new ReadOnlySpan<ArrayIndex>(in index)];
        set => this[new ReadOnlySpan<ArrayIndex>(in index)] = value;
    }

    /// <summary>Updates of parts that count repeated indices each time: <c>x.At[i].Add(v)</c> gives a new array and leaves this one.</summary>
    [Mlx("core.array.at")]
    public ArrayAt At => new(this);
}
