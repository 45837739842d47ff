using System.Runtime.CompilerServices;

namespace Tangent.Tests.Planning;

/// <summary>An arbitrary graph over arrays of several shapes and types, which can be built any number of times.</summary>
internal sealed class RandomGraph(int seed, int size)
{
    // Arrays of float32 in this shape are large enough for a plan, and for their handles to be watched.
    private const int Rows = 130, Columns = 140;

    private static readonly DType[] Types = [DType.Float32, DType.Float64, DType.Int32, DType.Int64, DType.Bool, DType.UInt8, DType.Complex64];

    private static readonly Func<Random, List<NDArray>, NDArray?>[] Operations =
    [
        RandomOperations.Unary, RandomOperations.Unary, RandomOperations.Binary, RandomOperations.Binary, RandomOperations.Binary, RandomOperations.Chosen,
        RandomOperations.View, RandomOperations.View, RandomOperations.Converted, RandomOperations.Reduction, RandomOperations.Updated, RandomOperations.Row,
    ];

    /// <summary>Fresh inputs with values, always the same ones.</summary>
    public static NDArray[] Inputs()
    {
        NDArray key = Mx.Random.Key(7);
        NDArray x = Mx.Random.Uniform(-2.0, 2.0, (Rows, Columns), DType.Float32, key);
        NDArray[] inputs = [x, x[3], x[.., 5..6] * 2, x[0, 0], .. Types.Select(dtype => Mx.AsType(Mx.Floor(Mx.Abs(x)) * 3, dtype))];
        Mx.Eval(inputs);
        return inputs;
    }

    /// <summary>Builds the graph: results to ask for, and others on which handles live on. No other handle survives.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public (NDArray[] Roots, NDArray[] Held) Build(NDArray[] inputs)
    {
        var random = new Random(seed);
        List<NDArray> made = [.. inputs];
        while (made.Count < inputs.Length + size)
            if (Operations[random.Next(Operations.Length)](random, made) is { } next)
                made.Add(next);
        int few = random.Next(1, 4);
        return ([made[^1], .. Some(few)], [.. Some(random.Next(3))]);

        IEnumerable<NDArray> Some(int count) => Enumerable.Range(0, count).Select(_ => made[random.Next(inputs.Length, made.Count)].Share());
    }
}
