using System.Reflection;

namespace Tangent.Kernels;

/// <summary>32-bit lanes. The 16-bit floating types are converted as they are loaded and stored.</summary>
internal sealed class WordLanes<VF, VI, VU> : TypedLanes<float, int, uint, VF, VI, VU>
    where VF : unmanaged, ILanes<VF, float>
    where VI : unmanaged, ILanes<VI, int>
    where VU : unmanaged, ILanes<VU, uint>
{
    /// <inheritdoc/>
    public override unsafe MethodInfo Load(DType storage) => storage switch
    {
        DType.Float16 => new Loading<VF>(HalfMemory.LoadFloat16<VF>).Method,
        DType.BFloat16 => new Loading<VF>(HalfMemory.LoadBFloat16<VF>).Method,
        _ => base.Load(storage),
    };

    /// <inheritdoc/>
    public override unsafe MethodInfo Store(DType storage) => storage switch
    {
        DType.Float16 => new Storing<VF>(HalfMemory.StoreFloat16).Method,
        DType.BFloat16 => new Storing<VF>(HalfMemory.StoreBFloat16).Method,
        _ => base.Store(storage),
    };

    /// <inheritdoc/>
    public override MethodInfo ConvertBeforeRounding(DType from) => from switch
    {
        DType.Int32 => new Func<VI, VF>(OddLanes.ToSingle<VI, int, VF>).Method,
        DType.UInt32 => new Func<VU, VF>(OddLanes.ToSingle<VU, uint, VF>).Method,
        _ => base.ConvertBeforeRounding(from),
    };

    /// <inheritdoc/>
    public override MethodInfo Round(DType half) => half == DType.Float16
        ? new Func<VF, VF>(HalfBits.RoundToFloat16).Method
        : new Func<VF, VF>(HalfBits.RoundToBFloat16).Method;
}
