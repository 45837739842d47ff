namespace Tangent;

/// <summary>Classes that lie along an axis, and the targets among them.</summary>
internal static class ClassTargets
{
    /// <summary>Refuses targets that are neither numbers of classes, one for each example, nor probabilities of all classes.</summary>
    public static void Require(string function, NDArray scores, NDArray targets, int axis, bool areProbabilities)
    {
        Shape expected = areProbabilities ? scores.Shape : Without(scores.Shape, axis);
        if (targets.Shape != expected)
            throw new ArgumentException(
                $"{function}: targets of shape {targets.Shape} do not fit scores of shape {scores.Shape} with classes along axis {axis}; numbers of classes have the shape {Without(scores.Shape, axis)}.",
                nameof(targets));
        if (!areProbabilities && !targets.DType.IsInteger)
            throw new ArgumentException($"{function}: targets of shape {targets.Shape} are {targets.DType.Name()}; numbers of classes are integers.", nameof(targets));
    }

    /// <summary>The score of the target of each example.</summary>
    public static NDArray Take(NDArray scores, NDArray targets, int axis) =>
        Mx.Squeeze(Mx.TakeAlongAxis(scores, Mx.ExpandDims(targets, axis), axis), axis);

    /// <summary>Losses times the weights of examples, if there are any, reduced.</summary>
    public static NDArray Weigh(LossArguments arguments, NDArray loss, NDArray? weights)
    {
        if (weights is null)
            return arguments.Reduce(loss);
        Arguments.RequireReal(arguments.Function, weights);
        if (weights.Shape != loss.Shape)
            throw new ArgumentException($"{arguments.Function}: weights of shape {weights.Shape} do not fit losses of shape {loss.Shape}.", nameof(weights));
        return arguments.Reduce(loss * arguments.Precise(weights));
    }

    private static Shape Without(Shape shape, int axis) => Shape.Create([.. shape.Where((_, i) => i != axis)]);
}
