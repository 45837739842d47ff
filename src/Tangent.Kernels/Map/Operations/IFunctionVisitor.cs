namespace Tangent.Kernels;

/// <summary>Receives the function that <see cref="FunctionTable{TVisitor, TResult}"/> finds.</summary>
internal interface IFunctionVisitor<TResult>
{
    TResult Unary<F>()
        where F : struct, IUnaryFunction;

    TResult Binary<F>()
        where F : struct, IBinaryFunction;
}
