namespace Tangent.Kernels;

/// <summary>Chooses the unsigned integer type that stands for the elements of a type when only their bits move.</summary>
internal static class ElementWidth
{
    /// <summary>Runs <paramref name="action"/> with the type that is as wide as <paramref name="dtype"/>.</summary>
    public static void Dispatch<TAction>(DType dtype, TAction action)
        where TAction : IWidthAction
    {
        switch (dtype.Size)
        {
            case 1: action.Run<byte>(); break;
            case 2: action.Run<ushort>(); break;
            case 4: action.Run<uint>(); break;
            default: action.Run<ulong>(); break;
        }
    }
}
