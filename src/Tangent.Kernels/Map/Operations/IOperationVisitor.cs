namespace Tangent.Kernels;

/// <summary>Receives the operation that <see cref="OperationTable"/> finds, as a type, so that code is specialised for it.</summary>
internal interface IOperationVisitor<T, TResult>
    where T : unmanaged
{
    TResult Unary<F>()
        where F : struct, IUnaryOperation<T>;

    TResult Binary<F>()
        where F : struct, IBinaryOperation<T>;

    /// <summary>A binary operation whose result is a mask.</summary>
    TResult Comparison<F>()
        where F : struct, IBinaryOperation<T>;
}
