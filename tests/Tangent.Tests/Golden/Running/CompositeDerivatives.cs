namespace Tangent.Tests.Golden.Running;

using Function = Func<NDArray[], NDArray[]>;

/// <summary>
/// The derivatives of a function f at a point x, by nested transforms. With s the sum of all elements of all outputs.
/// </summary>
public sealed class CompositeDerivatives(Func<NDArray[], NDArray[]> f, NDArray[] x)
{
    /// <summary>f(x).</summary>
    public NDArray[] Value() => f(x);

    /// <summary>The tangents of the outputs.</summary>
    public NDArray[] Jvp(NDArray[] tangents) => Forward(f, tangents)(x);

    /// <summary>The cotangents of the arguments.</summary>
    public NDArray[] Vjp(NDArray[] cotangents) => Mx.Vjp(f, x, cotangents).Cotangents;

    /// <summary>The gradient of s in every argument.</summary>
    public NDArray[] Gradient() => Gradient(f)(x);

    /// <summary>The derivative of the gradient along the tangents.</summary>
    public NDArray[] HessianProduct(NDArray[] tangents) => Forward(Gradient(f), tangents)(x);

    /// <summary>The gradient of the inner product of the tangents of the outputs with cotangents.</summary>
    public NDArray[] GradientOfJvp(NDArray[] tangents, NDArray[] cotangents)
    {
        Function tangent = Forward(f, tangents);
        return Gradient(point => [.. tangent(point).Zip(cotangents, (dy, ct) => dy * ct)])(x);
    }

    /// <summary>The tangents of the outputs for several tangents at one point.</summary>
    public NDArray[] MappedJvp(NDArray[] tangents) => Mx.Vmap(Jvp)(tangents);

    /// <summary>The derivative of the first output in the first argument; the output's axes come first.</summary>
    public NDArray Jacobian()
    {
        Shape output = f(x)[0].Shape;
        NDArray columns = Mx.Vmap(basis => [Forward(f, First(basis[0]))(x)[0]], null, [-1])([Basis()])[0];
        return Mx.Reshape(columns, new Shape([.. output, .. x[0].Shape]));
    }

    /// <summary>The diagonal of the Hessian of s in the first argument.</summary>
    public NDArray HessianDiagonal()
    {
        NDArray[] Entry(NDArray[] basis) => [Mx.Sum(basis[0] * Forward(Gradient(f), First(basis[0]))(x)[0])];
        return Mx.Reshape(Mx.Vmap(Entry)([Basis()])[0], x[0].Shape);
    }

    /// <summary>The third derivative of s along the tangents, twice.</summary>
    public NDArray[] Third(NDArray[] tangents) => Forward(Forward(Gradient(f), tangents), tangents)(x);

    /// <summary>The second derivative of f along the tangents.</summary>
    public NDArray[] SecondJvp(NDArray[] tangents) => Forward(Forward(f, tangents), tangents)(x);

    private static Function Forward(Function function, NDArray?[] tangents) =>
        point => Mx.Jvp(function, point, tangents).Tangents;

    private static Function Gradient(Function function)
    {
        NDArray[] Total(NDArray[] point) => [function(point).Select(y => Mx.Sum(y)).Aggregate((a, b) => a + b)];
        return point => Mx.Grad(Total, [.. Enumerable.Range(0, point.Length)])(point);
    }

    // A tangent of the first argument alone.
    private NDArray?[] First(NDArray tangent) => [tangent, .. new NDArray?[x.Length - 1]];

    // The unit vectors of the first argument, stacked.
    private NDArray Basis()
    {
        int count = checked((int)x[0].Size);
        var elements = new float[count * count];
        for (int i = 0; i < count; i++)
            elements[i * count + i] = 1;
        return Mx.Reshape(elements, new Shape([count, .. x[0].Shape]));
    }
}
