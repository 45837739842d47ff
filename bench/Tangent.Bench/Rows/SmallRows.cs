namespace Tangent.Bench;

/// <summary>Work so small that what surrounds it counts, and what a fresh process needs.</summary>
internal static class SmallRows
{
    public static IEnumerable<Row> All =>
    [
        new("scalar-value", "scalar multiply, call to value", Goal.Torch(3, 6)),
        new("scalar-chain", "chain of 1,000 scalar multiplies, per op", Goal.Torch(3, 6)) { Operations = 1_000 },
        new("small-compiled", "compiled, 30 ops on 16 numbers", Goal.Plain("small-plain", 3, 8)),
        new("first-compiled", "first call of a compiled 30-op function", Goal.Milliseconds(25, 8)),
        new("first-compiled-fresh", "the same, a process's first work; package", Goal.Milliseconds(25, 8)),
        new("first-compiled-fresh-project", "the same; project", Goal.Milliseconds(25, 8)),
        new("start-up", "start to first jvp printed; package", Goal.Milliseconds(180, 120)),
        new("start-up-project", "the same; project", Goal.Milliseconds(180, 120)),
        new("start-up-native", "the same; Native AOT", Goal.Milliseconds(30, 15)),
    ];
}
