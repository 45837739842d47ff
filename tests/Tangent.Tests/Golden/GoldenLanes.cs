namespace Tangent.Tests.Golden;

/// <summary>The lines of elements along one axis of a row-major array.</summary>
public static class GoldenLanes
{
    /// <summary>The indices of the elements of each line; a negative axis counts from the end.</summary>
    public static IEnumerable<int[]> Along(int[] shape, int axis)
    {
        axis = axis < 0 ? axis + shape.Length : axis;
        int length = shape[axis];
        int inner = shape[(axis + 1)..].Aggregate(1, (product, next) => product * next);
        int outer = shape[..axis].Aggregate(1, (product, next) => product * next);
        for (int i = 0; i < outer; i++)
        {
            for (int j = 0; j < inner; j++)
                yield return [.. Enumerable.Range(0, length).Select(k => (i * length + k) * inner + j)];
        }
    }
}
