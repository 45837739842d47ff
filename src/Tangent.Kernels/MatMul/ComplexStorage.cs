namespace Tangent.Kernels;

/// <summary>
/// Complex numbers as pairs of float32. A complex product is a real one of twice the depth and twice the columns: a
/// row (a + bi) of x stands as (a, b), and an element c + di of y as the block ((c, d), (−d, c)); each output pair is
/// then the real and the imaginary part.
/// </summary>
internal readonly unsafe struct ComplexStorage : IStorage<float>
{
    public static int Size => sizeof(Complex64);

    public static int Parts => 2;

    public static bool HoldsSums => true;

    public static void PackX(StridedMatrix panel, float* destination)
    {
        for (int p = 0; p < panel.Columns; p++)
        {
            var source = (Complex64*)panel.Pointer + p * panel.ColumnStride;
            for (int i = 0; i < panel.Rows; i++, source += panel.RowStride, destination++)
            {
                destination[0] = source->Real;
                destination[panel.Rows] = source->Imaginary;
            }
            destination += panel.Rows;
        }
    }

    public static void PackY(StridedMatrix panel, int width, float* destination)
    {
        for (int p = 0; p < panel.Rows; p++, destination += 2 * width)
        {
            var source = (Complex64*)panel.Pointer + p * panel.RowStride;
            for (int j = 0; j < width / 2; j++, source += panel.ColumnStride)
            {
                Complex64 element = j < panel.Columns ? *source : default;
                destination[2 * j] = element.Real;
                destination[2 * j + 1] = element.Imaginary;
                destination[width + 2 * j] = -element.Imaginary;
                destination[width + 2 * j + 1] = element.Real;
            }
        }
    }

    public static void Narrow(float* sums, byte* destination, int count) =>
        SameElement<float>.Narrow(sums, (float*)destination, 2 * count);
}
