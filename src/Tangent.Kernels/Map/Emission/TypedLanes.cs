using System.Numerics;
using System.Reflection;

namespace Tangent.Kernels;

/// <summary>A <see cref="LaneSet"/> of given lane types: floating, signed and unsigned.</summary>
internal abstract class TypedLanes<TF, TI, TU, VF, VI, VU> : LaneSet
    where TF : unmanaged, INumberBase<TF>
    where TI : unmanaged, INumberBase<TI>
    where TU : unmanaged, INumberBase<TU>
    where VF : unmanaged, ILanes<VF, TF>
    where VI : unmanaged, ILanes<VI, TI>
    where VU : unmanaged, ILanes<VU, TU>
{
    private protected unsafe delegate V Loading<V>(byte* source);

    private protected unsafe delegate void Storing<V>(V x, byte* destination);

    private readonly LaneMethods floating = LaneMethods.Of<VF, TF>();
    private readonly LaneMethods signed = LaneMethods.Of<VI, TI>();
    private readonly LaneMethods unsigned = LaneMethods.Of<VU, TU>();

    /// <inheritdoc/>
    public override int Count => VF.Count;

    /// <inheritdoc/>
    public override unsafe int LaneBytes => sizeof(TF);

    /// <inheritdoc/>
    public override LaneMethods Of(DType dtype) =>
        dtype.IsFloating ? floating : dtype.IsUnsigned ? unsigned : signed;

    /// <inheritdoc/>
    public override unsafe MethodInfo Load(DType storage) =>
        storage == DType.Bool ? new Loading<VI>(BoolMemory.Load<VI, TI>).Method : Of(storage).Load;

    /// <inheritdoc/>
    public override unsafe MethodInfo Store(DType storage) =>
        storage == DType.Bool ? new Storing<VI>(BoolMemory.Store<VI, TI>).Method : Of(storage).Store;

    /// <inheritdoc/>
    public override MethodInfo Bits(DType from, DType to) =>
        from.IsFloating ? BitsFrom<VF, TF>(to) : from.IsUnsigned ? BitsFrom<VU, TU>(to) : BitsFrom<VI, TI>(to);

    /// <inheritdoc/>
    public override MethodInfo Convert(DType from, DType to)
    {
        if (from == DType.Bool)
            return FromMask(to);
        return from.IsFloating ? ConvertFrom<VF, TF>(to) : from.IsUnsigned ? ConvertFrom<VU, TU>(to) : ConvertFrom<VI, TI>(to);
    }

    private static MethodInfo BitsFrom<V, T>(DType to)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        if (to.IsFloating)
            return new Func<V, VF>(LaneCast.Bits<V, T, VF, TF>).Method;
        return to.IsUnsigned ? new Func<V, VU>(LaneCast.Bits<V, T, VU, TU>).Method : new Func<V, VI>(LaneCast.Bits<V, T, VI, TI>).Method;
    }

    private static MethodInfo ConvertFrom<V, T>(DType to)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged
    {
        if (to == DType.Bool)
            return new Func<V, VI>(LaneCast.ToMask<V, T, VI, TI>).Method;
        if (to.IsFloating)
            return new Func<V, VF>(LaneCast.Convert<V, T, VF, TF>).Method;
        return to.IsUnsigned
            ? new Func<V, VU>(LaneCast.Convert<V, T, VU, TU>).Method
            : new Func<V, VI>(LaneCast.Convert<V, T, VI, TI>).Method;
    }

    private static MethodInfo FromMask(DType to)
    {
        if (to.IsFloating)
            return new Func<VI, VF>(LaneCast.FromMask<VI, TI, VF, TF>).Method;
        return to.IsUnsigned
            ? new Func<VI, VU>(LaneCast.FromMask<VI, TI, VU, TU>).Method
            : new Func<VI, VI>(LaneCast.FromMask<VI, TI, VI, TI>).Method;
    }
}
