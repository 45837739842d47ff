using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Updates that overwrite what nobody reads any more, and only that.</summary>
public class InPlaceTests
{
    private const int Rows = 64;

    private static NDArray Matrix => (Mx.Zeros((Rows, 4096)) + Mx.Reshape(Mx.Arange((float)Rows), (Rows, 1))).Eval();

    [Fact]
    public void ManyAssignmentsCopyTheArrayOnce()
    {
        NDArray x = Doubled(Matrix);
        Assert.Equal(Rows - 1, Overwriting(x));
        Assert.Equal([.. Enumerable.Range(0, Rows).Select(i => 2f * i)], x[.., 7].ToArray<float>());
    }

    [Fact]
    public void EveryKindOfUpdateCanOverwrite()
    {
        NDArray x = Updated(Matrix);
        Assert.Equal(4, Overwriting(x));
        Assert.Equal([9f, 5, 4, 1, 8, 8, 6], x[..7, 100].ToArray<float>());
    }

    [Fact]
    public void WhatIsHeldOrReadLaterStays()
    {
        NDArray given = Matrix;
        NDArray x = +given;
        x[0] = 100;
        NDArray held = +x;
        x[1] = 200;
        NDArray later = Mx.Sum(x[.., 0]);
        x[2] = 300;
        x[3] = x[2] + later;
        x.Eval();
        Assert.Equal([0f, 1, 2, 3], given[..4, 5].ToArray<float>());
        Assert.Equal([100f, 1, 2, 3], held[..4, 5].ToArray<float>());
        Assert.Equal(100f + 200 + (63 * 32) - 1, later.Item<float>());
        Assert.Equal([100f, 200, 300, 300 + later.Item<float>()], x[..4, 5].ToArray<float>());
    }

    [Fact]
    public void APartOfItselfIsReadBeforeItIsOverwritten()
    {
        NDArray x = Matrix;
        x[0] = -1;
        x[1..] = x[..^1];
        x[..^1] = x[1..];
        Assert.Equal([-1f, 1, 2, 3], x[..4, 9].ToArray<float>());
    }

    // Written in place, rows would be read that were overwritten before.
    [Fact]
    public void APartOfItselfTurnedOverIsReadBeforeItIsOverwritten()
    {
        float[] expected = [.. Enumerable.Range(0, Rows).Select(i => i == 0 ? 0f : 2 * (Rows - 1 - i))];
        Assert.Equal(expected, TurnedOver(Doubled(Matrix))[.., 9].ToArray<float>());
        Assert.Equal(expected, Mx.Compile((NDArray x) => TurnedOver(x * 2))(Matrix)[.., 9].ToArray<float>());
    }

    [Fact]
    public void ACompiledFunctionLeavesItsArguments()
    {
        Func<NDArray[], NDArray[]> compiled = Mx.Compile(v => { v[0][0] = 7; v[0][1] = 8; return [v[0]]; });
        NDArray x = Matrix;
        for (int i = 0; i < 2; i++)
            Assert.Equal([7f, 8, 2, 3], compiled([x])[0][..4, 0].ToArray<float>());
        Assert.Equal([0f, 1, 2, 3], x[..4, 0].ToArray<float>());
    }

    // Methods of their own, so that no handle on what lies between lives when the plan is made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NDArray Doubled(NDArray x)
    {
        for (int i = 0; i < Rows; i++)
            x[i] = x[i] * 2;
        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NDArray TurnedOver(NDArray x)
    {
        x[1..] = Mx.Flip(x[..^1], 0);
        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NDArray Updated(NDArray x)
    {
        x[new[] { 1, 1 }] = 5;
        x = x.At[new[] { 2, 2 }].Add(1);
        x = Mx.PutAlongAxis(x, Mx.Zeros((1, 4096), DType.Int32), Mx.AsType(9, DType.Float32), 0);
        x = Mx.SliceUpdate(x, Mx.Ones((1, 4096)), new[] { 3 }, 0);
        x[4..6] = 8;
        return x;
    }

    private static int Overwriting(NDArray x)
    {
        GC.Collect();
        var graph = Decomposition.Of([x.Node]);
        KeepPolicy.Mark(graph, [x.Node]);
        return Plan.Build(graph).Operations.Count(operation => operation.Overwritten is not null);
    }
}
