namespace Tangent.Kernels;

/// <summary>Work that moves elements without regard to their values, so that one body serves all types of one width.</summary>
internal interface IWidthAction
{
    /// <summary>Runs with an unsigned integer type as wide as the elements.</summary>
    void Run<TBits>() where TBits : unmanaged;
}
