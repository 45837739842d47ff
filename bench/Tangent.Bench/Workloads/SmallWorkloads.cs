using System.Diagnostics;
using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>Work so small that what surrounds it counts.</summary>
internal static class SmallWorkloads
{
    private const int Small = 16;

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["scalar-value"] = ScalarValue,
        ["scalar-chain"] = ScalarChain,
        ["small-plain"] = () => ThirtyOperations(SmallFunction),
        ["small-compiled"] = () => ThirtyOperations(Mx.Compile((Func<NDArray, NDArray, NDArray>)SmallFunction)),
        ["first-compiled"] = FirstCompiled,
    };

    private static Workload ScalarValue()
    {
        NDArray x = Mx.Array(1.25f), y = Mx.Array(0.75f);
        return Value(() => (x * y).Item<float>());
    }

    private static Workload ScalarChain()
    {
        NDArray start = Mx.Array(1.25f), factor = Mx.Array(0.999f);
        return Value(() =>
        {
            NDArray product = start * factor;
            for (int i = 1; i < 1_000; i++)
                product *= factor;
            return product.Item<float>();
        });
    }

    private static Workload ThirtyOperations(Func<NDArray, NDArray, NDArray> function)
    {
        NDArray x = Uniform(1, Small), y = Uniform(2, Small);
        return Array(() => function(x, y));
    }

    private static NDArray SmallFunction(NDArray x, NDArray y)
    {
        for (int i = 0; i < 10; i++)
            x = Mx.Tanh(x * y + y);
        return x;
    }

    // Every call compiles a function that the process has never seen.
    private static Workload FirstCompiled()
    {
        NDArray x = Uniform(1, Small), y = Uniform(2, Small);
        int seed = 0;
        return new Workload(() => Time(), () => 0) { Time = Time };

        double Time()
        {
            Func<NDArray, NDArray, NDArray> function = UnseenFunction.Of(seed++);
            long start = Stopwatch.GetTimestamp();
            Mx.Compile(function)(x, y).Eval();
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }
    }
}
