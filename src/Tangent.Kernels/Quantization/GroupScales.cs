namespace Tangent.Kernels;

/// <summary>The scales and biases of neighbouring groups as float32, in memory that whole vectors are written to.</summary>
internal static unsafe class GroupScales<V>
    where V : unmanaged, ILanes<V, float>
{
    private const int MostLanes = 16;

    /// <summary>The numbers of memory for so many groups: scales, and as many places further on their biases.</summary>
    public static int Room(int groups) => (groups + MostLanes - 1) / MostLanes * MostLanes;

    /// <summary>Reads scales, and biases, 0 where there are none, of a row from a group on.</summary>
    public static void Read(in QuantizedMatrix w, long row, long group, int count, float* scales, float* biases)
    {
        Read(w.Format.Mode, w.ScaleType, w.Scales(row, group), count, scales);
        if (w.Biases(row, group) is var source && source != null)
            Read(w.Format.Mode, w.ScaleType, source, count, biases);
        else
            new Span<float>(biases, count).Clear();
    }

    private static void Read(QuantizationMode mode, DType dtype, byte* source, int count, float* destination)
    {
        switch (dtype)
        {
            case DType.Float32: SameElement<float>.Widen((float*)source, destination, count); break;
            case DType.Float16: HalfElement.Widen((Half*)source, destination, count); break;
            case DType.BFloat16: BFloat16Element.Widen((BFloat16*)source, destination, count); break;
            default: ReadBytes(mode, source, count, destination); break;
        }
    }

    private static void ReadBytes(QuantizationMode mode, byte* source, int count, float* destination)
    {
        byte* rest = stackalloc byte[MostLanes];
        for (int i = 0; i < count; i += V.Count)
        {
            byte* bytes = source + i;
            if (count - i < V.Count)
            {
                ShortRun.Copy(bytes, rest, count - i);
                bytes = rest;
            }
            V codes = NarrowMemory.LoadBytes<V, float>(bytes);
            V.Store(mode == QuantizationMode.NvFp4 ? SmallFloats.FromE4M3(codes) : SmallFloats.FromE8M0(codes), destination + i);
        }
    }
}
