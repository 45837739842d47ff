namespace Tangent;

/// <summary>Arrays of one type seen as one vector [..., n] for each of some leading axes.</summary>
internal sealed class Unknowns
{
    private readonly ArraySpec[] specs;
    private readonly int[] batch;
    private readonly int[] lengths;

    public Unknowns(ArraySpec[] specs, int batch)
    {
        this.specs = specs;
        this.batch = [.. specs[0].Shape.Lengths[..batch]];
        lengths = Array.ConvertAll(specs, spec => Count(spec.Shape.Lengths.AsSpan(batch)));
    }

    /// <summary>Number of unknowns.</summary>
    public int Count() => checked(lengths.Sum());

    /// <summary>The arrays as vectors.</summary>
    public NDArray Join(NDArray[] x)
    {
        NDArray[] rows = [.. x.Select((array, i) => Mx.Reshape(array, new Shape([.. batch, lengths[i]])))];
        return rows.Length == 1 ? rows[0] : Mx.Concatenate(rows, -1);
    }

    /// <summary>Vectors as the arrays that they are.</summary>
    public NDArray[] Split(NDArray v)
    {
        var arrays = new NDArray[specs.Length];
        for (int i = 0, start = 0; i < arrays.Length; start += lengths[i++])
            arrays[i] = Mx.Reshape(arrays.Length == 1 ? v : v[Mx.Ellipsis, start..(start + lengths[i])], specs[i].Shape);
        return arrays;
    }

    /// <summary>A function of the arrays as one of vectors.</summary>
    public Func<NDArray, NDArray> Joined(Func<NDArray[], NDArray[]> function) => v => Join(function(Split(v)));

    /// <summary>The arrays as unknowns of one type that a solver computes in; literals in the type that the function gives for them.</summary>
    public static NDArray[] Of(string name, string role, Func<NDArray[], NDArray[]> function, NDArray[] x)
    {
        Operands.Require(x, role);
        NDArray[] unknowns = TangentCheck.Strong(x);
        if (LiteralArguments.Kinds(x) is not null && Closure.Of(name, function, x).Specs is var given && given.Length == x.Length)
            unknowns = [.. x.Select((array, i) => array.Literal is null ? array : Mx.AsType(array, given[i].DType))];
        for (int i = 0; i < unknowns.Length; i++)
        {
            DType dtype = unknowns[i].DType;
            if (!dtype.IsInexact || dtype.IsHalf)
                throw new ArgumentException($"{name}: {role} is {dtype.Name()}; unknowns are float32, float64 or complex64.", role);
            if (dtype != unknowns[0].DType)
                throw new ArgumentException($"{name}: {role} has arrays of {unknowns[0].DType.Name()} and of {dtype.Name()}; unknowns are of one type.", role);
        }
        return unknowns;
    }

    /// <summary>Refuses a function whose results are not like its arguments.</summary>
    public static void Require(string name, string role, NDArray[] x, ArraySpec[] y)
    {
        if (y.Length != x.Length)
            throw new ArgumentException($"{name}: the function gives {y.Length} arrays for the {x.Length} of {role}.", "function");
        for (int i = 0; i < x.Length; i++)
            if (y[i] != x[i].Spec)
                throw new ArgumentException($"{name}: the function gives {y[i]} for the {x[i].Spec} of {role}; they must be alike.", "function");
    }

    private static int Count(ReadOnlySpan<int> lengths)
    {
        int count = 1;
        foreach (int length in lengths)
            count = checked(count * length);
        return count;
    }
}
