using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>A function of .NET code as an operation that every transform goes through: it runs when values are computed, one example at a time.</summary>
    /// <param name="function">
    /// Gets evaluated arrays and returns as many arrays as there are <paramref name="specs"/>. It must depend on nothing else: it may run
    /// again, or never.
    /// </param>
    /// <param name="specs">Shape and type of each result.</param>
    /// <param name="jvp">From primals and tangents (zeros for none) the tangents of the results, by operations of arrays or further host calls.</param>
    /// <param name="vjp">From primals, cotangents (zeros for none) and results the cotangents of the primals.</param>
    /// <param name="vmap">From inputs and the axes of their examples (null for none) the results and the axes of theirs; without it the function runs for each example.</param>
    /// <exception cref="ArgumentException">When values are computed: a result is not as <paramref name="specs"/> say.</exception>
    /// <exception cref="MissingRuleException">It is differentiated and has no rule: either mode can be derived from the rule of the other if that is linear.</exception>
    public static Func<NDArray[], NDArray[]> HostCall(
        Func<NDArray[], NDArray[]> function,
        (Shape Shape, DType DType)[] specs,
        Func<NDArray[], NDArray[], NDArray[]>? jvp = null,
        Func<NDArray[], NDArray[], NDArray[], NDArray[]>? vjp = null,
        Func<NDArray[], int?[], (NDArray[] Outputs, int?[] Axes)>? vmap = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(specs);
        foreach ((Shape shape, DType dtype) in specs)
            shape.Require("HostCall", dtype);
        var call = new HostCall(function, [.. specs.Select(spec => new ArraySpec(spec.Shape, spec.DType))], 0);
        return CustomFunction(x => call.ApplyAll(TangentCheck.Strong(x)), jvp, vjp, vmap);
    }

    /// <summary>A function of .NET code from one array to another as an operation that every transform goes through.</summary>
    /// <param name="function">Gets an evaluated array; it must depend on nothing else.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <param name="dtype">The type of the result.</param>
    /// <param name="jvp">From the primal and its tangent the tangent of the result.</param>
    /// <param name="vjp">From the primal, the cotangent and the result the cotangent of the primal.</param>
    /// <example><code>
    /// Func&lt;NDArray, NDArray&gt; root = Mx.HostCall(v => Array.ConvertAll(v.ToArray&lt;double&gt;(), Math.Cbrt), 2, DType.Float64, vjp: (v, ct, y) => ct / (3 * y * y));
    /// Console.WriteLine(Mx.Grad(v => Mx.Sum(root(v)))(Mx.Array([1.0, 8.0]))); // array([0.333333, 0.0833333], dtype=float64)
    /// </code></example>
    public static Func<NDArray, NDArray> HostCall(
        Func<NDArray, NDArray> function,
        Shape shape,
        DType dtype,
        Func<NDArray, NDArray, NDArray>? jvp = null,
        Func<NDArray, NDArray, NDArray, NDArray>? vjp = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        Func<NDArray[], NDArray[]> call = HostCall(
            x => [function(x[0])],
            [(shape, dtype)],
            jvp is null ? null : (x, dx) => [jvp(x[0], dx[0])],
            vjp is null ? null : (x, ct, y) => [vjp(x[0], ct[0], y[0])]);
        return x => call([x])[0];
    }
}

/// <summary>A call of a function of .NET code, on every item of some leading axes.</summary>
internal sealed record HostCall(Func<NDArray[], NDArray[]> Function, ArraySpec[] Specs, int Batch) : MultiOutput
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Specs), Specs), new(nameof(Batch), Batch)];

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) =>
        [.. Specs.Select(spec => new ArraySpec(new([.. Batch == 0 ? [] : x[0].Shape.Lengths[..Batch], .. spec.Shape.Lengths]), spec.DType))];

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new HostKernel(Name, Batch, Run);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y) => throw new MissingRuleException(Name, "Jvp");

    /// <inheritdoc/>
    public override NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct) => throw new MissingRuleException(Name, "Vjp");

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => Batching.Vmap(this with { Batch = Batch + 1 }, x, axes);

    private void Run(BufferView[] inputs, BufferView[] outputs)
    {
        using IDisposable suspended = Trace.Suspend();
        NDArray[] y = FunctionResults.Of("HostCall", Function(Array.ConvertAll(inputs, HostArrays.Copy)));
        if (y.Length != Specs.Length)
            throw new ArgumentException($"HostCall: the function gave {y.Length} arrays, not {Specs.Length}.");
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i].Spec != Specs[i])
                throw new ArgumentException($"HostCall: result {i} is {y[i].Spec}, not {Specs[i]} as was said.");
            HostArrays.CopyTo(y[i], outputs[i]);
        }
    }
}
