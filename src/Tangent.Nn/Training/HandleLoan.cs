namespace Tangent;

/// <summary>Lets handles stand for other arrays until it is disposed.</summary>
internal sealed class HandleLoan : IDisposable
{
    private readonly NDArray[] handles, saved;

    /// <summary>The handles stand for the values from now on.</summary>
    public HandleLoan(NDArray[] handles, NDArray[] values)
    {
        (this.handles, saved) = (handles, NDArray.Share(handles));
        for (int i = 0; i < handles.Length; i++)
            handles[i].Rebind(values[i].Share());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (int i = 0; i < handles.Length; i++)
            handles[i].Rebind(saved[i]);
    }
}
