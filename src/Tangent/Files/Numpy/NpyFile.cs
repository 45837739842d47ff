using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Tangent;

/// <summary>Reads and writes arrays in the format of NumPy.</summary>
internal static class NpyFile
{
    // Elements begin at a multiple of it.
    private const int Alignment = 64;

    // NumPy leaves room for the first axis to grow to any length.
    private const int MostDigits = 21;

    /// <summary>The one array of a file.</summary>
    public static NDArray Load(ByteSource source)
    {
        NpyHeader header = NpyHeader.Read(source);
        header.RequireSize(source);
        return Load(source, header);
    }

    /// <summary>The array behind a header whose bytes are there.</summary>
    public static NDArray Load(ByteSource source, NpyHeader header)
    {
        DType dtype = header.Type.DType ?? throw source.Error(NpyHeader.Prefix, header.Type.Refusal);
        Shape shape = FileShape.Of(header.Lengths) ?? throw source.Error(
            NpyHeader.Prefix, $"the array has shape {FileShape.Text(header.Lengths)}; no axis of an array can be so long");
        RegionCoding coding = RegionCoding.Of(dtype, header.Type.IsBigEndian);
        if (!header.IsColumnMajor || shape.Rank < 2)
            return FileRegion.Of(source, header.Data, coding, shape, dtype);
        int[] reversed = shape.ToArray();
        Array.Reverse(reversed);
        return Mx.Transpose(FileRegion.Of(source, header.Data, coding, new Shape(reversed), dtype));
    }

    /// <summary>The next array of a stream, behind which nothing is read.</summary>
    public static NDArray Load(Stream stream)
    {
        var source = new MemorySource(stream);
        source.Take(stream, NpyHeader.Prefix);
        source.Take(stream, NpyHeader.LengthSize(source));
        source.Take(stream, NpyHeader.Length(source));
        NpyHeader header = NpyHeader.Read(source);
        // Of an unknown type the error comes before its bytes would.
        source.Take(stream, header.CountBytes(source) ?? 0);
        header.RequireSize(source);
        return Load(source, header);
    }

    /// <summary>What is to be written.</summary>
    public static FileContent Prepare(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        NDArray whole = array.Share();
        return new([whole], stream => Write(stream, whole));
    }

    /// <summary>Writes header and elements.</summary>
    public static void Write(Stream stream, NDArray array)
    {
        stream.Write(Header(array.DType, array.Shape));
        ArrayBytes.Write(stream, array);
    }

    /// <summary>The bytes that NumPy writes before the elements.</summary>
    public static byte[] Header(DType dtype, Shape shape)
    {
        string lengths = string.Join(", ", shape.Select(length => length.ToString(CultureInfo.InvariantCulture)));
        string text = $"{{'descr': '{NpyType.Name(dtype)}', 'fortran_order': False, 'shape': ({lengths}{(shape.Rank == 1 ? "," : "")}), }}";
        if (shape.Rank > 0)
            text += new string(' ', MostDigits - shape[0].ToString(CultureInfo.InvariantCulture).Length);
        int size = text.Length + Alignment < ushort.MaxValue ? 2 : 4, start = NpyHeader.Prefix + size;
        var header = new byte[(start + text.Length + 1) / Alignment * Alignment + Alignment];
        header.AsSpan().Fill((byte)' ');
        NpyHeader.Magic.CopyTo(header);
        (header[6], header[7]) = ((byte)(size / 2), 0);
        Span<byte> length = header.AsSpan(NpyHeader.Prefix, size);
        if (size == 2)
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)(header.Length - start));
        else
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(header.Length - start));
        Encoding.ASCII.GetBytes(text, header.AsSpan(start));
        header[^1] = (byte)'\n';
        return header;
    }
}
