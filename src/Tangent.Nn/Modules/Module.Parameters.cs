namespace Tangent.Layers;

public abstract partial class Module
{
    /// <summary>All arrays that a file would hold, parameters and buffers, by path and in order.</summary>
    [Mlx("nn.Module.parameters")]
    public ParameterTree Parameters() => ParameterCollector.Of("Parameters", this, isOfTrained: false).Share();

    /// <summary>What changes when it is trained: the same arrays. A compiled function takes the module itself among its inputs and outputs.</summary>
    [Mlx("nn.Module.state")]
    public ParameterTree State => Parameters();

    /// <summary>The parameters that are trained: neither frozen, nor buffers, nor of integers.</summary>
    /// <exception cref="InvalidOperationException">Two of them are one array.</exception>
    [Mlx("nn.Module.trainable_parameters")]
    public ParameterTree TrainableParameters() => ParameterCollector.Of("TrainableParameters", this, isOfTrained: true).Share();

    /// <summary>Puts other arrays into places of this module, found by their paths. Nothing is changed if one does not fit.</summary>
    /// <param name="values">Arrays by path, of any dtype; what is not among them stays.</param>
    /// <param name="strict">False to leave out paths that the module does not have.</param>
    /// <returns>This module.</returns>
    /// <exception cref="ArgumentException">There is no array at a path, or one of another shape.</exception>
    [Mlx("nn.Module.update")]
    public Module Update(ParameterTree values, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(values);
        ParameterFit.Require("Update", this, values, strict);
        Put(values.Share());
        return this;
    }

    /// <summary>Puts these very arrays into their places.</summary>
    internal void Put(ParameterTree values)
    {
        Module self = this;
        new ParameterWriter(values, TreeAccess.InPlace).Tree("", ref self);
    }
}
