namespace Tangent.Kernels;

/// <summary>
/// Stages that run on one row after the other while it lies in the cache: memory is read and written once, however many
/// folds and maps there are. A row is all that the last <paramref name="RowAxes"/> axes span.
/// </summary>
/// <param name="RowAxes">How many axes a row spans.</param>
/// <param name="Inputs">What each input has for a row; one at least has rows.</param>
/// <param name="Stages">What is computed, in order. The last stage's result is the output.</param>
/// <param name="Sums">
/// Values that are rows of float32 or float64 and are summed over all rows; the sums follow the output's rows, a row each.
/// </param>
internal sealed record RowWiseKernel(int RowAxes, RowInput[] Inputs, RowStage[] Stages, int[] Sums) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => RowWiseExecutor.Run(this, inputs, outputs[0]);
}
