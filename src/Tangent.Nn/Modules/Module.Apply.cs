namespace Tangent.Layers;

public abstract partial class Module
{
    /// <summary>Puts the function's result in place of each array. Nothing is changed if it throws.</summary>
    /// <param name="map">From an array to what takes its place.</param>
    /// <param name="filter">Chooses by module, name in the module, and array; null for all parameters and buffers.</param>
    /// <returns>This module.</returns>
    [Mlx("nn.Module.apply")]
    public Module Apply(Func<NDArray, NDArray> map, Func<Module, string, NDArray, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ParameterTree chosen = ParameterFilter.Of("Apply", this, filter);
        Put(chosen.Map(map).Share());
        return this;
    }

    /// <summary>What the function makes of the arrays that a filter chooses, by path. This module stays as it is.</summary>
    /// <param name="filter">Chooses by module, name in the module, and array.</param>
    /// <param name="map">From an array to what stands for it; null for the array itself.</param>
    [Mlx("nn.Module.filter_and_map")]
    public ParameterTree FilterAndMap(Func<Module, string, NDArray, bool> filter, Func<NDArray, NDArray>? map = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ParameterTree chosen = ParameterFilter.Of("FilterAndMap", this, filter).Share();
        return map is null ? chosen : chosen.Map(map);
    }

    /// <summary>A filter for <see cref="Apply"/> and <see cref="FilterAndMap"/>: what is trained.</summary>
    [Mlx("nn.Module.trainable_parameter_filter")]
    public static bool TrainableParameterFilter(Module module, string name, NDArray array)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(array);
        string member = name.Split('.')[0];
        return array.DType.IsInexact && ArrayMembers.Of(module).Contains(member) && module.RoleOf(member) == ArrayRole.Parameter;
    }

    /// <summary>Converts parameters and buffers to a type.</summary>
    /// <param name="dtype">The type.</param>
    /// <param name="predicate">Chooses by the type that an array has; null for real floating types.</param>
    /// <returns>This module.</returns>
    [Mlx("nn.Module.set_dtype")]
    public Module SetDType(DType dtype, Func<DType, bool>? predicate = null)
    {
        predicate ??= from => from.IsFloating;
        return Apply(array => predicate(array.DType) ? Mx.AsType(array, dtype) : array);
    }
}
