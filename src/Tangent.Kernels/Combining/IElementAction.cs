namespace Tangent.Kernels;

/// <summary>Work that depends on the values of the elements.</summary>
internal interface IElementAction
{
    /// <summary>Runs with a .NET type for the elements and its arithmetic.</summary>
    void Run<T, TArithmetic>()
        where T : unmanaged
        where TArithmetic : struct, IArithmetic<T>;
}
