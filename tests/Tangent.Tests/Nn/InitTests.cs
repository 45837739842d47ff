using Xunit;

namespace Tangent.Tests.Networks;

/// <summary>Initialisers give what they say, of the shape of an array.</summary>
public sealed class InitTests
{
    [Fact]
    public void The_spread_is_that_of_the_connections()
    {
        NDArray convolution = Mx.Zeros((64, 3, 3, 32));
        const double inputs = 9 * 32, outputs = 9 * 64;
        Assert.Equal(Math.Sqrt(2 / (inputs + outputs)), Deviation(Nn.Init.GlorotNormal(), convolution), 2e-3);
        Assert.Equal(Math.Sqrt(2 / (inputs + outputs)), Deviation(Nn.Init.GlorotUniform(), convolution), 2e-3);
        Assert.Equal(1 / Math.Sqrt(inputs), Deviation(Nn.Init.HeNormal(), convolution), 2e-3);
        Assert.Equal(2 / Math.Sqrt(outputs), Deviation(Nn.Init.HeUniform(mode: FanMode.FanOut, gain: 2), convolution), 2e-3);
        Assert.Equal(0.5, Deviation(Nn.Init.Normal(3, 0.5), convolution), 1e-2);
    }

    [Fact]
    public void Rows_or_columns_of_an_orthogonal_matrix_are()
    {
        foreach (Shape shape in (Shape[])[(5, 3), (3, 5), (4, 4)])
        {
            NDArray q = Nn.Init.Orthogonal(gain: 2)(Mx.Zeros(shape));
            NDArray product = shape[0] < shape[1] ? Mx.MatMul(q, q.T) : Mx.MatMul(q.T, q);
            Assert.True(Mx.AllClose(product, 4 * Mx.Eye(Math.Min(shape[0], shape[1])), atol: 1e-5).Item<bool>());
        }
    }

    [Fact]
    public void A_share_of_each_row_is_zero()
    {
        foreach ((double sparsity, int zeros) in ((double, int)[])[(0, 0), (0.5, 4), (0.6, 5), (1, 7)])
        {
            NDArray x = Nn.Init.Sparse(sparsity)(Mx.Zeros((6, 7)));
            Assert.All(Mx.Sum(Mx.Equal(x, 0), 1).ToArray<int>(), count => Assert.Equal(zeros, count));
        }
    }

    [Fact]
    public void The_type_is_the_one_that_was_asked_for_and_every_call_draws_anew()
    {
        NDArray a = Mx.Zeros((4, 4));
        Func<NDArray, NDArray>[] drawing =
        [
            Nn.Init.Normal(dtype: DType.Float16), Nn.Init.Uniform(dtype: DType.Float16), Nn.Init.GlorotNormal(DType.Float16), Nn.Init.GlorotUniform(DType.Float16),
            Nn.Init.HeNormal(DType.Float16), Nn.Init.HeUniform(DType.Float16), Nn.Init.Orthogonal(dtype: DType.Float16), Nn.Init.Sparse(0.25, dtype: DType.Float16),
        ];
        Assert.All(drawing, initialize =>
        {
            NDArray x = initialize(a);
            Assert.Equal((DType.Float16, a.Shape), (x.DType, x.Shape));
            Assert.False(Mx.ArrayEqual(x, initialize(a)).Item<bool>());
        });
        Assert.Equal(DType.Int32, Nn.Init.Constant(3, DType.Int32)(a).DType);
        Assert.True(Mx.ArrayEqual(Mx.Eye(4), Nn.Init.Identity()(a)).Item<bool>());
    }

    [Fact]
    public void In_a_scope_of_a_key_draws_repeat()
    {
        NDArray Draw()
        {
            using (Mx.Random.Scope(Mx.Random.Key(3)))
                return Nn.Init.HeNormal()(Mx.Zeros((3, 4))).Eval();
        }
        Assert.True(Mx.ArrayEqual(Draw(), Draw()).Item<bool>());
    }

    [Fact]
    public void A_wrong_call_says_what_is_wrong()
    {
        NDArray vector = Mx.Zeros(3), matrix = Mx.Zeros((2, 3));
        Refusal.Names(() => Nn.Init.GlorotNormal()(vector), "Nn.Init.GlorotNormal", "[3]");
        Refusal.Names(() => Nn.Init.HeUniform()(vector), "Nn.Init.HeUniform", "[3]");
        Refusal.Names(() => Nn.Init.Identity()(matrix), "Nn.Init.Identity", "[2,3]");
        Refusal.Names(() => Nn.Init.Orthogonal()(vector), "Nn.Init.Orthogonal", "[3]");
        Refusal.Names(() => Nn.Init.Sparse(0.5)(vector), "Nn.Init.Sparse", "[3]");
        Refusal.Names(() => Nn.Init.Sparse(1.5), "Nn.Init.Sparse", "1.5");
        Refusal.Names(() => Nn.Init.Normal(dtype: DType.Int32), "Nn.Init.Normal", "int32");
        Refusal.Names(() => Nn.Init.HeNormal(mode: (FanMode)9), "Nn.Init.HeNormal", "9");
        Assert.All([Nn.Init.Constant(1), Nn.Init.Normal(), Nn.Init.HeNormal(), Nn.Init.GlorotUniform(), Nn.Init.Sparse(0.1)], f => Assert.Throws<ArgumentNullException>(() => f(null!)));
    }

    private static double Deviation(Func<NDArray, NDArray> initialize, NDArray a) => Mx.Std(initialize(a)).Item<float>();
}
