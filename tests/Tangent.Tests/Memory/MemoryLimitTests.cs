using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>Allocation beyond the limit: an error with the figures, and everything else as it was.</summary>
[Collection("memory limit")]
public class MemoryLimitTests
{
    [Fact]
    public void ArraysBeyondAnyMemoryAreRefusedWhenTheyAreNeeded()
    {
        NDArray kept = Mx.Ones(1000) * 3.0;
        NDArray huge = Mx.Ones((1 << 21, 1 << 21)) * 2.0 + Mx.Sum(kept);
        for (int i = 0; i < 2; i++)
        {
            InsufficientMemoryException error = Assert.Throws<InsufficientMemoryException>(() => huge.Eval());
            Assert.StartsWith("Cannot allocate 17,592,186,044,416 bytes", error.Message, StringComparison.Ordinal);
        }
        Assert.Equal(3000.0, Mx.Sum(kept).Item<float>());
        Assert.Equal(2.0, Mx.Max(Mx.Ones((1 << 12, 1 << 10)) * 2.0).Item<float>());
    }

    /// <summary>Whether one operation runs alone, or several by a plan, or a compiled function: the error names what was to be computed.</summary>
    [Fact]
    public void TheErrorNamesOperationAndResult()
    {
        NDArray huge = Mx.Ones((1 << 21, 1 << 21)), row = Mx.Ones((1, 1 << 21)).Eval();
        Check("Exp(x0) asked for it, whose result is float32[2097152,2097152].", () => Mx.Exp(huge).Eval());
        Check("MatMul asked for it, whose result is float32[2097152,2097152].", () => Mx.MatMul(row.T, row).Eval());
        Check("Sqrt(Exp(x0)) asked for it, whose result is float32[2097152,2097152].", () => Mx.Sqrt(Mx.Exp(huge)).Eval());
        Check("A copy in row-major order asked for it, whose result is float32[2097152,2097152].", () => Mx.Compile((NDArray v) => v * 2.0)(huge).Eval());
        Check("Add(x0, x1) asked for it, whose result is float32[2097152,2097152].", () => Mx.Compile((NDArray v) => v + v.T)(row).Eval());

        static void Check(string words, Action action)
        {
            string message = Assert.Throws<InsufficientMemoryException>(action).Message;
            Assert.StartsWith("Cannot allocate 17,592,186,044,416 bytes", message, StringComparison.Ordinal);
            Assert.EndsWith(words, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ALoweredLimitLeavesArraysAndTransformsIntact()
    {
        NDArray x = Mx.Arange(0.0, 1 << 20, 1.0, DType.Float64);
        NDArray held = Mx.Sin(x);
        Mx.Eval(x, held);
        // What other tests left behind must not make room.
        for (int i = 0; i < 3; i++)
            BufferPool.Shared.CollectAll();
        long before = Mx.SetMemoryLimit(Mx.GetActiveMemory() + (1 << 20));
        try
        {
            NDArray waiting = Mx.Exp(held) + x;
            Assert.Throws<InsufficientMemoryException>(() => Mx.Eval(waiting));
            Assert.Throws<InsufficientMemoryException>(() => Mx.Eval(Mx.Grad(v => { NDArray y = v * v; Mx.Eval(y); return Mx.Sum(y); })(x)));
            Assert.Null(Trace.Current);
            Assert.Throws<InsufficientMemoryException>(() => Mx.Compile((NDArray v) => v * 2.0)(x));
            Assert.Equal(Math.Sin(1), held[1].Item<double>(), 12);
            Assert.Equal(4.0, Mx.Grad(v => v * v)(Mx.AsType(2.0, DType.Float64)).Item<double>());
            Mx.SetMemoryLimit(before);
            Assert.Equal(Math.Exp(Math.Sin(2)) + 2, waiting[2].Item<double>(), 12);
            Assert.Equal(6.0, Mx.Compile((NDArray v) => v * 2.0)(x)[3].Item<double>());
        }
        finally
        {
            Mx.SetMemoryLimit(before);
        }
    }
}
