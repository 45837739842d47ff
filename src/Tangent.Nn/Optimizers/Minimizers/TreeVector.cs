namespace Tangent.Optimizers;

/// <summary>The trained arrays of a tree as one vector.</summary>
internal sealed class TreeVector<T>
{
    private readonly TreePoint<T> point;
    private readonly Unknowns unknowns;

    public TreeVector(string name, T start)
    {
        point = new TreePoint<T>(name, start);
        NDArray[] trained = TangentCheck.Strong([.. point.Trained.Select(i => point.Arrays[i])]);
        foreach (NDArray array in trained)
        {
            if (array.DType is not (DType.Float32 or DType.Float64))
                throw new ArgumentException($"{name}: the start has an array of {array.DType.Name()}; unknowns are float32 or float64.", nameof(start));
            if (array.DType != trained[0].DType)
                throw new ArgumentException($"{name}: the start has arrays of {trained[0].DType.Name()} and of {array.DType.Name()}; unknowns are of one type.", nameof(start));
        }
        unknowns = new Unknowns([.. trained.Select(array => array.Spec)], 0);
        Start = unknowns.Join(trained).Eval();
    }

    /// <summary>The start.</summary>
    public NDArray Start { get; }

    /// <summary>All arrays of the tree at a point.</summary>
    public NDArray[] Arrays(NDArray vector) => point.With(unknowns.Split(vector));

    /// <summary>The tree at a point.</summary>
    public T Tree(NDArray vector) => point.Rebuild(unknowns.Split(vector), array => array.Share());
}
