using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The same function, planned once for each combination of shapes and types of its arguments and then only run.
    /// It must not read values; arrays that it captures are constants, except inside a transform, where it is differentiated like any other code.
    /// </summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    [Mlx("core.compile")]
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[]> Compile(Func<NDArray[], NDArray[]> function) => Compile(function, null, null);

    /// <summary>
    /// The same function, planned once for each combination of shapes and types of its arguments and then only run.
    /// It must not read values; arrays that it captures are constants, except those that <paramref name="inputs"/> names, and except
    /// inside a transform, where it is differentiated like any other code.
    /// </summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls: an array, list, dictionary, class with <c>[Tree]</c>, or a tuple of these.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to, or replaces in such a list, dictionary or class; they have their new values after each call.</param>
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[]> Compile(Func<NDArray[], NDArray[]> function, object? inputs = null, object? outputs = null) =>
        inputs is null && outputs is null ? new CompiledFunction(function).Call : new CompiledForms<NDArray[], NDArray[]>(function, new(inputs, outputs)).Call;

    /// <summary>The same function of one array, planned once for each shape and type.</summary>
    [OverloadResolutionPriority(2)]
    public static Func<NDArray, NDArray> Compile(Func<NDArray, NDArray> function) => Compile(function, null, null);

    /// <summary>The same function of one array, planned once for each shape and type.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    [OverloadResolutionPriority(2)]
    public static Func<NDArray, NDArray> Compile(Func<NDArray, NDArray> function, object? inputs = null, object? outputs = null)
    {
        Func<NDArray[], NDArray[]> compiled = Compile(x => Jacobian.One(function(x[0])), inputs, outputs);
        return x => compiled([x])[0];
    }

    /// <summary>The same function of two arrays, planned once for each combination of shapes and types.</summary>
    public static Func<NDArray, NDArray, NDArray> Compile(Func<NDArray, NDArray, NDArray> function) => Compile(function, null, null);

    /// <summary>The same function of two arrays, planned once for each combination of shapes and types.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    public static Func<NDArray, NDArray, NDArray> Compile(Func<NDArray, NDArray, NDArray> function, object? inputs = null, object? outputs = null)
    {
        Func<NDArray[], NDArray[]> compiled = Compile(x => Jacobian.One(function(x[0], x[1])), inputs, outputs);
        return (x, y) => compiled([x, y])[0];
    }

    /// <summary>The same function of three arrays, planned once for each combination of shapes and types.</summary>
    public static Func<NDArray, NDArray, NDArray, NDArray> Compile(Func<NDArray, NDArray, NDArray, NDArray> function) => Compile(function, null, null);

    /// <summary>The same function of three arrays, planned once for each combination of shapes and types.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    public static Func<NDArray, NDArray, NDArray, NDArray> Compile(Func<NDArray, NDArray, NDArray, NDArray> function, object? inputs = null, object? outputs = null)
    {
        Func<NDArray[], NDArray[]> compiled = Compile(x => Jacobian.One(function(x[0], x[1], x[2])), inputs, outputs);
        return (x, y, z) => compiled([x, y, z])[0];
    }

    /// <summary>The same function of four arrays, planned once for each combination of shapes and types.</summary>
    public static Func<NDArray, NDArray, NDArray, NDArray, NDArray> Compile(Func<NDArray, NDArray, NDArray, NDArray, NDArray> function) => Compile(function, null, null);

    /// <summary>The same function of four arrays, planned once for each combination of shapes and types.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    public static Func<NDArray, NDArray, NDArray, NDArray, NDArray> Compile(Func<NDArray, NDArray, NDArray, NDArray, NDArray> function, object? inputs = null, object? outputs = null)
    {
        Func<NDArray[], NDArray[]> compiled = Compile(x => Jacobian.One(function(x[0], x[1], x[2], x[3])), inputs, outputs);
        return (x, y, z, w) => compiled([x, y, z, w])[0];
    }

    /// <summary>The same function without arguments, planned once.</summary>
    public static Func<TOut> Compile<TOut>(Func<TOut> function) => Compile<TOut>(function, null, null);

    /// <summary>The same function without arguments, planned once for each form of the <paramref name="inputs"/> that it captures.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    public static Func<TOut> Compile<TOut>(Func<TOut> function, object? inputs = null, object? outputs = null)
    {
        Func<NDArray[], TOut> compiled = Compile<NDArray[], TOut>(_ => function(), inputs, outputs);
        return () => compiled([]);
    }

    /// <summary>
    /// The same function of a tree, planned once for each form, shapes and types of its argument. The result holds arrays, and what a
    /// <c>[Tree]</c> type declares to be part of its form.
    /// </summary>
    public static Func<TIn, TOut> Compile<TIn, TOut>(Func<TIn, TOut> function) => Compile<TIn, TOut>(function, null, null);

    /// <summary>
    /// The same function of a tree, planned once for each form, shapes and types of its argument. The result holds arrays, and what a
    /// <c>[Tree]</c> type declares to be part of its form.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    public static Func<TIn, TOut> Compile<TIn, TOut>(Func<TIn, TOut> function, object? inputs = null, object? outputs = null)
    {
        var forms = new CompiledForms<TIn, TOut>(function, inputs is null && outputs is null ? null : new(inputs, outputs));
        return forms.Call;
    }

    /// <summary>The same function of two trees, planned once for each form, shapes and types of its arguments.</summary>
    public static Func<T1, T2, TOut> Compile<T1, T2, TOut>(Func<T1, T2, TOut> function) => Compile<T1, T2, TOut>(function, null, null);

    /// <summary>The same function of two trees, planned once for each form, shapes and types of its arguments.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    public static Func<T1, T2, TOut> Compile<T1, T2, TOut>(Func<T1, T2, TOut> function, object? inputs = null, object? outputs = null)
    {
        TreeTypes.Tuple<T1, T2>();
        Func<(T1, T2), TOut> compiled = Compile<(T1, T2), TOut>(x => function(x.Item1, x.Item2), inputs, outputs);
        return (x, y) => compiled((x, y));
    }

    /// <summary>The same function of three trees, planned once for each form, shapes and types of its arguments.</summary>
    public static Func<T1, T2, T3, TOut> Compile<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function) => Compile<T1, T2, T3, TOut>(function, null, null);

    /// <summary>The same function of three trees, planned once for each form, shapes and types of its arguments.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    public static Func<T1, T2, T3, TOut> Compile<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function, object? inputs = null, object? outputs = null)
    {
        TreeTypes.Tuple<T1, T2, T3>();
        Func<(T1, T2, T3), TOut> compiled = Compile<(T1, T2, T3), TOut>(x => function(x.Item1, x.Item2, x.Item3), inputs, outputs);
        return (x, y, z) => compiled((x, y, z));
    }

    /// <summary>The same function of four trees, planned once for each form, shapes and types of its arguments.</summary>
    public static Func<T1, T2, T3, T4, TOut> Compile<T1, T2, T3, T4, TOut>(Func<T1, T2, T3, T4, TOut> function) => Compile<T1, T2, T3, T4, TOut>(function, null, null);

    /// <summary>The same function of four trees, planned once for each form, shapes and types of its arguments.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Arrays that the function captures and that change between calls.</param>
    /// <param name="outputs">Arrays that the function captures and assigns to or replaces.</param>
    public static Func<T1, T2, T3, T4, TOut> Compile<T1, T2, T3, T4, TOut>(Func<T1, T2, T3, T4, TOut> function, object? inputs = null, object? outputs = null)
    {
        TreeTypes.Tuple<T1, T2, T3, T4>();
        Func<(T1, T2, T3, T4), TOut> compiled = Compile<(T1, T2, T3, T4), TOut>(x => function(x.Item1, x.Item2, x.Item3, x.Item4), inputs, outputs);
        return (x, y, z, w) => compiled((x, y, z, w));
    }

    /// <summary>Lets compiled functions use their plans again.</summary>
    [Mlx("core.enable_compile")]
    public static void EnableCompile() => CompiledFunction.IsEnabled = true;

    /// <summary>Makes compiled functions run as ordinary ones, in the whole program.</summary>
    [Mlx("core.disable_compile")]
    public static void DisableCompile() => CompiledFunction.IsEnabled = false;
}
