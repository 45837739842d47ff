namespace Tangent.Tests.Export;

/// <summary>Functions on their way through a file.</summary>
internal static class Exported
{
    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(Func<NDArray[], NDArray[]> function, params NDArray[] examples)
    {
        using var stream = new MemoryStream();
        Mx.ExportFunction(stream, function, examples);
        return stream.ToArray();
    }

    /// <summary>The function in a file.</summary>
    public static ImportedFunction Import(byte[] bytes) => Mx.ImportFunction(new MemoryStream(bytes));

    /// <summary>The function, written and read.</summary>
    public static Func<NDArray[], NDArray[]> Through(Func<NDArray[], NDArray[]> function, params NDArray[] examples) => Import(Bytes(function, examples)).Call;
}
