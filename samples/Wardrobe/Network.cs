using Tangent;
using Tangent.Layers;

namespace Wardrobe;

/// <summary>Two convolutions and two dense layers: grey images, uint8 [n, side, side, 1], to ten scores each.</summary>
internal sealed partial class Network(int side) : Unary
{
    private const int Classes = 10, Quarters = 4;

    public Conv2d First { get; } = new(1, 32, 3, padding: 1);

    public BatchNorm FirstNorm { get; } = new(32);

    public Conv2d Second { get; } = new(32, 64, 3, padding: 1);

    public BatchNorm SecondNorm { get; } = new(64);

    public MaxPool2d Pool { get; } = new(2, 2);

    public Linear Hidden { get; set; } = new(64 * (side / Quarters) * (side / Quarters), 128);

    public Dropout Dropout { get; } = new(0.25);

    public Linear Scores { get; set; } = new(128, Classes);

    public override NDArray Call(NDArray x)
    {
        NDArray y = x.AsType(DType.Float32) / 255;
        y = Pool.Call(Nn.Relu(FirstNorm.Call(First.Call(y))));
        y = Pool.Call(Nn.Relu(SecondNorm.Call(Second.Call(y))));
        y = Nn.Relu(Hidden.Call(Dropout.Call(Mx.Flatten(y, 1))));
        return Scores.Call(Dropout.Call(y));
    }
}
