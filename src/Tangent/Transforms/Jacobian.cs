namespace Tangent;

/// <summary>
/// Whole Jacobians: the function runs once, and all unit tangents or cotangents go through its graph together, by a
/// vectorised map. The result for output i and argument k has the shape of the output followed by that of the argument.
/// </summary>
internal static class Jacobian
{
    /// <summary>By forward mode, in the arguments that <paramref name="chosen"/> names; entries have the output's type.</summary>
    public static (NDArray[] Y, NDArray[][] J) Forward(string name, Func<NDArray[], NDArray[]> function, NDArray[] x, int[] chosen)
    {
        foreach (int k in chosen)
            if (!x[k].DType.IsFloating)
                throw new ArgumentException($"{name}: argument {k} is {x[k].DType.Name()}; columns belong to real floating arguments.", nameof(x));
        using Trace trace = Trace.Open(name);
        NDArray[] inputs = Alias.Of(LiteralArguments.Exact(x), trace);
        NDArray[] y = LiteralArguments.Seeing(function, x)(NDArray.Share(inputs));
        return (NDArray.Share(y), Columns(name, inputs, chosen, y));
    }

    /// <summary>By reverse mode, in the arguments that <paramref name="chosen"/> names; entries have the argument's type.</summary>
    public static (NDArray[] Y, NDArray[][] J) Reverse(string name, Func<NDArray[], NDArray[]> function, NDArray[] x, int[] chosen)
    {
        foreach (int k in chosen)
            if (!x[k].DType.IsInexact)
                throw new ArgumentException($"{name}: argument {k} is {x[k].DType.Name()}, which carries no derivative.", nameof(x));
        using Trace trace = Trace.Open(name);
        NDArray[] points = [.. chosen.Select(k => x[k])];
        NDArray[] active = Alias.Of(LiteralArguments.Exact(points), trace);
        NDArray[] y = function(NDArray.Share(Gradient.Replaced(x, chosen, active)));
        for (int i = 0; i < y.Length; i++)
            if (y[i].DType.IsComplex)
                throw new ArgumentException($"{name}: output {i} is complex64; rows belong to real outputs.", nameof(function));
        return (NDArray.Share(y), [.. Rows(name, active, y).Select(row => LiteralArguments.Derivatives(row, points))]);
    }

    /// <summary>A list of one result. In an expression <c>[function(x)]</c> it would be made first, and grow old with a collection while the function runs.</summary>
    public static NDArray[] One(NDArray y) => [y];

    // A method that runs the user's function must not capture the results: a collection meanwhile would make the captured
    // variables old, and what dead ones refer to seems alive to the young collection by which an evaluation finds its temporaries.
    private static NDArray[][] Columns(string name, NDArray[] x, int[] chosen, NDArray[] y)
    {
        NDArray[][] columns = [.. chosen.Select(k => Columns(name, x, k, y))];
        return [.. y.Select((_, i) => columns.Select(column => column[i]).ToArray())];
    }

    private static NDArray[][] Rows(string name, NDArray[] x, NDArray[] y) => [.. y.Select((_, i) => Rows(name, x, y, i))];

    private static NDArray[] Columns(string name, NDArray[] x, int k, NDArray[] y)
    {
        int count = Count(x[k]);
        Batched[] dy = Batching.Through(Push, [Basis(x[k], count)], [0], name);
        return [.. dy.Select((column, i) => Reshape(Batching.Spread(column.Array, column.Axis, y[i].Rank, count), y[i], x[k]))];

        NDArray[] Push(NDArray[] dx)
        {
            var tangents = new NDArray?[x.Length];
            tangents[k] = dx[0];
            return [.. Tangent.Forward.Push(x, tangents, y).Select((dy, i) => Tangents.OrZeros(dy, y[i].Spec))];
        }
    }

    private static NDArray[] Rows(string name, NDArray[] x, NDArray[] y, int i)
    {
        if (!y[i].DType.IsFloating)
            return [.. x.Select(array => Reshape(Tangents.Zeros(new(y[i].Shape.Insert(0, Count(array)), array.DType)), y[i], array))];
        int count = Count(y[i]);
        bool[] active = [.. x.Select(_ => true)];
        Batched[] rows = Batching.Through(Pull, [Basis(y[i], count)], [0], name);
        return [.. rows.Select((row, k) => Reshape(Batching.Spread(row.Array, row.Axis, 0, count), y[i], x[k]))];

        NDArray[] Pull(NDArray[] ct)
        {
            var cotangents = new NDArray?[y.Length];
            cotangents[i] = ct[0];
            return [.. Tangent.Reverse.Pull(x, active, y, cotangents).Select((value, k) => Mx.Conjugate(Tangents.OrZeros(value, x[k].Spec)))];
        }
    }

    private static NDArray Reshape(NDArray entries, NDArray y, NDArray x) => Mx.Reshape(entries, new Shape([.. y.Shape.Lengths, .. x.Shape.Lengths]));

    // The unit vectors of an array's space, stacked along a new first axis.
    private static NDArray Basis(NDArray x, int count) => Mx.Reshape(Mx.Eye(count, dtype: x.DType), x.Shape.Insert(0, count));

    private static int Count(NDArray x) => checked((int)x.Size);
}
