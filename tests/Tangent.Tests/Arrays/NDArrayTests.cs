using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace Tangent.Tests.Arrays;

public class NDArrayTests
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    [Fact]
    public void TellsItsSizes()
    {
        NDArray x = Mx.Zeros((2, 3), DType.Float16);
        Assert.Equal((2, 2, 6L, 2, 12L), (x.NDim, x.Length, x.Size, x.ItemSize, x.NBytes));
    }

    [Fact]
    public void IteratesOverTheFirstAxis()
    {
        var rows = new List<int[]>();
        foreach (NDArray row in Mx.Arange(6).Reshape(3, 2))
            rows.Add(row.ToArray<int>());
        Assert.Equal([[0, 1], [2, 3], [4, 5]], rows);
        foreach (NDArray _ in Mx.Zeros((0, 2)))
            Assert.Fail("there is no row");
    }

    [Fact]
    public void AScalarHasNoFirstAxis()
    {
        Assert.Throws<InvalidOperationException>(() => Mx.Array(1f).Length);
        Assert.Throws<InvalidOperationException>(() => Mx.Array(1f).GetEnumerator());
    }

    [Fact]
    public void DerivativesPassThroughAnIteration()
    {
        NDArray gradient = Mx.Grad(x =>
        {
            NDArray total = 0.0;
            foreach (NDArray row in x)
                total = (total * 2.0) + Mx.Sum(row * row);
            return total;
        })(Mx.Array([1.0, 2.0]));
        Assert.Equal([4, 4], gradient.ToArray<double>());
    }

    [Fact]
    public void PrintsItsElements() => Assert.Equal("array([0, 2, 4], dtype=int32)", (Mx.Arange(3) * 2).ToString());

    [Fact]
    public void ADebuggerEvaluatesNothing()
    {
        NDArray x = Mx.Ones(3) + 1.0;
        DebuggerDisplayAttribute display = typeof(NDArray).GetCustomAttribute<DebuggerDisplayAttribute>()!;
        string expression = display.Value.Split('{', ',')[1];
        Assert.Equal("float32[3], not evaluated", typeof(NDArray).GetProperty(expression, Hidden)!.GetValue(x));
        Assert.Equal("not evaluated", Proxy(x)["Elements"]);
        Assert.Equal(false, Proxy(x)["IsEvaluated"]);
        Assert.Null(x.Node.Value);
        x.Eval();
        Assert.Equal("float32[3] { 2, 2, 2 }", typeof(NDArray).GetProperty(expression, Hidden)!.GetValue(x));
        Assert.Equal("array([2, 2, 2], dtype=float32)", Proxy(x)["Elements"]);
    }

    private static Dictionary<string, object?> Proxy(NDArray x)
    {
        Type type = Type.GetType(typeof(NDArray).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName)!;
        object proxy = type.GetConstructors(Hidden).Single().Invoke([x]);
        return type.GetProperties().ToDictionary(property => property.Name, property => property.GetValue(proxy));
    }
}
