namespace Tangent.Tests.Golden;

/// <summary>Checks of results whose elements are ordered in part only.</summary>
public static class OrderChecks
{
    /// <summary>Along the axis: the same elements, the k-th of them in its place, none greater before it, none smaller after.</summary>
    public static string? Partition(GoldenCase golden, GoldenValue.Array actual, GoldenValue.Array expected)
    {
        foreach (int[] lane in Lanes(golden, actual.Shape))
        {
            if (Lane(golden, Pick(actual, lane), Pick(expected, lane)) is string difference)
                return difference;
        }
        return null;
    }

    /// <summary>The same for the elements of the argument that the indices point to, each index once.</summary>
    public static string? ArgPartition(GoldenCase golden, GoldenValue.Array actual, GoldenValue.Array expected)
    {
        var source = (GoldenValue.Array)golden.Arguments[0];
        foreach (int[] lane in Lanes(golden, actual.Shape))
        {
            int[] x = Indices(actual, lane), y = Indices(expected, lane);
            if (!x.Order().SequenceEqual(Enumerable.Range(0, lane.Length)))
                return $"the indices {string.Join(",", x)} are no permutation";
            double[] elements = Pick(source, lane);
            if (Lane(golden, [.. x.Select(i => elements[i])], [.. y.Select(i => elements[i])]) is string difference)
                return difference;
        }
        return null;
    }

    /// <summary>The same elements along the axis, in any order.</summary>
    public static string? Unordered(GoldenCase golden, GoldenValue.Array actual, GoldenValue.Array expected)
    {
        foreach (int[] lane in Lanes(golden, actual.Shape))
        {
            double[] x = Pick(actual, lane), y = Pick(expected, lane);
            if (!x.Order().SequenceEqual(y.Order()))
                return $"the elements {string.Join(",", x)} are not the recorded {string.Join(",", y)}";
        }
        return null;
    }

    private static string? Lane(GoldenCase golden, double[] actual, double[] expected)
    {
        int k = (int)((GoldenValue.Integer)golden.Arguments[1]).Value;
        k = k < 0 ? k + actual.Length : k;
        bool isPartition = actual.Order().SequenceEqual(expected.Order())
            && actual[k] == expected[k]
            && actual[..k].All(x => x <= actual[k])
            && actual[k..].All(x => x >= actual[k]);
        return isPartition ? null : $"{string.Join(",", actual)} is no partition at {k}, recorded is {string.Join(",", expected)}";
    }

    private static IEnumerable<int[]> Lanes(GoldenCase golden, int[] shape)
    {
        GoldenValue axis = golden.Named.GetValueOrDefault("axis") ?? new GoldenValue.Integer(-1);
        return axis is GoldenValue.Integer number ? GoldenLanes.Along(shape, (int)number.Value) : GoldenLanes.Along(shape, 0);
    }

    private static double[] Pick(GoldenValue.Array array, int[] lane) =>
        [.. lane.Select(index => GoldenElements.Number(array, index).Real)];

    private static int[] Indices(GoldenValue.Array array, int[] lane) =>
        [.. lane.Select(index => (int)GoldenElements.Integer(array, index))];
}
