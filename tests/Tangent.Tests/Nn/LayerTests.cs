using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>What layers do that their samples do not show.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Functions_and_layers_stand_in_one_sequence()
    {
        var model = new Sequential
        {
            new Linear(4, 8), Nn.Relu, Nn.Relu2, Nn.Relu6, Nn.LeakyRelu, Nn.Elu, Nn.Celu, Nn.Selu, Nn.Silu, Nn.Mish, Nn.Hardswish, Nn.Glu, Nn.Gelu, Nn.GeluApprox, Nn.GeluFastApprox,
            Nn.Sigmoid, Nn.LogSigmoid, Nn.Tanh, Nn.HardTanh, Nn.Softsign, Nn.Softplus, Nn.HardShrink, Nn.Softshrink, Nn.Softmax, Nn.Softmin, Nn.LogSoftmax, new Linear(4, 2),
        };
        Assert.Equal((Shape)(3, 2), model.Call(Mx.Ones((3, 4))).Shape);
        Assert.Equal(DType.Int32, new Sequential { Nn.Step }.Call(Mx.Ones(2)).DType);
    }

    [Fact]
    public void What_is_dropped_is_dropped_and_the_rest_magnified()
    {
        NDArray x = Mx.Full((200, 50), float.PositiveInfinity);
        var layer = new Dropout(0.25);
        float[] y = layer.Call(x).ToArray<float>();
        Assert.All(y, value => Assert.True(value is 0 or float.PositiveInfinity));
        Assert.Equal(0.25, y.Count(value => value == 0) / 10_000.0, 0.03);
        Assert.Equal([4f / 3], layer.Call(Mx.Ones(1000)).ToArray<float>().Where(value => value != 0).Distinct());
        Assert.True(Mx.ArrayEqual(x, ((Dropout)layer.Eval()).Call(x)).Item<bool>());
        Refusal.Names(() => new Dropout(1), "Dropout", "p is 1");
        Refusal.Names(() => new Dropout2d(-0.1), "Dropout2d", "p is -0.1");
    }

    [Fact]
    public void Whole_channels_are_dropped()
    {
        NDArray images = new Dropout2d(0.5).Call(Mx.Ones((8, 3, 5, 6))), volumes = new Dropout3d(0.5).Call(Mx.Ones((3, 4, 2, 9)));
        Assert.True(Mx.ArrayEqual(images, Mx.BroadcastTo(images[.., ..1, ..1], images.Shape)).Item<bool>());
        Assert.True(Mx.ArrayEqual(volumes, Mx.BroadcastTo(volumes[..1, ..1, ..1], volumes.Shape)).Item<bool>());
        Assert.Equal([0f, 2f], images.ToArray<float>().Distinct().Order());
        Assert.Equal([0f, 2f], volumes.ToArray<float>().Distinct().Order());
    }

    [Fact]
    public void Under_compile_dropout_draws_from_a_scope_anew_each_call()
    {
        var layer = new Dropout(0.5);
        NDArray Step(NDArray key, NDArray x)
        {
            using (Mx.Random.Scope(key))
                return layer.Call(x);
        }
        Func<NDArray, NDArray, NDArray> compiled = Mx.Compile((Func<NDArray, NDArray, NDArray>)Step);
        NDArray first = compiled(Mx.Random.Key(1), Mx.Ones(64)), second = compiled(Mx.Random.Key(2), Mx.Ones(64));
        Assert.False(Mx.ArrayEqual(first, second).Item<bool>());
        Assert.True(Mx.ArrayEqual(first, Step(Mx.Random.Key(1), Mx.Ones(64))).Item<bool>());
        Assert.Contains("Mx.Random.Scope", Assert.ThrowsAny<InvalidOperationException>(() => Mx.Compile((NDArray x) => layer.Call(x))(Mx.Ones(4))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_that_stands_twice_gets_both_gradients()
    {
        var layer = new Embedding(3, 2);
        NDArray gradient = Mx.Grad((ParameterTree p) => Mx.Sum(layer.With(p).Call(Mx.Array([1, 1, 2]))))(layer.Parameters())["weight"];
        Assert.Equal([0f, 0f, 2f, 2f, 1f, 1f], gradient.ToArray<float>());
        Refusal.Names(() => layer.Call(Mx.Array([0, 3])), "Embedding", "3");
        Refusal.Names(() => layer.Call(Mx.Array([-1])), "Embedding", "-1");
        Refusal.Names(() => layer.Call(Mx.Ones(2)), "Embedding", "float32");
        Assert.Equal((Shape)(0, 2), layer.Call(Mx.Zeros(0, DType.Int32)).Shape);
    }

    [Fact]
    public void Pooling_integers_keeps_their_type_where_it_can()
    {
        NDArray x = Mx.Reshape(Mx.Arange(0, 8), (1, 4, 2));
        Assert.Equal([2, 3, 6, 7], new MaxPool1d(2).Call(x).ToArray<int>());
        Assert.Equal([1f, 2f, 5f, 6f], new AvgPool1d(2).Call(x).ToArray<float>());
        Refusal.Names(() => new MaxPool2d(0), "MaxPool2d", "kernelSize");
        Refusal.Names(() => new AvgPool1d(2, stride: 0), "AvgPool1d", "stride");
        Refusal.Names(() => new MaxPool1d(2, padding: -1), "MaxPool1d", "padding");
        Refusal.Names(() => new MaxPool1d(9).Call(x), "MaxPool1d", "[9]", "[1,4,2]");
        Refusal.Names(() => new MaxPool2d((1, 2, 3)), "MaxPool2d", "kernelSize");
    }

    [Fact]
    public void A_convolution_says_what_does_not_fit()
    {
        Refusal.Names(() => new Conv2d(3, 4, 3, groups: 2), "Conv2d", "2 groups", "3", "4");
        Refusal.Names(() => new Conv2d(0, 4, 3), "Conv2d", "inChannels");
        Refusal.Names(() => new Conv2d(3, 4, (3, 3, 3)), "Conv2d", "kernelSize");
        Refusal.Names(() => new ConvTranspose2d(3, 4, 3, outputPadding: -1), "ConvTranspose2d", "outputPadding");
        Refusal.Names(() => new Conv2d(3, 4, 3).Call(Mx.Ones((1, 5, 5, 2))), "Conv2d", "[1,5,5,2]");
        Assert.Equal("Conv2d(3, 4, kernel_size=[3,3], stride=[1,1], padding=[1,1], dilation=[1,1], groups=1, bias=true)", new Conv2d(3, 4, 3, padding: 1).ToString());
    }

    [Fact]
    public void Upsampling_keeps_what_is_even_and_says_what_does_not_go()
    {
        NDArray x = Mx.Full((1, 5, 7, 2), 3f);
        foreach (UpsampleMode mode in Enum.GetValues<UpsampleMode>())
            foreach (double scale in (double[])[0.4, 1, 1.3, 2])
                Assert.True(Mx.AllClose(new Upsample(scale, mode).Call(x), 3f, rtol: 1e-6).Item<bool>());
        Assert.True(Mx.AllClose(new Upsample(0.4, UpsampleMode.Linear, antialias: true).Call(x), 3f, rtol: 1e-6).Item<bool>());
        NDArray ramp = Mx.Reshape(Mx.Arange(0f, 8f), (1, 8, 1));
        Assert.Equal([0f, 7f], new Upsample(2, UpsampleMode.Linear, alignCorners: true).Call(ramp).ToArray<float>() is var y ? [y[0], y[^1]] : []);
        // Half as many: each the mean of two and, weaker, of their neighbours; a ramp stays one but for its ends.
        Assert.Equal([2.5f, 4.5f], new Upsample(0.5, UpsampleMode.Linear, antialias: true).Call(ramp).ToArray<float>()[1..3].Select(v => MathF.Round(v, 5)));
        Assert.Equal(DType.Int32, new Upsample(2).Call(Mx.Ones((1, 2, 1), DType.Int32)).DType);
        Refusal.Names(() => new Upsample(0), "Upsample", "0");
        Refusal.Names(() => new Upsample(2, antialias: true), "Upsample", "antialias");
        Refusal.Names(() => new Upsample([2, 2, 2]).Call(x), "Upsample", "[1,5,7,2]", "3 factors");
        Refusal.Names(() => new Upsample(0.1).Call(x), "Upsample", "[1,5,7,2]", "0.5");
    }

    [Fact]
    public void Positions_beyond_those_that_are_turned_pass()
    {
        NDArray x = Samples.Numbers((1, 3, 6));
        NDArray y = new RoPE(4).Call(x, 5);
        Assert.True(Mx.ArrayEqual(x[Mx.Ellipsis, 4..], y[Mx.Ellipsis, 4..]).Item<bool>());
        NDArray whole = new RoPE(4).Call(Mx.Concatenate([Mx.Zeros((1, 5, 6), DType.Float64), x], 1));
        Assert.True(Mx.AllClose(whole[.., 5..], y).Item<bool>());
        Refusal.Names(() => new RoPE(3), "RoPE", "3");
        Refusal.Names(() => new RoPE(8).Call(x), "RoPE", "[1,3,6]", "8");
        Assert.Empty(new SinusoidalPositionalEncoding(6).Parameters());
        Assert.All(new SinusoidalPositionalEncoding(2, maxFreq: 2).Call(Mx.Array([0f, 0.25f])).ToArray<float>(), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Linear_biases_fall_with_the_distance()
    {
        NDArray matrix = ALiBi.CreateMatrix(1, 4, 8, offset: 3);
        Assert.Equal([-1.5f, -1f, -0.5f, 0f], matrix[0, 0, 0].ToArray<float>());
        Assert.Equal([-3f / 256, -2f / 256, -1f / 256, 0f], matrix[0, 7, 0].ToArray<float>());
        NDArray masked = new ALiBi().Call(Mx.Zeros((1, 8, 1, 4)), 3, Mx.Array([true, true, false, true]));
        Assert.Equal([-1.5f, -1f, float.NegativeInfinity, 0f], masked[0, 0, 0].ToArray<float>());
    }

    [Fact]
    public void Recurrent_layers_go_on_from_a_state()
    {
        NDArray x = Mx.AsType(Samples.Numbers((2, 6, 4)), DType.Float32);
        var lstm = new LSTM(4, 3);
        (NDArray hidden, NDArray cell) = lstm.Call(x);
        (NDArray before, NDArray beforeCell) = lstm.Call(x[.., ..4]);
        (NDArray after, NDArray afterCell) = lstm.Call(x[.., 4..], before[.., ^1], beforeCell[.., ^1]);
        Same.Near(hidden[.., 4..], after);
        Same.Near(cell[.., 4..], afterCell);
        var gru = new GRU(4, 3);
        Same.Near(gru.Call(x)[.., 4..], gru.Call(x[.., 4..], gru.Call(x[.., ..4])[.., ^1]));
        Same.Near(gru.Call(x), gru.Call(x, Mx.Zeros((2, 3))));
        var rnn = new RNN(4, 3);
        Same.Near(rnn.Call(x)[.., 4..], rnn.Call(x[.., 4..], rnn.Call(x[.., ..4])[.., ^1]));
        Refusal.Names(() => gru.Call(x, Mx.Zeros(3)), "GRU", "hidden", "[3]", "[2,3]");
        Refusal.Names(() => lstm.Call(x, null, Mx.Zeros((2, 4))), "LSTM", "cell", "[2,4]");
        Refusal.Names(() => rnn.Call(x[.., ..0]), "RNN", "[2,0,4]");
        Assert.Equal(["Wx", "Wh", "b", "bhn"], gru.Parameters().Keys);
    }
}
