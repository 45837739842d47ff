using Tangent.Layers;

namespace Tangent.Optimizers;

/// <summary>
/// Makes new parameters of parameters and gradients, and remembers what it needs for the next step. It is a tree of its state, which
/// <see cref="Mx.Eval(NDArray[])"/> and the inputs and outputs of compiled functions take.
/// </summary>
[Mlx("optimizers.Optimizer")]
public abstract class Optimizer : ITree
{
    private readonly object settings = new();
    private OrderedDictionary<string, ParameterState> states = [];
    private NDArray? rate;

    /// <summary>An optimiser with a learning rate.</summary>
    /// <param name="learningRate">A number, or a schedule; null where there is none.</param>
    protected Optimizer(Rate? learningRate)
    {
        Schedule = learningRate?.Schedule;
        rate = learningRate?.At(Step);
    }

    /// <summary>How many steps were done: uint64, a scalar.</summary>
    public NDArray Step { get; private set; } = Mx.Zeros(Shape.Scalar, DType.UInt64);

    /// <summary>The learning rate of the last step, or of the next where no schedule makes another: float32, a scalar. May be set between steps.</summary>
    /// <exception cref="InvalidOperationException">This optimiser has none.</exception>
    public NDArray LearningRate
    {
        get => rate ?? throw new InvalidOperationException($"{GetType().Name}.LearningRate: there is none.");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            rate = rate is null ? throw new InvalidOperationException($"{GetType().Name}.LearningRate: there is none.") : Rate.Single(value);
        }
    }

    /// <summary>Makes the learning rate of the number of steps done; null where it is a number.</summary>
    protected Func<NDArray, NDArray>? Schedule { get; }

    /// <summary>
    /// All that it remembers, by path: <c>step</c>, <c>learning_rate</c>, <c>layers.0.weight.m</c>. What is assigned here takes its place;
    /// the arrays are those that it holds.
    /// </summary>
    [Mlx("optimizers.Optimizer.state")]
    public virtual ParameterTree State
    {
        get => OptimizerState.Of(this);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (NDArray step, NDArray? learningRate, OrderedDictionary<string, ParameterState> parameters) = OptimizerState.Read(value, Step, rate);
            (Step, rate, states) = (step, learningRate, parameters);
        }
    }

    /// <summary>Makes the state of parameters that have none yet.</summary>
    [Mlx("optimizers.Optimizer.init")]
    public virtual void Init(ParameterTree parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach ((string path, NDArray parameter) in parameters)
            if (!states.ContainsKey(path))
            {
                var state = new ParameterState();
                InitSingle(parameter, state);
                states.Add(path, state);
            }
    }

    /// <summary>The parameters after a step, for those that have gradients.</summary>
    /// <param name="gradients">By path.</param>
    /// <param name="parameters">By path; there may be more than there are gradients.</param>
    /// <exception cref="ArgumentException">A gradient belongs to no parameter, or has another shape.</exception>
    [Mlx("optimizers.Optimizer.apply_gradients")]
    public virtual ParameterTree ApplyGradients(ParameterTree gradients, ParameterTree parameters)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(parameters);
        ParameterTree trained = OptimizerState.Match(gradients, parameters);
        Init(trained);
        (NDArray stepBefore, NDArray? rateBefore) = (Step, rate);
        rate = Schedule is null ? rate : Rate.Single(Schedule(Step));
        Step += 1;
        var after = new ParameterState[gradients.Count];
        var values = new NDArray[gradients.Count];
        try
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = ApplySingle(gradients.Arrays[i], trained.Arrays[i], after[i] = new ParameterState(states[gradients.Paths[i]]));
        }
        catch
        {
            (Step, rate) = (stepBefore, rateBefore);
            throw;
        }
        for (int i = 0; i < values.Length; i++)
            states[gradients.Paths[i]] = after[i];
        return new ParameterTree(gradients.Paths, values);
    }

    /// <summary>Does a step: puts new parameters into a model in place of those that have gradients.</summary>
    /// <exception cref="ArgumentException">A gradient belongs to no parameter, or has another shape.</exception>
    [Mlx("optimizers.Optimizer.update")]
    public void Update(Module model, ParameterTree gradients)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(gradients);
        model.Put(ApplyGradients(gradients, ParameterCollector.Of("Optimizer.Update", model, isOfTrained: false)));
    }

    /// <summary>Puts what it needs of a new parameter into a state.</summary>
    protected abstract void InitSingle(NDArray parameter, ParameterState state);

    /// <summary>A parameter after a step.</summary>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="state">What it remembers of it, to be changed in place.</param>
    protected abstract NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state);

    object ITree.Accept(TreeVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        Optimizer self = visitor.Access == TreeAccess.Copy ? Copy() : this;
        visitor.Static("<settings>", settings);
        self.VisitState(visitor);
        return self;
    }

    /// <summary>Shows a visitor the state, and takes what it puts there.</summary>
    internal virtual void VisitState(TreeVisitor visitor)
    {
        NDArray? step = Step;
        visitor.Array("step", ref step, ArrayRole.Buffer);
        if (rate is not null)
            visitor.Array("learning_rate", ref rate, ArrayRole.Buffer);
        foreach ((string path, ParameterState state) in states)
            state.Visit(path, visitor);
        Step = step ?? Step;
    }

    /// <summary>An optimiser with a state of its own.</summary>
    internal virtual Optimizer Copy()
    {
        var copy = (Optimizer)MemberwiseClone();
        copy.states = [];
        foreach ((string path, ParameterState state) in states)
            copy.states.Add(path, new ParameterState(state));
        return copy;
    }
}
