using static Tangent.PrimitiveForm;

namespace Tangent;

// What computes with matrices.
internal static partial class PrimitiveTable
{
    private static Dictionary<string, PrimitiveForm> Algebra() => new()
    {
        ["Adjugate"] = Of(_ => Shared<Adjugate>.Instance, (_, x) => InputRules.Square(x)),
        ["Cholesky"] = Of(p => new Cholesky(p.Flag("Upper")), (_, x) => InputRules.Square(x)),
        ["Determinant"] = Of(_ => Shared<Determinant>.Instance, (_, x) => InputRules.Square(x)),
        ["DivideByGap"] = Of(_ => Shared<DivideByGap>.Instance, Quotient),
        ["Eig"] = Of(_ => Shared<Eig>.Instance, (_, x) => InputRules.Square(x)),
        ["EigValues"] = Of(_ => Shared<EigValues>.Instance, (_, x) => InputRules.Square(x)),
        ["Eigh"] = Of(p => new Eigh(p.Flag("Upper")), (_, x) => InputRules.Square(x)),
        ["EighValues"] = Of(p => new EighValues(p.Flag("Upper")), (_, x) => InputRules.Square(x)),
        ["Expm"] = Of(_ => Shared<Expm>.Instance, (_, x) => InputRules.Square(x)),
        ["ExpmTangent"] = Of(_ => Shared<ExpmTangent>.Instance, (_, x) => InputRules.Square(x, 2)),
        ["HermitianRoot"] = Of(_ => Shared<HermitianRoot>.Instance, (_, x) => InputRules.Square(x)),
        ["Inverse"] = Of(_ => Shared<Inverse>.Instance, (_, x) => InputRules.Square(x)),
        ["LogDeterminant"] = Of(_ => Shared<LogDeterminant>.Instance, (_, x) => InputRules.Square(x)),
        ["Lu"] = Of(_ => Shared<Lu>.Instance, Matrix),
        ["Lyapunov"] = Of(_ => Shared<Lyapunov>.Instance, (_, x) => InputRules.Square(x, 2)),
        ["MatMul"] = Of(_ => Shared<MatMul>.Instance, Product),
        ["PseudoInverse"] = Of(p => new PseudoInverse(p.Number("Tolerance")), Matrix),
        ["Qr"] = Of(p => new Qr(p.Flag("Complete")), Matrix),
        ["SingularValues"] = Of(_ => Shared<SingularValues>.Instance, Matrix),
        ["Solve"] = Of(p => new Solve(p.Flag("Transposed")), Solution),
        ["SolveTriangular"] = Of(p => new SolveTriangular(p.Flag("Upper"), p.Flag("Unit")), TriangularSolution),
        ["Svd"] = Of(p => new Svd(p.Flag("Full")), Matrix),
    };

    private static void Matrix(Primitive primitive, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Matrices(x[0]);
    }

    private static void Quotient(DivideByGap quotient, Node[] x)
    {
        InputRules.Count(x, 3, 4);
        InputRules.Matrices(x[0]);
        InputRules.Type(x[2], DType.Bool);
        InputRules.Composes(quotient, x);
    }

    private static void Product(MatMul product, Node[] x)
    {
        InputRules.Count(x, 2);
        InputRules.Inexact(x[0]);
        InputRules.Type(x[1], x[0].DType);
        InputRules.Require(x[0].Shape.Rank >= 2 && x[1].Shape.Rank >= 2 && x[0].Shape[^1] == x[1].Shape[^2], "its matrices do not fit together");
    }

    // A matrix, its factors, the order of its rows, and right sides.
    private static void Solution(Solve solve, Node[] x)
    {
        InputRules.Count(x, 4);
        InputRules.Square(x[..2], 2);
        InputRules.Spec(x[2], DType.UInt32, x[0].Shape.Lengths[..^1]);
        RightSides(x[0], x[3]);
    }

    private static void TriangularSolution(SolveTriangular solve, Node[] x)
    {
        InputRules.Count(x, 2);
        InputRules.Square(x[..1]);
        RightSides(x[0], x[1]);
    }

    private static void RightSides(Node a, Node b)
    {
        InputRules.Require(b.Shape.Rank >= 2, "its right sides are no matrices");
        InputRules.Spec(b, a.DType, [.. a.Shape.Lengths[..^1], b.Shape[^1]]);
    }
}
