using Tangent.Layers;

namespace Tangent.Optimizers;

/// <summary>Several optimisers, each for some of the parameters: Muon for matrices and Adam for the rest, say.</summary>
[Mlx("optimizers.MultiOptimizer")]
public sealed class MultiOptimizer : Optimizer
{
    private readonly Func<string, NDArray, bool>[] filters;
    private Optimizer[] optimizers;

    /// <summary>Several optimisers.</summary>
    /// <param name="optimizers">At least one, all different; the last has what no filter chose.</param>
    /// <param name="filters">For all but the last whether it has the parameter at a path; the first that does decides.</param>
    /// <exception cref="ArgumentException">There is not one filter fewer than there are optimisers, or one of these comes twice.</exception>
    /// <example><code>
    /// using Tangent.Optimizers;
    /// var optimizer = new MultiOptimizer([new Muon(0.02), new AdamW(1e-3)], (path, parameter) => parameter.NDim == 2);
    /// </code></example>
    public MultiOptimizer(IReadOnlyList<Optimizer> optimizers, params IReadOnlyList<Func<string, NDArray, bool>> filters) : base(null)
    {
        ArgumentNullException.ThrowIfNull(optimizers);
        ArgumentNullException.ThrowIfNull(filters);
        this.optimizers = [.. optimizers];
        this.filters = [.. filters];
        if (this.optimizers.Length == 0 || this.filters.Length != this.optimizers.Length - 1)
            throw new ArgumentException(
                $"MultiOptimizer: {this.optimizers.Length} optimisers and {this.filters.Length} filters; there must be one for each but the last, which has the rest.", nameof(filters));
        if (Array.IndexOf(this.optimizers, null) >= 0 || Array.IndexOf(this.filters, null) >= 0)
            throw new ArgumentException("MultiOptimizer: an optimiser or a filter is null.", nameof(optimizers));
        if (this.optimizers.Distinct().Count() < this.optimizers.Length)
            throw new ArgumentException("MultiOptimizer: an optimiser comes twice.", nameof(optimizers));
    }

    /// <summary>The steps that the first has done.</summary>
    public override NDArray Step => optimizers[0].Step;

    /// <summary>The learning rate of the first; what is assigned becomes that of each.</summary>
    public override NDArray LearningRate
    {
        get => optimizers[0].LearningRate;
        set
        {
            foreach (Optimizer optimizer in optimizers)
                optimizer.LearningRate = value;
        }
    }

    /// <inheritdoc/>
    public override ParameterTree State
    {
        get => base.State;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Keys.FirstOrDefault(path => !Array.Exists(Prefixes(), prefix => path.StartsWith(prefix, StringComparison.Ordinal))) is { } other)
                throw new ArgumentException($"MultiOptimizer.State: '{other}' belongs to none of the {optimizers.Length} optimisers; the first's paths begin with '{Prefix(0)}'.", nameof(value));
            AllOrNothing(() =>
            {
                for (int i = 0; i < optimizers.Length; i++)
                    optimizers[i].State = value.Inside(Prefix(i));
                return value;
            });
        }
    }

    /// <inheritdoc/>
    public override void Init(ParameterTree parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        int[] chosen = Chosen(parameters);
        for (int i = 0; i < optimizers.Length; i++)
            optimizers[i].Init(Part(parameters, chosen, i));
    }

    /// <inheritdoc/>
    public override ParameterTree ApplyGradients(ParameterTree gradients, ParameterTree parameters)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(parameters);
        ParameterTree trained = OptimizerState.Match(gradients, parameters);
        int[] chosen = Chosen(trained);
        return AllOrNothing(() =>
        {
            var values = new NDArray[gradients.Count];
            for (int i = 0; i < optimizers.Length; i++)
            {
                ParameterTree after = optimizers[i].ApplyGradients(Part(gradients, chosen, i), Part(trained, chosen, i));
                for (int place = 0, next = 0; place < values.Length; place++)
                    if (chosen[place] == i)
                        values[place] = after.Arrays[next++];
            }
            return new ParameterTree(gradients.Paths, values);
        });
    }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state) => throw new NotSupportedException("MultiOptimizer: it remembers nothing itself.");

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state) => throw new NotSupportedException("MultiOptimizer: it takes no steps itself.");

    /// <inheritdoc/>
    internal override void VisitState(TreeVisitor visitor)
    {
        for (int i = 0; i < optimizers.Length; i++)
            visitor.Tree(Prefix(i)[..^1], ref optimizers[i]);
    }

    /// <inheritdoc/>
    internal override Optimizer Copy()
    {
        var copy = (MultiOptimizer)base.Copy();
        copy.optimizers = Array.ConvertAll(optimizers, optimizer => optimizer.Copy());
        return copy;
    }

    /// <inheritdoc/>
    internal override Action Remember()
    {
        Action[] undo = Array.ConvertAll(optimizers, optimizer => optimizer.Remember());
        return () => Array.ForEach(undo, action => action());
    }

    private static string Prefix(int index) => $"states.{TreeNames.Of(index)}.";

    private string[] Prefixes() => [.. Enumerable.Range(0, optimizers.Length).Select(Prefix)];

    private int[] Chosen(ParameterTree parameters)
    {
        var chosen = new int[parameters.Count];
        for (int i = 0; i < chosen.Length; i++)
        {
            int first = Array.FindIndex(filters, filter => filter(parameters.Paths[i], parameters.Arrays[i]));
            chosen[i] = first < 0 ? filters.Length : first;
        }
        return chosen;
    }

    private static ParameterTree Part(ParameterTree tree, int[] chosen, int index)
    {
        int[] places = [.. Enumerable.Range(0, chosen.Length).Where(place => chosen[place] == index)];
        return new(Array.ConvertAll(places, place => tree.Paths[place]), Array.ConvertAll(places, place => tree.Arrays[place]));
    }
}
