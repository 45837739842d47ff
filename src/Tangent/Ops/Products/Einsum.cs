namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Sums of products by subscripts, in Einstein's notation: <c>ij,jk->ik</c> is a product of matrices. Labels that the result lacks are
    /// summed over, one that comes twice in an array means a diagonal, and <c>...</c> stands for axes that broadcast. Without an arrow the result
    /// has the labels that come once, in alphabetical order. The arrays are contracted two at a time, by products of matrices (<see cref="EinsumPath(string, NDArray[])"/>).
    /// </summary>
    /// <param name="subscripts">The labels of the axes of each array, separated by commas, then an arrow and those of the result.</param>
    /// <param name="operands">The arrays.</param>
    /// <exception cref="ArgumentException">The subscripts do not fit the arrays.</exception>
    [Mlx("core.einsum")]
    public static NDArray Einsum(string subscripts, params NDArray[] operands)
    {
        EinsumExpression expression = EinsumExpression.Of("Einsum", subscripts, operands);
        List<EinsumTerm> left = [.. operands.Select((operand, i) => EinsumTerm.Of(operand, expression.Inputs[i], expression))];
        foreach (int[] step in new EinsumPath(expression).Steps)
        {
            EinsumTerm[] taken = [.. step.Select(place => left[place])];
            foreach (int place in step.OrderDescending())
                left.RemoveAt(place);
            int[] wanted = [.. left.SelectMany(term => term.Labels).Union(expression.Output)];
            if (taken.Length == 2 && taken[1].FirstIn(expression.Output, taken[0]) < taken[0].FirstIn(expression.Output, taken[1]))
                System.Array.Reverse(taken); // so that the rows of the product are rows of the result
            left.Add(taken.Length == 1 ? taken[0].SummedTo(wanted) : EinsumTerm.Product(taken[0], taken[1], wanted));
        }
        return left[0].InOrder(expression);
    }
}

/// <summary>An array whose axes have labels, each once; what it lacks of a label that others have, it repeats.</summary>
internal sealed record EinsumTerm(NDArray Array, int[] Labels)
{
    /// <summary>An operand: diagonals where a label comes twice, and no axis that only broadcasts.</summary>
    public static EinsumTerm Of(NDArray x, int[] labels, EinsumExpression expression)
    {
        for (int axis = labels.Length - 1; axis >= 0; axis--)
            if (x.Shape[axis] == 1 && expression.Length(labels[axis]) != 1)
            {
                x = Mx.Squeeze(x, axis);
                labels = [.. labels[..axis], .. labels[(axis + 1)..]];
            }
        while (labels.FirstOrDefault(label => labels.Count(other => other == label) > 1) is not 0 and var twice)
        {
            int first = System.Array.IndexOf(labels, twice), second = System.Array.IndexOf(labels, twice, first + 1);
            x = Mx.Diagonal(x, 0, first, second);
            labels = [.. labels.Where((_, axis) => axis != first && axis != second), twice];
        }
        return new(x, labels);
    }

    /// <summary>The sum over all labels that nobody wants.</summary>
    public EinsumTerm SummedTo(IReadOnlyCollection<int> wanted)
    {
        int[] others = [.. Enumerable.Range(0, Labels.Length).Where(axis => !wanted.Contains(Labels[axis]))];
        return others.Length == 0 ? this : new(Mx.Sum(Array, new Axes(others)), [.. Labels.Where(wanted.Contains)]);
    }

    /// <summary>The first place among labels of one that the other term lacks; past all others if there is none.</summary>
    public int FirstIn(int[] labels, EinsumTerm other) =>
        Labels.Except(other.Labels).Select(label => System.Array.IndexOf(labels, label)).Where(place => place >= 0).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>The product of two terms, summed over the labels that nobody wants.</summary>
    public static EinsumTerm Product(EinsumTerm x, EinsumTerm y, int[] wanted)
    {
        x = x.SummedTo([.. wanted, .. y.Labels]);
        y = y.SummedTo([.. wanted, .. x.Labels]);
        int[] common = [.. x.Labels.Intersect(y.Labels)];
        int[] batch = [.. common.Intersect(wanted)], summed = [.. common.Except(wanted)];
        int[] rows = [.. x.Labels.Except(common)], columns = [.. y.Labels.Except(common)];
        int[] labels = [.. batch, .. rows, .. columns];
        if (summed.Length == 0)
            return new(x.Spread([.. batch, .. rows], columns.Length) * y.Along(batch, rows.Length, columns), labels);
        NDArray product = Mx.MatMul(x.Grouped(batch, rows, summed), y.Grouped(batch, summed, columns));
        return new(Mx.Reshape(product, [.. batch.Select(x.Length), .. rows.Select(x.Length), .. columns.Select(y.Length)]), labels);
    }

    /// <summary>The result: the axes in the order of the expression, and spread along those that no array was long in.</summary>
    public NDArray InOrder(EinsumExpression expression)
    {
        NDArray x = Mx.Transpose(Array, new Axes(Places([.. expression.Output.Intersect(Labels)])));
        return Mx.Reshape(x, expression.Output.Select(label => Labels.Contains(label) ? Length(label) : 1).ToArray()).Share();
    }

    private int Length(int label) => Array.Shape[System.Array.IndexOf(Labels, label)];

    private int[] Places(int[] labels) => [.. labels.Select(label => System.Array.IndexOf(Labels, label))];

    // The axes in an order, then so many of length 1.
    private NDArray Spread(int[] order, int ones) =>
        Mx.Reshape(Mx.Transpose(Array, new Axes(Places(order))), [.. order.Select(Length), .. Enumerable.Repeat(1, ones)]);

    // The first axes, so many of length 1, and the last ones.
    private NDArray Along(int[] first, int ones, int[] last) => Mx.Reshape(
        Mx.Transpose(Array, new Axes(Places([.. first, .. last]))), [.. first.Select(Length), .. Enumerable.Repeat(1, ones), .. last.Select(Length)]);

    // [batch..., rows, columns]: the labels of rows and columns as one axis each.
    private NDArray Grouped(int[] batch, int[] rows, int[] columns) => Mx.Reshape(
        Mx.Transpose(Array, new Axes(Places([.. batch, .. rows, .. columns]))),
        [.. batch.Select(Length), rows.Aggregate(1, (size, label) => checked(size * Length(label))), columns.Aggregate(1, (size, label) => checked(size * Length(label)))]);
}
