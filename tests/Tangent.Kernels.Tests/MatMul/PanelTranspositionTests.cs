using Xunit;

namespace Tangent.Kernels.Tests;

public class PanelTranspositionTests
{
    [Fact]
    public void Bytes() => CheckAllSizes<byte>(i => (byte)(i % 251 + 1));

    [Fact]
    public void Words() => CheckAllSizes<float>(i => i + 1);

    [Fact]
    public void LongWords() => CheckAllSizes<double>(i => i + 1);

    private static void CheckAllSizes<T>(Func<int, T> valueAt)
        where T : unmanaged
    {
        for (int rows = 1; rows <= 19; rows++)
        {
            foreach (int columns in new[] { 1, 3, 4, 7, 8, 17, 33 })
            {
                Check(rows, columns, rows, valueAt);
                Check(rows, columns, rows + 3, valueAt);
            }
        }
    }

    private static unsafe void Check<T>(int rows, int columns, int height, Func<int, T> valueAt)
        where T : unmanaged
    {
        int stride = columns + 5;
        T[] source = [.. Enumerable.Range(0, rows * stride).Select(valueAt)];
        var actual = new T[columns * height + 1];
        Array.Fill(actual, valueAt(240));
        fixed (T* from = source)
        fixed (T* to = actual)
            PanelTransposition<T>.Run(from, stride, rows, columns, height, to);
        for (int p = 0; p < columns; p++)
        {
            for (int i = 0; i < height; i++)
                Assert.Equal(i < rows ? source[i * stride + p] : default, actual[p * height + i]);
        }
        Assert.Equal(valueAt(240), actual[^1]);
    }
}
