namespace Tangent.Tests.Arrays;

/// <summary>What an index selects, worked out element by element from the rules of Python and NumPy.</summary>
internal sealed class NaiveIndex
{
    private readonly int[] shape;
    private readonly object[] entries;
    private readonly List<(int Entry, int Axis)> order = [];
    private readonly List<int> result = [];
    private int[] group = [];

    private NaiveIndex(int[] shape, object[] entries)
    {
        this.shape = shape;
        this.entries = entries;
    }

    /// <summary>The shape of the part, and in row-major order the place in the array of each of its elements.</summary>
    /// <param name="shape">The shape of the array.</param>
    /// <param name="index">Integers, <see cref="Steps"/>, <see cref="Places"/>, "..." and "new".</param>
    public static (int[] Shape, int[] Places) Select(int[] shape, object[] index)
    {
        var naive = new NaiveIndex(shape, Complete(shape.Length, index));
        naive.Arrange();
        return ([.. naive.result], [.. naive.Positions().Select(naive.Place)]);
    }

    /// <summary>The entry as the brackets take it.</summary>
    public static ArrayIndex ToIndex(object entry) => entry switch
    {
        int value => value,
        Steps steps => Mx.Every(steps.Step, steps.Start, steps.Stop),
        Places places => Mx.Reshape(places.Values, places.Shape),
        "..." => Mx.Ellipsis,
        _ => Mx.NewAxis,
    };

    private static object[] Complete(int rank, object[] index)
    {
        object[] whole = [.. Enumerable.Repeat<object>(new Steps(null, null, 1), rank - index.Count(entry => entry is not string))];
        int ellipsis = Array.IndexOf(index, "...");
        return ellipsis < 0 ? [.. index, .. whole] : [.. index[..ellipsis], .. whole, .. index[(ellipsis + 1)..]];
    }

    // The axes of arrays stand where the first integer or array stands, or first of all if others stand between them.
    private void Arrange()
    {
        int[] advanced = [.. Enumerable.Range(0, entries.Length).Where(i => entries[i] is int or Places)];
        bool hasArrays = entries.Any(entry => entry is Places);
        bool apart = advanced.Length > 0 && advanced[^1] - advanced[0] >= advanced.Length;
        int first = !hasArrays ? -1 : apart ? 0 : advanced[0];
        if (hasArrays)
            group = [.. entries.OfType<Places>().Aggregate(Shape.Scalar, (common, places) => Mx.BroadcastShapes(common, places.Shape))];
        for (int i = 0, axis = 0; i < entries.Length; i++)
        {
            if (i == first)
            {
                order.AddRange(group.Select((_, j) => (-1, j)));
                result.AddRange(group);
            }
            if (entries[i] is "new" or Steps)
            {
                order.Add((i, axis));
                result.Add(entries[i] is Steps steps ? steps.Of(shape[axis]).Length : 1);
            }
            axis += entries[i] is string ? 0 : 1;
        }
    }

    private IEnumerable<int[]> Positions()
    {
        int count = result.Aggregate(1, (product, length) => product * length);
        for (int i = 0; i < count; i++)
        {
            var position = new int[result.Count];
            for (int axis = result.Count - 1, rest = i; axis >= 0; rest /= result[axis], axis--)
                position[axis] = rest % result[axis];
            yield return position;
        }
    }

    private int Place(int[] position)
    {
        int place = 0;
        for (int i = 0, axis = 0; i < entries.Length; i++)
        {
            if (entries[i] is string)
                continue;
            int index = entries[i] switch
            {
                int value => value,
                Steps steps => steps.Of(shape[axis])[position[order.FindIndex(slot => slot.Entry == i)]],
                Places places => places.At([.. order.Select((slot, k) => (slot, k)).Where(pair => pair.slot.Entry < 0).Select(pair => position[pair.k])]),
                _ => throw new InvalidOperationException(),
            };
            place = (place * shape[axis]) + (index < 0 ? index + shape[axis] : index);
            axis++;
        }
        return place;
    }

    /// <summary>Python's <c>start:stop:step</c>.</summary>
    internal sealed record Steps(int? Start, int? Stop, int Step)
    {
        public int[] Of(int length)
        {
            var places = new List<int>();
            int start = Start is null ? (Step > 0 ? 0 : length - 1) : Start < 0 ? Start.Value + length : Start.Value;
            int stop = Stop is null ? (Step > 0 ? length : -1) : Stop < 0 ? Stop.Value + length : Stop.Value;
            start = Step > 0 ? Math.Max(start, 0) : Math.Min(start, length - 1);
            for (int i = start; Step > 0 ? i < Math.Min(stop, length) : i > Math.Max(stop, -1); i += Step)
                places.Add(i);
            return [.. places];
        }
    }

    /// <summary>An array of integers.</summary>
    internal sealed record Places(Shape Shape, int[] Values)
    {
        // The last axes of the common shape are this array's; those of length 1 repeat.
        public int At(int[] position)
        {
            int place = 0;
            for (int axis = 0; axis < Shape.Rank; axis++)
                place = (place * Shape[axis]) + (Shape[axis] == 1 ? 0 : position[position.Length - Shape.Rank + axis]);
            return Values[place];
        }
    }
}
