namespace Tangent.Bench;

/// <summary>The network 784-512-512-10 with gelu, on a batch of 256.</summary>
internal static class NetworkRows
{
    // Products only: every weight is multiplied once forwards and, for the gradients of weights and of layers, twice more;
    // the first layer's input needs none.
    private const double Weights = 784 * 512 + 512 * 512 + 512 * 10, Forward = 2 * 256 * Weights;
    private const double Gradient = 3 * Forward - 2 * 256 * 784 * 512;

    private static readonly Goal Even = Goal.Torch(1.8, 2.3);

    public static IEnumerable<Row> All =>
    [
        New("mlp-loss", "MLP loss", Forward, Even),
        New("mlp-gradient", "MLP loss and gradient", Gradient, Even, Goal.Forward("mlp-loss", 3, 2.6)),
        New("mlp-step", "MLP training step, Adam", Gradient, Even, Goal.Scaling(1.5, 1.8)),
        New("mlp-jvp", "MLP jvp", 2 * Forward, Goal.Forward("mlp-loss", 2.2, 2)),
        New("mlp-hvp", "MLP Hessian-vector product", 2 * Gradient, Goal.Forward("mlp-loss", 6.5, 5)),
    ];

    private static Row New(string name, string title, double operations, params Goal[] goals) =>
        new(name, title, goals) { IsParallel = true, Work = new() { Operations = operations } };
}
