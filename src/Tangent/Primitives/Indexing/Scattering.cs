using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// An array, the first input, with updates, the last one, written at places that the inputs between give. Repeated
/// places all count; where they replace, the last in row-major order stays. These are the rules that the ways to give
/// the places share.
/// </summary>
internal abstract record Scattering(ScatterMode Mode, bool Clamp) : Primitive, IUpdate
{
    /// <inheritdoc/>
    public bool IsSum(bool ofZeros) => Mode is ScatterMode.Add;

    /// <inheritdoc/>
    public NDArray AddTo(NDArray x, Node[] inputs) => Write(ScatterMode.Add, x, Node.Handles(inputs[1..^1]), inputs[^1].Handle());

    /// <summary>The same places written in another way.</summary>
    public abstract NDArray Write(ScatterMode mode, NDArray x, NDArray[] indices, NDArray updates);

    /// <summary>What stands at the places, in the shape of the updates; zero where an update is ignored.</summary>
    protected abstract NDArray Read(NDArray x, NDArray[] indices, Shape updates);

    /// <summary>A number for each update that no other update to the same place has; null if there are no two.</summary>
    protected abstract NDArray? Numbers(NDArray[] indices, Shape updates);

    /// <summary>Multiplies at the places by operations whose derivatives of any order are exact, zeros and repeated places included.</summary>
    protected abstract NDArray Multiplied(NDArray x, NDArray[] indices, NDArray updates);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        if (dx[0] is null && dx[^1] is null)
            return null;
        return Mode switch
        {
            ScatterMode.Add when dx[^1] is null => dx[0],
            ScatterMode.Set or ScatterMode.Add =>
                Write(Mode, Tangents.OrZeros(dx[0], x[0].Spec), x[1..^1], Tangents.OrZeros(dx[^1], x[^1].Spec)),
            ScatterMode.Multiply => Forward.Run("Jvp", v => [Multiplied(v[0], v[1..^1], v[^1])], x, dx).DY[0],
            _ => PushExtremum(x, dx, y),
        };
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Mode switch
    {
        ScatterMode.Set or ScatterMode.Add => Pull(ct, x[1..^1], active[0], active[^1], x[^1].Shape),
        ScatterMode.Multiply => Reverse.Through(v => [Multiplied(v[0], v[1..^1], v[^1])], x, active, [ct]),
        _ => base.Vjp(x, active, y, ct),
    };

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Mode switch
    {
        ScatterMode.Set or ScatterMode.Add when input == 0 || input == count - 1 => Linearity.Together,
        ScatterMode.Multiply when input == 0 => Linearity.Alone,
        _ => Linearity.None,
    };

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs)
    {
        NDArray[] indices = [.. x[1..^1].Select(index => index!)];
        if (Mode is ScatterMode.Set or ScatterMode.Add)
            return Pull(ct, indices, x[0] is null, x[^1] is null, inputs[^1].Shape);
        if (Mode is not ScatterMode.Multiply || x[^1] is not { } factors)
            return base.Transpose(ct, x, inputs);
        var cotangents = new NDArray?[x.Length];
        cotangents[0] = Write(Mode, ct, indices, factors);
        return cotangents;
    }

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input)
    {
        if (Mode is not (ScatterMode.Set or ScatterMode.Add))
            return null;
        if (input == 0 && Mode is ScatterMode.Add)
            return support;
        return Pulled(support, node, input);
    }

    private Support? Pulled(Support? support, Node node, int input)
    {
        Node[] inputs = node.Inputs;
        NDArray[] indices = Node.Handles(inputs[1..^1]);
        Shape updates = inputs[^1].Shape;
        if (input > 0)
            return Support.Whole(support)?.Arranged(mask => Read(mask, indices, updates));
        return Support.Without(support, node.Shape, mask => Write(ScatterMode.Set, mask, indices, Mx.Full(updates, false)));
    }

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) =>
        input == 0 ? Reach.Place : input == x.Length - 1 && Mode is ScatterMode.Set or ScatterMode.Add ? Reach.Sent : Reach.All;

    private NDArray?[] Pull(NDArray ct, NDArray[] indices, bool source, bool updates, Shape shape)
    {
        var cotangents = new NDArray?[indices.Length + 2];
        NDArray? read = updates ? Read(ct, indices, shape) : null;
        if (source)
            cotangents[0] = Mode is ScatterMode.Add ? ct : Write(Mode, ct, indices, After.Zeros(read, new(shape, ct.DType)));
        if (read is not null)
            cotangents[^1] = Mode is ScatterMode.Add ? read : KeepWinners(read, ct.Shape, indices);
        return cotangents;
    }

    // Writing the numbers of the updates and reading them back shows which update stayed.
    private NDArray KeepWinners(NDArray ct, Shape source, NDArray[] indices)
    {
        if (Numbers(indices, ct.Shape) is not { } numbers)
            return ct;
        NDArray stayed = Read(Write(ScatterMode.Set, Mx.Zeros(source, numbers.DType), indices, numbers), indices, ct.Shape);
        return Mx.Where(Mx.Equal(stayed, numbers), ct, Tangents.Zeros(ct.Spec));
    }

    // Whoever attains the extreme, the source or updates, has an equal share in its tangent.
    private NDArray PushExtremum(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray[] indices = x[1..^1];
        NDArray source = Attains(x[0], y);
        NDArray updates = Attains(x[^1], Read(y, indices, x[^1].Shape));
        NDArray count = Write(ScatterMode.Add, Mx.AsType(source, DType.Int32), indices, Mx.AsType(updates, DType.Int32));
        NDArray zero = Constant.Of(0.0, y.DType);
        NDArray sum = dx[0] is { } first ? Mx.Where(source, first, zero) : Tangents.Zeros(y.Spec);
        if (dx[^1] is { } second)
            sum = Write(ScatterMode.Add, sum, indices, Mx.Where(updates, second, zero));
        return sum / Mx.AsType(count, y.DType);
    }

    private static NDArray Attains(NDArray x, NDArray extreme) => Mx.LogicalOr(Mx.Equal(x, extreme), Mx.IsNaN(x));
}
