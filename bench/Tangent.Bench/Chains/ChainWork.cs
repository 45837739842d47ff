namespace Tangent.Bench;

/// <summary>Something done to a chain of so many operations, each of which needs the one before.</summary>
internal sealed record ChainWork(string Name, Action<int> Run)
{
    private static readonly NDArray X = Mx.Full(4, 0.5f).Eval();

    // One array of this size suffices for a graph to be planned as a whole and not evaluated node by node.
    private static readonly NDArray Large = Mx.Full((2000, 4), 0.5f).Eval();

    public static IReadOnlyList<ChainWork> All { get; } =
    [
        new("evaluate", length => Chain(X, length).Eval()),
        new("jvp", length => Mx.Jvp(x => Chain(x, length), X, X).Tangents.Eval()),
        new("grad", length => Mx.Grad(x => Mx.Sum(Chain(x, length)))(X).Eval()),
        new("vmap", length => Mx.Vmap(x => [Chain(x[0], length)])([X])[0].Eval()),
        new("hvp", length => Mx.Hvp(x => Mx.Sum(Chain(x, length)), X, X).Product.Eval()),
        new("evaluate, planned", length => (Chain(X, length) + Large).Eval()),
        new("jvp, planned", length => Mx.Jvp(x => Chain(x, length) + Large, X, X).Tangents.Eval()),
        new("grad, planned", length => Mx.Grad(x => Mx.Sum(Chain(x, length) + Large))(X).Eval()),
        new("hvp, planned", length => Mx.Hvp(x => Mx.Sum(Chain(x, length) + Large), X, X).Product.Eval()),
        new("compile, first call", length => Mx.Compile(x => Chain(x, length))(X).Eval()),
        new("compile of grad, first call", length => Mx.Compile(Mx.Grad(x => Mx.Sum(Chain(x, length))))(X).Eval()),
    ];

    private static NDArray Chain(NDArray x, int length)
    {
        for (int i = 0; i < length; i++)
            x = Mx.Sin(x);
        return x;
    }
}
