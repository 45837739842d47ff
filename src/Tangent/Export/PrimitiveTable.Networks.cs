using Tangent.Kernels;
using static Tangent.PrimitiveForm;

namespace Tangent;

// Windows, normalisations and attention.
internal static partial class PrimitiveTable
{
    private const AttentionInputs Given = AttentionInputs.Mask | AttentionInputs.Sinks;
    private const AttentionInputs PrimalTangents = AttentionInputs.QueryTangent | AttentionInputs.KeyTangent | AttentionInputs.ValueTangent | AttentionInputs.MaskTangent;

    private static Dictionary<string, PrimitiveForm> Networks() => new()
    {
        ["Attention"] = Of(p => new Attention(p.Number("Scale"), p.Flag("IsCausal"), p.AttentionInputs("Inputs")), Attended),
        ["AttentionCotangents"] = Of(p => new AttentionCotangents(p.Number("Scale"), p.Flag("IsCausal"), p.Flag("HasMask")), AttendedBack),
        ["AttentionCotangentsTangent"] = Of(p => new AttentionCotangentsTangent(p.Number("Scale"), p.Flag("IsCausal"), p.AttentionInputs("Inputs")), AttendedBackTangents),
        ["AttentionTangent"] = Of(p => new AttentionTangent(p.Number("Scale"), p.Flag("IsCausal"), p.AttentionInputs("Inputs")), AttendedTangents),
        ["Convolution"] = Of(
            p => new Convolution(p.PerAxis("Stride"), p.PerAxis("Low"), p.PerAxis("High"), p.PerAxis("KernelDilation"), p.PerAxis("InputDilation")), Window),
        ["LayerNorm"] = Of(p => new LayerNorm(p.Number("Epsilon")), (_, x) => Normalized(x, 3)),
        ["NormalizationCotangents"] = Of(p => new NormalizationCotangents(p.Flag("IsCentered"), p.Number("Epsilon")), NormalizedBack),
        ["NormalizationTangent"] = Of(p => new NormalizationTangent(p.Flag("IsCentered"), p.Number("Epsilon")), NormalizedTangents),
        ["RmsNorm"] = Of(p => new RmsNorm(p.Number("Epsilon")), (_, x) => Normalized(x, 2)),
    };

    private static void Window(Convolution window, Node[] x)
    {
        InputRules.Count(x, 2);
        InputRules.Floating(x[0]);
        InputRules.Type(x[1], x[0].DType);
        (int[] input, int[] filters) = (x[0].Shape.Lengths, x[1].Shape.Lengths);
        int axes = window.Stride.Count, groups = input.Length - axes - 2;
        InputRules.Require(axes is >= 1 and <= 3 && groups is 0 or 1 && filters.Length == input.Length, "its input and filters have other axes than its window");
        PerAxis[] numbers = [window.Low, window.High, window.KernelDilation, window.InputDilation];
        InputRules.Require(Array.TrueForAll(numbers, number => number.Count == axes), "its window has a number too few or too many");
        InputRules.Require(groups == 0 || input[^2] == filters[0], "its filters are of another number of groups");
        InputRules.Require(input[^1] == filters[^1], "its filters are of another number of channels");
        for (int i = 0; i < axes; i++)
            WindowAlong(window, i, input[1 + i], filters[groups + 1 + i]);
    }

    // Places are counted in 32 bits.
    private static void WindowAlong(Convolution window, int i, long length, long taps)
    {
        const int most = int.MaxValue / 4;
        (int stride, int low, int high) = (window.Stride[i], window.Low[i], window.High[i]);
        (int kernelDilation, int inputDilation) = (window.KernelDilation[i], window.InputDilation[i]);
        InputRules.Require(stride >= 1 && kernelDilation >= 1 && inputDilation >= 1 && taps > 0, "its window does not move, or has no places");
        InputRules.Require(Math.Abs((long)low) < most && Math.Abs((long)high) < most && stride < most, "its window moves too far");
        InputRules.Require(length * inputDilation < most && taps * kernelDilation < most, "its window or its input is too long");
    }

    private static void Normalized(Node[] x, int most)
    {
        InputRules.Count(x, 1, most);
        Rows(x[0]);
        foreach (Node weight in x.AsSpan(1))
            InputRules.Spec(weight, x[0].DType, x[0].Shape[^1]);
    }

    private static void NormalizedTangents(NormalizationTangent tangent, Node[] x)
    {
        InputRules.Same(x, 2);
        Rows(x[0]);
    }

    private static void NormalizedBack(NormalizationCotangents cotangents, Node[] x)
    {
        InputRules.Count(x, 3);
        InputRules.Same(x[..2], 2);
        Rows(x[0]);
        InputRules.Spec(x[2], x[0].DType, x[0].Shape[^1]);
    }

    private static void Rows(Node x)
    {
        InputRules.Floating(x);
        InputRules.Require(x.Shape.Rank > 0, "it has no axis to normalise along");
    }

    private static void Attended(Attention attention, Node[] x)
    {
        InputRules.Require((attention.Inputs & ~Given) == 0, "it has inputs that belong to its tangent");
        InputRules.Count(x, Primals(x, attention.Inputs));
    }

    private static void AttendedTangents(AttentionTangent tangent, Node[] x)
    {
        InputRules.Require((tangent.Inputs & ~(Given | PrimalTangents)) == 0 && (tangent.Inputs & PrimalTangents) != 0, "it has other tangents");
        InputRules.Count(x, Tangents(x, Primals(x, tangent.Inputs), tangent.Inputs));
    }

    private static void AttendedBack(AttentionCotangents cotangents, Node[] x) =>
        InputRules.Count(x, Back(x, cotangents.HasMask));

    private static void AttendedBackTangents(AttentionCotangentsTangent tangent, Node[] x)
    {
        InputRules.Require((tangent.Inputs & AttentionInputs.Sinks) == 0 && (tangent.Inputs & AttentionInputs.Tangents) != 0, "it has other tangents");
        int next = Tangents(x, Back(x, tangent.Inputs.HasFlag(AttentionInputs.Mask)), tangent.Inputs, maskAt: 6);
        if (tangent.Inputs.HasFlag(AttentionInputs.CotangentTangent))
            InputRules.Same([x[4], x[next++]], 2);
        InputRules.Count(x, next + 2);
        InputRules.Same([x[3], x[next]], 2);
        InputRules.Same([x[5], x[next + 1]], 2);
    }

    // Queries [B, H, R, Q, D], keys [B, H, K, D], values [B, H, K, V], and what else there is; where the next input is.
    private static int Primals(Node[] x, AttentionInputs inputs)
    {
        int[] scores = Scores(x);
        int next = 3;
        if (inputs.HasFlag(AttentionInputs.Mask))
            Mask(x[0], x[next++], scores);
        if (inputs.HasFlag(AttentionInputs.Sinks))
            InputRules.Spec(x[next++], x[0].DType, scores[..^1]);
        return next;
    }

    // The same, the sums, the cotangent, and what is taken away; then the mask.
    private static int Back(Node[] x, bool hasMask)
    {
        int[] scores = Scores(x);
        DType precise = x[0].DType == DType.Float64 ? DType.Float64 : DType.Float32;
        InputRules.Spec(x[3], precise, scores[..^1]);
        InputRules.Spec(x[4], x[0].DType, [.. scores[..^1], x[2].Shape[^1]]);
        InputRules.Spec(x[5], precise, scores[..^1]);
        if (hasMask)
            Mask(x[0], x[6], scores);
        return hasMask ? 7 : 6;
    }

    private static int[] Scores(Node[] x)
    {
        (Node q, Node k, Node v) = (x[0], x[1], x[2]);
        InputRules.Floating(q);
        InputRules.Require(q.Shape.Rank == 5 && k.Shape.Rank == 4 && v.Shape.Rank == 4, "its queries, keys and values have other axes");
        InputRules.Spec(k, q.DType, q.Shape[0], q.Shape[1], k.Shape[2], q.Shape[4]);
        InputRules.Spec(v, q.DType, q.Shape[0], q.Shape[1], k.Shape[2], v.Shape[3]);
        return [.. q.Shape.Lengths[..4], k.Shape[2]];
    }

    private static void Mask(Node q, Node mask, int[] scores) => InputRules.Spec(mask, mask.DType == DType.Bool ? DType.Bool : q.DType, scores);

    private static int Tangents(Node[] x, int next, AttentionInputs inputs, int maskAt = 3)
    {
        ReadOnlySpan<(AttentionInputs Kind, int Of)> order =
            [(AttentionInputs.QueryTangent, 0), (AttentionInputs.KeyTangent, 1), (AttentionInputs.ValueTangent, 2), (AttentionInputs.MaskTangent, maskAt)];
        InputRules.Require(
            !inputs.HasFlag(AttentionInputs.MaskTangent) || (inputs.HasFlag(AttentionInputs.Mask) && x[maskAt].DType != DType.Bool), "its mask has no tangent");
        foreach ((AttentionInputs kind, int of) in order)
            if (inputs.HasFlag(kind))
                InputRules.Same([x[of], x[next++]], 2);
        return next;
    }
}
