namespace Tangent.Layers;

/// <summary>What makes other modules of a module.</summary>
public static class ModuleExtensions
{
    /// <summary>
    /// A copy with other arrays in some of its places; the module itself stays as it is. Of a function that calls it every transform can be taken:
    /// <c>Mx.Grad((ParameterTree p) => loss(model.With(p)))(model.TrainableParameters())</c>.
    /// </summary>
    /// <param name="model">The module.</param>
    /// <param name="values">Arrays by path, of any dtype.</param>
    /// <exception cref="ArgumentException">There is no array at a path, or one of another shape.</exception>
    public static T With<T>(this T model, ParameterTree values) where T : Module
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(values);
        ParameterFit.Require("With", model, values, strict: true);
        return Copy(model, values.Share());
    }

    /// <summary>A copy: modules of its own that begin with the same arrays.</summary>
    public static T Clone<T>(this T model) where T : Module
    {
        ArgumentNullException.ThrowIfNull(model);
        return Copy(model, ParameterTree.Empty);
    }

    private static T Copy<T>(T model, ParameterTree values) where T : Module
    {
        new ParameterWriter(values, TreeAccess.Copy).Tree("", ref model);
        return model;
    }
}
