using Tangent;

namespace TreeForms;

/// <summary>A form of tree, and what must be true of it.</summary>
internal abstract record Form(string Name)
{
    /// <summary>Null if all is right, else what is not.</summary>
    public abstract string? Check();
}

/// <summary>A form of tree whose arrays are 1, 2, 3 and so on.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Make">Makes a tree that holds given arrays.</param>
internal sealed record Form<T>(string Name, Func<Func<NDArray>, T> Make) : Form(Name)
{
    /// <inheritdoc/>
    public override string? Check()
    {
        try
        {
            return Gradient() ?? Tangent() ?? Compiled() ?? Mapped() ?? Paths();
        }
        catch (Exception error)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    // The function is the sum of squares: its gradient is twice the tree.
    private static NDArray Squares(T tree) => Trees.Reduce((sum, x) => sum + Mx.Sum(x * x), tree, (NDArray)0f);

    private T Tree(float scale = 1)
    {
        int count = 0;
        return Make(() => Mx.Array(scale * ++count));
    }

    private static float[] Values(T tree) => [.. Trees.Flatten(tree).Select(leaf => leaf.Array.Item<float>())];

    private string? Gradient() => Same("the gradient", Values(Mx.Grad<T>(Squares)(Tree())), Values(Tree(2)));

    private string? Tangent()
    {
        (T y, T dy) = Mx.Jvp<T, T>(tree => Trees.Map(x => x * x, tree), Tree(), Mx.Grad<T>(Squares)(Tree()));
        return Same("the output", Values(y), [.. Values(Tree()).Select(x => x * x)]) ?? Same("the tangent", Values(dy), [.. Values(Tree()).Select(x => 4 * x * x)]);
    }

    private string? Compiled()
    {
        int traces = 0;
        Func<T, NDArray, T> step = Mx.Compile<T, NDArray, T>((tree, rate) =>
        {
            traces++;
            return Trees.Map((x, slope) => x - (rate * slope), tree, Mx.Grad<T>(Squares)(tree));
        });
        T tree = Tree();
        for (int i = 0; i < 3; i++)
            tree = step(tree, 0.25f);
        return Same("three steps", Values(tree), Values(Tree(0.125f))) ?? (traces == 1 ? null : $"traced {traces} times");
    }

    private string? Mapped()
    {
        T batch = Trees.Map(x => Mx.Stack([x, 2 * x]), Tree());
        T sums = Trees.Map(x => Mx.Sum(x), Mx.Vmap<T, T>(tree => Trees.Map(x => x * x, tree))(batch));
        return Same("the map over examples", Values(sums), [.. Values(Tree()).Select(x => 5 * x * x)]);
    }

    private string? Paths()
    {
        IReadOnlyList<(string Path, NDArray Array)> leaves = Trees.Flatten(Tree());
        if (leaves.Select(leaf => leaf.Path).Distinct().Count() != leaves.Count)
            return "two arrays have one path";
        return Same("the tree of its leaves", Values(Trees.Unflatten(Tree(3), leaves.Reverse())), Values(Tree()));
    }

    private static string? Same(string what, float[] actual, float[] expected) =>
        actual.Length > 0 && actual.SequenceEqual(expected) ? null : $"{what}: {string.Join(' ', actual)} in place of {string.Join(' ', expected)}";
}
