using System.Reflection;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>The laws, over every layer, as a function of what it takes and of its arrays, in both modes.</summary>
public sealed class LayerLawTests
{
    public static TheoryData<string, bool> All
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (string name in LayerSamples.All.Keys)
            {
                data.Add(name, true);
                data.Add(name, false);
            }
            return data;
        }
    }

    public static TheoryData<string> Refusing => [.. LayerSamples.All.Values.Where(sample => sample.Wrong is not null).Select(sample => sample.Name)];

    [Theory, MemberData(nameof(All))]
    public void The_jvp_is_the_slope_and_the_vjp_its_adjoint(string name, bool training)
    {
        LayerSample sample = LayerSamples.All[name];
        (Func<NDArray[], NDArray[]> f, NDArray[] x) = sample.AsFunction(sample.Layer(training));
        if (!sample.IsRounded)
            Law.Derivatives(f, x, sample.Tolerance);
        NDArray?[] dx = Directions.Of(x, 3), ct = Directions.Of(f(x), 4);
        double forward = Directions.Dot(ct, Mx.Jvp(f, x, dx).Tangents), reverse = Directions.Dot(Mx.Vjp(f, x, ct).Cotangents, dx);
        Assert.True(Math.Abs(forward - reverse) <= 1e-3 * Math.Max(1, Math.Abs(forward)), $"{reverse:R}, not {forward:R}");
    }

    [Theory, MemberData(nameof(All))]
    public void Compiled_it_is_the_same(string name, bool training)
    {
        LayerSample sample = LayerSamples.All[name];
        (Func<NDArray[], NDArray[]> f, NDArray[] x) = sample.AsFunction(sample.Layer(training));
        Law.Compiled(f, x, differentiable: !sample.IsRounded);
    }

    [Theory, MemberData(nameof(All))]
    public void Mapped_it_is_the_stack_of_slices(string name, bool training)
    {
        LayerSample sample = LayerSamples.All[name];
        (Func<NDArray[], NDArray[]> f, NDArray[] x) = sample.AsFunction(sample.Layer(training));
        foreach ((bool inputs, bool parameters) in (ReadOnlySpan<(bool, bool)>)[(true, false), (false, true), (true, true)])
        {
            int?[] axes = [.. x.Select((_, i) => (i < sample.Inputs.Length ? inputs : parameters) ? 0 : (int?)null)];
            if (!axes.Contains(0))
                continue;
            NDArray[][] examples = [.. Enumerable.Range(0, 3).Select(k => x.Select((array, i) => axes[i] is null ? array : Example(array, k)).ToArray())];
            NDArray[] batch = [.. x.Select((array, i) => axes[i] is null ? array : Mx.Stack([.. examples.Select(example => example[i])]))];
            NDArray[] mapped = Mx.Vmap(f, axes)(batch);
            for (int k = 0; k < examples.Length; k++)
                Law.Same(f(examples[k]), [.. mapped.Select(y => y[k])], $"example {k}, inputs {inputs}, parameters {parameters}");
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Saved_and_loaded_it_gives_equal_bits(string name, bool training)
    {
        LayerSample sample = LayerSamples.All[name];
        Module layer = sample.Layer(training);
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            layer.SaveWeights(file);
            Module other = sample.Make().Train(training);
            other.LoadWeights(file);
            Same.Bits(layer.Parameters(), other.Parameters());
            foreach ((NDArray expected, NDArray actual) in sample.Results(layer.Clone(), sample.Inputs).Zip(sample.Results(other, sample.Inputs)))
                Same.Bits(expected, actual);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void A_result_is_no_handle_that_was_given_and_no_parameter(string name, bool training)
    {
        LayerSample sample = LayerSamples.All[name];
        Module layer = sample.Layer(training);
        ParameterTree parameters = layer.Parameters();
        NDArray[] results = sample.Results(layer, sample.Inputs);
        Assert.All(results, y => Assert.DoesNotContain(sample.Inputs.Concat(parameters.Values), x => ReferenceEquals(x, y)));
    }

    [Theory, MemberData(nameof(Refusing))]
    public void What_does_not_fit_is_refused_by_name(string name)
    {
        LayerSample sample = LayerSamples.All[name];
        Module layer = sample.Layer(training: true);
        Refusal.Names(() => sample.Results(layer, sample.Wrong!), layer.GetType().Name, sample.Wrong!.Select(x => x.Shape.ToString()).First(shape => shape.Length > 2 || sample.Wrong!.Length == 1));
    }

    [Fact]
    public void Every_layer_has_a_sample()
    {
        HashSet<Type> sampled = [.. LayerSamples.All.Values.SelectMany(sample => sample.Make().Modules()).Select(module => module.GetType())];
        Type[] missing = [.. typeof(Nn).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Module)) && !type.IsAbstract && !sampled.Contains(type))];
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_layer_of_MLX_is_one_here()
    {
        foreach (Type type in typeof(Nn).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Module)) && !type.IsAbstract))
            foreach (MlxAttribute mark in type.GetCustomAttributes<MlxAttribute>(false))
                Assert.Equal("nn." + type.Name, mark.Name);
    }

    private static NDArray Example(NDArray x, int k) => x.DType.IsInexact ? x * (1 - (0.05 * k)) : x.NDim == 0 ? x : Mx.Roll(x, k);
}
