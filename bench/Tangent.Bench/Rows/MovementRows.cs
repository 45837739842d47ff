namespace Tangent.Bench;

/// <summary>Work that moves elements more than it computes; random numbers too.</summary>
internal static class MovementRows
{
    private const double Matrix = 4.0 * 4096 * 1024;

    public static IEnumerable<Row> All =>
    [
        New("transposed-copy", "transposed copy 4096²", Work.Moving(4 * Matrix, 4 * Matrix)),
        New("strided-add", "x[:, ::2]+y[:, ::2], 2048x4096", Work.Moving(4 * Matrix, Matrix)),
        New("broadcast-row", "4096x1024 times a row", Work.Moving(Matrix, Matrix)),
        New("broadcast-column", "4096x1024 times a column", Work.Moving(Matrix, Matrix)),
        New("concatenate", "concatenate along axis 1, 4096x1024", Work.Moving(2 * Matrix, 2 * Matrix)),
        New("gather-rows", "gather 16384 rows of 256", Work.Moving(Matrix, Matrix)),
        New("scatter-add", "add to 16384 rows of 256 by index", Work.Moving(2 * Matrix, Matrix)),
        New("random-normal", "random normal, 10⁷", new() { Written = 4e7, Elements = 1e7 }),
    ];

    private static Row New(string name, string title, Work work) => new(name, title, Goal.Torch(1, 1.5)) { IsParallel = true, Work = work };
}
