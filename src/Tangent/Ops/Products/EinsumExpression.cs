using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Subscripts such as <c>ij,jk->ik</c> with the arrays that they name: the labels of every axis, and their lengths. A letter is
/// its own label; the axes of an ellipsis have negative ones, -1 the last, so that they broadcast from the right.
/// </summary>
internal sealed class EinsumExpression
{
    private readonly string function;
    private readonly string subscripts;
    private readonly Dictionary<int, int> lengths = [];

    private EinsumExpression(string function, string subscripts, NDArray[] operands)
    {
        this.function = function;
        this.subscripts = subscripts;
        string[] sides = subscripts.Replace(" ", "", StringComparison.Ordinal).Split("->");
        string[] parts = sides[0].Split(',');
        if (sides.Length > 2)
            throw Wrong("has more than one arrow");
        if (parts.Append(sides.Length == 2 ? sides[1] : "").Any(part => part.Split("...").Length > 2))
            throw Wrong("has two ellipses in one array");
        if (parts.Length != operands.Length)
            throw Wrong($"names {parts.Length} arrays; there are {operands.Length}");
        Inputs = [.. parts.Select((part, i) => LabelsOf(part, operands[i].Shape, i))];
        Output = sides.Length == 2 ? LabelsOf(sides[1]) : Implied(sides[0]);
    }

    /// <summary>The labels of the axes of each array.</summary>
    public int[][] Inputs { get; }

    /// <summary>The labels of the axes of the result.</summary>
    public int[] Output { get; }

    /// <summary>Reads subscripts.</summary>
    /// <exception cref="ArgumentException">They are no subscripts of such arrays.</exception>
    public static EinsumExpression Of(string function, string subscripts, NDArray[] operands)
    {
        ArgumentNullException.ThrowIfNull(subscripts);
        ArgumentNullException.ThrowIfNull(operands);
        foreach (NDArray operand in operands)
            ArgumentNullException.ThrowIfNull(operand, nameof(operands));
        return new(function, subscripts, operands);
    }

    /// <summary>The length of the axes with a label.</summary>
    public int Length(int label) => lengths[label];

    /// <summary>The number of elements of an array with some labels, which may be beyond 64 bits.</summary>
    public double Size(IEnumerable<int> labels) => labels.Aggregate(1.0, (size, label) => size * lengths[label]);

    /// <summary>Labels as text: letters, and an ellipsis for the others.</summary>
    public static string Text(IEnumerable<int> labels)
    {
        int[] all = [.. labels];
        return (Array.Exists(all, label => label < 0) ? "..." : "") + string.Concat(all.Where(label => label >= 0).Select(label => (char)label));
    }

    private int[] LabelsOf(string part, Shape shape, int operand)
    {
        int letters = part.Length - (part.Contains("...", StringComparison.Ordinal) ? 3 : 0), rest = shape.Rank - letters;
        if (rest < 0 || (rest > 0 && letters == part.Length))
            throw Wrong($"gives array {operand} {letters} axes; its shape is {shape}");
        int[] labels = LabelsOf(part, rest);
        for (int axis = 0; axis < labels.Length; axis++)
        {
            int known = lengths.GetValueOrDefault(labels[axis], 1), length = shape[axis];
            if (known != 1 && length != 1 && known != length)
                throw Wrong($"gives {Text([labels[axis]])} the lengths {known} and {length}; array {operand} has shape {shape}");
            lengths[labels[axis]] = known == 1 ? length : known;
        }
        return labels;
    }

    private int[] LabelsOf(string part)
    {
        int[] labels = LabelsOf(part, lengths.Keys.Count(label => label < 0));
        if (labels.Distinct().Count() != labels.Length)
            throw Wrong("repeats a label in the result");
        foreach (int label in labels)
            if (!lengths.ContainsKey(label))
                throw Wrong($"has the label {Text([label])} in the result, but in no array");
        return labels;
    }

    private int[] LabelsOf(string part, int hidden)
    {
        var labels = new List<int>();
        for (int i = 0; i < part.Length; i++)
        {
            if (part.AsSpan(i).StartsWith("..."))
            {
                labels.AddRange(Enumerable.Range(-hidden, hidden));
                i += 2;
            }
            else if (char.IsAsciiLetter(part[i]))
                labels.Add(part[i]);
            else
                throw Wrong($"has the character '{part[i]}', which is no letter");
        }
        return [.. labels];
    }

    // Without an arrow: the axes of the ellipsis, then the labels that come once, in alphabetical order.
    private int[] Implied(string inputs) =>
        [.. lengths.Keys.Where(label => label < 0).Order(), .. lengths.Keys.Where(label => label >= 0 && inputs.Count(letter => letter == label) == 1).Order()];

    private ArgumentException Wrong(string what) => new($"{function}: \"{subscripts}\" {what}.", nameof(subscripts));
}
