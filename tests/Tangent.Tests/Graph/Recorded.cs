using Tangent.Kernels;

namespace Tangent.Tests.Graph;

/// <summary>The identity, with an effect: it records that it ran. Where its rules communicate, tangents and cotangents do the same.</summary>
internal sealed record Recorded(EffectRecord Record, string Label, bool RulesRecord = false) : Primitive
{
    public override Parameter[] Parameters => [new(nameof(Label), Label)];

    public override EffectOrder? Effects => Record.Order;

    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    public override Kernel Lower(Node[] x, ArraySpec y) => new HostKernel(Label, 0, (inputs, outputs) =>
    {
        Record.Add(Label);
        new CpuDevice().Run(RowMajorKernel.Instance, inputs, outputs);
    });

    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => RulesRecord ? (this with { Label = $"d{Label}" }).Apply(dx[0]!) : dx[0];

    public override Linearity LinearityIn(int input, int count) => Linearity.Alone;

    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [(this with { Label = $"{Label}^T" }).Apply(ct)];

    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(x), axes[0]);
}
