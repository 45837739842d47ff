namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static readonly Func<NDArray, NDArray> HostSine = Mx.HostCall(
        x => Mx.Reshape(x.ToArray<double>().Select(Math.Sin).ToArray(), (2, 3)), (2, 3), DType.Float64, jvp: (x, dx) => dx * Mx.Cos(x));

    private static readonly Func<NDArray, NDArray> HostSineByVjp = Mx.HostCall(
        x => Mx.Reshape(x.ToArray<double>().Select(Math.Sin).ToArray(), (2, 3)), (2, 3), DType.Float64, vjp: (x, ct, _) => ct * Mx.Cos(x));

    private static string GoldenFile(string name) => Golden.GoldenFiles.Bundled.PathOf(Path.Combine("io", name));

    private static IEnumerable<Sample> ControlFamily() =>
    [
        Of("Mx.HostCall", "with a jvp", HostSine, (2, 3)) with { NoNarrow = "its code reads float64" },
        Of("Mx.HostCall", "with a vjp", HostSineByVjp, (2, 3)) with { NoNarrow = "its code reads float64" },
        Of("Mx.WhileLoop", "a known number of steps", x => Mx.WhileLoop(s => s[0] < 3, s => [s[0] + 1, Mx.Sin(s[1]) * x], [0, x])[1], (2, 3)),
        new("Mx.WhileLoop", "the steps of each example", x => [Mx.Vmap(v => Mx.WhileLoop(s => s[0] < 5, s => [s[0] * 2, s[1] + 1], [v[0], Mx.Zeros([], DType.Int32)]))(x)[1]], Numbers(3, 0.3, 0.9)) { Constant = "its result is a number of steps" },
        Of("Mx.Load", "within a function", x => Mx.Load(GoldenFile("a_float64.npy")) * Mx.Sin(x), (2, 3)),
        Of("Mx.LoadArrays", "within a function", x => Mx.LoadArrays(GoldenFile("nometa.safetensors"))["a"] * Mx.Sin(x), (3, 4)),
        Of("Mx.Depends", "after another", (x, y) => Mx.Depends(Mx.Sin(x), Mx.Exp(y)) * y, (2, 3), 3),
        new("Mx.Depends", "several, after what is made of them", x => Mx.Depends([x[0] * 2, x[1]], [x[0], x[1] * 3]), Numbers((2, 3)), Numbers(4)),
        Of("Mx.Depends", "a number, after an argument", x => Mx.Depends(Mx.Zeros(3, x.DType), x) + x, 3),
        Of("Mx.Scan", "a state and results", (x, y) => { (NDArray state, NDArray results) = Mx.Scan((s, row) => (Mx.Sin(s * row + y), s * s), y, x); return Mx.Concatenate([results, Mx.ExpandDims(state, 0)]); }, (3, 2), 2),
        Of("Mx.Scan", "from the end", (x, y) => Mx.Scan((s, row) => (s + row * row, s * row), y, x, reverse: true).Results, (3, 2), 2),
    ];
}
