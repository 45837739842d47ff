using System.Globalization;
using System.Numerics;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The order in which <see cref="Einsum(string, NDArray[])"/> contracts arrays: for each step the places of those that are taken out of the list;
    /// their product is added at its end. With it a text of the steps and their multiplications.
    /// </summary>
    /// <param name="subscripts">As of <see cref="Einsum(string, NDArray[])"/>.</param>
    /// <param name="operands">The arrays, of which only the shapes matter.</param>
    /// <exception cref="ArgumentException">The subscripts do not fit the arrays.</exception>
    [Mlx("core.einsum_path")]
    public static (int[][] Path, string Description) EinsumPath(string subscripts, params NDArray[] operands)
    {
        EinsumExpression expression = EinsumExpression.Of("EinsumPath", subscripts, operands);
        var path = new EinsumPath(expression);
        return (path.Steps, path.ToString());
    }
}

/// <summary>
/// In which order the arrays of an expression are contracted, two at a time. Of few arrays the order with the fewest multiplications, by
/// dynamic programming over their subsets; of more the pair next whose product is smallest beside the two (greedy).
/// </summary>
internal sealed class EinsumPath
{
    /// <summary>The most arrays for which all orders are weighed: 3ⁿ pairs of subsets.</summary>
    private const int MostWeighed = 8;

    private readonly EinsumExpression expression;

    /// <summary>The order for an expression.</summary>
    public EinsumPath(EinsumExpression expression)
    {
        this.expression = expression;
        int count = expression.Inputs.Length;
        Steps = count <= 2 ? [[.. Enumerable.Range(0, count)]] : count <= MostWeighed ? Optimal(count) : Greedy();
    }

    /// <summary>For each step the places of its arrays.</summary>
    public int[][] Steps { get; }

    /// <summary>The labels of a product that a later array or the result has.</summary>
    public static int[] Kept(IEnumerable<int> x, IEnumerable<int> y, IEnumerable<int[]> others, int[] output) =>
        [.. x.Union(y).Intersect(others.SelectMany(labels => labels).Union(output))];

    /// <summary>The steps, a line each: what is contracted, and how many multiplications that takes.</summary>
    public override string ToString()
    {
        var lines = new List<string>();
        var left = new List<int[]>(expression.Inputs);
        foreach (int[] step in Steps)
        {
            int[][] taken = [.. step.Select(place => left[place])];
            foreach (int place in step.OrderDescending())
                left.RemoveAt(place);
            int[] all = [.. taken.SelectMany(labels => labels).Distinct()];
            int[] result = left.Count == 0 ? expression.Output : [.. all.Intersect(left.SelectMany(labels => labels).Union(expression.Output))];
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{string.Join(',', taken.Select(labels => EinsumExpression.Text(labels)))}->{EinsumExpression.Text(result)}: {expression.Size(all):G4} multiplications"));
            left.Add(result);
        }
        return string.Join('\n', lines);
    }

    private int[][] Greedy()
    {
        var left = new List<int[]>(expression.Inputs);
        var steps = new List<int[]>();
        while (left.Count > 1)
        {
            (double Growth, int I, int J, int[] Result)? best = null;
            for (int i = 0; i < left.Count; i++)
                for (int j = i + 1; j < left.Count; j++)
                {
                    int[] result = Kept(left[i], left[j], left.Where((_, k) => k != i && k != j), expression.Output);
                    double growth = expression.Size(result) - expression.Size(left[i].Distinct()) - expression.Size(left[j].Distinct());
                    if (best is null || growth < best.Value.Growth)
                        best = (growth, i, j, result);
                }
            (_, int first, int second, int[] product) = best!.Value;
            left.RemoveAt(second);
            left.RemoveAt(first);
            left.Add(product);
            steps.Add([first, second]);
        }
        return [.. steps];
    }

    // cost[s] is the least number of multiplications that make the product of the arrays in s.
    private int[][] Optimal(int count)
    {
        int all = (1 << count) - 1;
        var cost = new double[all + 1];
        var half = new int[all + 1];
        var labels = new int[all + 1][];
        for (int set = 1; set <= all; set++)
        {
            labels[set] = LabelsOf(set, all, count);
            if (BitOperations.IsPow2(set))
                continue;
            cost[set] = double.PositiveInfinity;
            for (int part = (set - 1) & set; part > (set ^ part); part = (part - 1) & set)
            {
                double total = cost[part] + cost[set ^ part] + expression.Size(labels[part].Union(labels[set ^ part]));
                if (total < cost[set])
                    (cost[set], half[set]) = (total, part);
            }
        }
        return Unfolded(half, all, count);
    }

    private int[] LabelsOf(int set, int all, int count)
    {
        IEnumerable<int> Of(int members) => Enumerable.Range(0, count).Where(i => (members >> i & 1) == 1).SelectMany(i => expression.Inputs[i]);
        int[] own = [.. Of(set).Distinct()];
        return BitOperations.IsPow2(set) ? own : [.. own.Intersect(Of(all ^ set).Union(expression.Output))];
    }

    // The sets from the smallest to the whole, as places in the list of what is left.
    private static int[][] Unfolded(int[] half, int all, int count)
    {
        var order = new Stack<int>();
        var open = new Stack<int>([all]);
        while (open.TryPop(out int set))
        {
            if (BitOperations.IsPow2(set))
                continue;
            order.Push(set);
            open.Push(half[set]);
            open.Push(set ^ half[set]);
        }
        var left = new List<int>(Enumerable.Range(0, count).Select(i => 1 << i));
        var steps = new List<int[]>();
        foreach (int set in order)
        {
            int first = left.IndexOf(half[set]), second = left.IndexOf(set ^ half[set]);
            steps.Add([Math.Min(first, second), Math.Max(first, second)]);
            left.RemoveAt(Math.Max(first, second));
            left.RemoveAt(Math.Min(first, second));
            left.Add(set);
        }
        return [.. steps];
    }
}
