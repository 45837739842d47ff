using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>One number an element, converted as it is packed.</summary>
internal readonly unsafe struct RealStorage<TStored, T, TElement> : IStorage<T>
    where TStored : unmanaged
    where T : unmanaged
    where TElement : IElement<TStored, T>
{
    private const int ConvertedColumns = 64;

    public static int Size => sizeof(TStored);

    public static int Parts => 1;

    public static bool HoldsSums => typeof(TStored) == typeof(T);

    public static void PackX(StridedMatrix panel, T* destination) => Pack(panel, panel.Rows, destination);

    // y is packed by its transpose.
    public static void PackY(StridedMatrix panel, int width, T* destination) => Pack(panel.Transposed, width, destination);

    public static void Narrow(T* sums, byte* destination, int count) =>
        TElement.Narrow(sums, (TStored*)destination, count);

    // destination[p·height + i] = panel[i, p], with zeros from the panel's last row up to the height.
    private static void Pack(StridedMatrix panel, int height, T* destination)
    {
        if (panel.RowStride == 1)
            CopyRuns(panel, height, destination);
        else if (panel.ColumnStride != 1)
            Gather(panel, height, destination);
        else if (typeof(TStored) == typeof(T))
            PanelTransposition<T>.Run((T*)panel.Pointer, panel.RowStride, panel.Rows, panel.Columns, height, destination);
        else
            ConvertAndTranspose(panel, height, destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRuns(StridedMatrix panel, int height, T* destination)
    {
        var source = (TStored*)panel.Pointer;
        for (int p = 0; p < panel.Columns; p++, source += panel.ColumnStride, destination += height)
        {
            if (typeof(TStored) == typeof(T))
                ShortRun.Copy((T*)source, destination, panel.Rows);
            else
                TElement.Widen(source, destination, panel.Rows);
            for (int i = panel.Rows; i < height; i++)
                destination[i] = default;
        }
    }

    private static void Gather(StridedMatrix panel, int height, T* destination)
    {
        for (int p = 0; p < panel.Columns; p++, destination += height)
        {
            var source = (TStored*)panel.Pointer + p * panel.ColumnStride;
            for (int i = 0; i < panel.Rows; i++, source += panel.RowStride)
                destination[i] = TElement.Widen(*source);
            for (int i = panel.Rows; i < height; i++)
                destination[i] = default;
        }
    }

    [SkipLocalsInit]
    private static void ConvertAndTranspose(StridedMatrix panel, int height, T* destination)
    {
        T* converted = stackalloc T[panel.Rows * ConvertedColumns];
        for (int p = 0; p < panel.Columns; p += ConvertedColumns)
        {
            int columns = Math.Min(ConvertedColumns, panel.Columns - p);
            for (int i = 0; i < panel.Rows; i++)
                TElement.Widen((TStored*)panel.Pointer + i * panel.RowStride + p, converted + i * ConvertedColumns, columns);
            PanelTransposition<T>.Run(converted, ConvertedColumns, panel.Rows, columns, height, destination + p * (long)height);
        }
    }
}
