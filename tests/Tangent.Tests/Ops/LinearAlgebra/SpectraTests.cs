using Tangent.Tests.Accuracy;
using Xunit;

namespace Tangent.Tests.Ops.LinearAlgebra;

/// <summary>Eigenvalues and singular values of matrices that are hard for divisions, deflations and shifts, large enough for blocks.</summary>
public class SpectraTests
{
    private const int Size = 96;

    public static TheoryData<string, DType> Cases
    {
        get
        {
            var cases = new TheoryData<string, DType>();
            foreach (string name in new[]
            {
                "zero", "identity", "one element", "ones", "diagonal with zeros", "equal blocks", "rows of zeros", "Wilkinson", "glued", "shift", "cycle",
                "Jordan", "Hilbert", "triangular", "tiny", "huge", "antisymmetric", "two scales",
            })
                foreach (DType dtype in AccuracyMatrices.DTypes)
                    cases.Add(name, dtype);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void EverySpectrumGivesItsMatrixBack(string name, DType dtype)
    {
        NDArray a = Make(name, dtype);
        foreach ((string measure, double error) in BackwardErrors.OfSpectra(a))
        {
            double part = error / (Size * BackwardErrors.Epsilon(dtype));
            Assert.True(part <= 4, $"{name}, {measure}: {part:F2} n·ε");
        }
    }

    [Theory]
    [InlineData(DType.Float32), InlineData(DType.Float64), InlineData(DType.Complex64)]
    public void WhatIsNotFiniteGivesNaN(DType dtype)
    {
        foreach (double number in new[] { double.NaN, double.PositiveInfinity })
        {
            NDArray a = Make("ones", dtype);
            a[Size - 1, 3] = Mx.AsType(number, dtype);
            a[3, Size - 1] = Mx.AsType(number, dtype);
            NDArray[] results = [Mx.Linalg.Eigh(a).W, Mx.Linalg.Eigh(a).V, Mx.Linalg.EigValsh(a), .. Mx.Linalg.Svd(a, true), Mx.Linalg.Svd(a, false)[0]];
            if (dtype != DType.Float64)
                results = [.. results, Mx.Linalg.Eig(a).W, Mx.Linalg.Eig(a).V, Mx.Linalg.EigVals(a)];
            Assert.All(results, result => Assert.True(Mx.All(Mx.IsNaN(Mx.Abs(result))).Item<bool>()));
        }
    }

    [Theory]
    [InlineData(5, DType.Float32), InlineData(5, DType.Complex64), InlineData(Size, DType.Float64), InlineData(Size, DType.Complex64)]
    public void OfAHermitianMatrixOneTriangleIsRead(int n, DType dtype)
    {
        NDArray a = AccuracyMatrices.Make("random", n, dtype, 0), hermitian = a + AccuracyMatrices.Adjoint(a);
        NDArray isLower = Mx.Tril(Mx.Ones((n, n))) > 0, isUpper = Mx.Triu(Mx.Ones((n, n))) > 0;
        foreach (double garbage in new[] { 1e30, double.NaN, double.PositiveInfinity })
        {
            NDArray other = Mx.AsType(garbage, dtype);
            (NDArray w, NDArray v) = Mx.Linalg.Eigh(hermitian);
            (NDArray lowerW, NDArray lowerV) = Mx.Linalg.Eigh(Mx.Where(isLower, hermitian, other), "L");
            (NDArray upperW, NDArray upperV) = Mx.Linalg.Eigh(Mx.Where(isUpper, hermitian, other), "U");
            foreach ((NDArray expected, NDArray actual) in new[] { (w, lowerW), (v, lowerV), (w, upperW), (v, upperV) })
                Assert.Equal(Mx.View(expected, DType.UInt8).ToArray<byte>(), Mx.View(actual, DType.UInt8).ToArray<byte>());
        }
    }

    [Fact]
    public void ValuesOfAMatrixThatIsKnownComeOut()
    {
        // The second difference of n points has the eigenvalues 2 − 2·cos(π·k / (n + 1)).
        NDArray a = Make("difference", DType.Float64);
        double[] expected = [.. Enumerable.Range(1, Size).Select(k => 2 - 2 * Math.Cos(Math.PI * k / (Size + 1)))];
        double[] descending = [.. expected.Reverse()];
        Assert.All(expected.Zip(Mx.Linalg.EigValsh(a).ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
        Assert.All(descending.Zip(Mx.Linalg.Svd(a, false)[0].ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
        float[] real = [.. Mx.Linalg.EigVals(Mx.AsType(a, DType.Float32)).ToArray<Complex64>().Select(value => value.Real).Order()];
        Assert.All(expected.Zip(real), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        // The eigenvalues of a cycle are roots of unity.
        Complex64[] roots = Mx.Linalg.EigVals(Make("cycle", DType.Float32)).ToArray<Complex64>();
        Assert.All(roots, root => Assert.Equal(1, new System.Numerics.Complex(root.Real, root.Imaginary).Magnitude, 1e-4));
        double[] turns = [.. roots.Select(root => Math.Round(Math.Atan2(root.Imaginary, root.Real) * Size / (2 * Math.PI)))];
        Assert.Equal(Size, turns.Select(turn => (turn + Size) % Size).Distinct().Count());
    }

    private static NDArray Make(string name, DType dtype)
    {
        var random = new Random(7);
        var a = new double[Size, Size];
        for (int i = 0; i < Size; i++)
            for (int j = 0; j < Size; j++)
                a[i, j] = Element(name, i, j, random.NextDouble() * 2 - 1, dtype);
        NDArray real = Mx.AsType(Mx.Array(a), dtype);
        bool isReal = dtype != DType.Complex64 || name is "difference" or "ones" or "cycle" or "identity";
        return isReal ? real : real + Mx.SwapAxes(real, 0, 1) * Mx.Array(new Complex64[] { new(0, 1) });
    }

    private static double Element(string name, int i, int j, double random, DType dtype)
    {
        bool isBeside = Math.Abs(i - j) == 1;
        double centre = (Size - 1) / 2.0;
        return name switch
        {
            "zero" => 0,
            "identity" => i == j ? 1 : 0,
            "one element" => i == 5 && j == Size - 3 ? 3 : 0,
            "ones" => 1,
            "diagonal with zeros" => i == j ? i % 4 : 0,
            "equal blocks" => i / 2 == j / 2 ? (i % 2 == j % 2 ? 2 : 1) : 0,
            "rows of zeros" => i % 3 == 0 ? 0 : random,
            "Wilkinson" => i == j ? Math.Abs(i - centre) : isBeside ? 1 : 0,
            "glued" => i == j ? Math.Abs(i % 24 - 11.5) : isBeside ? (Math.Max(i, j) % 24 == 0 ? 1e-7 : 1) : 0,
            "shift" => j == i + 1 ? 1 : 0,
            "cycle" => j == (i + 1) % Size ? 1 : 0,
            "Jordan" => i == j ? 2 : j == i + 1 ? 1 : 0,
            "Hilbert" => 1.0 / (i + j + 1),
            "triangular" => j >= i ? random : 0,
            "tiny" => random * (dtype == DType.Float64 ? 1e-290 : 1e-34),
            "huge" => random * (dtype == DType.Float64 ? 1e290 : 1e34),
            "antisymmetric" => i < j ? i * 0.01 + 1 : i > j ? -(j * 0.01 + 1) : 0,
            "two scales" => random * (i < Size / 2 == j < Size / 2 ? 1 : 1e-9),
            "difference" => i == j ? 2 : isBeside ? -1 : 0,
            _ => throw new ArgumentException(name),
        };
    }
}
