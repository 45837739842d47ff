using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Sparse;

/// <summary>Over all samples: no derivative lies outside the pattern that was found, and what is in it is what the dense Jacobian has.</summary>
public class SparsityLawTests
{
    // Sizes that reach blocks and threads are for kernels: a dense Jacobian of them has millions of elements.
    private const long MostElements = 500_000;

    public static TheoryData<string> Real =>
        [.. Samples.All.Values.Where(sample => sample.Constant is null && sample.Arguments.Any(x => x.DType == DType.Float64)).Select(sample => sample.Id)];

    [Theory, MemberData(nameof(Real))]
    public void NothingIsOutsideThePattern(string id)
    {
        Sample sample = Samples.All[id];
        for (int k = 0; k < sample.Arguments.Length; k++)
        {
            NDArray x = sample.Arguments[k];
            if (x.DType != DType.Float64 || sample.Function(sample.Arguments).All(y => !y.DType.IsFloating))
                continue;
            Func<NDArray, NDArray> f = v => Mx.Concatenate([.. sample.Function(Replaced(v)).Where(y => y.DType.IsFloating).Select(y => Mx.Flatten(y))]);
            if (f(x).Size * x.Size > MostElements)
                continue;
            NDArray dense = Mx.Reshape(Mx.JacFwd(f)(x), ((int)f(x).Size, (int)x.Size));
            SparseMatrix sparse = Mx.SparseJacobian(f)(x);
            Law.Same([dense], [sparse.ToDense()], $"argument {k}");
            Assert.Equal(sparse.Pattern.Count, sparse.Values.Size);

            // The pattern holds elsewhere, too.
            NDArray moved = x * 0.9;
            Law.Same([Mx.Reshape(Mx.JacFwd(f)(moved), dense.Shape)], [Mx.SparseJacobian(f, sparse.Pattern)(moved).ToDense()], $"argument {k}, at another point");

            NDArray[] Replaced(NDArray v) => [.. sample.Arguments.Select((other, i) => i == k ? v : other)];
        }
    }
}
