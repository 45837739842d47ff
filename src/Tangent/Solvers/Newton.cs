namespace Tangent;

/// <summary>Newton's method for functions of vectors [..., n], of which each along the leading axes stops by itself.</summary>
internal sealed class Newton(Func<NDArray, NDArray> function, LinearSolver solver, double? tolerance)
{
    private const int Halvings = 30;

    // A step must bring a part of what its direction promises, or the steps might shrink to a point that is no root.
    private const double Promise = 1e-4;

    /// <summary>The roots; NaN where none was found.</summary>
    public NDArray Find(NDArray init, int maxIterations)
    {
        NDArray value = function(init), size = Vectors.Norm(value);
        double epsilon = Matrices.Epsilon(init.DType);
        NDArray enough = tolerance is { } given ? Vectors.Full(init, given) : size * (4 * epsilon), found = Mx.LogicalAnd(size <= enough, Mx.IsFinite(size));
        NDArray[] end = WhileLoop.Call(
            state => Mx.LogicalAnd(Mx.Any(state[2]), state[4] < maxIterations),
            state => Step(state, enough),
            [init, value, Mx.LogicalAnd(Mx.LogicalNot(found), Mx.IsFinite(size)), found, Constant.Of(0, DType.Int32)]);
        return Mx.Where(end[3], end[0], double.NaN);
    }

    // State: x, f(x), whether to go on, whether a root was found, the steps.
    private NDArray[] Step(NDArray[] state, NDArray enough)
    {
        NDArray x = state[0], value = state[1], goes = state[2];
        NDArray step = solver.Solve(new LinearMap(v => Push(x, v)), -value);
        // After such a step, the next would be a rounding: errors are squared.
        NDArray isLast = Vectors.Norm(step) <= Vectors.Norm(x) * Math.Pow(Matrices.Epsilon(x.DType), 2.0 / 3);
        NDArray[] shorter = Shorten(x, step, value, Mx.LogicalAnd(goes, Mx.LogicalNot(isLast)));
        NDArray next = Mx.Where(Mx.LogicalAnd(goes, shorter[3]), shorter[1], Mx.Where(Mx.LogicalAnd(goes, isLast), x + step, x));
        NDArray found = Mx.LogicalAnd(goes, Mx.LogicalOr(isLast, Mx.LogicalAnd(shorter[3], Vectors.Norm(shorter[2]) <= enough)));
        return
        [
            next,
            Mx.Where(shorter[3], shorter[2], value),
            Mx.LogicalAnd(Mx.LogicalAnd(goes, shorter[3]), Mx.LogicalNot(found)),
            Mx.LogicalOr(state[3], found),
            state[4] + 1,
        ];
    }

    // The length of the step, x and f(x) after it, whether it is good, whether to go on, how often it was halved.
    private NDArray[] Shorten(NDArray x, NDArray step, NDArray value, NDArray goes)
    {
        NDArray size = Vectors.Norm(value);
        return WhileLoop.Call(
            state => Mx.LogicalAnd(Mx.Any(state[4]), state[5] < Halvings),
            state =>
            {
                NDArray next = x + state[0] * step, there = function(next);
                NDArray isGood = Mx.LogicalAnd(state[4], Vectors.Norm(there) <= size * (1 - Promise * state[0]));
                return
                [
                    state[0] * 0.5,
                    Mx.Where(isGood, next, state[1]),
                    Mx.Where(isGood, there, state[2]),
                    Mx.LogicalOr(state[3], isGood),
                    Mx.LogicalAnd(state[4], Mx.LogicalNot(isGood)),
                    state[5] + 1,
                ];
            },
            [Vectors.Full(x, 1), x, value, Mx.LogicalAnd(goes, false), goes, Constant.Of(0, DType.Int32)]);
    }

    private NDArray Push(NDArray x, NDArray v) => Tangents.OrZeros(Forward.Through(y => [function(y[0])], [x], [v])[0], x.Spec);
}
