namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Xunit;

/// <summary>Compares arrays, and arrays by path.</summary>
internal static class Same
{
    /// <summary>Equal in each bit.</summary>
    public static void Bits(NDArray expected, NDArray actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.DType, actual.DType);
        Assert.True(Mx.ArrayEqual(expected, actual, equalNan: true).Item<bool>(), $"{actual} is not {expected}");
    }

    /// <summary>The same paths, with arrays equal in each bit.</summary>
    public static void Bits(ParameterTree expected, ParameterTree actual) => All(expected, actual, Bits);

    /// <summary>Equal but for how a sum was rounded.</summary>
    public static void Near(NDArray expected, NDArray actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.DType, actual.DType);
        Assert.True(Mx.AllClose(expected, actual, 1e-5, 1e-6).Item<bool>(), $"{actual} is not near {expected}");
    }

    /// <summary>The same paths, with arrays that are near.</summary>
    public static void Near(ParameterTree expected, ParameterTree actual) => All(expected, actual, Near);

    private static void All(ParameterTree expected, ParameterTree actual, Action<NDArray, NDArray> compare)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach ((string path, NDArray array) in expected)
            compare(array, actual[path]);
    }
}
