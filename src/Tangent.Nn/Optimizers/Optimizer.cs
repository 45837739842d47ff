using Tangent.Layers;

namespace Tangent.Optimizers;

/// <summary>
/// Makes new parameters of parameters and gradients, and remembers what it needs for the next step. It is a tree of its state, which
/// <see cref="Mx.Eval(NDArray[])"/> and the inputs and outputs of compiled functions take.
/// </summary>
[Mlx("optimizers.Optimizer")]
public abstract partial class Optimizer : ITree
{
    private readonly object settings = new();
    private OrderedDictionary<string, ParameterState> states = [];
    private NDArray? rate;
    [Static] private Dictionary<(string, DType), NDArray>? ofStep;

    private NDArray step = Mx.Zeros(Shape.Scalar, DType.UInt64);

    /// <summary>An optimiser with a learning rate.</summary>
    /// <param name="learningRate">A number, or a schedule; null where there is none.</param>
    /// <param name="stateDType">In what narrower parameters are computed, and what is remembered of them; null for their own type.</param>
    /// <exception cref="ArgumentException">The type is not one of real floating numbers.</exception>
    protected Optimizer(Rate? learningRate, DType? stateDType = null)
    {
        Schedule = learningRate?.Schedule;
        rate = learningRate?.At(step);
        StateDType = stateDType is not { IsFloating: false } ? stateDType
            : throw new ArgumentException($"{GetType().Name}: stateDType is {stateDType.Value.Name()}; it must be a real floating type.", nameof(stateDType));
    }

    /// <summary>How many steps were done: uint64, a scalar.</summary>
    public virtual NDArray Step => step;

    /// <summary>The learning rate of the last step, or of the next where no schedule makes another: float32, a scalar. May be set between steps.</summary>
    /// <exception cref="InvalidOperationException">This optimiser has none.</exception>
    public virtual NDArray LearningRate
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
            (step, rate, states) = OptimizerState.Read(value, step, rate);
        }
    }

    /// <summary>Makes the state of parameters that have none yet.</summary>
    [Mlx("optimizers.Optimizer.init")]
    public virtual void Init(ParameterTree parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach ((string path, NDArray parameter) in parameters)
            if (!states.ContainsKey(path))
                states.Add(path, NewState(parameter));
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
        return AllOrNothing(() =>
        {
            rate = Schedule is null ? rate : Rate.Single(Schedule(step));
            step += 1;
            ofStep = [];
            var values = new NDArray[gradients.Count];
            for (int i = 0; i < values.Length; i++)
            {
                ParameterState state = states[gradients.Paths[i]] = new ParameterState(states[gradients.Paths[i]]);
                values[i] = ApplyWidened(gradients.Arrays[i], trained.Arrays[i], state);
            }
            return new ParameterTree(gradients.Paths, values);
        });
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

    /// <summary>The learning rate in the type of a gradient.</summary>
    private protected NDArray RateFor(NDArray gradient) => OfStep("rate", gradient.DType, () => LearningRate);

    /// <summary>A number that all parameters have in common in a step, in a type; made once.</summary>
    private protected NDArray OfStep(string name, DType dtype, Func<NDArray> make)
    {
        if (ofStep is null)
            return Mx.AsType(make(), dtype);
        if (!ofStep.TryGetValue((name, dtype), out NDArray? number))
            ofStep.Add((name, dtype), number = Mx.AsType(make(), dtype));
        return number;
    }

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
        NDArray? steps = step;
        visitor.Array("step", ref steps, ArrayRole.Buffer);
        if (rate is not null)
            visitor.Array("learning_rate", ref rate, ArrayRole.Buffer);
        foreach ((string path, ParameterState state) in states)
            state.Visit(path, visitor);
        step = steps ?? step;
    }

    /// <summary>What brings back the state as it is now.</summary>
    internal virtual Action Remember()
    {
        (NDArray step, NDArray? rate, OrderedDictionary<string, ParameterState> states) before = (step, rate, new(states));
        return () => (step, rate, states) = before;
    }

    /// <summary>Does what changes the state; after an error it is as before.</summary>
    private protected ParameterTree AllOrNothing(Func<ParameterTree> change)
    {
        Action undo = Remember();
        try
        {
            return change();
        }
        catch
        {
            undo();
            throw;
        }
        finally
        {
            ofStep = null;
        }
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
