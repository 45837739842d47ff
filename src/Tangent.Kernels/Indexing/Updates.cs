namespace Tangent.Kernels;

/// <summary>What a scatter writes where; how it meets what is there, is settled when it runs.</summary>
internal abstract unsafe class Updates
{
    /// <summary>Applies all updates in row-major order.</summary>
    public void Run(ScatterMode mode, BufferView updates, BufferView output)
    {
        if (mode == ScatterMode.Set)
            ElementWidth.Dispatch(output.DType, new SetAction(this, updates, output));
        else
            ElementTypes.Dispatch(output.DType, new CombineAction(this, mode, updates, output));
    }

    /// <summary>Applies all updates in row-major order, each element combined with what is there.</summary>
    protected abstract void Run<T, TCombiner>(T* updates, T* output)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>;

    private readonly struct SetAction(Updates all, BufferView updates, BufferView output) : IWidthAction
    {
        public void Run<TBits>() where TBits : unmanaged =>
            all.Run<TBits, LastCombiner<TBits>>((TBits*)updates.Pointer, (TBits*)output.Pointer);
    }

    private readonly struct CombineAction(Updates all, ScatterMode mode, BufferView updates, BufferView output) : IElementAction
    {
        public void Run<T, TArithmetic>() where T : unmanaged where TArithmetic : struct, IArithmetic<T>
        {
            var from = (T*)updates.Pointer;
            var to = (T*)output.Pointer;
            switch (mode)
            {
                case ScatterMode.Add: all.Run<T, SumCombiner<T, TArithmetic>>(from, to); break;
                case ScatterMode.Multiply: all.Run<T, ProductCombiner<T, TArithmetic>>(from, to); break;
                case ScatterMode.Maximum: all.Run<T, MaximumCombiner<T, TArithmetic>>(from, to); break;
                case ScatterMode.Minimum: all.Run<T, MinimumCombiner<T, TArithmetic>>(from, to); break;
                default: throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a scatter mode.");
            }
        }
    }
}
