namespace Tangent.Kernels;

/// <summary>
/// Stages that run on one row after the other while it lies in the cache: memory is read and written once, however many
/// folds and maps there are. A row is all that the last <paramref name="RowAxes"/> axes span.
/// </summary>
/// <param name="RowAxes">How many axes a row spans.</param>
/// <param name="Stages">What is computed, in order. The last stage's result is the output.</param>
internal sealed record RowWiseKernel(int RowAxes, RowStage[] Stages) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => RowWiseExecutor.Run(this, inputs, outputs[0]);
}
