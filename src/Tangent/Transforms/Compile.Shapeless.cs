using System.ComponentModel;

namespace Tangent;

public static partial class Mx
{
    private const string NoShapeless =
        "Leave shapeless out: a compiled function works for all shapes. Each gets a plan of its own when it comes first, since counts, broadcasts and slices depend on it.";

    /// <summary>There is no such parameter: every shape gets a plan of its own.</summary>
    [Obsolete(NoShapeless, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Func<NDArray[], NDArray[]> Compile(Func<NDArray[], NDArray[]> function, bool shapeless) => Compile(function);

    /// <summary>There is no such parameter: every shape gets a plan of its own.</summary>
    [Obsolete(NoShapeless, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Func<NDArray, NDArray> Compile(Func<NDArray, NDArray> function, bool shapeless) => Compile(function);

    /// <summary>There is no such parameter: every shape gets a plan of its own.</summary>
    [Obsolete(NoShapeless, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Func<NDArray, NDArray, NDArray> Compile(Func<NDArray, NDArray, NDArray> function, bool shapeless) => Compile(function);

    /// <summary>There is no such parameter: every shape gets a plan of its own.</summary>
    [Obsolete(NoShapeless, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Func<T1, T2, TOut> Compile<T1, T2, TOut>(Func<T1, T2, TOut> function, bool shapeless) => Compile(function);
}
