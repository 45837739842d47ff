using static Tangent.PrimitiveForm;

namespace Tangent;

// What goes along axes: folds, scans, orders and spectra.
internal static partial class PrimitiveTable
{
    private static Dictionary<string, PrimitiveForm> Reducing() => new()
    {
        ["All"] = Of(p => new All(p.Axes("Axes")), Truths),
        ["Any"] = Of(p => new Any(p.Axes("Axes")), Truths),
        ["ArgExtreme"] = Of(p => new ArgExtreme(p.Flag("Largest"), p.Integer("Axis")), Extreme),
        ["ArgSort"] = Of(p => new ArgSort(p.Integer("Axis")), (sort, x) => InputRules.Axis(x, sort.Axis)),
        ["CumMax"] = Of(p => new CumMax(p.Direction("Direction")), Scanned),
        ["CumMin"] = Of(p => new CumMin(p.Direction("Direction")), Scanned),
        ["CumProd"] = Of(p => new CumProd(p.Direction("Direction")), Scanned),
        ["CumSum"] = Of(p => new CumSum(p.Direction("Direction")), (scan, x) => InputRules.Axis(x, scan.Direction.Axis)),
        ["Fft"] = Of(p => new Fft(p.Integer("Axis"), p.Flag("Inverse"), p.Number("Scale")), (fft, x) => Spectrum(x, fft.Axis, DType.Complex64)),
        ["Irfft"] = Of(p => new Irfft(p.Integer("Axis"), p.Integer("Length"), p.Number("Scale")), HalfSpectra),
        ["LogCumSumExp"] = Of(p => new LogCumSumExp(p.Direction("Direction")), ScannedInexact),
        ["LogSumExp"] = Of(p => new LogSumExp(p.Axes("Axes")), Precise),
        ["Max"] = Of(p => new Max(p.Axes("Axes")), (fold, x) => InputRules.Fold(fold, fold.Axes, x, needsElements: true)),
        ["Min"] = Of(p => new Min(p.Axes("Axes")), (fold, x) => InputRules.Fold(fold, fold.Axes, x, needsElements: true)),
        ["Prod"] = Of(p => new Prod(p.Axes("Axes")), (fold, x) => InputRules.Fold(fold, fold.Axes, x)),
        ["Recurrence"] = Of(p => new Recurrence(p.Integer("Axis"), p.Flag("Reverse")), Recurring),
        ["Rfft"] = Of(p => new Rfft(p.Integer("Axis"), p.Number("Scale")), (fft, x) => Spectrum(x, fft.Axis, DType.Float32)),
        ["Softmax"] = Of(p => new Softmax(p.Axes("Axes")), Weights),
        ["SoftmaxTangent"] = Of(p => new SoftmaxTangent(p.Axes("Axes")), WeightTangents),
        ["Sort"] = Of(p => new Sort(p.Integer("Axis")), (sort, x) => InputRules.Axis(x, sort.Axis)),
        ["Sum"] = Of(p => new Sum(p.Axes("Axes")), (fold, x) => InputRules.Fold(fold, fold.Axes, x)),
    };

    private static void Truths(LogicalFold fold, Node[] x)
    {
        InputRules.Fold(fold, fold.Axes, x);
        InputRules.Type(x[0], DType.Bool);
    }

    private static void Extreme(ArgExtreme extreme, Node[] x)
    {
        InputRules.Axis(x, extreme.Axis);
        InputRules.Require(x[0].Shape[extreme.Axis] > 0, "it has no elements along its axis");
    }

    private static void Scanned(Scan scan, Node[] x) => InputRules.Axis(x, scan.Direction.Axis);

    private static void ScannedInexact(Scan scan, Node[] x)
    {
        InputRules.Axis(x, scan.Direction.Axis);
        InputRules.Inexact(x[0]);
    }

    private static void Recurring(Recurrence recurrence, Node[] x)
    {
        InputRules.Count(x, 2);
        InputRules.Axis(x[1..], recurrence.Axis);
        InputRules.Inexact(x[1]);
        // Factors may be truths: a choice is no product.
        InputRules.Require(x[0].Shape == x[1].Shape && (x[0].DType == DType.Bool || x[0].DType == x[1].DType), "its inputs differ in shape or type");
    }

    private static void Spectrum(Node[] x, int axis, DType dtype)
    {
        InputRules.Axis(x, axis);
        InputRules.Type(x[0], dtype);
        InputRules.Require(x[0].Shape[axis] > 0, "it has no elements along its axis");
    }

    private static void HalfSpectra(Irfft fft, Node[] x)
    {
        Spectrum(x, fft.Axis, DType.Complex64);
        InputRules.Require(fft.Length > 0 && x[0].Shape[fft.Axis] == fft.Length / 2 + 1, "its length is not that of its input");
    }

    private static void Precise(LogSumExp fold, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Inexact(x[0]);
        InputRules.Axes(fold.Axes, x[0].Shape.Rank);
        InputRules.Composes(fold, x);
    }

    private static void Weights(Softmax softmax, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Inexact(x[0]);
        InputRules.Axes(softmax.Axes, x[0].Shape.Rank);
        InputRules.Composes(softmax, x);
    }

    private static void WeightTangents(SoftmaxTangent tangent, Node[] x)
    {
        InputRules.Same(x, 2);
        InputRules.Inexact(x[0]);
        InputRules.Axes(tangent.Axes, x[0].Shape.Rank);
    }
}
