using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// An n-dimensional array that is computed when its value is first needed. Arrays are immutable values behind a handle:
/// assigning to an index rebinds the handle. There is nothing to dispose.
/// </summary>
[Mlx("core.array")]
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(DebuggerView))]
public sealed partial class NDArray : IFormattable
{
    private Node node;

    internal NDArray(Node node, Scalar? literal = null)
    {
        this.node = node;
        Literal = literal;
    }

    /// <summary>The lengths of the axes.</summary>
    [Mlx("core.array.shape")]
    public Shape Shape => node.Shape;

    /// <summary>The type of the elements.</summary>
    [Mlx("core.array.dtype")]
    public DType DType => node.DType;

    /// <summary>The number of axes.</summary>
    [Mlx("core.array.ndim")]
    public int NDim => node.Shape.Rank;

    /// <summary>The length of the first axis.</summary>
    /// <exception cref="InvalidOperationException">The array is a scalar.</exception>
    [Mlx("core.array.__len__")]
    public int Length => node.Shape.Rank > 0 ? node.Shape[0] : throw new InvalidOperationException("Length: a scalar has no axis.");

    /// <summary>The number of elements.</summary>
    [Mlx("core.array.size")]
    public long Size => node.Shape.Size;

    /// <summary>Bytes per element.</summary>
    [Mlx("core.array.itemsize")]
    public int ItemSize => node.DType.Size;

    /// <summary>Bytes of all elements.</summary>
    [Mlx("core.array.nbytes")]
    public long NBytes => node.Bytes;

    /// <summary>The node behind the handle.</summary>
    internal Node Node => node;

    /// <summary>The literal that this array was converted from: it takes the type of the array that it meets.</summary>
    internal Scalar? Literal { get; private set; }

    internal ArraySpec Spec => node.Spec;

    /// <summary>The same, as the code of the library calls it.</summary>
    internal int Rank => node.Shape.Rank;

    // A debugger calls this at any time: it must not evaluate.
    private string DebuggerText => node.Value is { } value ? $"{node.Spec} {ArrayText.First(value, 6)}" : $"{node.Spec}, not evaluated";

    /// <summary>Computes the value now, if it was not yet, and returns this array.</summary>
    public NDArray Eval()
    {
        Evaluator.Evaluate("Eval", node);
        return this;
    }

    /// <summary>Starts to compute the value on another thread.</summary>
    /// <param name="cancellation">Stops the work before it begins or between two steps; the array stays valid and can be evaluated later.</param>
    /// <returns>A task that ends with this array when its value is there.</returns>
    public async Task<NDArray> EvalAsync(CancellationToken cancellation = default)
    {
        await Mx.EvalAsync([this], cancellation).ConfigureAwait(false);
        return this;
    }

    /// <summary>The arrays along the first axis, for <c>foreach</c>.</summary>
    /// <exception cref="InvalidOperationException">The array is a scalar.</exception>
    [Mlx("core.array.__iter__")]
    public IEnumerator<NDArray> GetEnumerator()
    {
        int length = Length;
        return Parts();

        IEnumerator<NDArray> Parts()
        {
            for (int i = 0; i < length; i++)
                yield return this[i];
        }
    }

    /// <summary>The arrays along the first axis, for LINQ: <c>x.AsEnumerable().Select(row => …)</c>.</summary>
    /// <exception cref="InvalidOperationException">The array is a scalar.</exception>
    public IEnumerable<NDArray> AsEnumerable()
    {
        int length = Length;
        return Enumerable.Range(0, length).Select(i => this[i]);
    }

    /// <summary>
    /// Another handle on the same array. A function that has nothing to do returns it, since what is assigned to its
    /// result must not change its argument.
    /// </summary>
    internal NDArray Share()
    {
        var other = new NDArray(node, Literal);
        node.Watch(other);
        return other;
    }

    /// <summary>Other handles on the same arrays.</summary>
    internal static NDArray[] Share(NDArray[] x)
    {
        var others = new NDArray[x.Length];
        for (int i = 0; i < x.Length; i++)
            others[i] = x[i].Share();
        return others;
    }

    /// <summary>The nodes behind handles.</summary>
    internal static Node[] NodesOf(NDArray[] x)
    {
        var nodes = new Node[x.Length];
        for (int i = 0; i < x.Length; i++)
            nodes[i] = x[i].node;
        return nodes;
    }

    /// <summary>Makes this handle stand for another array of the same shape and type, of which the caller has the only handle.</summary>
    internal void Rebind(NDArray other)
    {
        Literal = null;
        if (ReferenceEquals(node, other.node))
            return;
        node = other.node;
        node.Watch(this, insteadOf: other);
    }

    /// <summary>The evaluated elements, which <paramref name="reader"/> wants.</summary>
    internal BufferView View([CallerMemberName] string reader = "")
    {
        if (node.Value is null)
            Evaluator.Evaluate(reader, node);
        return node.Value!;
    }
}
