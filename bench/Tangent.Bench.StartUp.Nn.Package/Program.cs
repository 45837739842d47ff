using Tangent;
using Tangent.Layers;

// Prints the gradient of a model of one layer; the generator has found the layer.
var model = new Model();
(NDArray loss, ParameterTree gradients) = Nn.ValueAndGrad(model, (NDArray x) => Mx.Sum(Mx.Square(model.Call(x))))(Mx.Array([3f, 4f]));
Console.WriteLine($"{loss} {gradients["first.weight"]}");

internal sealed partial class Model : Unary
{
    public Linear First { get; } = new(weight: Mx.Array([[1f, 2f]]));

    public override NDArray Call(NDArray x) => First.Call(x);
}
