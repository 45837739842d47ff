namespace Tangent.Bench;

/// <summary>Files of arrays, in the page cache, beside what dd does with as many bytes there.</summary>
internal static class FileRows
{
    private const double Bytes = 1L << 30;

    public static IEnumerable<Row> All =>
    [
        new("file-read", "safetensors of 1 GB, loaded and summed", Goal.Dd("file-read-dd", 0.8, 1.2)) { IsParallel = true, Work = Work.Moving(Bytes, 0) },
        new("file-read-mapped", "the same, mapped", Goal.Dd("file-read-dd", 0.8, 1.2)) { IsParallel = true, Work = Work.Moving(Bytes, 0) },
        new("file-write", "safetensors of 1 GB, saved", Goal.Dd("file-write-dd", 0.8, 1)) { IsParallel = true, Work = Work.Moving(Bytes, Bytes) },
        new("file-open", "safetensors of 10,000 arrays, opened", Goal.Milliseconds(50, 20)),
        new("file-open-gguf", "the same; gguf", Goal.Milliseconds(50, 20)),
        new("file-open-npz", "the same; npz", Goal.Milliseconds(50, 20)),
        new("file-open-npz-compressed", "the same; npz, compressed", Goal.Milliseconds(50, 20)),
    ];
}
