using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Finds the loops of a reduction.</summary>
internal static class FoldTable
{
    private static readonly FoldLoops?[] Cache = new FoldLoops?[256];

    /// <summary>The loops for elements of a compute type; <see cref="NotSupportedException"/> where there are none.</summary>
    public static FoldLoops Find(FoldOp op, DType dtype) => Cache[(int)op * 16 + (int)dtype] ??= Make(op, dtype);

    /// <summary>The loops of each output of a program; null for those that are stored.</summary>
    public static FoldLoops?[] Of(Program program) => [.. program.Outputs.Select((step, output) =>
        program.FoldOf(output) is { } fold ? Find(fold, program.Instructions[step].DType) : null)];

    private static FoldLoops Make(FoldOp op, DType dtype) => dtype switch
    {
        DType.Bool => OfBool(op),
        DType.Complex64 => OfComplex(op),
        DType.Float32 when op == FoldOp.Sum => Widest<Folds.Sum<float>, Totals.Float32Sum, float>(),
        DType.Float64 when op == FoldOp.Sum => Widest<Folds.Sum<double>, Totals.Float64Sum, double>(),
        DType.Float32 => OfNumbers<float>(op),
        DType.Float64 => OfNumbers<double>(op),
        DType.UInt8 => OfNumbers<byte>(op),
        DType.UInt16 => OfNumbers<ushort>(op),
        DType.UInt32 => OfNumbers<uint>(op),
        DType.UInt64 => OfNumbers<ulong>(op),
        DType.Int8 => OfNumbers<sbyte>(op),
        DType.Int16 => OfNumbers<short>(op),
        DType.Int32 => OfNumbers<int>(op),
        DType.Int64 => OfNumbers<long>(op),
        _ => throw NotFound(op, dtype.Name()),
    };

    private static FoldLoops OfNumbers<T>(FoldOp op)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => op switch
        {
            FoldOp.Sum => Plain<Folds.Sum<T>, T>(),
            FoldOp.Product => Plain<Folds.Product<T>, T>(),
            FoldOp.Maximum => Plain<Folds.Maximum<T>, T>(),
            FoldOp.Minimum => Plain<Folds.Minimum<T>, T>(),
            _ => throw NotFound(op, typeof(T).Name),
        };

    private static FoldLoops OfBool(FoldOp op) => op switch
    {
        FoldOp.All or FoldOp.Minimum or FoldOp.Product => Plain<Folds.All, byte>(),
        _ => Plain<Folds.Any, byte>(),
    };

    private static FoldLoops OfComplex(FoldOp op) => op switch
    {
        FoldOp.Sum => ComplexSum(),
        FoldOp.Product => new ComplexFoldLoops<ComplexFolds.Product>(),
        FoldOp.Maximum => new ComplexFoldLoops<ComplexFolds.Maximum>(),
        FoldOp.Minimum => new ComplexFoldLoops<ComplexFolds.Minimum>(),
        _ => throw NotFound(op, nameof(Complex64)),
    };

    private static FoldLoops ComplexSum() =>
        Vector512.IsHardwareAccelerated ? new ComplexSumLoops<Lanes512<float>>()
        : Vector256.IsHardwareAccelerated ? new ComplexSumLoops<Lanes256<float>>()
        : new ComplexSumLoops<Lanes128<float>>();

    private static FoldLoops Plain<F, T>()
        where F : struct, IFold<T>
        where T : unmanaged => Widest<F, Totals.Plain<F, T>, T>();

    private static FoldLoops Widest<F, TTotal, T>()
        where F : struct, IFold<T>
        where TTotal : unmanaged, ITotal<TTotal, T>
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? new LaneFoldLoops<F, TTotal, Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new LaneFoldLoops<F, TTotal, Lanes256<T>, T>()
        : new LaneFoldLoops<F, TTotal, Lanes128<T>, T>();

    private static NotSupportedException NotFound(FoldOp op, string type) => new($"Fold: there is no {op} of {type}.");
}
