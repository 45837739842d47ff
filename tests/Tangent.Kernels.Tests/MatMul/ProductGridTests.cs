using Xunit;

namespace Tangent.Kernels.Tests;

public class ProductGridTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(777, 777)]
    [InlineData(4096, 1)]
    [InlineData(8, 4096)]
    [InlineData(100, 130)]
    [InlineData(1, 2000)]
    public void PartsCoverEveryRowAndColumnOnce(int rows, int columns)
    {
        for (int threads = 1; threads <= 24; threads++)
        {
            ProductGrid grid = ProductGrid.For(threads, rows, columns);
            Assert.InRange(grid.Count, 1, threads);
            Assert.Equal(0, grid.RowStart(rows, 0));
            Assert.Equal(rows, grid.RowStart(rows, grid.RowParts));
            Assert.Equal(0, grid.ColumnStart(columns, 0));
            Assert.Equal(columns, grid.ColumnStart(columns, grid.ColumnParts));
            for (int part = 0; part < grid.RowParts; part++)
                Assert.True(grid.RowStart(rows, part) < grid.RowStart(rows, part + 1));
            for (int part = 0; part < grid.ColumnParts; part++)
                Assert.True(grid.ColumnStart(columns, part) < grid.ColumnStart(columns, part + 1));
        }
    }

    [Fact]
    public void CutsTheLongerSide()
    {
        Assert.Equal(new ProductGrid(2, 1), ProductGrid.For(2, 4096, 64));
        Assert.Equal(new ProductGrid(1, 2), ProductGrid.For(2, 64, 4096));
        Assert.Equal(new ProductGrid(2, 2), ProductGrid.For(4, 1000, 1000));
    }

    [Fact]
    public void SmallProductsStayOnOneThread() => Assert.Equal(1, ProductGrid.Threads(1e6));
}
