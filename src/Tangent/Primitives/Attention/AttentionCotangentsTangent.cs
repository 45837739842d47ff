using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The cotangents of an attention's queries, keys and values and their tangents, in one pass. The inputs are those of <see cref="AttentionCotangents"/>, the tangents that there are of queries, keys, values,
/// an additive mask and the result's cotangent, and those of the logarithms of sums and of what is subtracted.
/// </summary>
/// <param name="Scale">What scores are multiplied by.</param>
/// <param name="IsCausal">True if a query sees no keys behind its own place.</param>
/// <param name="Inputs">The mask and the tangents that there are.</param>
internal sealed record AttentionCotangentsTangent(double Scale, bool IsCausal, AttentionInputs Inputs) : MultiOutput, IWhole
{
    private const int LogSums = 3;
    private const int Cotangent = 4;
    private const int Less = 5;
    private const int Mask = 6;

    // The tangents in their order, and whose they are.
    private static readonly (AttentionInputs Kind, int Of)[] Order =
    [
        (AttentionInputs.QueryTangent, 0), (AttentionInputs.KeyTangent, 1), (AttentionInputs.ValueTangent, 2), (AttentionInputs.MaskTangent, Mask),
        (AttentionInputs.CotangentTangent, Cotangent),
    ];

    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Scale), Scale), new(nameof(IsCausal), IsCausal), new(nameof(Inputs), Inputs)];

    /// <inheritdoc/>
    public Primitive Part => Cotangents;

    /// <inheritdoc/>
    public int PartInputs => Mask + (HasMask ? 1 : 0);

    private bool HasMask => Inputs.HasFlag(AttentionInputs.Mask);

    private AttentionCotangents Cotangents => new(Scale, IsCausal, HasMask);

    /// <summary>The tangents of cotangents for those of their inputs.</summary>
    public static NDArray[] Of(AttentionCotangents cotangents, NDArray[] x, NDArray?[] dx)
    {
        AttentionInputs kinds = cotangents.HasMask ? AttentionInputs.Mask : AttentionInputs.None;
        var tangents = new List<NDArray>();
        foreach ((AttentionInputs kind, int of) in Order)
            if (of < dx.Length && dx[of] is { } tangent)
            {
                kinds |= kind;
                tangents.Add(tangent);
            }
        // Without any other the logarithms' alone do not say that there are tangents.
        if (tangents.Count == 0)
        {
            kinds |= AttentionInputs.CotangentTangent;
            tangents.Add(Mx.ZerosLike(x[Cotangent]));
        }
        NDArray dsums = Tangents.OrZeros(dx[LogSums], x[LogSums].Spec), dless = Tangents.OrZeros(dx[Less], x[Less].Spec);
        return new AttentionCotangentsTangent(cotangents.Scale, cotangents.IsCausal, kinds).ApplyAll([.. x, .. tangents, dsums, dless])[3..];
    }

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => [x[0].Spec, x[1].Spec, x[2].Spec, x[0].Spec, x[1].Spec, x[2].Spec];

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new AttentionCotangentKernel(Scale, IsCausal, Inputs);

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x)
    {
        NDArray[] inputs = x[..PartInputs];
        var dx = new NDArray?[inputs.Length];
        int next = PartInputs;
        foreach ((AttentionInputs kind, int of) in Order)
            if (Inputs.HasFlag(kind))
                dx[of] = x[next++];
        (dx[LogSums], dx[Less]) = (x[next], x[next + 1]);
        NDArray[] y = Cotangents.ExpandAll(inputs);
        NDArray?[] dy = Forward.Through(Cotangents.ExpandAll, inputs, dx);
        return [.. y, .. dy.Select((tangent, i) => Tangents.OrZeros(tangent, y[i].Spec))];
    }

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => AttentionBatch.Map(this, x, axes, keysOf: null);
}
