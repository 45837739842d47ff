namespace Tangent.Kernels;

/// <summary>
/// Work of the host that is no array operation, such as a decomposition from a library: the action gets dense row-major
/// inputs and fills the outputs, one item of the leading <paramref name="Batch"/> axes after the other.
/// </summary>
/// <param name="Name">For messages and dumps; equal names and parameters mean equal work.</param>
/// <param name="Batch">How many leading axes all inputs and outputs share.</param>
/// <param name="Run">The work on one item.</param>
internal sealed record HostKernel(string Name, int Batch, Action<BufferView[], BufferView[]> Run) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Name), Name), new(nameof(Batch), Batch)];
}
