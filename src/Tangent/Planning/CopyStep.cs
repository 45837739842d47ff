using Tangent.Kernels;

namespace Tangent;

/// <summary>Brings an array to row-major order, where a view cannot express it.</summary>
internal sealed class CopyStep(PlanItem input, PlanItem output) : PlanStep([input], [output])
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) =>
        CopyExecutor.Run(inputs[0], outputs[0].With(Layout.RowMajor(inputs[0].Layout.Shape)));
}
