namespace Tangent;

/// <summary>The derivative of a function at a point: a linear graph over placeholder tangents.</summary>
internal sealed class LinearFunction
{
    private readonly NDArray[] x;
    private readonly NDArray[] y;
    private readonly Substitution graph;
    private readonly int[] slots;
    private readonly ArraySpec[] specs;

    public LinearFunction(NDArray[] x, NDArray?[] dx, NDArray[] y, NDArray?[] dy)
    {
        this.x = x;
        this.y = y;
        slots = [.. Enumerable.Range(0, dx.Length).Where(i => dx[i] is not null)];
        specs = [.. slots.Select(i => dx[i]!.Spec)];
        graph = new Substitution([.. slots.Select(i => dx[i]!.Node)], [.. dy.Select((tangent, i) => Tangents.OrZeros(tangent, y[i].Spec).Node)]);
    }

    /// <summary>The tangents of the outputs for tangents of the inputs; null for none.</summary>
    public NDArray[] Push(NDArray?[] dx)
    {
        NDArray?[] fitting = TangentCheck.Fit("Linearize", x, dx);
        return NDArray.Share(graph.Run([.. slots.Select((i, slot) => Tangents.OrZeros(fitting[i], specs[slot]))]));
    }
}
