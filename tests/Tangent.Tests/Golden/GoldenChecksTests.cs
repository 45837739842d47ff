using System.Numerics;
using Xunit;

namespace Tangent.Tests.Golden;

public sealed class GoldenChecksTests
{
    private static readonly (string Group, GoldenCase Golden)[] Checked =
        [.. GoldenFiles.Bundled.Groups.SelectMany(group => GoldenFiles.Bundled.Read(group).Where(golden => golden.Check is not null).Select(golden => (group, golden)))];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach ((string group, GoldenCase golden) in Checked)
                data.Add(group, golden.Id);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Recorded_results_agree_with_themselves(string group, string id)
    {
        GoldenCase golden = Find(group, id);
        Assert.Null(GoldenChecks.Difference(golden, golden.Out));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Changed_results_do_not_agree(string group, string id)
    {
        GoldenCase golden = Find(group, id);
        var first = (GoldenValue.Array)golden.Out[0];
        byte[] bytes = [.. first.Bytes];
        int highest = (first.DType.IsComplex ? sizeof(float) : first.DType.Size) - 1;
        bytes[highest] ^= 0x21;
        Assert.NotNull(GoldenChecks.Difference(golden, [first with { Bytes = bytes }, .. golden.Out[1..]]));
    }

    [Fact]
    public void Qr_may_turn_a_column_with_its_row()
    {
        GoldenCase golden = Find("linalg", "linalg.qr/float32/tall");
        var q = Negate((GoldenValue.Array)golden.Out[0], column: 1);
        var r = Negate((GoldenValue.Array)golden.Out[1], row: 1);
        Assert.Null(GoldenChecks.Difference(golden, [q, r]));
        Assert.NotNull(GoldenChecks.Difference(golden, [q, golden.Out[1]]));
    }

    [Fact]
    public void Svd_may_turn_a_pair_and_any_vector_without_a_value()
    {
        GoldenCase golden = Find("linalg", "linalg.svd/float32/b");
        var u = Negate((GoldenValue.Array)golden.Out[0], column: 0);
        var v = Negate((GoldenValue.Array)golden.Out[2], row: 0);
        Assert.Null(GoldenChecks.Difference(golden, [Negate(u, column: 2), golden.Out[1], v]));
        Assert.NotNull(GoldenChecks.Difference(golden, [u, golden.Out[1], golden.Out[2]]));
    }

    [Fact]
    public void Svd_needs_orthonormal_vectors()
    {
        GoldenCase golden = Find("linalg", "linalg.svd/float32/b");
        var u = Change((GoldenValue.Array)golden.Out[0], (_, column, value) => column == 2 ? 2 * value : value);
        Assert.Contains("columns 2 and 2", GoldenChecks.Difference(golden, [u, .. golden.Out[1..]])!, StringComparison.Ordinal);
    }

    [Fact]
    public void Eigh_may_turn_a_column()
    {
        GoldenCase golden = Find("linalg", "linalg.eigh/float64/f64");
        Assert.Null(GoldenChecks.Difference(golden, [golden.Out[0], Negate((GoldenValue.Array)golden.Out[1], column: 2)]));
    }

    [Fact]
    public void Eig_may_reorder_and_turn_vectors_by_any_phase()
    {
        GoldenCase golden = Find("linalg", "linalg.eig/float32/n2");
        var values = (GoldenValue.Array)golden.Out[0];
        var vectors = (GoldenValue.Array)golden.Out[1];
        var swapped = values with { Bytes = [.. values.Bytes[8..], .. values.Bytes[..8]] };
        var columns = GoldenMatrices.Of(vectors)[0];
        var turned = Change(vectors, (row, column, _) => columns[row, 1 - column] * Complex.FromPolarCoordinates(1, 0.7 + column));
        Assert.Null(GoldenChecks.Difference(golden, [swapped, turned]));
        Assert.NotNull(GoldenChecks.Difference(golden, [values, turned]));
    }

    [Fact]
    public void Eigenvalues_may_be_reordered()
    {
        var x = GoldenArrays.Of(DType.Complex64, [3], new Complex64(1, 0), new Complex64(0, 2), new Complex64(0, -2));
        var y = GoldenArrays.Of(DType.Complex64, [3], new Complex64(0, -2), new Complex64(0, 2), new Complex64(1, 0));
        var z = GoldenArrays.Of(DType.Complex64, [3], new Complex64(0, -2), new Complex64(0, -2), new Complex64(1, 0));
        Assert.Null(EigenChecks.Values(x, y, Tolerance.Exact));
        Assert.NotNull(EigenChecks.Values(z, y, Tolerance.Exact));
    }

    [Fact]
    public void Partitions_may_order_each_side_as_they_like()
    {
        GoldenCase golden = Find("sort", "partition/float32/none");
        float[] sorted = [.. GoldenElements.Numbers((GoldenValue.Array)golden.Out[0]).Select(x => (float)x.Real).Order()];
        float[] mixed = [sorted[2], sorted[0], sorted[1], sorted[3], sorted[5], sorted[4]];
        float[] wrong = [sorted[4], sorted[0], sorted[1], sorted[3], sorted[5], sorted[2]];
        Assert.Null(GoldenChecks.Difference(golden, [GoldenArrays.Of(DType.Float32, [6], mixed)]));
        Assert.NotNull(GoldenChecks.Difference(golden, [GoldenArrays.Of(DType.Float32, [6], wrong)]));
    }

    [Fact]
    public void Normal_samples_may_be_mirrored_at_an_eigenvector()
    {
        GoldenCase golden = Find("random", "random.multivariate_normal/-/k1");
        var samples = (GoldenValue.Array)golden.Out[0];
        Complex[] mean = GoldenElements.Numbers((GoldenValue.Array)golden.Arguments[0]);
        double[,] v = SymmetricEigenvectors.Of(GoldenMatrices.Of((GoldenValue.Array)golden.Arguments[1])[0]);
        Complex[,] rows = GoldenMatrices.Of(samples)[0];
        var mirrored = Change(samples, (row, column, value) =>
            value - 2 * v[column, 0] * ((rows[row, 0] - mean[0]) * v[0, 0] + (rows[row, 1] - mean[1]) * v[1, 0]));
        Assert.Null(GoldenChecks.Difference(golden, [mirrored]));
        Assert.NotNull(GoldenCompare.Difference(mirrored, samples, golden.Tolerance));
    }

    private static GoldenCase Find(string group, string id) =>
        Checked.Single(entry => entry.Group == group && entry.Golden.Id == id).Golden;

    private static GoldenValue.Array Negate(GoldenValue.Array array, int column = -1, int row = -1) =>
        Change(array, (i, j, value) => i == row || j == column ? -value : value);

    private static GoldenValue.Array Change(GoldenValue.Array array, Func<int, int, Complex, Complex> change)
    {
        Complex[][,] matrices = GoldenMatrices.Of(array);
        foreach (Complex[,] matrix in matrices)
        {
            for (int i = 0; i < matrix.Length; i++)
            {
                int columns = matrix.GetLength(1);
                matrix[i / columns, i % columns] = change(i / columns, i % columns, matrix[i / columns, i % columns]);
            }
        }
        return GoldenMatrices.Join(array, matrices);
    }
}
