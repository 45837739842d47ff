namespace Tangent.Kernels;

/// <summary>Passes a mathematical function on as an operation on float32 lanes.</summary>
internal readonly struct Float32Visitor<TVisitor, TResult>(TVisitor visitor) : IFunctionVisitor<TResult>
    where TVisitor : IOperationVisitor<float, TResult>
{
    public TResult Unary<F>()
        where F : struct, IUnaryFunction => visitor.Unary<Float32Function<F>>();

    public TResult Binary<F>()
        where F : struct, IBinaryFunction => visitor.Binary<Float32BinaryFunction<F>>();
}
