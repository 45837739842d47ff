using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>What must hold for a function of arrays at a point, whatever it computes.</summary>
internal static class Law
{
    /// <summary>The tangent is the slope along a direction, of the function itself or of another; cotangents are its adjoint.</summary>
    public static void Derivatives(Func<NDArray[], NDArray[]> f, NDArray[] x, double tolerance, Func<NDArray[], NDArray[]>? slopeOf = null)
    {
        NDArray?[] dx = Directions.Of(x, 1);
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(f, x, dx);
        NDArray?[] ct = Directions.Of(y, 2);
        double forward = Directions.Dot(ct, dy);
        Close(Slope(slopeOf ?? f, x, dx, ct), forward, tolerance, "jvp against central differences");
        (NDArray[] again, NDArray[] ctx) = Mx.Vjp(f, x, ct);
        Alike(y, again, "value under vjp");
        Close(forward, Directions.Dot(ctx, dx), IsSingle([.. x, .. y]) ? 1e-4 : 1e-10, "vjp against jvp");
    }

    /// <summary>Tangents of a function without a derivative are zero.</summary>
    public static void Constant(Func<NDArray[], NDArray[]> f, NDArray[] x)
    {
        NDArray[] tangents = Mx.Jvp(f, x, Directions.Of(x, 8)).Tangents;
        Assert.All(tangents, tangent => Assert.All(Directions.Parts(tangent), value => Assert.Equal(0.0, value)));
    }

    /// <summary>A missing tangent is a zero tangent, in every combination.</summary>
    public static void NullTangents(Func<NDArray[], NDArray[]> f, NDArray[] x)
    {
        NDArray?[] full = Directions.Of(x, 3);
        for (int subset = 0; subset < 1 << x.Length; subset++)
        {
            NDArray?[] some = [.. full.Select((tangent, i) => (subset >> i & 1) == 0 ? null : tangent)];
            NDArray?[] zeros = [.. full.Select((tangent, i) => some[i] ?? (tangent is null ? null : tangent * 0.0))];
            Same(Mx.Jvp(f, x, zeros).Tangents, Mx.Jvp(f, x, some).Tangents, $"null tangents {subset:b}");
        }
    }

    /// <summary>Arrays with an axis of length 0 go through the operation, both its derivatives and a compiled function.</summary>
    public static void Empty(Func<NDArray[], NDArray[]> f, NDArray[] x)
    {
        NDArray[] none = [.. x.Select(array => Mx.Zeros(array.Shape.Insert(0, 0), array.DType))];
        NDArray?[] dx = [.. none.Select(array => array.DType.IsInexact ? array : null)];
        NDArray[] expected = [.. f(x).Select(y => Mx.Zeros(y.Shape.Insert(0, 0), y.DType))];
        NDArray?[] ct = [.. expected.Select(array => array.DType.IsInexact ? array : null)];
        Func<NDArray[], NDArray[]> map = Mx.Vmap(f);
        Same(expected, map(none), "no examples");
        Same(expected, Mx.Jvp(map, none, dx).Tangents, "tangents of no examples");
        Same(none, Mx.Vjp(map, none, ct).Cotangents, "cotangents of no examples");
        Same(expected, Mx.Compile(map)(none), "no examples, compiled");
    }

    /// <summary>A vectorised map is the stack of the results of the slices, for every axis of every argument.</summary>
    public static void Vmap(Func<NDArray[], NDArray[]> f, NDArray[] x)
    {
        const int length = 3;
        for (int subset = 1; subset < 1 << x.Length; subset++)
            for (int place = 0; place <= x.Max(array => array.Rank); place++)
            {
                int?[] axes = [.. x.Select((array, i) => (subset >> i & 1) == 0 ? null : (int?)Math.Min(place, array.Rank))];
                NDArray[] batch = [.. x.Select((array, i) => axes[i] is { } axis ? Batch(array, axis, length) : array)];
                NDArray[] mapped = Mx.Vmap(f, axes)(batch);
                for (int example = 0; example < length; example++)
                    Same(f(Slice(batch, axes, example)), Slice(mapped, [.. mapped.Select(_ => (int?)0)], example), $"vmap over axes {string.Join(',', axes)}, example {example}");
            }
    }

    /// <summary>What reads values says so when there are none.</summary>
    public static void NoVmap(Func<NDArray[], NDArray[]> f, NDArray[] x) => HasNoValue(() => Mx.Vmap(f)([.. x.Select(array => Batch(array, 0, 3))]));

    /// <inheritdoc cref="NoVmap"/>
    public static void NoCompile(Func<NDArray[], NDArray[]> f, NDArray[] x) => HasNoValue(() => Mx.Compile(f)(x));

    private static void HasNoValue(Func<object> call)
    {
        InvalidOperationException error = Assert.ThrowsAny<InvalidOperationException>(call);
        Assert.True(error is NoValueException || error.InnerException is NoValueException, error.ToString());
    }

    /// <summary>
    /// In each narrower type value, tangents and cotangents have the types of what they belong to, and differ by roundings alone from
    /// those in float64 at the same point.
    /// </summary>
    public static void Narrower(Func<NDArray[], NDArray[]> f, NDArray[] x, DType dtype, double tolerance)
    {
        NDArray[] narrow = [.. x.Select(array => array.DType == DType.Float64 ? Mx.AsType(array, dtype) : array)];
        NDArray[] wide = [.. narrow.Select(array => array.DType == dtype ? Mx.AsType(array, DType.Float64) : array)];
        (NDArray[] expected, NDArray[] y) = (f(wide), f(narrow));
        Near(expected, y, tolerance, $"value in {dtype}");
        NDArray?[] dx = Directions.Of(wide, 11);
        NDArray[] dy = Mx.Jvp(f, narrow, Cast(dx, narrow)).Tangents;
        Alike(y, dy, $"tangent in {dtype}");
        Near(Mx.Jvp(f, wide, dx).Tangents, dy, tolerance, $"tangent in {dtype}");
        NDArray?[] ct = Directions.Of(expected, 12);
        NDArray[] ctx = Mx.Vjp(f, narrow, Cast(ct, y)).Cotangents;
        Alike([.. narrow.Where(array => array.DType.IsInexact)], [.. ctx.Where(array => array.DType.IsInexact)], $"cotangent in {dtype}");
        Near(Mx.Vjp(f, wide, ct).Cotangents, ctx, tolerance, $"cotangent in {dtype}");
    }

    private static NDArray?[] Cast(NDArray?[] x, NDArray[] like) => [.. x.Select((array, i) => array is null ? null : Mx.AsType(array, like[i].DType))];

    private static void Near(NDArray[] expected, NDArray[] actual, double tolerance, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double[] first = Directions.Parts(expected[i]), second = Directions.Parts(actual[i]);
            double allowed = tolerance * first.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
            for (int k = 0; k < first.Length; k++)
                if (!(Math.Abs(first[k] - second[k]) <= allowed) && !first[k].Equals(second[k]))
                    Assert.Fail($"{what}: element {k} of result {i} is {second[k]:R}, not {first[k]:R}");
        }
    }

    /// <summary>Of many examples, enough for plans and threads, each gives what it gives alone: value, tangent and cotangent.</summary>
    public static void ManyExamples(Func<NDArray[], NDArray[]> f, NDArray[] x, bool differentiable)
    {
        int length = 1 + (int)(30_000 / x.Append(f(x)[0]).Max(array => Math.Max(1, array.Size)));
        NDArray[] batch = [.. x.Select(array => Batch(array, 0, length))];
        int?[] first = [.. x.Select(_ => (int?)0)];
        Func<NDArray[], NDArray[]> map = Mx.Vmap(f);
        NDArray[] y = map(batch);
        NDArray?[] dx = Directions.Of(batch, 13), ct = Directions.Of(y, 14);
        NDArray[] dy = differentiable ? Mx.Jvp(map, batch, dx).Tangents : [], ctx = differentiable ? Mx.Vjp(map, batch, ct).Cotangents : [];
        foreach (int example in (ReadOnlySpan<int>)[0, length / 2, length - 1])
        {
            NDArray[] one = Slice(batch, first, example);
            string what = $"example {example} of {length}";
            Same(f(one), Examples(y), what);
            if (!differentiable)
                continue;
            Same(Mx.Jvp(f, one, Some(dx)).Tangents, Examples(dy), $"tangent of {what}");
            Same(Mx.Vjp(f, one, Some(ct)).Cotangents, Examples(ctx), $"cotangent of {what}");

            NDArray[] Examples(NDArray[] arrays) => Slice(arrays, [.. arrays.Select(_ => (int?)0)], example);

            NDArray?[] Some(NDArray?[] arrays) => [.. arrays.Select(array => array is null ? null : Examples([array])[0])];
        }
    }

    /// <summary>A compiled function gives the plain result, also under each transform.</summary>
    public static void Compiled(Func<NDArray[], NDArray[]> f, NDArray[] x, bool differentiable)
    {
        Func<NDArray[], NDArray[]> compiled = Mx.Compile(f);
        Same(f(x), compiled(x), "compiled");
        Same(f(x), compiled(x), "compiled, second call");
        if (!differentiable)
            return;
        NDArray?[] dx = Directions.Of(x, 4);
        Same(Mx.Jvp(f, x, dx).Tangents, Mx.Jvp(compiled, x, dx).Tangents, "jvp of compiled");
        Same(Mx.Jvp(f, x, dx).Tangents, Mx.Compile(v => Mx.Jvp(f, v, dx).Tangents)(x), "compiled jvp");
        NDArray?[] ct = Directions.Of(f(x), 5);
        Same(Mx.Vjp(f, x, ct).Cotangents, Mx.Compile(v => Mx.Vjp(f, v, ct).Cotangents)(x), "compiled vjp");
    }

    /// <summary>Shapes and types are those that were announced, and fusing with neighbours changes no value.</summary>
    public static void Inferred(Func<NDArray[], NDArray[]> f, NDArray[] x)
    {
        foreach (NDArray y in f(x))
        {
            Kernels.BufferView view = y.View();
            Assert.Equal(y.Shape, new Shape(view.Layout.Shape));
            Assert.Equal(y.DType, view.DType);
        }
        NDArray[] doubled = [.. x.Select(array => array.DType.IsInexact ? array * 1.0 : array)];
        Same(f(x), f(doubled), "fused with what comes before");
        Same(f(x), [.. f(x).Select(y => y.DType.IsInexact ? y * 1.0 : y)], "fused with what comes after");
    }

    /// <summary>Equal numbers up to rounding.</summary>
    public static void Same(NDArray[] expected, NDArray[] actual, string what)
    {
        Alike(expected, actual, what);
        for (int i = 0; i < expected.Length; i++)
        {
            double[] first = Directions.Parts(expected[i]);
            double[] second = Directions.Parts(actual[i]);
            double scale = first.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
            double allowed = scale * (expected[i].DType is DType.Float64 ? 1e-11 : expected[i].DType.IsHalf ? 2e-2 : 2e-5);
            for (int k = 0; k < first.Length; k++)
                if (!(Math.Abs(first[k] - second[k]) <= allowed) && !first[k].Equals(second[k]))
                    Assert.Fail($"{what}: element {k} of result {i} is {second[k]:R}, not {first[k]:R}");
        }
    }

    private static void Alike(NDArray[] expected, NDArray[] actual, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} results, not {expected.Length}");
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i].Spec == actual[i].Spec, $"{what}: result {i} is {actual[i].Spec}, not {expected[i].Spec}");
    }

    private static void Close(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{what}: {actual:R}, not {expected:R}");

    private static bool IsSingle(NDArray[] x) => x.Any(array => array.DType.IsInexact && array.DType != DType.Float64);

    private static double Slope(Func<NDArray[], NDArray[]> f, NDArray[] x, NDArray?[] dx, NDArray?[] ct)
    {
        double step = IsSingle(x) ? 2e-2 : 1e-3;
        return ((8 * (At(step) - At(-step))) - (At(2 * step) - At(-2 * step))) / (12 * step);

        double At(double t) => Directions.Dot(ct, f(Directions.Move(x, dx, t)));
    }

    // Examples that differ, so that a mixed-up axis shows; the same indices in other places.
    private static NDArray Batch(NDArray x, int axis, int length)
    {
        NDArray[] examples = [.. Enumerable.Range(0, length).Select(i => x.DType.IsInexact ? x * (1 - (0.05 * (i % 16))) : Mx.Roll(x, i))];
        return Examples.Stack(examples, axis);
    }

    private static NDArray[] Slice(NDArray[] x, int?[] axes, int example) =>
        [.. x.Select((array, i) => axes[i] is { } axis ? Examples.Take(array, axis, example) : array)];
}
