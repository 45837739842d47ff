using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Ops.Products;

/// <summary>Einsum against the sum that the notation means, and its order of contractions.</summary>
public class EinsumTests
{
    public static TheoryData<string, int[][]> Cases => new()
    {
        { "ij,jk->ik", [[2, 3], [3, 4]] },
        { "ij,jk", [[2, 3], [3, 4]] },
        { "ba", [[2, 3]] },
        { "ii", [[3, 3]] },
        { "ii->i", [[3, 3]] },
        { "iji->j", [[3, 2, 3]] },
        { "iijj->ij", [[2, 2, 3, 3]] },
        { "ij->", [[2, 3]] },
        { ",ij->ji", [[], [2, 3]] },
        { "i,j,k->kij", [[2], [3], [4]] },
        { "bij,bjk->bik", [[2, 2, 3], [2, 3, 2]] },
        { "bhqd,bhkd->bhqk", [[2, 2, 3, 4], [2, 2, 5, 4]] },
        { "ij,ij->ij", [[2, 3], [2, 3]] },
        { "ij,ij", [[2, 3], [2, 3]] },
        { "aij,bij->ab", [[4, 2, 3], [5, 2, 3]] },
        { "ij,jk,kl,lm->im", [[2, 3], [3, 4], [4, 5], [5, 2]] },
        { "ab,bc,ca->", [[2, 3], [3, 4], [4, 2]] },
        { "a,ab,abc,abcd,bcd,cd,d,da,ac->bd", [[2], [2, 3], [2, 3, 2], [2, 3, 2, 2], [3, 2, 2], [2, 2], [2], [2, 2], [2, 2]] },
        { "iI->Ii", [[2, 3]] },
        { " i j , j -> i ", [[2, 3], [3]] },
        { "ij,jk->ik", [[2, 1], [3, 4]] },
        { "ij,j->ij", [[1, 3], [3]] },
        { "ij->ij", [[0, 3]] },
        { "ij,jk->ik", [[2, 0], [0, 3]] },
    };

    [Theory, MemberData(nameof(Cases))]
    public void ItIsTheSumOfProductsOverAllLabels(string subscripts, int[][] shapes)
    {
        NDArray[] x = [.. shapes.Select((shape, i) => Samples.Numbers(new Shape(shape), seed: i))];
        (int[] shape, double[] values) = Sums(subscripts, x);
        NDArray y = Mx.Einsum(subscripts, x);
        Assert.Equal(shape, y.Shape);
        Assert.All(values.Zip(y.ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * (1 + Math.Abs(pair.First))));
    }

    [Theory]
    [InlineData("...", "...")]
    [InlineData("...i->...", "...i->...")]
    [InlineData("...ij->...ji", "...ij->...ji")]
    public void AnEllipsisStandsForTheOtherAxes(string subscripts, string same)
    {
        NDArray x = Samples.Numbers((2, 3, 4));
        string letters = same.Replace("...", subscripts.Contains('j') ? "a" : subscripts.Contains('i') ? "ab" : "abc", StringComparison.Ordinal);
        Assert.Equal(Mx.Einsum(letters, x).ToString(), Mx.Einsum(subscripts, x).ToString());
    }

    [Fact]
    public void AxesOfEllipsesBroadcastFromTheRight()
    {
        NDArray x = Samples.Numbers((2, 1, 3, 4)), y = Samples.Numbers((5, 4, 2), seed: 1);
        NDArray expected = Mx.MatMul(x, y), actual = Mx.Einsum("...ij,...jk->...ik", x, y);
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.True(Mx.AllClose(expected, actual, 1e-12, 1e-12).Item<bool>());
        Assert.Equal(new Shape([2, 3]), Mx.Einsum("a...,...->a...", Mx.Ones((2, 1)), Mx.Ones(3)).Shape);
    }

    [Theory]
    [InlineData("ij,jk->ik", "names 2 arrays; there are 1")]
    [InlineData("ij->ik", "has the label k in the result, but in no array")]
    [InlineData("ij->ii", "repeats a label in the result")]
    [InlineData("i->i", "gives array 0 1 axes; its shape is [2,3]")]
    [InlineData("ijk->i", "gives array 0 3 axes; its shape is [2,3]")]
    [InlineData("ii", "gives i the lengths 2 and 3; array 0 has shape [2,3]")]
    [InlineData("i1", "has the character '1', which is no letter")]
    [InlineData("......", "has two ellipses in one array")]
    [InlineData("ij->i->j", "has more than one arrow")]
    public void SubscriptsThatDoNotFitAreRefused(string subscripts, string words) =>
        Refusal.Argument($"Einsum: \"{subscripts}\" {words}.", () => Mx.Einsum(subscripts, Mx.Ones((2, 3))));

    [Fact]
    public void TheCheapestOrderIsTaken()
    {
        NDArray a = Mx.Ones((10, 100)), b = Mx.Ones((100, 5)), c = Mx.Ones((5, 50));
        (int[][] path, string description) = Mx.EinsumPath("ij,jk,kl->il", a, b, c);
        Assert.Equal([[0, 1], [0, 1]], path);
        Assert.Equal("ij,jk->ik: 5000 multiplications\nkl,ik->il: 2500 multiplications", description);
        Assert.Equal([[1, 2], [0, 1]], Mx.EinsumPath("ij,jk,kl->il", Mx.Ones((100, 10)), Mx.Ones((10, 50)), Mx.Ones((50, 5))).Path);
        Assert.Equal([[0]], Mx.EinsumPath("ij->i", a).Path);
    }

    [Fact]
    public void AChainOfManyIsContractedGreedilyInGoodOrder()
    {
        string letters = "abcdefghijklm";
        NDArray[] chain = [.. Enumerable.Range(0, 12).Select(i => Mx.Full((i % 3 + 2, (i + 1) % 3 + 2), 0.5, DType.Float64))];
        string subscripts = string.Join(',', Enumerable.Range(0, 12).Select(i => letters.Substring(i, 2))) + "->am";
        NDArray expected = chain.Aggregate(Mx.MatMul);
        Assert.Equal(11, Mx.EinsumPath(subscripts, chain).Path.Length);
        Assert.True(Mx.AllClose(expected, Mx.Einsum(subscripts, chain), 1e-12).Item<bool>());
    }

    [Fact]
    public void ItsResultIsAnotherHandle()
    {
        NDArray x = Mx.Ones((2, 2)), y = Mx.Einsum("ij", x);
        y[0] = 5;
        Assert.Equal([1f, 1f, 1f, 1f], x.ToArray<float>());
    }

    private static (int[] Shape, double[] Values) Sums(string subscripts, NDArray[] x)
    {
        string[] sides = subscripts.Replace(" ", "", StringComparison.Ordinal).Split("->"), parts = sides[0].Split(',');
        string output = sides.Length == 2 ? sides[1] : string.Concat(sides[0].Replace(",", "", StringComparison.Ordinal).GroupBy(c => c).Where(g => g.Count() == 1).Select(g => g.Key).Order());
        char[] labels = [.. parts.SelectMany(part => part).Distinct()];
        Dictionary<char, int> length = labels.ToDictionary(label => label, label => parts.SelectMany((part, i) => part.Select((c, axis) => c == label ? x[i].Shape[axis] : 1)).Aggregate((m, n) => m == 1 ? n : m));
        double[][] data = [.. x.Select(array => array.ToArray<double>())];
        int[] shape = [.. output.Select(label => length[label])];
        var values = new double[shape.Aggregate(1, (m, n) => m * n)];
        long all = labels.Aggregate(1L, (m, label) => m * length[label]);
        for (long at = 0; at < all; at++)
        {
            var place = new Dictionary<char, int>();
            long rest = at;
            foreach (char label in labels)
            {
                place[label] = (int)(rest % length[label]);
                rest /= length[label];
            }
            double product = 1;
            for (int i = 0; i < x.Length; i++)
                product *= data[i][Flat(parts[i].Select((label, axis) => x[i].Shape[axis] == 1 ? 0 : place[label]), x[i].Shape)];
            values[Flat(output.Select(label => place[label]), new Shape(shape))] += product;
        }
        return (shape, values);
    }

    private static int Flat(IEnumerable<int> place, Shape shape) => place.Select((index, axis) => (index, axis)).Aggregate(0, (flat, next) => flat * shape[next.axis] + next.index);
}
