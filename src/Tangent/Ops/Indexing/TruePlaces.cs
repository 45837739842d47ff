namespace Tangent;

/// <summary>Where masks are true. How many places these are is known once the mask is evaluated.</summary>
internal static class TruePlaces
{
    /// <summary>The places in row-major order, as int32 in the flattened mask. Evaluates the mask.</summary>
    /// <param name="function">For messages: who wants to know.</param>
    /// <param name="mask">Any numbers; what is not zero is true.</param>
    public static NDArray Of(string function, NDArray mask)
    {
        NDArray flat = Mx.Flatten(Mx.AsType(mask, DType.Bool));
        int count = Count($"{function}, whose number of results depends on values,", flat);
        NDArray places = Mx.Zeros(count, DType.Int32);
        // Each true place is written where as many come before it; the others are sent out of range, where they are ignored.
        NDArray before = Mx.CumSum(flat, 0, inclusive: false, dtype: DType.Int32);
        places[Mx.Where(flat, before, count)] = Iota.Of(flat.Shape[0], DType.Int32);
        return places;
    }

    /// <summary>Flat places as one array of indices for each axis of a shape.</summary>
    public static NDArray[] Unraveled(NDArray places, Shape shape)
    {
        var indices = new NDArray[shape.Rank];
        NDArray rest = places;
        for (int axis = indices.Length - 1; axis >= 0; axis--)
        {
            int length = Math.Max(1, shape[axis]);
            indices[axis] = Mx.Remainder(rest, length);
            rest = Mx.FloorDivide(rest, length);
        }
        return indices;
    }

    private static int Count(string reader, NDArray flat)
    {
        NDArray count = Mx.Sum(Mx.StopGradient(flat));
        Evaluator.Evaluate(reader, count.Node);
        return count.Item<int>();
    }
}
