namespace Tangent.Kernels;

/// <summary>
/// Stages that run on one row after the other while it lies in the cache: memory is read and written once, however many
/// folds and maps there are. A row is all that the last <paramref name="RowAxes"/> axes span.
/// </summary>
/// <param name="RowAxes">How many axes a row spans.</param>
/// <param name="Inputs">What each input has for a row; one at least has rows.</param>
/// <param name="Sums">
/// The types, float32 or float64 and all alike, of rows that start at zero and to which stages add something of every row; each
/// is an output after the first.
/// </param>
/// <param name="Stages">What is computed, in order. The last output of the last stage is the kernel's first.</param>
internal sealed record RowWiseKernel(int RowAxes, RowInput[] Inputs, DType[] Sums, RowStage[] Stages) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(RowAxes), RowAxes), new(nameof(Inputs), Inputs), new(nameof(Sums), Sums), new(nameof(Stages), Stages)];
}
