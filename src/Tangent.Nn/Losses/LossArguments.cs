using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>What losses ask of their arguments, and the type that they compute in: 16-bit types by way of float32, rounded once.</summary>
/// <param name="Function">The loss.</param>
/// <param name="Reduction">What it makes of its elements.</param>
/// <param name="Result">The type of the result.</param>
internal readonly record struct LossArguments(string Function, Reduction Reduction, DType Result)
{
    private DType Working => Result.IsHalf ? DType.Float32 : Result;

    /// <summary>The arguments of a loss of real arrays.</summary>
    public static LossArguments Of(string function, Reduction reduction, params NDArray[] arrays)
    {
        if (reduction is not (Reduction.None or Reduction.Mean or Reduction.Sum))
            throw new ArgumentOutOfRangeException(nameof(reduction), reduction, $"{function}: there is no reduction {reduction}.");
        DType dtype = Mx.ResultType(arrays);
        return new(function, reduction, dtype.IsFloating ? dtype : DType.Float32);
    }

    /// <summary>An array in the type that the loss is computed in.</summary>
    public NDArray Precise(NDArray x) => Mx.AsType(x, Working);

    /// <summary>What becomes of the elements of the loss.</summary>
    public NDArray Reduce(NDArray loss) => Mx.AsType(Reduction switch
    {
        Reduction.Mean => Mx.Mean(loss),
        Reduction.Sum => Mx.Sum(loss),
        _ => loss,
    }, Result);

    /// <summary>Refuses arrays of different shapes.</summary>
    public static void RequireSame(
        string function, NDArray x, NDArray y, [CallerArgumentExpression(nameof(x))] string nameOfX = "", [CallerArgumentExpression(nameof(y))] string nameOfY = "")
    {
        Arguments.RequireReal(function, x, nameOfX);
        Arguments.RequireReal(function, y, nameOfY);
        if (x.Shape != y.Shape)
            throw Mismatch(function, x, y, nameOfX, nameOfY);
    }

    /// <summary>Refuses arrays of which neither repeats along axes that both have: [n, 1] and [n] would make [n, n] of n examples.</summary>
    public static void RequireAligned(
        string function, NDArray x, NDArray y, [CallerArgumentExpression(nameof(x))] string nameOfX = "", [CallerArgumentExpression(nameof(y))] string nameOfY = "")
    {
        Arguments.RequireReal(function, x, nameOfX);
        Arguments.RequireReal(function, y, nameOfY);
        if (x.NDim != 0 && y.NDim != 0 && (x.NDim != y.NDim || !x.Shape.Zip(y.Shape).All(pair => pair.First == pair.Second || pair.First == 1 || pair.Second == 1)))
            throw Mismatch(function, x, y, nameOfX, nameOfY);
    }

    private static ArgumentException Mismatch(string function, NDArray x, NDArray y, string nameOfX, string nameOfY) =>
        new($"{function}: {nameOfX} of shape {x.Shape} and {nameOfY} of shape {y.Shape} do not fit each other.", nameOfY);
}
