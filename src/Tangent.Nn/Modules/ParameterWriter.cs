namespace Tangent.Layers;

/// <summary>Puts arrays into the places of a module that their paths name.</summary>
internal sealed class ParameterWriter(ParameterTree values, TreeAccess access) : PathVisitor(access)
{
    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
        if (array is null)
            return;
        if (values.TryGetValue(Path(name), out NDArray? value))
            array = value;
        else if (Access == TreeAccess.Copy)
            array = array.Share();
    }
}
