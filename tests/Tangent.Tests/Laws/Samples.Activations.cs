namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<Sample> ActivationFamily() =>
    [
        .. Activations().Select(entry => Unary(entry.Op, entry.Function, -2.9, 2.9)),
        .. Activations().Select(entry => new Sample(entry.Op, "far from 0", x => [entry.Function(x[0])], (NDArray)new[] { -40.0, -8.5, 7.5, 60.0 })),
        Of("Nn.Elu", "alpha", x => Nn.Elu(x, 0.5), (2, 3), -2, 2),
        Of("Nn.Celu", "alpha", x => Nn.Celu(x, 1.7), (2, 3), -2, 2),
        Of("Nn.LeakyRelu", "steeper below", x => Nn.LeakyRelu(x, 2), (2, 3), -2, 2),
        Of("Nn.HardTanh", "bounds", x => Nn.HardTanh(x, -0.5, 1.5), (2, 3), -2, 2),
        Of("Nn.HardShrink", "lambd", x => Nn.HardShrink(x, 1.1), (2, 3), -2, 2),
        Of("Nn.Softshrink", "lambd", x => Nn.Softshrink(x, 1.1), (2, 3), -2, 2),
        Of("Nn.PRelu", "a slope a channel", Nn.PRelu, (2, 3), 3),
        Of("Nn.PRelu", "one slope", Nn.PRelu, (2, 3), 1),
        Of("Nn.Glu", "halves of the last axis", x => Nn.Glu(x), (2, 6)),
        Of("Nn.Glu", "halves of the first axis", x => Nn.Glu(x, 0), (4, 3)),
        Of("Nn.Softmax", "last axis", x => Nn.Softmax(x), (2, 3)),
        Of("Nn.Softmax", "first axis", x => Nn.Softmax(x, 0), (2, 3)),
        Of("Nn.Softmin", "last axis", x => Nn.Softmin(x), (2, 3)),
        Of("Nn.LogSoftmax", "last axis", x => Nn.LogSoftmax(x), (2, 3)),
        Of("Nn.LogSoftmax", "first axis", x => Nn.LogSoftmax(x, 0), (2, 3)),
        Flat("Nn.Step", x => Nn.Step(x), Steps),
    ];

    private static (string Op, Func<NDArray, NDArray> Function)[] Activations() =>
    [
        ("Nn.Relu", Nn.Relu), ("Nn.Relu2", Nn.Relu2), ("Nn.Relu6", Nn.Relu6), ("Nn.LeakyRelu", x => Nn.LeakyRelu(x)), ("Nn.Elu", x => Nn.Elu(x)),
        ("Nn.Celu", x => Nn.Celu(x)), ("Nn.Selu", Nn.Selu), ("Nn.Silu", Nn.Silu), ("Nn.Mish", Nn.Mish), ("Nn.Hardswish", Nn.Hardswish), ("Nn.Gelu", Nn.Gelu),
        ("Nn.GeluApprox", Nn.GeluApprox), ("Nn.GeluFastApprox", Nn.GeluFastApprox), ("Nn.Sigmoid", Nn.Sigmoid), ("Nn.LogSigmoid", Nn.LogSigmoid), ("Nn.Tanh", Nn.Tanh),
        ("Nn.HardTanh", x => Nn.HardTanh(x)), ("Nn.Softsign", Nn.Softsign), ("Nn.Softplus", Nn.Softplus), ("Nn.HardShrink", x => Nn.HardShrink(x)),
        ("Nn.Softshrink", x => Nn.Softshrink(x)),
    ];
}
