using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Until the result is disposed, whatever is evaluated in this flow of control is evaluated operation by operation, and the first that makes a NaN
    /// of numbers is an error that names it and the place in the program where it was called. Compiled functions run as ordinary ones. Slow: for
    /// the search of a mistake.
    /// </summary>
    /// <param name="infinities">True to take infinities for mistakes too.</param>
    /// <remarks>A NaN counts even where <see cref="Where(NDArray, NDArray, NDArray)"/> does not select it.</remarks>
    /// <example><code>
    /// using (Mx.WithNaNChecks())
    ///     try { Mx.Log(Mx.Array([1f, -1f])).Eval(); }
    ///     catch (NotFiniteNumberException error) { Console.WriteLine(error.Message.Split(", made")[0]); } // Log: it made NaN of numbers, in 1 of 2 elements
    /// </code></example>
    public static IDisposable WithNaNChecks(bool infinities = false) => NaNScope.Open(infinities);
}

/// <summary>Looks for the operation that makes a NaN of numbers.</summary>
internal sealed class NaNScope : IDisposable
{
    private static readonly AsyncLocal<NaNScope?> Innermost = new();
    private static readonly ConditionalWeakTable<Node, string> Places = [];
    private static int scopes;

    [ThreadStatic]
    private static bool isChecking;

    private readonly NaNScope? outer = Innermost.Value;
    private readonly bool infinities;
    private bool isOpen = true;

    private NaNScope(bool infinities) => this.infinities = infinities;

    /// <summary>True if any flow of control has one open.</summary>
    public static bool IsAnyOpen => scopes > 0;

    /// <summary>True inside a scope.</summary>
    public static bool IsOpenHere => scopes > 0 && Innermost.Value is not null;

    /// <summary>Opens a scope.</summary>
    public static NaNScope Open(bool infinities)
    {
        Interlocked.Increment(ref scopes);
        return Innermost.Value = new NaNScope(infinities);
    }

    /// <summary>Remembers where a node is made.</summary>
    public static void Remember(Node node)
    {
        if (Innermost.Value is not null && !isChecking)
            Places.Add(node, UserPlace.Current());
    }

    /// <summary>Evaluates nodes one by one and checks each; false, and nothing done, outside of any scope.</summary>
    public static bool TryRun(ReadOnlySpan<Node> roots, CancellationToken cancellation)
    {
        if (isChecking || Innermost.Value is not { } scope)
            return false;
        isChecking = true;
        try
        {
            foreach (Node node in (Node[])[.. GraphSort.Order(roots, node => node.Value is null ? node.Inputs : [])])
                scope.Check(node, cancellation);
            return true;
        }
        finally
        {
            isChecking = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!isOpen)
            return;
        isOpen = false;
        Interlocked.Decrement(ref scopes);
        Innermost.Value = outer;
    }

    private void Check(Node node, CancellationToken cancellation)
    {
        // What has several results has no value of its own: those of each are those of an output.
        if (node.Value is not null || node.Parts is not null)
            return;
        Node[] inputs = node.Primitive is Output ? node.Inputs[0].Inputs : node.Inputs;
        Evaluator.Evaluate([node], cancellation);
        long count = Count(node);
        if (count == 0 || Array.Exists(inputs, input => input.Parts is null && Count(input) > 0))
            return;
        Primitive primitive = node.Primitive is Output ? node.Inputs is [var whole] ? whole.Primitive : node.Primitive : node.Primitive;
        string place = Places.TryGetValue(node, out string? found) ? found : "a place that was not seen: open the scope before the arrays are made";
        throw new NotFiniteNumberException($"{primitive.Name}: it made {(infinities ? "NaN or infinity" : "NaN")} of numbers, in {count} of {node.Shape.Size} elements, made in {place}; its inputs are {string.Join(", ", inputs.Select(input => input.Spec))}.", double.NaN);
    }

    private long Count(Node node)
    {
        if (!node.DType.IsInexact || Constant.Behind(node) is not null)
            return 0;
        NDArray x = node.Handle();
        return Mx.Sum(Mx.AsType(infinities ? Mx.LogicalNot(Mx.IsFinite(x)) : Mx.IsNaN(x), DType.Int64)).Item<long>();
    }
}
