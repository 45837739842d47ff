namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The same function, planned once for each combination of shapes and types of its arguments and then only run.
    /// It must not read values; arrays that it captures are constants, except inside a transform, where it is
    /// differentiated like any other code.
    /// </summary>
    /// <example><code>
    /// Func&lt;NDArray, NDArray&gt; gelu = Mx.Compile((NDArray v) => v * (1 + Mx.Erf(v / Math.Sqrt(2))) / 2);
    /// Console.WriteLine($"{gelu(Mx.Array([-1f, 1f])):f4}"); // [-0.1587, 0.8413]
    /// </code></example>
    [Mlx("core.compile")]
    public static Func<NDArray[], NDArray[]> Compile(Func<NDArray[], NDArray[]> function) => new CompiledFunction(function).Call;

    /// <summary>The same function of one array, planned once for each shape and type.</summary>
    public static Func<NDArray, NDArray> Compile(Func<NDArray, NDArray> function) => Compile<NDArray, NDArray>(function);

    /// <summary>The same function of two arrays, planned once for each combination of shapes and types.</summary>
    public static Func<NDArray, NDArray, NDArray> Compile(Func<NDArray, NDArray, NDArray> function)
    {
        Func<NDArray[], NDArray[]> compiled = Compile(x => [function(x[0], x[1])]);
        return (x, y) => compiled([x, y])[0];
    }

    /// <summary>The same function of a tree, planned once for each form, shapes and types of its argument.</summary>
    public static Func<TIn, TOut> Compile<TIn, TOut>(Func<TIn, TOut> function)
    {
        var forms = new CompiledForms<TIn, TOut>(function);
        return forms.Call;
    }

    /// <summary>Lets compiled functions use their plans again.</summary>
    [Mlx("core.enable_compile")]
    public static void EnableCompile() => CompiledFunction.IsEnabled = true;

    /// <summary>Makes compiled functions run as ordinary ones, in the whole program.</summary>
    [Mlx("core.disable_compile")]
    public static void DisableCompile() => CompiledFunction.IsEnabled = false;
}
