namespace Tangent.Layers;

/// <summary>A function as a layer, without parameters of its own.</summary>
/// <param name="function">The function.</param>
public sealed partial class Function(Func<NDArray, NDArray> function) : Unary
{
    private readonly Func<NDArray, NDArray> body = function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => body(x);

    /// <inheritdoc/>
    protected override string Details => body.Method.Name;
}
