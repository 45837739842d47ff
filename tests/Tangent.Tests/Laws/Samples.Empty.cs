namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private const string Nothing = "no elements";

    private static IEnumerable<Sample> EmptyFamily() =>
    [
        Of("Mx.Sin", Nothing, Mx.Sin, (0, 3)),
        Of("Mx.Multiply", Nothing, (x, y) => x * y, (0, 3), 3),
        Of("Mx.Sum", Nothing, x => Mx.Sum(x, 0), (0, 3)),
        Of("Mx.Sum", "rows without elements", x => Mx.Sum(x, 1), (3, 0)),
        Of("Mx.Prod", Nothing, x => Mx.Prod(x), (0, 3)),
        Of("Mx.LogSumExp", Nothing, x => Mx.LogSumExp(x, 1), (0, 3)),
        Of("Mx.Softmax", Nothing, x => Mx.Softmax(x, -1), (0, 3)),
        Of("Mx.CumSum", Nothing, x => Mx.CumSum(x, 0), (0, 3)),
        Of("Mx.Sort", Nothing, x => Mx.Sort(x, 0), (0, 3)),
        Of("Mx.MatMul", "nothing to add up", (x, y) => Mx.MatMul(x, y), (2, 0), (0, 3)),
        Of("Mx.MatMul", "no rows", (x, y) => Mx.MatMul(x, y), (0, 2), (2, 3)),
        Of("Mx.Concatenate", "with nothing", (x, y) => Mx.Concatenate([Mx.Sin(x), y], 0), (0, 3), (2, 3)),
        Of("Mx.Take", "no indices", x => Mx.Take(Mx.Sin(x), Mx.Zeros(0, DType.Int32), 0), (4, 3)),
        Of("Mx.Reshape", Nothing, x => Mx.Reshape(Mx.Sin(x), (3, 0)), (0, 3)),
        Of("Mx.Transpose", Nothing, x => Mx.Transpose(Mx.Sin(x)), (0, 3)),
        Of("Mx.Pad", Nothing, x => Mx.Pad(Mx.Sin(x), 1), (0, 3)),
        Of("NDArray.Part", "no elements read", x => Mx.Sin(x[2..2]), (4, 3)),
        Of("NDArray.Part", "no elements written", (x, y) => { NDArray z = +x; z[1..1] = y; return z; }, (4, 3), 3),
        Of("ArrayPart.Add", Nothing, (x, y) => x.At[2..2].Add(y), (4, 3), (0, 3)),
    ];
}
