using System.Reflection;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>
/// The lane types of one size, 32 or 64 bits, that an emitted loop computes in: floating, signed and unsigned. Booleans
/// are masks in signed lanes, and the 16-bit floating types are float32.
/// </summary>
internal abstract class LaneSet
{
    /// <summary>Lanes in a register.</summary>
    public abstract int Count { get; }

    /// <summary>Bytes of a lane, 4 or 8.</summary>
    public abstract int LaneBytes { get; }

    /// <summary>The types of the values; the set's lanes at the widest registers, or null if they are of two sizes.</summary>
    public static LaneSet? For(Program program)
    {
        int size = 0;
        foreach (Instruction instruction in program.Instructions)
        {
            DType dtype = instruction.DType.ComputeType;
            if (dtype == DType.Bool)
                continue;
            if (dtype.IsComplex || dtype.Size < 4 || (size != 0 && dtype.Size != size))
                return null;
            size = dtype.Size;
        }
        return size switch { 4 => Words(), 8 => Longs(), _ => null };
    }

    /// <summary>The lanes of values of a type.</summary>
    public abstract LaneMethods Of(DType dtype);

    /// <summary>The method of an operation on arguments of a type; null if there is none.</summary>
    public MethodInfo? Operation(ScalarOp op, DType dtype) => ScalarOperations.Of(op).Method(dtype.ComputeType, LaneBytes);

    /// <summary>The method that turns lanes of one type into numbers of another.</summary>
    public abstract MethodInfo Convert(DType from, DType to);

    /// <summary>The method that turns lanes of one type into float32 where a 16-bit floating type follows: both together round once.</summary>
    public virtual MethodInfo ConvertBeforeRounding(DType from) => Convert(from, DType.Float32);

    /// <summary>The method that turns the result of a comparison, or of a choice's condition, between types.</summary>
    public abstract MethodInfo Bits(DType from, DType to);

    /// <summary>The method that loads elements of a type.</summary>
    public abstract MethodInfo Load(DType storage);

    /// <summary>The method that stores elements of a type.</summary>
    public abstract MethodInfo Store(DType storage);

    /// <summary>The method that rounds float32 to a 16-bit floating type.</summary>
    public abstract MethodInfo Round(DType half);

    private static LaneSet Words() =>
        Vector512.IsHardwareAccelerated ? new WordLanes<Lanes512<float>, Lanes512<int>, Lanes512<uint>>()
        : Vector256.IsHardwareAccelerated ? new WordLanes<Lanes256<float>, Lanes256<int>, Lanes256<uint>>()
        : new WordLanes<Lanes128<float>, Lanes128<int>, Lanes128<uint>>();

    private static LaneSet Longs() =>
        Vector512.IsHardwareAccelerated ? new LongLanes<Lanes512<double>, Lanes512<long>, Lanes512<ulong>>()
        : Vector256.IsHardwareAccelerated ? new LongLanes<Lanes256<double>, Lanes256<long>, Lanes256<ulong>>()
        : new LongLanes<Lanes128<double>, Lanes128<long>, Lanes128<ulong>>();
}
