namespace Tangent.Optimizers;

/// <summary>A scalar function of a vector, with its derivatives, each planned once.</summary>
internal sealed class Objective
{
    private readonly Func<NDArray[], NDArray[]> along;
    private readonly Func<NDArray[], NDArray[]> direction;

    public Objective(string name, Func<NDArray, NDArray> function)
    {
        along = Mx.Compile(x =>
        {
            (NDArray value, NDArray gradient) = ValueAndGradient(x[0] + (x[2] * x[1]));
            return [x[0] + (x[2] * x[1]), value, gradient, Vectors.RealDot(gradient, x[1]), Vectors.Norm(gradient)];
        });
        direction = Mx.Compile(x =>
        {
            (_, Func<NDArray, NDArray> push) = Mx.Linearize(point => ValueAndGradient(point).Gradient, x[0]);
            return [TruncatedSolve.Of(push, x[1], x[2], x[0].Size)];
        });

        (NDArray Value, NDArray Gradient) ValueAndGradient(NDArray point)
        {
            (NDArray[] y, NDArray[] gradients) = Gradient.OfScalar(name, v => [function(v[0])], [point], [0]);
            return (y[0], gradients[0]);
        }
    }

    /// <summary>The function so far along a direction from a point.</summary>
    public Trial At(NDArray point, NDArray direction, double length)
    {
        NDArray[] found = along([point, direction, Mx.Full(1, length, point.DType)]);
        Mx.Eval(found);
        return new Trial(length, found[0], Read(found[1]), found[2], Read(found[3]), Read(found[4]));
    }

    /// <summary>A direction downwards in which Newton's equations hold to a part of the gradient's norm.</summary>
    public NDArray NewtonDirection(NDArray point, NDArray gradient, double part) => direction([point, gradient, Mx.Full(1, part, point.DType)])[0];

    /// <summary>A number of an array.</summary>
    public static double Read(NDArray x) => x.DType == DType.Float64 ? x.Item<double>() : Mx.AsType(x, DType.Float32).Item<float>();
}
