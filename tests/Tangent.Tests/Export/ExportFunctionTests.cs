using Tangent.Tests.Files;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Export;

public sealed class ExportFunctionTests
{
    private static readonly NDArray[] Weights = [.. Enumerable.Range(0, 6).Select(i => Mx.Random.Normal(i % 2 == 0 ? (Lengths[i / 2], Lengths[i / 2 + 1]) : Lengths[i / 2 + 1], key: Mx.Random.Key((ulong)i)) * 0.1f)];

    private static int[] Lengths => [49, 32, 32, 10];

    [Fact]
    public void TheLossAndGradientOfANetworkHaveTheSameBits()
    {
        NDArray x = Mx.Random.Normal((16, 49), key: Mx.Random.Key(7)), labels = Mx.Random.RandInt(0, 10, 16, key: Mx.Random.Key(8));
        Func<NDArray[], NDArray[]> loss = v => [Loss(v[..6], v[6], v[7])];
        Func<NDArray[], NDArray[]> gradient = v =>
        {
            (NDArray[] value, NDArray[] cotangents) = Mx.Vjp(w => [Loss(w, v[6], v[7])], v[..6], [Mx.Ones([])]);
            return [.. value, .. cotangents];
        };
        foreach (Func<NDArray[], NDArray[]> function in (Func<NDArray[], NDArray[]>[])[loss, gradient])
        {
            NDArray[] arguments = [.. Weights, x, labels];
            byte[][] expected = Bits.Of(function(arguments));
            Bits.Equal(expected, Exported.Through(function, arguments)(arguments), "imported");
            Bits.Equal(Bits.Of(Mx.Compile(function)(arguments)), Mx.Compile(Exported.Through(function, arguments))(arguments), "imported and compiled");
        }
        // The same, with the weights as constants of the file.
        Func<NDArray[], NDArray[]> captured = v => [Loss(Weights, v[0], v[1])];
        Bits.Equal(Bits.Of(captured([x, labels])), Exported.Through(captured, x, labels)([x, labels]), "with constants");
    }

    private static NDArray Loss(NDArray[] weights, NDArray x, NDArray labels)
    {
        for (int layer = 0; layer < 3; layer++)
        {
            x = Mx.MatMul(x, weights[2 * layer]) + weights[2 * layer + 1];
            x = layer < 2 ? x * (1 + Mx.Erf(x / Math.Sqrt(2))) / 2 : x;
        }
        return Mx.Mean(Mx.LogSumExp(x, 1) - Mx.Squeeze(Mx.TakeAlongAxis(x, Mx.ExpandDims(labels, 1), 1), 1));
    }

    [Fact]
    public void AFunctionHasSeveralResultsOrNoneOrItsArgument()
    {
        NDArray x = Mx.Array([1f, 2f]);
        NDArray[] y = Exported.Through(v => [v[0], v[0] + 1, v[0], Mx.Array([7, 8])], x)([x]);
        Assert.Equal(["array([1, 2], dtype=float32)", "array([2, 3], dtype=float32)", "array([1, 2], dtype=float32)", "array([7, 8], dtype=int32)"], y.Select(array => array.ToString()));
        Assert.All(y, array => Assert.NotSame(x, array));
        Assert.Empty(Exported.Through(_ => [], x)([x]));
        Assert.Equal(3, Exported.Through(_ => [3])([])[0].Item<int>());
    }

    [Fact]
    public void ARandomKeyIsAnArgumentOrAConstant()
    {
        NDArray key = Mx.Random.Key(3);
        Func<NDArray[], NDArray[]> drawn = v => [Mx.Random.Normal((5, 3), key: v[0]), Mx.Random.Categorical(Mx.Zeros((4, 6)), key: v[0])];
        Bits.Equal(Bits.Of(drawn([key])), Exported.Through(drawn, Mx.Random.Key(0))([key]), "by an argument");
        Func<NDArray[], NDArray[]> constant = v => [v[0] + Mx.Random.Uniform(4, key: key)];
        Bits.Equal(Bits.Of(constant([Mx.Ones(4)])), Exported.Through(constant, Mx.Ones(4))([Mx.Ones(4)]), "by a constant");
        Func<NDArray[], NDArray[]> scoped = v => { using (Mx.Random.Scope(v[0])) return [Mx.Random.Uniform(2), Mx.Random.Uniform(2)]; };
        Bits.Equal(Bits.Of(scoped([key])), Exported.Through(scoped, key)([key]), "in a scope of the function");
    }

    [Fact]
    public void ADrawWithoutAKeyIsRefused()
    {
        Func<NDArray[], NDArray[]> draws = v => [v[0] + Mx.Random.Uniform(2)];
        Assert.Contains("pass a key as an argument", Assert.Throws<InvalidOperationException>(() => Exported.Bytes(draws, Mx.Ones(2))).Message, StringComparison.Ordinal);
        using (Mx.Random.Scope(Mx.Random.Key(0)))
            Assert.Contains("pass a key as an argument", Assert.Throws<InvalidOperationException>(() => Exported.Bytes(draws, Mx.Ones(2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConstantsAreThereOnceForAllSignaturesAndNames()
    {
        using var folder = new TemporaryFolder();
        NDArray w = Mx.Reshape(Mx.Arange(9f), (3, 3));
        using (FunctionExporter exporter = Mx.Exporter(folder["f.mlxfn"], v => [Mx.MatMul(v[0], Mx.Grad(a => Mx.Sum(Mx.Square(Mx.MatMul(v[0], a))))(w) + w)]))
        {
            exporter.Add(Mx.Zeros((2, 3)));
            exporter.Add(Mx.Zeros((4, 3)));
            Assert.Empty(folder.Names);
        }
        Assert.Equal(["f.mlxfn"], folder.Names);
        LoadedArrays file = Mx.LoadArrays(folder["f.mlxfn"]);
        Assert.Equal(["constant.0"], file.Keys);
        ImportedFunction imported = Mx.ImportFunction(folder["f.mlxfn"]);
        Assert.Equal(["(float32[2,3]) → (float32[2,3])", "(float32[4,3]) → (float32[4,3])"], imported.Signatures.Select(signature => signature.ToString()));
        Assert.Equal(new Shape([4, 3]), imported.Call(Mx.Zeros((4, 3)))[0].Shape);
        string message = Assert.Throws<ArgumentException>(() => imported.Call(Mx.Zeros((5, 3)), Mx.Zeros(2))).Message;
        Assert.Contains("takes no (float32[5,3], float32[2]); it has (float32[2,3]) → (float32[2,3]) and (float32[4,3])", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => imported.Call(Mx.Zeros((4, 3), DType.Float64)));
        Assert.Throws<ArgumentNullException>(() => imported.Call([null!]));
    }

    [Fact]
    public void ArgumentsHaveNames()
    {
        using var folder = new TemporaryFolder();
        Mx.ExportFunction(
            folder["f"], (x, named) => [x[0] * named["scale"] + named["shift"]], [Mx.Zeros(2)], new Dictionary<string, NDArray> { ["shift"] = Mx.Zeros(2), ["scale"] = Mx.Zeros([]) });
        ImportedFunction imported = Mx.ImportFunction(folder["f"]);
        Assert.Equal("(float32[2], scale: float32[], shift: float32[2]) → (float32[2])", imported.Signatures[0].ToString());
        NDArray y = imported.Call([Mx.Array([1f, 2f])], new Dictionary<string, NDArray> { ["scale"] = Mx.Array(3f), ["shift"] = Mx.Array([1f, 0f]) })[0];
        Assert.Equal([4f, 6f], y.ToArray<float>());
        Assert.Throws<ArgumentException>(() => imported.Call(Mx.Ones(2), Mx.Ones([]), Mx.Ones(2)));
        Assert.Throws<ArgumentException>(() => imported.Call([Mx.Ones(2)], new Dictionary<string, NDArray> { ["scale"] = Mx.Ones([]), ["other"] = Mx.Ones(2) }));
    }

    [Fact]
    public void AfterAnErrorTheFileIsAsItWas()
    {
        using var folder = new TemporaryFolder();
        folder.Write("f", [1, 2, 3]);
        FunctionExporter exporter = Mx.Exporter(folder["f"], x => x[0].Size == 2 ? [x[0]] : throw new FormatException("no"));
        exporter.Add(Mx.Zeros(2));
        Assert.Throws<FormatException>(() => exporter.Add(Mx.Zeros(3)));
        exporter.Dispose();
        Assert.Throws<ObjectDisposedException>(() => exporter.Add(Mx.Zeros(2)));
        Mx.Exporter(folder["f"], x => x).Dispose();
        Assert.Equal([1, 2, 3], File.ReadAllBytes(folder["f"]));
        Assert.Equal(["f"], folder.Names);
        using FunctionExporter twice = Mx.Exporter(folder["g"], x => x);
        twice.Add(Mx.Zeros(2));
        Assert.Contains("already", Assert.Throws<ArgumentException>(() => twice.Add(Mx.Ones(2))).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => Mx.ExportFunction(folder["no/f"], x => x, Mx.Ones(2)));
    }

    [Fact]
    public void AFileIsExportedAgainOverItself()
    {
        using var folder = new TemporaryFolder();
        NDArray w = Mx.Arange(3.0);
        Mx.ExportFunction(folder["f"], x => x * w, Mx.Zeros(3));
        ImportedFunction first = Mx.ImportFunction(folder["f"]);
        byte[] before = File.ReadAllBytes(folder["f"]);
        Mx.ExportFunction(folder["f"], first.Call, Mx.Zeros(3));
        Assert.Equal(before, File.ReadAllBytes(folder["f"]));
        Assert.Equal([0.0, 2.0, 6.0], first.Call(Mx.Array([1f, 2f, 3f]))[0].AsType(DType.Float64).ToArray<double>());
    }

    [Fact]
    public void WhatDependsOnATransformInProgressIsNoConstant()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Mx.Grad(v => { Exported.Bytes(x => [x[0] * v], Mx.Ones(2)); return Mx.Sum(v); })(Mx.Ones(2)));
        Assert.Contains("captures an array float32[2] that depends on a transform in progress", error.Message, StringComparison.Ordinal);
        // Its shape and type may be those of an example.
        Mx.Grad(v => { Assert.NotEmpty(Exported.Bytes(x => [x[0] * 2], v)); return Mx.Sum(v); })(Mx.Ones(2));
    }

    [Fact]
    public void ReadingValuesIsRefused() =>
        Assert.StartsWith("ExportFunction", Assert.ThrowsAny<InvalidOperationException>(() => Exported.Bytes(x => [x[0].Item<float>()], Mx.Ones([]))).Message, StringComparison.Ordinal);

    [Fact]
    public void WhatNoFileHoldsIsRefusedByName()
    {
        Func<NDArray, NDArray> host = Mx.HostCall(v => v, 2, DType.Float32);
        Assert.Contains("uses HostCall, which is code of .NET", Assert.Throws<NotSupportedException>(() => Exported.Bytes(x => [host(x[0])], Mx.Ones(2))).Message, StringComparison.Ordinal);
        Assert.Contains("uses HostCall", Assert.Throws<NotSupportedException>(() => Exported.Bytes(x => [Mx.WhileLoop(v => Mx.Sum(v) < 3, host, x[0])], Mx.Ones(2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RulesStayBehindAndWhatTheyMadeTravels()
    {
        Func<NDArray[], NDArray[]> inner = Mx.CustomFunction((NDArray[] x) => [Mx.Sin(x[0])], vjp: (x, ct, _) => [ct[0] * 100]);
        Func<NDArray[], NDArray[]> outer = Mx.CustomFunction((NDArray[] x) => inner([x[0] * 2]), vjp: (x, ct, _) => [ct[0] * 7]);
        NDArray x = Mx.Array([0f]);
        Assert.Equal(2f, Mx.Grad(v => Mx.Sum(Exported.Through(outer, x)([v])[0]))(x)[0].Item<float>());
        Assert.Equal(7f, Exported.Through(v => [Mx.Grad(u => Mx.Sum(outer([u])[0]))(v[0])], x)([x])[0][0].Item<float>());
        Assert.Equal(100f, Exported.Through(v => [Mx.Grad(u => Mx.Sum(inner([u])[0]))(v[0])], x)([x])[0][0].Item<float>());
    }

    [Fact]
    public void LoopsSolversAndCheckpointsLieInEachOther()
    {
        NDArray w = Mx.Array([[3.0, 1.0], [1.0, 2.0]]), x = Mx.Array([0.5, 0.25]);
        Func<NDArray[], NDArray[]> function = v =>
        [
            Mx.WhileLoop(s => s[0] + v[0][0] * 0 < 2, s => [s[0] + 1, Mx.WhileLoop(u => u[0] + v[0][1] * 0 < 3, u => [u[0] + 1, Mx.Tanh(Mx.MatMul(w, u[1])) + v[0]], [0, s[1]])[1]], [0, v[0]])[1],
            Mx.RootSolve(u => u * u * u + Mx.LinearSolve(t => Mx.MatMul(w, t) + t * v[0], u, LinearSolver.Gmres()) - v[0], Mx.Ones(2, DType.Float64)),
            Mx.Grad(u => Mx.Sum(Mx.Checkpoint((NDArray t) => Mx.Sin(Mx.MatMul(w, t)) * v[0])(u)))(v[0]),
        ];
        byte[] file = Exported.Bytes(function, x);
        NDArray[] expected = function([x]);
        Bits.Equal(Bits.Of(expected), Exported.Import(file).Call(x), "imported");
        Assert.Contains("WhileLoop", Exported.Import(file).ToString(), StringComparison.Ordinal);
        Law.Same([Mx.JacFwd((NDArray v) => function([v])[1])(x)], [Mx.JacFwd((NDArray v) => Exported.Import(file).Call(v)[1])(x)], "derivative of imported");
        Law.Vmap(Exported.Import(file).Call, [x]);
    }

    [Fact]
    public void ACheckpointStaysOne()
    {
        Func<NDArray, NDArray> layer = Mx.Checkpoint((NDArray v) => Mx.Sin(Mx.Sin(v)));
        Assert.Contains("Checkpoint", Exported.Import(Exported.Bytes(x => [layer(x[0])], Mx.Ones(2))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyFunctionsInEachOtherAreRefused()
    {
        Func<NDArray, NDArray> nested = v => v / 2;
        for (int i = 0; i < 13; i++)
        {
            Func<NDArray, NDArray> inner = nested;
            nested = v => Mx.WhileLoop(u => Mx.Sum(u) > 9, inner, v);
            byte[]? file = i < 12 ? Exported.Bytes(x => [nested(x[0])], Mx.Ones(2)) : null;
            if (file is not null)
                Assert.Equal(Mx.Ones(2).ToArray<float>(), Exported.Import(file).Call(Mx.Ones(2))[0].ToArray<float>());
        }
        Assert.Contains("lie in each other", Assert.Throws<NotSupportedException>(() => Exported.Bytes(x => [nested(x[0])], Mx.Ones(2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongChainIsNoDanger()
    {
        Func<NDArray[], NDArray[]> chain = v => { NDArray y = v[0]; for (int i = 0; i < 20_000; i++) y = Mx.Sin(y); return [y]; };
        NDArray x = Mx.Array([1f, 2f]);
        Bits.Equal(Bits.Of(chain([x])), Exported.Through(chain, x)([x]), "a chain");
    }

    [Fact]
    public void SpreadNumbersTakeNoRoom() => Assert.InRange(Exported.Bytes(x => [x[0] + Mx.Zeros((1000, 1000))], Mx.Ones((1000, 1000))).Length, 1, 4000);

    [Fact]
    public void OtherReadersSeeTheConstantsAndTheText()
    {
        LoadedArrays file = Mx.LoadArrays(new MemoryStream(Exported.Bytes(x => [x[0] * Mx.Array([1f, 2f])], Mx.Ones(2))));
        Assert.Equal([1f, 2f], file["constant.0"].ToArray<float>());
        Assert.Equal(
            """{"version":1,"constants":["float32[2]"],"signatures":[{"names":[],"inputs":["float32[2]"],"constants":[0],"operations":[{"primitive":"Multiply","inputs":[0,1],"results":["float32[2]"]}],"results":[2]}]}""",
            file.Metadata["tangent.function"].Text);
    }

    [Fact]
    public void TheTextIsForPeople()
    {
        ImportedFunction imported = Exported.Import(Exported.Bytes(x => [Mx.Sum(x[0] * Mx.Array([1f, 2f]) + 0.5, axis: 1)], Mx.Ones((3, 2))));
        Assert.Equal(
            """
            (float32[3,2]) → (float32[3])
              v2 float32[3,2] = BroadcastTo { Shape: [3,2] }(constant.0 float32[2])
              v3 float32[3,2] = Multiply(v0, v2)
              v5 float32[3,2] = BroadcastTo { Shape: [3,2] }(0.5)
              v6 float32[3,2] = Add(v3, v5)
              v7 float32[3] = Sum { Axes: [1] }(v6)
              return v7
            """.ReplaceLineEndings("\n"),
            imported.ToString());
    }
}
