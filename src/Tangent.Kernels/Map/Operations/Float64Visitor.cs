namespace Tangent.Kernels;

/// <summary>Passes a mathematical function on as an operation on float64 lanes.</summary>
internal readonly struct Float64Visitor<TVisitor, TResult>(TVisitor visitor) : IFunctionVisitor<TResult>
    where TVisitor : IOperationVisitor<double, TResult>
{
    public TResult Unary<F>()
        where F : struct, IUnaryFunction => visitor.Unary<Float64Function<F>>();

    public TResult Binary<F>()
        where F : struct, IBinaryFunction => visitor.Binary<Float64BinaryFunction<F>>();
}
