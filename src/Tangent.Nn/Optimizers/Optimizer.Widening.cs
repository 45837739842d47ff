namespace Tangent.Optimizers;

// Steps of narrow parameters in wider arithmetic.
public abstract partial class Optimizer
{
    private const string Master = "master";

    /// <summary>
    /// In what parameters of narrower types are computed, and what is remembered of them; null for their own type, as in MLX. The parameters
    /// themselves keep their type.
    /// </summary>
    public DType? StateDType { get; }

    /// <summary>
    /// True to remember of narrow parameters a copy, <c>master</c>, in <see cref="StateDType"/> or else in float32, so that steps too small for their
    /// type add up. A parameter that was changed by anyone else counts in place of its copy.
    /// </summary>
    public bool MasterWeights { get; init; }

    private DType Widened(DType dtype)
    {
        DType wide = StateDType ?? (MasterWeights ? DType.Float32 : dtype);
        return dtype.IsFloating && dtype.Size < wide.Size ? wide : dtype;
    }

    private ParameterState NewState(NDArray parameter)
    {
        var state = new ParameterState();
        DType wide = Widened(parameter.DType);
        InitSingle(Mx.AsType(parameter, wide), state);
        if (MasterWeights && wide != parameter.DType)
            state[Master] = Mx.AsType(parameter, wide);
        return state;
    }

    private NDArray ApplyWidened(NDArray gradient, NDArray parameter, ParameterState state)
    {
        DType dtype = parameter.DType, wide = Widened(dtype);
        NDArray from = Mx.AsType(parameter, wide);
        if (state.TryGetValue(Master, out NDArray? master))
            from = Mx.Where(Mx.Equal(Mx.AsType(master, dtype), parameter), master, from);
        // Of a gradient in another type, state and parameter would take that from then on.
        NDArray value = ApplySingle(dtype.IsInexact ? Mx.AsType(gradient, wide) : gradient, from, state);
        if (MasterWeights && wide != dtype)
            state[Master] = value;
        return dtype.IsInexact ? Mx.AsType(value, dtype) : value;
    }
}
