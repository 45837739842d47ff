using Xunit;

namespace Tangent.Tests.Networks;

/// <summary>Losses where numbers are large, small, infinite or few, and what they refuse.</summary>
public sealed class LossTests
{
    [Fact]
    public void Large_logits_cost_no_digits()
    {
        NDArray near = new float[,] { { 0.5f, -0.25f, 0.125f } };
        NDArray target = new[] { 1 };
        float expected = Nn.Losses.CrossEntropy(near, target).Item<float>();
        Assert.Equal(expected, Nn.Losses.CrossEntropy(near + 65536f, target).Item<float>(), 1e-6f);
        Assert.Equal(expected, Nn.Losses.CrossEntropy(near - 65536f, target).Item<float>(), 1e-6f);
        NDArray slope = Mx.Grad(x => Mx.Sum(Nn.Losses.CrossEntropy(x, target)))(near + 65536f);
        Assert.True(Mx.AllClose(slope, Mx.Grad(x => Mx.Sum(Nn.Losses.CrossEntropy(x, target)))(near), atol: 1e-6).Item<bool>());
    }

    [Fact]
    public void A_class_that_is_ruled_out_adds_nothing()
    {
        NDArray logits = new float[,] { { 1, float.NegativeInfinity, 2 } };
        NDArray rest = new float[,] { { 1, 2 } };
        float expected = Nn.Losses.CrossEntropy(rest, new[] { 1 }).Item<float>();
        Assert.Equal(expected, Nn.Losses.CrossEntropy(logits, new[] { 2 }).Item<float>(), 1e-6f);
        NDArray probabilities = new float[,] { { 0, 0, 1 } };
        Assert.Equal(expected, Nn.Losses.CrossEntropy(logits, probabilities).Item<float>(), 1e-6f);
        foreach (NDArray targets in (NDArray[])[new[] { 2 }, probabilities])
        {
            float[] slope = Mx.Grad(x => Mx.Sum(Nn.Losses.CrossEntropy(x, targets)))(logits).ToArray<float>();
            Assert.Equal(0f, slope[1]);
            Assert.Equal(0f, slope.Sum(), 1e-6f);
        }
        Assert.Equal(float.PositiveInfinity, Nn.Losses.CrossEntropy(logits, new[] { 1 }).Item<float>());
    }

    [Fact]
    public void Numbers_of_classes_and_their_one_hot_probabilities_are_the_same_targets()
    {
        NDArray logits = Mx.Random.Normal((4, 6), key: Mx.Random.Key(1));
        NDArray targets = new[] { 5, 0, 3, 3 };
        foreach (double smoothing in (double[])[0, 0.3])
        {
            NDArray expected = Nn.Losses.CrossEntropy(logits, Mx.OneHot(targets, 6), labelSmoothing: smoothing);
            Assert.True(Mx.AllClose(expected, Nn.Losses.CrossEntropy(logits, targets, labelSmoothing: smoothing), rtol: 1e-5).Item<bool>());
            Assert.True(Mx.AllClose(expected, Nn.Losses.CrossEntropy(logits.T, targets, axis: 0, labelSmoothing: smoothing), rtol: 1e-5).Item<bool>());
        }
        Assert.True(Mx.AllClose(Nn.Losses.CrossEntropy(logits, targets), Nn.Losses.NllLoss(Nn.LogSoftmax(logits), targets), rtol: 1e-5).Item<bool>());
    }

    [Theory]
    [InlineData(-2e4, 0.0, 0.0)]
    [InlineData(-50.0, 0.0, 1.9287498479639178e-22)]
    [InlineData(50.0, 1.0, 1.9287498479639178e-22)]
    [InlineData(2e4, 1.0, 0.0)]
    [InlineData(2e4, 0.0, 2e4)]
    [InlineData(-2e4, 0.5, 1e4)]
    [InlineData(double.PositiveInfinity, 1.0, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0, 0.0)]
    [InlineData(double.PositiveInfinity, 0.0, double.PositiveInfinity)]
    public void Binary_cross_entropy_of_logits_keeps_small_losses(double logit, double target, double expected)
    {
        float loss = Nn.Losses.BinaryCrossEntropy((float)logit, (float)target, reduction: Reduction.Sum).Item<float>();
        Assert.True(loss == (float)expected || Math.Abs(loss - expected) <= 1e-6 * expected, $"{loss}");
        float slope = Mx.Grad(x => Nn.Losses.BinaryCrossEntropy(x, (float)target))((NDArray)(float)logit).Item<float>();
        Assert.True(Math.Abs(slope - (1 / (1 + Math.Exp(-logit)) - target)) < 1e-6, $"slope {slope}");
    }

    [Fact]
    public void Probabilities_of_0_and_1_give_finite_losses_and_slopes()
    {
        NDArray p = new float[] { 0, 0, 1, 1 }, t = new float[] { 0, 1, 0, 1 };
        Assert.Equal([0f, 100f, 100f, 0f], Nn.Losses.BinaryCrossEntropy(p, t, withLogits: false, reduction: Reduction.None).ToArray<float>());
        Assert.All(Mx.Grad(x => Nn.Losses.BinaryCrossEntropy(x, t, withLogits: false))(p).ToArray<float>(), slope => Assert.True(float.IsFinite(slope)));
    }

    [Fact]
    public void A_true_probability_of_0_adds_no_divergence()
    {
        NDArray x = Mx.Log(new float[,] { { 0.25f, 0.75f } }), t = Mx.Log(new float[,] { { 0, 1 } });
        Assert.Equal(-MathF.Log(0.75f), Nn.Losses.KlDivLoss(x, t).Item<float>(), 1e-6f);
        Assert.Equal([0f, -1f], Mx.Grad(v => Mx.Sum(Nn.Losses.KlDivLoss(v, t)))(x).ToArray<float>());
        Assert.Equal(0f, Nn.Losses.KlDivLoss(t, t).Item<float>());
    }

    [Fact]
    public void Where_nothing_differs_slopes_are_finite()
    {
        NDArray x = Mx.Zeros((2, 3)), y = Mx.Ones((2, 3));
        NDArray[] slopes =
        [
            Mx.Grad(v => Mx.Sum(Nn.Losses.TripletLoss(v, x, y)))(x), Mx.Grad(v => Mx.Sum(Nn.Losses.CosineSimilarityLoss(v, y)))(x),
            Mx.Grad(v => Mx.Sum(Nn.Losses.SmoothL1Loss(v, x, 0)))(x), Mx.Grad(v => Mx.Sum(Nn.Losses.LogCoshLoss(v, x)))(x),
            Mx.Grad(v => Mx.Sum(Nn.Losses.GaussianNllLoss(x, x, v)))(x),
        ];
        Assert.All(slopes, slope => Assert.All(slope.ToArray<float>(), value => Assert.True(float.IsFinite(value), $"{value}")));
        // A parabola has curvature at its bottom too.
        NDArray Curvature(Func<NDArray, NDArray> loss) => Mx.Jvp(Mx.Grad(v => Mx.Sum(loss(v))), x, y).Tangents;
        Assert.Equal([1f, 1f, 1f, 1f, 1f, 1f], Curvature(v => Nn.Losses.HuberLoss(v, x)).ToArray<float>());
        Assert.Equal([2f, 2f, 2f, 2f, 2f, 2f], Curvature(v => Nn.Losses.SmoothL1Loss(v, x, 0.5, Reduction.Sum)).ToArray<float>());
        Assert.Equal([1f, 1f, 1f, 1f, 1f, 1f], Curvature(v => Nn.Losses.LogCoshLoss(v, x)).ToArray<float>());
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f], Curvature(v => Nn.Losses.BinaryCrossEntropy(v, x, reduction: Reduction.Sum)).ToArray<float>());
    }

    [Fact]
    public void Sixteen_bits_are_summed_in_float32_and_rounded_once()
    {
        NDArray x = Mx.Full(4096, 0.1f), y = Mx.Zeros(4096);
        float exact = Nn.Losses.MseLoss(Mx.AsType(Mx.AsType(x, DType.Float16), DType.Float32), y, Reduction.Sum).Item<float>();
        NDArray half = Nn.Losses.MseLoss(Mx.AsType(x, DType.Float16), Mx.AsType(y, DType.Float16), Reduction.Sum);
        Assert.Equal(DType.Float16, half.DType);
        Assert.Equal((float)(Half)exact, Mx.AsType(half, DType.Float32).Item<float>());
        Assert.Equal(DType.Float32, Nn.Losses.L1Loss(new[] { 1, 2 }, new[] { 3, 5 }).DType);
        // 6,000² is no float16, and the mean of 100 such is 60,000.
        NDArray large = Mx.AsType(Mx.Full(100, 245f), DType.Float16);
        Assert.Equal(60000f, Mx.AsType(Nn.Losses.MseLoss(large, Mx.Zeros(100, DType.Float16)), DType.Float32).Item<float>(), 32f);
    }

    [Fact]
    public void Defaults_are_those_of_MLX()
    {
        NDArray x = Mx.Ones((2, 3)), t = new[] { 0, 1 };
        Shape[] mean = [Nn.Losses.BinaryCrossEntropy(x, x).Shape, Nn.Losses.L1Loss(x, x).Shape, Nn.Losses.MseLoss(x, x).Shape, Nn.Losses.SmoothL1Loss(x, x).Shape, Nn.Losses.GaussianNllLoss(x, x, x).Shape];
        Assert.All(mean, shape => Assert.Equal(new Shape([]), shape));
        Shape[] rows = [Nn.Losses.CrossEntropy(x, t).Shape, Nn.Losses.NllLoss(x, t).Shape, Nn.Losses.KlDivLoss(x, x).Shape, Nn.Losses.TripletLoss(x, x, x).Shape, Nn.Losses.CosineSimilarityLoss(x, x).Shape];
        Assert.All(rows, shape => Assert.Equal((Shape)2, shape));
        Shape[] elements = [Nn.Losses.HingeLoss(x, x).Shape, Nn.Losses.HuberLoss(x, x).Shape, Nn.Losses.LogCoshLoss(x, x).Shape, Nn.Losses.MarginRankingLoss(x, x, x).Shape];
        Assert.All(elements, shape => Assert.Equal(x.Shape, shape));
    }

    [Fact]
    public void A_wrong_call_says_what_is_wrong()
    {
        NDArray x = Mx.Ones((4, 1)), t = Mx.Ones(4), classes = new[] { 0, 0, 0, 0 };
        Refusal.Names(() => Nn.Losses.MseLoss(x, t), "Nn.Losses.MseLoss", "predictions", "[4,1]", "targets", "[4]");
        Refusal.Names(() => Nn.Losses.HuberLoss(x, t), "Nn.Losses.HuberLoss", "inputs", "[4,1]", "targets", "[4]");
        Refusal.Names(() => Nn.Losses.HingeLoss(x, Mx.Ones((3, 1))), "Nn.Losses.HingeLoss", "[4,1]", "[3,1]");
        Refusal.Names(() => Nn.Losses.MarginRankingLoss(t, t, x), "Nn.Losses.MarginRankingLoss", "inputs1", "targets");
        Refusal.Names(() => Nn.Losses.GaussianNllLoss(t, t, x), "Nn.Losses.GaussianNllLoss", "vars", "[4,1]");
        Refusal.Names(() => Nn.Losses.CrossEntropy(Mx.Ones((4, 3)), new[] { 0, 1 }), "Nn.Losses.CrossEntropy", "[2]", "[4,3]", "[4]");
        Refusal.Names(() => Nn.Losses.CrossEntropy(Mx.Ones((4, 3)), t), "Nn.Losses.CrossEntropy", "float32", "integers");
        Refusal.Names(() => Nn.Losses.CrossEntropy(Mx.Ones((4, 3)), classes, Mx.Ones(3)), "Nn.Losses.CrossEntropy", "weights", "[3]", "[4]");
        Refusal.Names(() => Nn.Losses.CrossEntropy(Mx.Ones((4, 3)), classes, labelSmoothing: 1), "Nn.Losses.CrossEntropy", "labelSmoothing");
        Refusal.Names(() => Nn.Losses.CrossEntropy(Mx.Ones((4, 3)), classes, axis: 2), "Nn.Losses.CrossEntropy", "axis 2");
        Refusal.Names(() => Nn.Losses.TripletLoss(x, x, x, p: 0.5), "Nn.Losses.TripletLoss", "p is 0.5");
        Refusal.Names(() => Nn.Losses.MseLoss(t, t, (Reduction)7), "Nn.Losses.MseLoss", "reduction 7");
        Assert.Throws<ArgumentNullException>("targets", () => Nn.Losses.MseLoss(x, null!));
        Assert.Throws<ArgumentNullException>("logits", () => Nn.Losses.CrossEntropy(null!, classes));
        Assert.Equal((Shape)4, Nn.Losses.HingeLoss(t, 1f).Shape);
    }
}
