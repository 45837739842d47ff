namespace Tangent;

/// <summary>
/// Whole Jacobians: the function runs once, and all unit tangents or cotangents go through its graph together, by a
/// vectorised map. The result for output i and argument k has the shape of the output followed by that of the argument.
/// </summary>
internal static class Jacobian
{
    /// <summary>By forward mode, in the arguments that <paramref name="chosen"/> names; entries have the output's type.</summary>
    public static (NDArray[] Y, NDArray[][] J) Forward(string name, Func<NDArray[], NDArray[]> function, NDArray[] x, int[] chosen, int? chunk = null)
    {
        Operands.Require(x, "arguments");
        Require(name, chunk);
        foreach (int k in chosen)
            if (!x[k].DType.IsFloating)
                throw new ArgumentException($"{name}: argument {k} is {x[k].DType.Name()}; columns belong to real floating arguments.", nameof(x));
        using Trace trace = Trace.Open(name);
        NDArray[] inputs = Alias.Of(LiteralArguments.Exact(x), trace);
        NDArray[] y = FunctionResults.Of(name, LiteralArguments.Seeing(function, x)(NDArray.Share(inputs)));
        return (NDArray.Share(y), Columns(name, inputs, chosen, y, chunk));
    }

    /// <summary>By reverse mode, in the arguments that <paramref name="chosen"/> names; entries have the argument's type.</summary>
    public static (NDArray[] Y, NDArray[][] J) Reverse(string name, Func<NDArray[], NDArray[]> function, NDArray[] x, int[] chosen, int? chunk = null)
    {
        Operands.Require(x, "arguments");
        Require(name, chunk);
        foreach (int k in chosen)
            if (!x[k].DType.IsInexact)
                throw new ArgumentException($"{name}: argument {k} is {x[k].DType.Name()}, which carries no derivative.", nameof(x));
        using Trace trace = Trace.Open(name);
        NDArray[] points = [.. chosen.Select(k => x[k])];
        NDArray[] active = Alias.Of(LiteralArguments.Exact(points), trace);
        NDArray[] y = FunctionResults.Of(name, function(NDArray.Share(Gradient.Replaced(x, chosen, active))));
        for (int i = 0; i < y.Length; i++)
            if (y[i].DType.IsComplex)
                throw new ArgumentException($"{name}: output {i} is complex64; rows belong to real outputs.", nameof(function));
        return (NDArray.Share(y), [.. Rows(name, active, y, chunk).Select(row => LiteralArguments.Derivatives(row, points))]);
    }

    /// <summary>A list of one result. In an expression <c>[function(x)]</c> it would be made first, and grow old with a collection while the function runs.</summary>
    public static NDArray[] One(NDArray y) => [y];

    // A method that runs the user's function must not capture the results: a collection meanwhile would make the captured
    // variables old, and what dead ones refer to seems alive to the young collection by which an evaluation finds its temporaries.
    private static NDArray[][] Columns(string name, NDArray[] x, int[] chosen, NDArray[] y, int? chunk)
    {
        NDArray[][] columns = [.. chosen.Select(k => Columns(name, x, k, y, chunk))];
        return [.. y.Select((_, i) => columns.Select(column => column[i]).ToArray())];
    }

    private static NDArray[][] Rows(string name, NDArray[] x, NDArray[] y, int? chunk) => [.. y.Select((_, i) => Rows(name, x, y, i, chunk))];

    private static NDArray[] Columns(string name, NDArray[] x, int k, NDArray[] y, int? chunk)
    {
        NDArray?[] tangents = new NDArray?[x.Length];
        NDArray[][] parts = [.. Bases(x[k], chunk).Select(basis =>
        {
            tangents[k] = basis;
            return Push(name, x, tangents, y, output => output.Rank);
        })];
        return [.. y.Select((output, i) => Reshape(Mx.Concatenate([.. parts.Select(part => part[i])], output.Rank), output, x[k]))];
    }

    /// <summary>
    /// The tangents of results for many tangents of the arguments, stacked along axis 0, which go through the function's graph together;
    /// <paramref name="place"/> says along which axis those of a result are to lie.
    /// </summary>
    public static NDArray[] Push(string name, NDArray[] x, NDArray?[] dx, NDArray[] y, Func<NDArray, int> place)
    {
        NDArray[] present = Tangents.Present(dx);
        int count = present[0].Shape[0];
        Batched[] dy = Batching.Through(
            some => [.. Tangent.Forward.Push(x, Tangents.Replace(dx, some), y).Select((tangent, i) => Tangents.OrZeros(tangent, y[i].Spec))],
            present,
            [.. present.Select(_ => (int?)0)],
            name);
        return [.. dy.Select((tangent, i) => Batching.Spread(tangent.Array, tangent.Axis, place(y[i]), count))];
    }

    private static NDArray[] Rows(string name, NDArray[] x, NDArray[] y, int i, int? chunk)
    {
        if (!y[i].DType.IsFloating)
            return [.. x.Select(array => Reshape(Tangents.Zeros(new(y[i].Shape.Insert(0, Count(array)), array.DType)), y[i], array))];
        bool[] active = [.. x.Select(_ => true)];
        NDArray[][] parts = [.. Bases(y[i], chunk).Select(basis => Pulled(basis))];
        return [.. x.Select((array, k) => Reshape(Mx.Concatenate([.. parts.Select(part => part[k])], 0), y[i], array))];

        NDArray[] Pulled(NDArray basis) =>
            [.. Batching.Through(Pull, [basis], [0], name).Select(row => Batching.Spread(row.Array, row.Axis, 0, basis.Shape[0]))];

        NDArray[] Pull(NDArray[] ct)
        {
            var cotangents = new NDArray?[y.Length];
            cotangents[i] = ct[0];
            return [.. Tangent.Reverse.Pull(x, active, y, cotangents).Select((value, k) => Mx.Conjugate(Tangents.OrZeros(value, x[k].Spec)))];
        }
    }

    private static void Require(string name, int? chunk)
    {
        if (chunk is <= 0)
            throw new ArgumentOutOfRangeException("chunkSize", chunk, $"{name}: chunkSize must be positive.");
    }

    private static NDArray Reshape(NDArray entries, NDArray y, NDArray x) => Mx.Reshape(entries, new Shape([.. y.Shape.Lengths, .. x.Shape.Lengths]));

    // The unit vectors of an array's space, stacked along a new first axis, so many at a time.
    private static IEnumerable<NDArray> Bases(NDArray x, int? chunk)
    {
        int count = Count(x), most = Math.Max(1, Math.Min(chunk ?? count, count));
        for (int start = 0; start == 0 || start < count; start += most)
        {
            int length = Math.Min(most, count - start);
            yield return Mx.Reshape(Mx.Eye(length, count, start, x.DType), x.Shape.Insert(0, length));
        }
    }

    private static int Count(NDArray x) => checked((int)x.Size);
}
