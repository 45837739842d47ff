using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>Operations as a person reads them in a dump or an error.</summary>
public class ParameterTextTests
{
    [Fact]
    public void PrimitivesAreWrittenWithTheirParameters()
    {
        Assert.Equal("Exp", new Exp().ToString());
        Assert.Equal("Sum { Axes: [0,2] }", new Sum([0, 2]).ToString());
        Assert.Equal("Reshape { Shape: [2,3] }", new Reshape([2, 3]).ToString());
        Assert.Equal("AsType { DType: bfloat16 }", new AsType(DType.BFloat16).ToString());
        Assert.Equal("Iota { Start: 0.5, Step: 1, Length: 7, DType: float32 }", new Iota(0.5, 1, 7, DType.Float32).ToString());
        Assert.Equal("Gather { Axes: [0], SliceSizes: [1,4], Clamp: true }", new Gather([0], [1, 4], true).ToString());
        Assert.Equal("Slice { Region: start [1,0] step [2,1] lengths [3,3] }", new Slice(new Region([1, 0], [2, 1], [3, 3])).ToString());
        Assert.Equal("CumSum { Direction: axis 1, reverse }", new CumSum(new ScanDirection(1, true, true)).ToString());
    }

    [Fact]
    public void WhatIsNotSaidIsNotSet() => Assert.Equal("ArgExtreme { Axis: 1 }", new ArgExtreme(false, 1).ToString());

    [Fact]
    public void KernelsAreWrittenWithWhatIsNestedInThem()
    {
        var update = new SliceUpdateKernel(new SliceView([1], [2], [3], []), ScatterMode.Add);
        Assert.Equal("SliceUpdateKernel { Part: SliceView { Start: [1], Step: [2], Shape: [3], Dropped: [] }, Mode: Add }", update.ToString());
        Program product = Program.From([DType.Float32, DType.Float32], Expr.Binary(ScalarOp.Multiply, Expr.Input(0, DType.Float32), Expr.Input(1, DType.Float32)));
        Assert.Equal("FoldKernel { Op: Sum, Axes: [1], Prologue: Multiply(x0, x1) }", new FoldKernel(FoldOp.Sum, [1], product).ToString());
        var rows = new RowWiseKernel(1, [RowInput.Row, RowInput.SameRow], [], [new RowStage(product, [0, 1], [2], false)]);
        Assert.Equal("RowWiseKernel { RowAxes: 1, Inputs: [Row,SameRow], Sums: [], Stages: [v2 = Multiply(x0, x1) of v0, v1] }", rows.ToString());
    }

    [Fact]
    public void WorkOfTheHostHasAName() =>
        Assert.Equal("HostKernel { Name: QR, Batch: 2 }", new HostKernel("QR", 2, (_, _) => { }).ToString());
}
