using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Which operation on lanes each <see cref="ScalarOp"/> is: the one table that the interpreter and the emitter share.
/// The answer is null where there is none for the element type.
/// </summary>
internal static class OperationTable
{
    /// <summary>Operations on lanes of float32.</summary>
    public static TResult? Float32<TVisitor, TResult>(ScalarOp op, TVisitor visitor)
        where TVisitor : IOperationVisitor<float, TResult>
        where TResult : class =>
        ProgramCost.IsFunction(op)
            ? FunctionTable<Float32Visitor<TVisitor, TResult>, TResult>.Find(op, new(visitor))
            : FloatingTable<float, TVisitor, TResult>.Find(op, visitor);

    /// <summary>Operations on lanes of float64.</summary>
    public static TResult? Float64<TVisitor, TResult>(ScalarOp op, TVisitor visitor)
        where TVisitor : IOperationVisitor<double, TResult>
        where TResult : class =>
        ProgramCost.IsFunction(op)
            ? FunctionTable<Float64Visitor<TVisitor, TResult>, TResult>.Find(op, new(visitor))
            : FloatingTable<double, TVisitor, TResult>.Find(op, visitor);

    /// <summary>Operations on lanes of an integer type.</summary>
    public static TResult? Integer<T, TVisitor, TResult>(ScalarOp op, TVisitor visitor)
        where T : unmanaged, INumberBase<T>
        where TVisitor : IOperationVisitor<T, TResult>
        where TResult : class =>
        IntegerTable<T, TVisitor, TResult>.Find(op, visitor);
}
