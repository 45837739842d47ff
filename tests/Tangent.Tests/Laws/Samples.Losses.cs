namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static readonly int[] Classes = [2, 0, 4];

    private static IEnumerable<Sample> LossFamily() =>
    [
        .. EachReduction((name, reduction) => Of("Nn.Losses.CrossEntropy", $"classes, {name}", x => Nn.Losses.CrossEntropy(x, Classes, reduction: reduction), (3, 5))),
        .. EachReduction((name, reduction) => Pair("Nn.Losses.CrossEntropy", $"probabilities, {name}", (x, y) => Nn.Losses.CrossEntropy(x, Nn.Softmax(y), reduction: reduction), (3, 5), -1, 1)),
        new("Nn.Losses.CrossEntropy", "smoothed, weighted", x => [Nn.Losses.CrossEntropy(x[0], Classes, x[1], labelSmoothing: 0.1)], Numbers((3, 5)), Numbers(3, 0.5, 1.5)),
        Pair("Nn.Losses.CrossEntropy", "smoothed probabilities", (x, y) => Nn.Losses.CrossEntropy(x, Nn.Softmax(y), labelSmoothing: 0.2), (3, 5), -1, 1),
        Of("Nn.Losses.CrossEntropy", "classes along the first axis", x => Nn.Losses.CrossEntropy(x, Classes, axis: 0), (5, 3)),
        Of("Nn.Losses.CrossEntropy", "large logits", x => Nn.Losses.CrossEntropy(x + 50.0, Classes), (3, 5)) with { NoNarrow = "few of the digits of a large number are left" },
        .. EachReduction((name, reduction) => Pair("Nn.Losses.BinaryCrossEntropy", $"logits, {name}", (x, t) => Nn.Losses.BinaryCrossEntropy(x, t, reduction: reduction), (2, 3), 0.1, 0.9)),
        Pair("Nn.Losses.BinaryCrossEntropy", "probabilities", (x, t) => Nn.Losses.BinaryCrossEntropy((0.2 * x) + 0.5, t, withLogits: false), (2, 3), 0.1, 0.9),
        new("Nn.Losses.BinaryCrossEntropy", "weighted", x => [Nn.Losses.BinaryCrossEntropy(x[0], x[1], x[2])], Numbers((2, 3)), Numbers((2, 3), 0.1, 0.9, 1), Numbers((2, 3), 0.5, 1.5, 2)),
        new("Nn.Losses.BinaryCrossEntropy", "logits of 0", x => [Nn.Losses.BinaryCrossEntropy(x[0], 0.25 + (0.1 * x[1]))], Mx.Zeros((2, 3), DType.Float64), Numbers((2, 3))),
        .. Differences().Select(entry => Pair(entry.Op, "elements", (x, y) => entry.Loss(x, y, Reduction.None), (3, 4), -2, 2)),
        .. Differences().Select(entry => Pair(entry.Op, "mean", (x, y) => entry.Loss(x, y, Reduction.Mean), (3, 4), -2, 2)),
        .. Differences().Select(entry => Pair(entry.Op, "sum", (x, y) => entry.Loss(x, y, Reduction.Sum), (3, 4), -2, 2)),
        Of("Nn.Losses.NllLoss", "classes", x => Nn.Losses.NllLoss(x, Classes), (3, 5)),
        Of("Nn.Losses.NllLoss", "classes along the first axis", x => Nn.Losses.NllLoss(x, Classes, 0, Reduction.Mean), (5, 3)),
        new("Nn.Losses.GaussianNllLoss", "full", x => [Nn.Losses.GaussianNllLoss(x[0], x[1], x[2], full: true)], Numbers((2, 3)), Numbers((2, 3), seed: 1), Numbers((2, 3), 0.5, 1.5, 2)),
        new("Nn.Losses.MarginRankingLoss", "a margin", x => [Nn.Losses.MarginRankingLoss(x[0], x[1], x[2], 0.3)], Numbers(6), Numbers(6, seed: 1), Numbers(6, seed: 2)),
        .. new[] { 1, 1.5, 2, 3 }.Select(p => new Sample("Nn.Losses.TripletLoss", $"p {p}", x => [Nn.Losses.TripletLoss(x[0], x[1], x[2], p: p)], Numbers((3, 4)), Numbers((3, 4), seed: 1), Numbers((3, 4), seed: 2))),
        new("Nn.Losses.TripletLoss", "where points meet", x => [Nn.Losses.TripletLoss(x[0], x[0], x[1])], Numbers((3, 4)), Numbers((3, 4), seed: 1)),
    ];

    private static (string Op, Func<NDArray, NDArray, Reduction, NDArray> Loss)[] Differences() =>
    [
        ("Nn.Losses.L1Loss", Nn.Losses.L1Loss), ("Nn.Losses.MseLoss", Nn.Losses.MseLoss), ("Nn.Losses.SmoothL1Loss", (x, y, r) => Nn.Losses.SmoothL1Loss(x, y, 0.5, r)),
        ("Nn.Losses.HuberLoss", (x, y, r) => Nn.Losses.HuberLoss(x, y, 0.5, r)), ("Nn.Losses.LogCoshLoss", Nn.Losses.LogCoshLoss), ("Nn.Losses.HingeLoss", Nn.Losses.HingeLoss),
        ("Nn.Losses.KlDivLoss", (x, y, r) => Nn.Losses.KlDivLoss(x, y, reduction: r)), ("Nn.Losses.CosineSimilarityLoss", (x, y, r) => Nn.Losses.CosineSimilarityLoss(x, y, reduction: r)),
    ];

    private static IEnumerable<Sample> EachReduction(Func<string, Reduction, Sample> sample) =>
        Enum.GetValues<Reduction>().Select(reduction => sample(reduction.ToString().ToLowerInvariant(), reduction));

    private static Sample Pair(string op, string variant, Func<NDArray, NDArray, NDArray> loss, Shape shape, double low, double high) =>
        new(op, variant, x => [loss(x[0], x[1])], Numbers(shape), Numbers(shape, low, high, 1));
}
