using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The cotangents of an attention's queries, keys and values. The inputs are queries, keys, values, the logarithms of sums, the cotangent of the result, what is subtracted from that of each weight,
/// and the mask if there is one: with the weights P and E = P·(ct·vᵀ − less) they are scale·E·k, scale·Eᵀ·q and Pᵀ·ct.
/// </summary>
/// <param name="Scale">What scores are multiplied by.</param>
/// <param name="IsCausal">True if a query sees no keys behind its own place.</param>
/// <param name="HasMask">True if there is a mask.</param>
internal sealed record AttentionCotangents(double Scale, bool IsCausal, bool HasMask) : MultiOutput
{
    private const int Repeats = 2;

    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Scale), Scale), new(nameof(IsCausal), IsCausal), new(nameof(HasMask), HasMask)];

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => [x[0].Spec, x[1].Spec, x[2].Spec];

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new AttentionCotangentKernel(Scale, IsCausal, HasMask ? AttentionInputs.Mask : AttentionInputs.None);

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x)
    {
        (NDArray q, NDArray k, NDArray v, NDArray ct) = (Folding.Precise(x[0]), Folding.Precise(x[1]), Folding.Precise(x[2]), Folding.Precise(x[4]));
        NDArray weights = AttentionScores.Weights(AttentionScores.Of(x[0], x[1], HasMask ? x[6] : null, Scale, IsCausal), x[3]);
        NDArray changes = weights * (AttentionScores.Product(ct, v) - Mx.ExpandDims(x[5], -1)) * Scale;
        return
        [
            Mx.AsType(AttentionScores.Sum(changes, k), x[0].DType),
            Mx.AsType(Mx.Sum(Mx.MatMul(Mx.SwapAxes(changes, -1, -2), q), Repeats), x[1].DType),
            Mx.AsType(Mx.Sum(Mx.MatMul(Mx.SwapAxes(weights, -1, -2), ct), Repeats), x[2].DType),
        ];
    }

    /// <summary>Linear in the cotangent and what is subtracted; else by a kernel for the results and their tangents together.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        const int Cotangent = 4, Less = 5;
        bool isLinear = Enumerable.Range(0, x.Length).All(i => i is Cotangent or Less || dx[i] is null);
        if (!isLinear)
            return AttentionCotangentsTangent.Of(this, x, dx);
        NDArray[] inputs = [.. x];
        inputs[Cotangent] = Tangents.OrZeros(dx[Cotangent], x[Cotangent].Spec);
        inputs[Less] = Tangents.OrZeros(dx[Less], x[Less].Spec);
        return ApplyAll(inputs);
    }

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => AttentionBatch.Map(this, x, axes, keysOf: null);
}
